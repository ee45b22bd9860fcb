import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { withLease } from '../../knowledge/lease.ts';
import { type Kind, kinds, open, type Place } from '../support/databases.ts';
import { lines, portalRecord, portalRecords, temporaryFile } from '../support/portal-records.ts';
import { runScript, startScript } from '../support/run-script.ts';
import { settingsOf } from '../support/server.ts';

describe.each(kinds)('npm run ingest on $name', (kind) => {
  const ingest = (place: Place, ...given: string[]) => runScript('scripts/ingest.ts', given, settingsOf(place));

  it('ends with its counts, the reasons and a report, and the records are indexed', async () => {
    const place = await placeOf(kind);
    const file = temporaryFile('portal-2026-07-18.jsonl.gz', gzipSync(`${lines(portalRecords(12))}{"id":\n`));
    const run = await ingest(place, file);
    expect(run).toMatchObject({ status: 0, err: '' });
    expect(run.out).toMatch(/^13 records in [\d.]+ s: 12 added, 0 changed, 0 unchanged, 1 rejected\n {2}line 13: the line is not JSON\n/);
    const report = JSON.parse(readFileSync(/Report: (.+)\n/.exec(run.out)?.[1] ?? '', 'utf8'));
    expect(report).toMatchObject({ date: '2026-07-18', read: 13, added: 12, rejected: [{ line: 13, reason: 'the line is not JSON' }] });
    const database = await open(place);
    const { rows } = await database.pool.query(
      `select count(*) as count, bool_and(indexed_version = version) as indexed, max(data_date) as date from procedures where id like 'record-%'`,
    );
    expect(rows).toEqual([{ count: 12, indexed: true, date: '2026-07-18' }]);
    await database.close();
  });

  it('is refused in a sentence while another import is running, and that one goes on', async () => {
    const place = await placeOf(kind);
    const file = temporaryFile('records.jsonl', lines(portalRecords(1)));
    const database = await open(place);
    await withLease(database.pool, 'import', async () => {
      const run = await ingest(place, file);
      expect(run).toMatchObject({ status: 1, out: '' });
      expect(run.err).toMatch(kind.name === 'PGlite' ? /is in use by another Một Cửa process/ : /^Another import is running/m);
      expect(run.err).not.toMatch(/^\s+at /m);
    });
    expect((await database.pool.query(`select from procedures where id like 'record-%'`)).rowCount).toBe(0);
    await database.close();
    expect((await ingest(place, file)).status).toBe(0);
  });

  it('loses nothing when it is killed in the middle: a second run finishes', async () => {
    const place = await placeOf(kind);
    const filling = 'Thuyền nan, thuyền thúng và bè nứa đậu ở bến riêng. '.repeat(80);
    const records = Array.from({ length: 3_000 }, (_, number) =>
      portalRecord(number + 1, { requirementsAndConditions: `${filling}${number}` }),
    );
    const file = temporaryFile('records.jsonl', lines(records));
    const { child, ended } = startScript('scripts/ingest.ts', [file], settingsOf(place));
    await readUpTo(file, 0.6, child.pid ?? 0);
    child.kill('SIGKILL');
    expect(await ended).toMatchObject({ signal: 'SIGKILL', out: '' });
    const database = await open(place);
    const { rows } = await database.pool.query(`select count(*) as count from procedures where id like 'record-%'`);
    // What the dead process held of an import runs out by itself; here nobody waits for that.
    await database.pool.query('delete from leases');
    await database.close();
    const kept: number = rows[0].count;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(3_000);
    const again = await ingest(place, file);
    expect(again.out).toContain(`${3_000 - kept} added, 0 changed, ${kept} unchanged, 0 rejected`);
  }, 90_000);

  it('says what is wrong with the file, and nothing else', async () => {
    const place = await placeOf(kind);
    const run = await ingest(place, '/nowhere/records.jsonl');
    expect(run).toMatchObject({ status: 1, out: '' });
    expect(run.err).toMatch(/^\/nowhere\/records\.jsonl cannot be read: .*\n$/);
  });
});

async function placeOf(kind: Kind): Promise<Place> {
  const place = await kind.make();
  onTestFinished(() => place.drop());
  return place;
}

/** Resolves when a process has read this share of a file: the system tells how far its descriptor is. */
async function readUpTo(file: string, share: number, process: number): Promise<void> {
  const { size } = await stat(file);
  const folder = `/proc/${process}`;
  for (let read = 0; read < size * share; await new Promise((resolve) => setTimeout(resolve, 5))) {
    const descriptor = readdirSync(join(folder, 'fd')).find((name) => linkOf(join(folder, 'fd', name)) === file);
    const told = descriptor === undefined ? '' : readFileSync(join(folder, 'fdinfo', descriptor), 'utf8');
    read = Number(/^pos:\s+(\d+)/m.exec(told)?.[1] ?? 0);
  }
}

/** Descriptors come and go while we look. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
