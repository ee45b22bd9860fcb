import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { MessageFile } from '../bot/paper-types.ts';
import { isDiskFull } from './disk-full.ts';
import type { PaperSeal } from './paper-seal.ts';

/** `full`: this person has as many waiting as one may. `no-room`: there is no room for anybody's. */
export type Put = { kind: 'kept'; ref: string } | { kind: 'full' } | { kind: 'no-room' };

/** Files that a page hands over before the message that names them. Each is named by one message of its own sender. */
export type Uploads = {
  /** Durable once it resolves. */
  put(from: From, name: string, bytes: Uint8Array): Promise<Put>;
  /**
   * The files of these references, in their order, which from now on belong to that message; null where one is there no longer or belongs to another.
   * A message that was accepted before gets an empty list: nothing of it counts twice.
   */
  claim(from: From, refs: string[], messageId: string): Promise<MessageFile[] | null>;
  read(from: From, ref: string): Promise<Buffer | null>;
  /** Takes a file back that no message has named. */
  drop(from: From, ref: string): Promise<void>;
};

export type UploadsOptions = {
  pool: pg.Pool;
  seal: PaperSeal;
  /** How many files, and how many bytes, one person may have waiting. What was handed over half an hour ago is taken for forgotten. */
  most: { count: number; bytes: number };
  /** How many bytes may wait altogether, with the papers that belong to nothing yet. */
  room: number;
  /** False where the disk of the database would have next to nothing left: words must still be taken. */
  fits?: (bytes: number) => Promise<boolean>;
};

type From = { channel: string; person: string };

export function createUploads({ pool, seal, most, room, fits = async () => true }: UploadsOptions): Uploads {
  return {
    put: async ({ channel, person }, name, bytes) => {
      if (!(await fits(bytes.length))) return { kind: 'no-room' };
      const ref = randomBytes(18).toString('base64url');
      const values = [ref, channel, person, seal.sealName(name), seal.seal(bytes), bytes.length, most.count, most.bytes, room];
      try {
        const { rows } = await pool.query<{ kept: boolean; full: boolean }>(putFile, values);
        const row = rows[0];
        return row?.kept === true ? { kind: 'kept', ref } : { kind: row?.full === true ? 'full' : 'no-room' };
      } catch (error) {
        if (isDiskFull(error)) return { kind: 'no-room' };
        throw error;
      }
    },
    claim: async ({ channel, person }, refs, messageId) => {
      const { rows } = await pool.query<{ ref: string; name: string; size: number }>(claimFiles, [channel, person, refs, messageId]);
      if (rows.length > 0)
        return refs.flatMap((ref) => {
          const row = rows.find((each) => each.ref === ref);
          return row === undefined ? [] : [{ ref, name: seal.openName(row.name) ?? 'tệp', size: row.size }];
        });
      const known = await pool.query('select from inbox where channel = $1 and message_id = $2', [channel, messageId]);
      return (known.rowCount ?? 0) > 0 ? [] : null;
    },
    read: async ({ channel, person }, ref) => {
      const { rows } = await pool.query<{ bytes: Buffer }>(
        'select bytes from uploads where channel = $1 and person = $2 and ref = $3 and message_id is not null',
        [channel, person, ref],
      );
      return rows[0] === undefined ? null : seal.open(rows[0].bytes);
    },
    drop: async ({ channel, person }, ref) => {
      await pool.query('delete from uploads where channel = $1 and person = $2 and ref = $3 and message_id is null', [
        channel,
        person,
        ref,
      ]);
    },
  };
}

const putFile = `
  with own as (
    select count(*) + 1 > $7 or coalesce(sum(size), 0) + $6 > $8 as full
    from uploads where channel = $2 and person = $3 and message_id is null and at > now() - interval '30 minutes'
  ), all_of_them as (
    select coalesce((select sum(size) from uploads), 0) + coalesce((select sum(size) from papers where petition_id is null), 0) + $6 <= $9 as fits
  ), added as (
    insert into uploads (ref, channel, person, name, bytes, size)
    select $1, $2, $3, $4, $5, $6 from own, all_of_them where fits and not own.full returning ref
  )
  select exists (select from added) as kept, own.full from own`;

// All or none.
const claimFiles = `
  with wanted as (
    select ref from uploads
    where channel = $1 and person = $2 and ref = any ($3) and (message_id is null or message_id = $4) for update
  )
  update uploads set message_id = $4 from wanted
  where uploads.ref = wanted.ref and (select count(*) from wanted) = cardinality($3) returning uploads.ref, name, size`;
