import { parseArgs } from 'node:util';
import { OperatorError } from '../bot/errors.ts';
import { openDatabase } from '../knowledge/database.ts';
import { closeNote, openNotes } from '../knowledge/desk.ts';
import { readConfig } from './config.ts';
import { main } from './main.ts';

const usage = `npm run desk                 what citizens left for staff: unanswered questions, wishes for a person, petitions
npm run desk -- --close N    marks note N as dealt with`;

await main(async () => {
  const { values } = parseArgs({ options: { close: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help === true) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const config = readConfig();
  const { pool, close } = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, onIdleError: () => {} });
  try {
    if (values.close !== undefined) {
      if (!/^\d+$/.test(values.close) || !(await closeNote(pool, Number(values.close))))
        throw new OperatorError(`There is no open note ${values.close}.`);
      return 0;
    }
    const notes = await openNotes(pool, 200);
    for (const note of notes)
      process.stdout.write(`${note.id}\t${note.at.slice(0, 16).replace('T', ' ')}\t${note.kind}\t${note.text.replace(/\s+/g, ' ')}\n`);
    process.stdout.write(`${notes.length} open\n`);
    return 0;
  } finally {
    await close();
  }
});
