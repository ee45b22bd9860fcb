import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { ownKey } from './keys.ts';

/** Keeps the pieces of recordings. A piece opens only as what it is: that number of that recording. */
export type RecordingSeal = {
  seal(recording: string, number: number, sound: Uint8Array): Buffer;
  /** Null: it was changed or moved, or sealed with another key. */
  open(recording: string, number: number, sealed: Uint8Array): Buffer | null;
};

/** AES-256-GCM with the operator's key, else with the installation's own, which stands in the same database and still opens what it has sealed. */
export async function recordingSeal(pool: pg.Pool, given: Buffer | null): Promise<RecordingSeal> {
  const own = keyFor(await ownKey(pool, 'seal'));
  const key = given === null ? own : keyFor(given);
  const keys = given === null ? [key] : [key, own];
  return {
    seal: (recording, number, sound) => {
      const start = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, start).setAAD(placeOf(recording, number));
      const hidden = [cipher.update(sound), cipher.final()];
      return Buffer.concat([start, cipher.getAuthTag(), ...hidden]);
    },
    open: (recording, number, sealed) =>
      keys.map((each) => opened(each, placeOf(recording, number), sealed)).find((sound) => sound !== null) ?? null,
  };
}

function keyFor(key: Buffer): Buffer {
  return createHmac('sha256', key).update('motcua recordings seal').digest();
}

function placeOf(recording: string, number: number): Buffer {
  return Buffer.from(`${recording} ${number}`, 'utf8');
}

function opened(key: Buffer, place: Buffer, sealed: Uint8Array): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(place).setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  } catch {
    return null; // altered or strange bytes say nothing else
  }
}
