import { beforeEach, describe, expect, it } from 'vitest';
import { hasEnded } from '../../bot/dossier-due.ts';
import type { Dossier } from '../../bot/dossier-types.ts';
import { createRegister } from '../../knowledge/dossiers.ts';
import { forgetDossiers, keptSince } from '../../knowledge/forget-dossiers.ts';
import { createLastKnown } from '../../knowledge/last-known.ts';
import { keepDossiers, markAbsent } from '../../knowledge/register.ts';
import { listDossiers } from '../../knowledge/register-list.ts';
import { createWatchList } from '../../knowledge/watch.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { kinds } from '../support/databases.ts';
import { visitorIn } from '../support/followers.ts';
import { useDatabase } from '../support/use-database.ts';

const night = (day: number) => `2025-08-0${day}T22:00:00+07:00`;
const code = (number: number, agency = 'H40.23') => `${agency}-250801-000${number}`;
const signal = AbortSignal.timeout(60_000);

describe.each(kinds)('what an agency no longer has, and what is over, on $name', (kind) => {
  const database = useDatabase(kind);
  const keep = (...others: Partial<Dossier>[]) =>
    keepDossiers(
      database.pool,
      others.map((other) => ({ ...demonstration, demonstration: false, asOf: night(1), ...other })),
    );
  const find = (wanted: string) => createRegister(database.pool).find(wanted, signal);
  const codes = async (): Promise<string[]> => {
    const all: string[] = [];
    for await (const each of listDossiers({ pool: database.pool })) all.push(each.code);
    return all;
  };
  const forget = (now: string) => forgetDossiers({ pool: database.pool, keepDays: 30 })(new Date(now));
  const lastKnown = () => createLastKnown({ pool: database.pool, mask: (text) => text });
  beforeEach(async () => {
    for (const table of ['dossiers', 'last_known', 'subscriptions', 'watched_dossiers']) await database.pool.query(`delete from ${table}`);
  });

  it('is marked from the day of the whole list on, for the agencies of the list alone, and stays findable', async () => {
    await keep(
      { code: code(1) },
      { code: code(2) },
      { code: code(3, 'H41') },
      { code: code(4, 'H40.23.08') },
      { code: code(5), asOf: night(3) },
    );
    const whole = { agencies: ['H40.23'], codes: [code(1)], asOf: night(2) };
    expect(await markAbsent(database.pool, whole)).toBe(1);
    expect(await find(code(2))).toMatchObject({ status: 4, absentSince: '2025-08-02' });
    // Another agency's, a part of the agency that has a list of its own, and what is known from later.
    for (const other of [code(1), code(3, 'H41'), code(4, 'H40.23.08'), code(5)])
      expect(await find(other)).toMatchObject({ absentSince: null });
    expect(await markAbsent(database.pool, { ...whole, asOf: night(3) })).toBe(1);
    expect(await find(code(2))).toMatchObject({ absentSince: '2025-08-02' });
    expect(await find(code(5))).toMatchObject({ absentSince: '2025-08-03' });
  });

  it('is there again when a later list has it again', async () => {
    await keep({ code: code(1) });
    await markAbsent(database.pool, { agencies: ['H40.23'], codes: [], asOf: night(2) });
    expect(await keep({ code: code(1), asOf: night(3) })).toMatchObject({ changed: 1 });
    expect(await find(code(1))).toMatchObject({ absentSince: null, timeline: [] });
  });

  it('is deleted so many days after its end or its leaving, and a demonstration never', async () => {
    await keep(
      { code: code(1), status: 10, finishedOn: '2025-08-01' },
      { code: code(2), status: 10, finishedOn: '2025-08-02' },
      { code: code(3), status: 4 },
      { code: code(4), status: 4, absentSince: '2025-08-01' },
      { code: code(5), status: 10, finishedOn: '2025-08-20', absentSince: '2025-08-01' },
    );
    await database.pool.query('insert into dossiers (code, demonstration, body) values ($1, true, $2)', [
      code(6),
      JSON.stringify({ ...demonstration, code: code(6), finishedOn: '2020-01-01' }),
    ]);
    expect(await forget('2025-08-31T16:59:00Z')).toBe(0);
    expect(await forget('2025-08-31T17:00:00Z')).toBe(3);
    expect(await codes()).toEqual([code(2), code(3), code(6)]);
    expect(keptSince(new Date('2025-08-31T17:00:00Z'), 30)).toBe('2025-08-02');
  });

  it('is deleted by when it was written where no day of its end is told', async () => {
    const all = [null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    await keep(...all.map((status, at) => ({ code: `H40-250801-${1000 + at}`, status, finishedOn: null, statusText: 'x' })));
    await database.pool.query(`update dossiers set updated_at = '2025-08-01T00:00:00Z'`);
    await forget('2025-08-30T00:00:00Z');
    expect(await codes()).toHaveLength(all.length);
    await forget('2025-09-01T00:00:00Z');
    const left = all.flatMap((status, at) => (hasEnded({ status, finishedOn: null }) ? [] : [`H40-250801-${1000 + at}`]));
    expect(await codes()).toEqual(left);
  });

  it('takes along what was known last and what is followed', async () => {
    await keep({ code: code(1), status: 10, finishedOn: '2025-08-01' }, { code: code(2) });
    const elsewhere = { ...demonstration, source: 'h41', demonstration: false };
    await lastKnown().remember({ ...elsewhere, code: code(3, 'H41'), status: 9, finishedOn: '2025-08-01', asOf: '2025-09-01T00:00:00Z' });
    await lastKnown().remember({ ...elsewhere, code: code(4, 'H41'), asOf: '2025-09-01T00:00:00Z' });
    await visitorIn(database.pool, 'web', 'somebody');
    const followed = [code(1), code(2), code(3, 'H41'), code(4, 'H41')];
    await database.pool.query(`insert into watched_dossiers (code, source) select unnest($1::text[]), 'register'`, [followed]);
    await database.pool.query(
      `insert into subscriptions (code, conversation_id, asked_in, language) select unnest($1::text[]), id, id, 'vi' from conversations where person = 'somebody'`,
      [followed],
    );
    expect(await forget('2025-09-02T00:00:00Z')).toBe(2);
    await createWatchList({ pool: database.pool }).tidy();
    const { rows } = await database.pool.query<{ code: string }>('select code from watched_dossiers order by code');
    expect(rows.map((row) => row.code)).toEqual([code(2), code(4, 'H41')]);
    expect(await lastKnown().recall(code(3, 'H41'))).toBeNull();
    expect(await lastKnown().recall(code(4, 'H41'))).not.toBeNull();
  });

  it('lists what other systems have as it was seen last, once, by the newer word', async () => {
    await keep({ code: code(1), status: 4 }, { code: code(2), status: 4, asOf: night(3) });
    const elsewhere = {
      ...demonstration,
      source: 'h40',
      demonstration: false,
      holder: { office: 'Tổ một', person: 'Trần Thị Kín' },
      asOf: night(2),
    };
    for (const number of [1, 2, 3]) await lastKnown().remember({ ...elsewhere, code: code(number), status: 2, dueOn: '2025-08-05' });
    const listed = [];
    for await (const each of listDossiers({ pool: database.pool, pageSize: 2 })) listed.push(each);
    const seen = { source: 'h40', office: 'Tổ một', seenAt: '2025-08-02T15:00:00Z' };
    expect(listed.map(({ code, status, elsewhere }) => ({ code, status, elsewhere }))).toEqual([
      { code: code(1), status: 2, elsewhere: seen },
      { code: code(2), status: 4, elsewhere: null },
      { code: code(3), status: 2, elsewhere: seen },
    ]);
    expect(listed[2]).toMatchObject({ dueOn: '2025-08-05', finishedOn: null, suspended: [], demonstration: false });
    expect(JSON.stringify(listed)).not.toContain('Kín');
  });
});
