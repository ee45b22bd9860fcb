import { createHash } from 'node:crypto';
import type { Choice } from '../../bot/types.ts';
import { bytesOf } from './capabilities.ts';

/** What a button sends back: what its choice says, or, where that is too long, a token for it. Neither is a secret: anybody may type it. */
export function payloadOf(say: string, mostBytes: number): string {
  return bytesOf(say) <= mostBytes ? say : tokenOf(say);
}

/** What a payload says, by the choices that were offered; null for a token of none of them. What is no token says itself. */
export function sayOf(payload: string, offered: Choice[]): string | null {
  if (!/^~[\w-]{16}$/.test(payload)) return payload;
  return offered.find(({ say }) => tokenOf(say) === payload)?.say ?? null;
}

function tokenOf(say: string): string {
  return `~${createHash('sha256').update(say).digest('base64url').slice(0, 16)}`;
}
