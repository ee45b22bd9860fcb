import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Keeps what nobody may read in the database. */
export type Seal = {
  seal(text: string): string;
  /** Null: it was changed, or sealed with another key. */
  open(sealed: string): string | null;
  /** The same token for the same text, from which nobody gets the text without the key. */
  token(text: string): string;
};

/** AES-256-GCM with a key of 32 bytes. `purpose` keeps what is sealed for one thing from being used for another. */
export function createSeal(key: Buffer, purpose: string): Seal {
  const own = (what: string) => createHmac('sha256', key).update(`motcua ${purpose} ${what}`).digest();
  const sealing = own('seal');
  const naming = own('token');
  return {
    seal: (text) => {
      const start = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, start);
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([start, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12), { authTagLength: 16 });
        decipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return null; // an altered or strange text says nothing else
      }
    },
    token: (text) => createHmac('sha256', naming).update(text).digest('base64url'),
  };
}

/** Both ends of an address, enough to know one's own: `n•••@d•••.vn`, `•••••••321`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return `${'•'.repeat(Math.max(0, address.length - 3))}${address.slice(-3)}`;
  return `${address.slice(0, 1)}•••@${address.slice(at + 1, at + 2)}•••${address.slice(address.lastIndexOf('.'))}`;
}
