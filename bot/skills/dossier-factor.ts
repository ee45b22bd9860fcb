import { createHash, timingSafeEqual } from 'node:crypto';
import type { Factor, SecondFactor } from '../dossier-types.ts';
import type { Memory } from '../types.ts';

/** How long somebody who has proved that a dossier is theirs sees its details. */
const provenMinutes = 30;

/** Of the factors that the agency accepts, those that the source gave something for. None: nobody can prove anything here. */
export function factorsOf(given: SecondFactor, accepted: Factor[]): Factor[] {
  return accepted.filter((factor) => secretOf(given, factor) !== null);
}

/**
 * Whether a secret is one of those. Every accepted factor is compared, each in constant time, so that neither the answer's time nor its order
 * tells which one was near.
 */
export function opens(secret: string, given: SecondFactor, accepted: Factor[]): boolean {
  let right = false;
  for (const factor of accepted) {
    const wanted = secretOf(given, factor);
    const tried = factor === 'pin' ? secret : lastFour(secret);
    const same = timingSafeEqual(digest(tried ?? ''), digest(wanted ?? ''));
    right = (same && wanted !== null) || right;
  }
  return right;
}

/** Whether this conversation has proved, not long ago, that this dossier is theirs. */
export function isProven(memory: Memory, code: string, now: Date): boolean {
  const { dossier } = memory;
  return dossier !== null && dossier.code === code && dossier.provenUntil !== null && Date.parse(dossier.provenUntil) > now.getTime();
}

export function provenUntil(now: Date): string {
  return new Date(now.getTime() + provenMinutes * 60_000).toISOString();
}

/** Shorter than four characters, or a number whose last ones the source has masked, proves nothing. */
function secretOf(given: SecondFactor, factor: Factor): string | null {
  if (factor === 'pin') {
    const pin = given.pin
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toUpperCase();
    return pin.length >= 4 ? pin : null;
  }
  return lastFour(factor === 'phone' ? given.phone : given.idNumber);
}

/** Of four digits, and of a whole number that somebody types instead. */
function lastFour(number: string): string | null {
  const bare = number.replace(/[\s.()+-]/g, '');
  return /^.*\d{4}$/.test(bare) && (bare.length === 4 || bare.length >= 8) ? bare.slice(-4) : null;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
