import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { publish } from '../../knowledge/publish.ts';
import { seedStarter } from '../../knowledge/seed.ts';
import { kinds } from '../support/databases.ts';
import { draftOf, portalRecord } from '../support/portal-records.ts';
import { useDatabase } from '../support/use-database.ts';

const folder = new URL('../../knowledge/starter/', import.meta.url);
const known = '019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7';

describe.each(kinds)('the starter base on $name', (kind) => {
  const database = useDatabase(kind);
  const one = async (sql: string, values: unknown[] = []) => (await database.pool.query(sql, values)).rows[0];
  beforeAll(async () => {
    expect(await seedStarter(database.pool)).toBe(true);
  });

  it('is written once, with its explanations and questions', async () => {
    expect(await one('select origin, version from procedures where id = $1', [known])).toEqual({ origin: 'starter', version: 1 });
    const counts = await one(`select (select count(*) from procedures where origin = 'starter') as procedures,
      (select count(*) from explanations) as explanations, (select count(*) from faqs) as faqs`);
    expect(counts).toEqual({ procedures: lengthOf('procedures-'), explanations: lengthOf('procedures-'), faqs: lengthOf('faq-') });
    expect(await seedStarter(database.pool)).toBe(false);
    expect(await one('select max(version) as version from procedures')).toEqual({ version: 1 });
  });

  it('gives way to the portal’s record, and its words stay beside it', async () => {
    const record = portalRecord(1, { id: known, code: '1.001193', name: 'Tên theo cổng' });
    await publish(database.pool, [draftOf(record)]);
    const explained = () => one(`select body ->> 'plain' as plain from explanations where code = '1.001193'`);
    const words = await explained();
    expect(words.plain.length).toBeGreaterThan(20);
    // As after an update of the program that brings another starter base.
    await database.pool.query(`update library_state set starter_digest = 'of another release'`);
    expect(await seedStarter(database.pool)).toBe(true);
    expect(await one('select origin, version from procedures where id = $1', [known])).toEqual({ origin: 'portal', version: 2 });
    expect(await explained()).toEqual(words);
  });

  it('is as it should be when two processes bring it at once', async () => {
    await database.pool.query(`update library_state set starter_digest = ''`);
    await database.pool.query('delete from procedures');
    await Promise.all([seedStarter(database.pool), seedStarter(database.pool)]);
    expect(await one('select count(*) as faqs from faqs')).toEqual({ faqs: lengthOf('faq-') });
    expect(await one('select count(*) as procedures, max(version) as version from procedures')).toEqual({
      procedures: lengthOf('procedures-'),
      version: 1,
    });
    expect(await seedStarter(database.pool)).toBe(false);
  });
});

/** How many entries the files of this kind hold together. */
function lengthOf(prefix: string): number {
  const files = readdirSync(folder).filter((name) => name.startsWith(prefix));
  return files.reduce((sum, name) => sum + JSON.parse(readFileSync(new URL(name, folder), 'utf8')).length, 0);
}
