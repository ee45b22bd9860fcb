import { z } from 'zod';
import { portalPage } from '../../knowledge/importer.ts';
import { storeSnapshot } from '../../knowledge/indexer.ts';
import { digestOf, publish } from '../../knowledge/publish.ts';
import { readConfig } from '../config.ts';
import { openKnowledge } from '../knowledge.ts';
import { createLog } from '../log.ts';
import { main } from '../main.ts';
import { copiesOf } from './search-copies.ts';
import { type Entry, readCorpus } from './search-corpus.ts';

const batchSize = 200;
const addNames = `
  insert into everyday_names (code, phrase, kind, origin)
  select code, phrase, 'says', 'shipped' from jsonb_to_recordset($1::jsonb) as x (code text, phrase text) on conflict do nothing`;

// Run by `bench.ts` as `node search-grow.ts TIMES [FILE]` on a data folder that holds the corpus: lays its copies beside it.
await main(async () => {
  const [times, file = null] = process.argv.slice(2);
  const entries = readCorpus(file);
  const knowledge = await openKnowledge(readConfig(), createLog('warn'));
  try {
    const { pool } = knowledge.database;
    for (const copy of copiesOf(entries, z.coerce.number().parse(times) - 1)) {
      for (let at = 0; at < copy.length; at += batchSize) {
        const batch = copy.slice(at, at + batchSize);
        await publish(pool, batch.map(draftOf));
        const names = batch.flatMap(({ procedure: { code }, alsoCalled }) => alsoCalled.map((phrase) => ({ code, phrase })));
        await pool.query(addNames, [JSON.stringify(names)]);
      }
    }
    // No turn reads passages: cutting ten times the texts into them would only take minutes.
    await pool.query('update procedures set indexed_version = version where indexed_version < version');
    const { size } = await storeSnapshot(pool);
    process.stdout.write(`${size} procedures\n`);
    return 0;
  } finally {
    await knowledge.close();
  }
});

function draftOf({ procedure }: Entry) {
  return { procedure, origin: 'portal' as const, url: portalPage(procedure.id), date: '2026-01-01', digest: digestOf(procedure) };
}
