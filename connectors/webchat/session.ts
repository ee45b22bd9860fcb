import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';

const name = 'motcua';
const days = 30;

/**
 * Who writes, by a random token in a cookie that scripts cannot read. What is kept is its digest: the database alone opens no conversation.
 * A visitor without a token gets one.
 */
export function personOf(request: Request, response: Response): string {
  const token = tokenIn(request.headers.cookie ?? '') ?? randomBytes(24).toString('base64url');
  response.cookie(name, token, { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/', maxAge: days * 86_400_000 });
  return createHash('sha256').update(token).digest('base64url');
}

function tokenIn(cookies: string): string | null {
  return /(?:^|;\s*)motcua=([\w-]{32})(?:;|$)/.exec(cookies)?.[1] ?? null;
}
