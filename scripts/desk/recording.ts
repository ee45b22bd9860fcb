import { open, rm } from 'node:fs/promises';
import { OperatorError, reasonOf } from '../../bot/errors.ts';
import { wavOf } from '../../connectors/hotline/audio/wav.ts';
import type { Database } from '../../knowledge/database.ts';
import { recordingSeal } from '../../knowledge/recording-seal.ts';
import { hearRecordings } from '../../knowledge/recordings.ts';

export type SaveRecordingOptions = { pool: Database['pool']; key: Buffer | null; call: number; path: string; by: string };

/**
 * Saves what was recorded of a call as one WAV, piece by piece: no more of it is held than a few seconds. Nothing that is there is written over; that
 * `by` hears it is kept. Throws `OperatorError` with a sentence.
 */
export async function saveRecording({ pool, key, call, path, by }: SaveRecordingOptions): Promise<string> {
  const file = await said(path, () => open(path, 'wx', 0o600));
  let length = 0;
  let unreadable = 0;
  try {
    const recordings = await hearRecordings(pool, await recordingSeal(pool, key), call, by);
    if (recordings.length === 0) throw new OperatorError(`Nothing was recorded of call ${call}, or it is deleted by now.`);
    for (const recording of recordings)
      for await (const piece of recording.pieces()) {
        if (piece === null) unreadable += 1;
        else {
          await said(path, () => file.write(piece, 0, piece.length, headBytes + length));
          length += piece.length;
        }
      }
    if (length === 0) throw new OperatorError('The recording was sealed with another key (NOTICE_KEY) and cannot be opened.');
    await said(path, () => file.write(headOf(length), 0, headBytes, 0));
  } finally {
    await file.close();
    if (length === 0) await rm(path, { force: true });
  }
  const lost = unreadable === 0 ? '' : `; ${unreadable} pieces could not be opened and are left out`;
  return `${path}  ${Math.round(length / bytesASecond)} s${lost}`;
}

const bytesASecond = 16_000;
const headBytes = 44;

/** The head of a WAV of so many bytes of sound. */
function headOf(length: number): Uint8Array {
  const head = Buffer.from(wavOf(new Uint8Array(0)));
  head.writeUInt32LE(36 + length, 4);
  head.writeUInt32LE(length, 40);
  return head;
}

/** Does it, or says in a sentence why not. */
async function said<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new OperatorError(isThere ? `${path} is there already.` : `${path} could not be written (${reasonOf(error)}).`, { cause: error });
  }
}
