import { createHash, timingSafeEqual } from 'node:crypto';

/** The name and the password with which the telephone system shows who it is. */
export type TelephoneUser = { user: string; password: string };

/** Whether an `Authorization` header is theirs, in a time that tells nothing of how far it is right. */
export function basicAuth({ user, password }: TelephoneUser): (header: string | undefined) => boolean {
  const right = digest(Buffer.from(`${user}:${password}`));
  return (header) => {
    const [, given] = /^Basic +([\w+/=]+)$/i.exec(header ?? '') ?? [];
    return given !== undefined && timingSafeEqual(digest(Buffer.from(given, 'base64')), right);
  };
}

function digest(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
