import { createHmac, timingSafeEqual } from 'node:crypto';
import express, { type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Meter } from '../../bot/ports.ts';

export type DossierWebhookOptions = {
  /** The shared secret of each source that may tell. */
  secrets: Map<string, string>;
  /** Makes the codes due at once. False: this very request was taken before. */
  take(source: string, signature: string, codes: string[]): Promise<boolean>;
  now: () => Date;
  meter: Meter;
};

/** A request counts for so long around its timestamp. */
const windowSeconds = 300;
const bodyLimit = '256kb';

const bodySchema = z.union([
  z.object({ code: z.string() }).transform(({ code }) => [code]),
  z.object({ codes: z.array(z.string()).min(1).max(1_000) }).transform(({ codes }) => codes),
]);

/**
 * `POST /webhooks/dossiers/<source>`: a source says that dossiers have changed. Signed with `X-Timestamp` (Unix seconds) and
 * `X-Signature: sha256=<hex of HMAC-SHA256 over "timestamp.body">`. What has changed is then asked of the source itself: the body is believed nothing else.
 */
export function dossierWebhook({ secrets, take, now, meter }: DossierWebhookOptions): (app: Express) => void {
  return (app) => {
    app.post('/webhooks/dossiers/:source', express.raw({ type: () => true, limit: bodyLimit }), async (request, response) => {
      const source = request.params.source ?? '';
      const signature = signatureOf(request, secrets.get(source), now());
      if (signature === null) return refuse(response, meter, 401, 'signature');
      const codes = codesIn(request.body);
      if (codes === null) return refuse(response, meter, 400, 'body');
      if (!(await take(source, signature, codes))) return refuse(response, meter, 409, 'repeated');
      meter.count('webhook', { result: 'taken' });
      response.status(202).json({ accepted: codes.length });
    });
  };
}

/** The signature, when it is right and of now. A source that is not there is refused like a wrong one. */
export function signatureOf(request: Request, secret: string | undefined, now: Date): string | null {
  const timestamp = request.get('x-timestamp') ?? '';
  const given = /^sha256=([0-9a-f]{64})$/i.exec(request.get('x-signature') ?? '')?.[1];
  if (given === undefined || secret === undefined || !/^\d{9,11}$/.test(timestamp) || !Buffer.isBuffer(request.body)) return null;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > windowSeconds) return null;
  const right = createHmac('sha256', secret).update(`${timestamp}.`).update(request.body).digest();
  return timingSafeEqual(right, Buffer.from(given, 'hex')) ? right.toString('hex') : null;
}

function codesIn(body: Buffer): string[] | null {
  const read = bodySchema.safeParse(parsed(body));
  // As the codes are kept; what nobody follows is passed over.
  return read.success ? read.data.map((code) => code.trim().toUpperCase().slice(0, 64)) : null;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

function refuse(response: Response, meter: Meter, status: 400 | 401 | 409, result: string): void {
  meter.count('webhook', { result });
  response.status(status).json(sentences[status]);
}

const sentences = {
  400: { error: 'Nội dung không đúng dạng.', english: 'The body is not in the right format.' },
  401: { error: 'Chữ ký không đúng hoặc đã quá hạn.', english: 'The signature is missing, wrong or too old.' },
  409: { error: 'Yêu cầu này đã được nhận trước đó.', english: 'This request was taken before.' },
} as const;
