import { createHmac, timingSafeEqual } from 'node:crypto';

/** `X-STRINGEE-SIGNATURE`: Base64 of the HMAC-SHA1, under the signing secret, of the body as it came; of a GET of its path and query. */
export function signatureOf(secret: string, signed: Buffer | string): string {
  return createHmac('sha1', secret).update(signed).digest('base64');
}

/** In constant time. */
export function isSigned({ secret, signed, header }: { secret: string; signed: Buffer | string; header: string | undefined }): boolean {
  const right = Buffer.from(signatureOf(secret, signed));
  const given = Buffer.from(header ?? '');
  return given.length === right.length && timingSafeEqual(right, given);
}
