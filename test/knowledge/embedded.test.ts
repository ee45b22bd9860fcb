import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OperatorError } from '../../bot/errors.ts';
import { type Database, openDatabase } from '../../knowledge/database.ts';
import { embeddedPlace, open, type Place } from '../support/databases.ts';
import { lines, portalRecords, temporaryFile, temporaryFolder } from '../support/portal-records.ts';
import { runScript, startScript } from '../support/run-script.ts';

describe('the embedded database', () => {
  it('is made in a folder of any name, also where a first start broke off', async () => {
    const dataDir = join(temporaryFolder(), 'Dữ liệu của tôi (bản thử)', 'một cửa');
    // What a start that was killed leaves behind.
    mkdirSync(join(dataDir, 'pg.new'), { recursive: true });
    writeFileSync(join(dataDir, 'pg.new', 'PG_VERSION'), '18');
    writeFileSync(join(dataDir, 'motcua.json'), '{"layout":"motcua-data 1"}\n');
    const first = await openFolder(dataDir);
    await first.pool.query(`insert into faqs (id, body) values ('faq-kept', '{"text": "đã lưu"}')`);
    await first.close();
    expect(readdirSync(dataDir)).not.toContain('pg.new');
    const second = await openFolder(dataDir);
    expect((await second.pool.query('select body from faqs')).rows).toEqual([{ body: { text: 'đã lưu' } }]);
    await second.close();
  });

  it('has the vector type, numbers for counts and dates as they are written', async () => {
    const database = await open(placeOf());
    const { rows } = await database.pool.query(
      `select '[1,2]'::vector <-> '[1,4]'::vector as apart, count(*) as count, date '2026-03-29' as day`,
    );
    expect(rows).toEqual([{ apart: 2, count: 1, day: '2026-03-29' }]);
    await database.close();
  });

  it('goes on after a failed query, whatever comes right behind it', async () => {
    const place = placeOf();
    const database = await open(place);
    const { pool } = database;
    await pool.query('create table marks (id integer primary key)');
    const ask = (id: number) => pool.query('insert into marks values ($1) returning id', [id]).then(({ rows }) => rows[0]?.id ?? null);
    const failed = (wrong: Promise<unknown>) =>
      wrong.then(
        () => 'passed',
        () => 'failed',
      );
    const asked = [
      ask(1),
      failed(ask(1)),
      ask(2),
      failed(pool.query('selec $1', [1])),
      ask(3),
      failed(pool.query('select $1::integer', ['x'])),
      ask(4),
    ];
    expect(await Promise.all(asked)).toEqual([1, 'failed', 2, 'failed', 3, 'failed', 4]);
    await database.close();
  });

  it('is for one process: a second one says so and stops, the first goes on', async () => {
    const place = placeOf();
    const first = await open(place);
    const file = temporaryFile('records.jsonl', lines(portalRecords(1)));
    const second = await runScript('scripts/ingest.ts', [file], { DATA_DIR: place.dataDir });
    expect(second).toMatchObject({ status: 1, out: '' });
    expect(second.err).toBe(
      `${place.dataDir} is in use by another Một Cửa process. Stop it first, or set DATABASE_URL to share one PostgreSQL between several.\n`,
    );
    expect((await first.pool.query('select 1 as alive')).rows).toEqual([{ alive: 1 }]);
    await expect(open(place)).rejects.toThrow('is in use by another Một Cửa process');
    await first.close();
    await (await open(place)).close();
  });

  it('is free again when its process was killed, with all that was committed', async () => {
    const place = placeOf();
    const { child, ended } = startScript('test/support/hold-folder.ts', [place.dataDir], {});
    await Promise.race([child.stdout && once(child.stdout, 'data'), ended]);
    await expect(open(place)).rejects.toThrow('is in use');
    child.kill('SIGKILL');
    expect(await ended).toMatchObject({ signal: 'SIGKILL', out: 'held\n' });
    const database = await open(place);
    expect((await database.pool.query('select id from faqs')).rows).toEqual([{ id: 'faq-of-the-dead' }]);
    await database.close();
  });

  it('leaves a folder alone that holds the files of others', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'thư.txt'), 'của người khác');
    await refused(dataDir, /holds files that are not ours \(thư\.txt, …\)\. Set DATA_DIR to an empty folder/);
    expect(readdirSync(dataDir)).toEqual(['thư.txt']);
  });

  it('leaves a folder alone that another version made, and says which', async () => {
    const place = placeOf();
    const marker = join(place.dataDir, 'motcua.json');
    writeFileSync(marker, '{"layout":"motcua-data 2"}\n');
    await refused(place.dataDir, /made by another version of Một Cửa \(\{"layout":"motcua-data 2"\}\)/);
    // Refused for the same reason again: the lock was given back.
    await refused(place.dataDir, /motcua-data 2/);
    expect(readFileSync(marker, 'utf8')).toBe('{"layout":"motcua-data 2"}\n');
  });

  it('says so when its folder is a file or cannot be made', async () => {
    const file = temporaryFile('data', 'a file');
    await refused(file, /^The data folder .* cannot be used: /);
    expect(readFileSync(file, 'utf8')).toBe('a file');
    await refused(join(file, 'below'), /^The data folder .* cannot be used: /);
  });

  it('says so when its files are damaged', async () => {
    const place = placeOf();
    truncateSync(join(place.dataDir, 'pg', 'global', 'pg_control'), 100);
    await refused(place.dataDir, /^The embedded database in .* could not be opened: /);
  });

  it('lets go of its folder when it is closed right after a query has failed', async () => {
    const place = placeOf();
    const database = await open(place);
    await expect(database.pool.query('select nothing from nowhere')).rejects.toThrow('nowhere');
    await database.close();
    const again = await open(place);
    expect((await again.pool.query('select 1 as alive')).rows).toEqual([{ alive: 1 }]);
    await again.close();
    expect(readdirSync(place.dataDir).map((name) => basename(name))).toEqual(expect.arrayContaining(['motcua.json', 'pg']));
  });
});

function placeOf(): Place {
  const place = embeddedPlace();
  onTestFinished(() => place.drop());
  return place;
}

function openFolder(dataDir: string): Promise<Database> {
  return openDatabase({ url: null, dataDir, onIdleError: () => {} });
}

/** One sentence or two for the operator, not a dump. */
async function refused(dataDir: string, sentence: RegExp): Promise<void> {
  const opened = openFolder(dataDir);
  await expect(opened).rejects.toThrow(OperatorError);
  await expect(opened).rejects.toThrow(sentence);
  await opened.catch((error: Error) => expect(error.message.length).toBeLessThan(400));
}
