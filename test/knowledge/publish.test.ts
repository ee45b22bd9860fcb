import { describe, expect, it } from 'vitest';
import { type Draft, publish } from '../../knowledge/publish.ts';
import { kinds } from '../support/databases.ts';
import { draftOf, portalRecord } from '../support/portal-records.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('publishing on $name', (kind) => {
  const database = useDatabase(kind);
  const put = (...drafts: Draft[]) => publish(database.pool, drafts);
  const kept = async (id: string) => {
    const { rows } = await database.pool.query(
      `select version, origin, data_date as date, source_url as url, body ->> 'name' as name from procedures
       join procedure_versions using (version, origin) where id = $1 and procedure_id = id`,
      [id],
    );
    return rows[0];
  };
  const versions = async (id: string) => {
    const { rows } = await database.pool.query<{ version: number; name: string }>(
      `select version, body ->> 'name' as name from procedure_versions where procedure_id = $1 order by version`,
      [id],
    );
    return rows.map(({ version, name }) => `${version} ${name}`);
  };

  it('gives a procedure a new version only when it has changed, and keeps every version', async () => {
    const record = portalRecord(1, { name: 'Tên cũ' });
    expect(await put(draftOf(record))).toEqual({ added: 1, changed: 0, unchanged: 0, older: 0 });
    expect(await put(draftOf(record))).toEqual({ added: 0, changed: 0, unchanged: 1, older: 0 });
    expect(await put(draftOf({ ...record, name: 'Tên mới' }))).toEqual({ added: 0, changed: 1, unchanged: 0, older: 0 });
    expect(await kept(record.id)).toMatchObject({ version: 2, name: 'Tên mới' });
    expect(await versions(record.id)).toEqual(['1 Tên cũ', '2 Tên mới']);
  });

  it('moves the date of an unchanged record forward and never back', async () => {
    const record = portalRecord(2);
    await put(draftOf(record, { date: '2026-07-01' }));
    await put(draftOf(record, { date: '2026-07-18' }));
    expect(await kept(record.id)).toMatchObject({ version: 1, date: '2026-07-18' });
    await put(draftOf(record, { date: '2026-01-31' }));
    expect(await kept(record.id)).toMatchObject({ version: 1, date: '2026-07-18' });
  });

  it('lets a portal record replace a starter one of the same id, never the other way round', async () => {
    const record = portalRecord(3);
    const starter = draftOf(record, { origin: 'starter', date: '2026-07-20' });
    expect(await put(starter)).toMatchObject({ added: 1 });
    // The same words from the portal are a change too: of where they come from.
    expect(await put(draftOf(record, { date: '2026-07-18', url: 'https://example.org/portal' }))).toMatchObject({ changed: 1 });
    const portal = { version: 2, origin: 'portal', date: '2026-07-18', url: 'https://example.org/portal', name: record.name };
    expect(await kept(record.id)).toEqual(portal);
    expect(await put({ ...starter, date: '2026-09-01' })).toEqual({ added: 0, changed: 0, unchanged: 1, older: 0 });
    expect(await kept(record.id)).toEqual(portal);
  });

  it('takes the last of several drafts with one id', async () => {
    const record = portalRecord(4);
    expect(await put(draftOf(record), draftOf({ ...record, name: 'Tên sau cùng' }))).toMatchObject({ added: 1, changed: 0 });
    expect(await kept(record.id)).toMatchObject({ version: 1, name: 'Tên sau cùng' });
  });

  it('keeps two procedures that share a code', async () => {
    const code = '9.123456';
    expect(await put(draftOf(portalRecord(5, { code })), draftOf(portalRecord(6, { code })))).toMatchObject({ added: 2 });
    const { rows } = await database.pool.query('select id from procedures where code = $1 order by id', [code]);
    expect(rows).toEqual([{ id: portalRecord(5).id }, { id: portalRecord(6).id }]);
  });

  it('publishes all of its drafts or none', async () => {
    const good = draftOf(portalRecord(7));
    await expect(put(good, { ...draftOf(portalRecord(8)), date: 'not a day' })).rejects.toThrow();
    expect(await kept(good.procedure.id)).toBeUndefined();
  });

  it('has nothing to do with nothing', async () => {
    expect(await put()).toEqual({ added: 0, changed: 0, unchanged: 0, older: 0 });
  });

  it('goes on when two publish the same at once', async () => {
    const record = portalRecord(9);
    await put(draftOf(record));
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => put(draftOf({ ...record, name: 'Tên mới' }))));
    expect(outcomes.reduce((sum, outcome) => sum + outcome.changed, 0)).toBe(1);
    expect(await versions(record.id)).toEqual([`1 ${record.name}`, '2 Tên mới']);
  });
});
