import { renameSync, rmSync } from 'node:fs';
import { startPglite } from './pglite.ts';

// Run by `embedded.ts` as `node make-cluster.ts FOLDER`. Made aside and moved, so that a crash leaves no half of it.
const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node make-cluster.ts FOLDER');
const aside = `${folder}.new`;
rmSync(aside, { recursive: true, force: true });
const pglite = await startPglite(aside);
await pglite.close();
renameSync(aside, folder);
