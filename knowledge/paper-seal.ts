import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { ownKey } from './keys.ts';

/** Keeps papers: their bytes, their names, and a token by which the same bytes are known again. */
export type PaperSeal = {
  seal(bytes: Uint8Array): Buffer;
  /** Null: it was changed, or sealed with another key. */
  open(sealed: Uint8Array): Buffer | null;
  sealName(name: string): string;
  openName(sealed: string): string | null;
  token(sha256: string): string;
};

/** AES-256-GCM with the operator's key, else with the installation's own, which stands in the same database and still opens what it has sealed. */
export async function paperSeal(pool: pg.Pool, given: Buffer | null): Promise<PaperSeal> {
  const own = await ownKey(pool, 'seal');
  const key = keyFor(given ?? own);
  const keys = given === null ? [key] : [key, keyFor(own)];
  const open = (sealed: Uint8Array) => keys.map((each) => opened(each, sealed)).find((bytes) => bytes !== null) ?? null;
  return {
    seal: (bytes) => sealedBytes(key, bytes),
    open,
    sealName: (name) => sealedBytes(key, Buffer.from(name, 'utf8')).toString('base64url'),
    openName: (sealed) => open(Buffer.from(sealed, 'base64url'))?.toString('utf8') ?? null,
    token: (sha256) => createHmac('sha256', own).update(`motcua papers token ${sha256}`).digest('base64url'),
  };
}

function keyFor(key: Buffer): Buffer {
  return createHmac('sha256', key).update('motcua papers seal').digest();
}

function sealedBytes(key: Buffer, bytes: Uint8Array): Buffer {
  const start = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, start);
  const hidden = [cipher.update(bytes), cipher.final()];
  return Buffer.concat([start, cipher.getAuthTag(), ...hidden]);
}

function opened(key: Buffer, sealed: Uint8Array): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  } catch {
    return null; // altered or strange bytes say nothing else
  }
}
