import { createHash, timingSafeEqual } from 'node:crypto';

export type Signed = {
  appId: string;
  /** The OA Secret Key of the webhook page, which is not the secret of the app. */
  secret: string;
  /** As `X-ZEvent-Signature` came. */
  header: string | undefined;
  /** The bytes as they came: written anew they would be others. */
  body: Buffer;
  /** The `timestamp` that stands in the body, as text. */
  timestamp: string;
};

/**
 * `mac=` and the hexadecimal SHA-256 of app id, body, timestamp and secret, one behind the other: a plain digest, as the platform has it, no HMAC.
 * The digest alone is taken, too.
 */
export function isSigned({ appId, secret, header, body, timestamp }: Signed): boolean {
  const given = /^(?:mac=)?\s*([0-9a-f]{64})$/i.exec((header ?? '').trim())?.[1];
  if (given === undefined) return false;
  const right = createHash('sha256').update(appId).update(body).update(timestamp).update(secret).digest();
  return timingSafeEqual(right, Buffer.from(given, 'hex'));
}
