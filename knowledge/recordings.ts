import type pg from 'pg';
import type { Recordings } from '../bot/ports.ts';
import type { RecordingSeal } from './recording-seal.ts';

export type RecordingsOptions = { pool: pg.Pool; seal: RecordingSeal };

/** Recordings in sealed pieces, each durable by itself. */
export function createRecordings({ pool, seal }: RecordingsOptions): Recordings {
  return {
    begin: async (call) => {
      const { rows } = await pool.query<{ id: string }>(begin, [call]);
      return rows[0]?.id ?? null;
    },
    append: async (recording, number, sound) => {
      await pool.query('insert into recording_pieces (recording_id, number, bytes) values ($1, $2, $3) on conflict do nothing', [
        recording,
        number,
        seal.seal(recording, number, sound),
      ]);
    },
  };
}

const begin = 'insert into recordings (call_id) select max(id) from calls where call = $1 having max(id) is not null returning id';

/** A recording that staff hear: so many pieces, one at a time, each 16-bit little-endian PCM of 8,000 samples a second; null: it cannot be opened. */
export type HeardRecording = { id: string; pieces(): AsyncIterable<Buffer | null> };

/** The recordings of a call by its number in the list of staff, the first one first. That `by` hears them is kept before. */
export async function hearRecordings(pool: pg.Pool, seal: RecordingSeal, call: number, by: string): Promise<HeardRecording[]> {
  await pool.query('insert into recording_openings (recording_id, opened_by) select id, $2 from recordings where call_id = $1', [call, by]);
  const { rows } = await pool.query<{ id: string }>('select id from recordings where call_id = $1 order by begun_at, id', [call]);
  return rows.map(({ id }) => ({ id, pieces: () => piecesOf(pool, seal, id) }));
}

async function* piecesOf(pool: pg.Pool, seal: RecordingSeal, recording: string): AsyncIterable<Buffer | null> {
  for (let last = -1; ; ) {
    const { rows } = await pool.query<{ number: number; bytes: Buffer }>(nextPiece, [recording, last]);
    const piece = rows[0];
    if (piece === undefined) return;
    yield seal.open(recording, piece.number, piece.bytes);
    last = piece.number;
  }
}

const nextPiece = 'select number, bytes from recording_pieces where recording_id = $1 and number > $2 order by number limit 1';

/** Deletes the recordings that were begun before then. How many those were. */
export async function forgetOldRecordings(pool: pg.Pool, before: Date): Promise<number> {
  const { rowCount } = await pool.query('delete from recordings where begun_at < $1', [before]);
  return rowCount ?? 0;
}
