import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';

// V8's optimising compiler takes half a gigabyte for the engine's code and makes it no faster to notice: the baseline one stays.
setFlagsFromString('--no-wasm-tier-up');
setFlagsFromString('--no-wasm-dynamic-tiering');

/** The embedded engine on a folder, made when it is not there. */
export function startPglite(folder: string): Promise<PGlite> {
  return PGlite.create({
    dataDir: folder,
    extensions: { vector },
    // The default of 128 MB shared buffers costs resident memory and gains nothing on one connection.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB', '-c', 'max_wal_size=128MB'],
  });
}
