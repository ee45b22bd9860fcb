import { beforeEach, describe, expect, it } from 'vitest';
import { createCalendar } from '../../bot/calendar/calendar.ts';
import { daysLeft } from '../../bot/calendar/days-left.ts';
import { dueAfterStop } from '../../bot/calendar/due-after-stop.ts';
import { overdueOf } from '../../bot/dossier-due.ts';
import type { Dossier } from '../../bot/dossier-types.ts';
import { type AfterStop, advanceDossier } from '../../knowledge/advance.ts';
import { createRegister } from '../../knowledge/dossiers.ts';
import { keepDossiers, registerSize } from '../../knowledge/register.ts';
import { type Listed, listDossiers } from '../../knowledge/register-list.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

const { code } = demonstration;
const night = (day: number) => `2025-08-0${day}T22:00:00+07:00`;
const now = new Date('2025-08-08T02:00:00Z');
const calendar = createCalendar();
const afterStop: AfterStop = (stop) => dueAfterStop({ ...stop, calendar });

describe.each(kinds)('the register on $name', (kind) => {
  const database = useDatabase(kind);
  const dossier = (other: Partial<Dossier> = {}): Dossier => ({ ...demonstration, demonstration: false, asOf: night(1), ...other });
  const keep = (...others: Partial<Dossier>[]) => keepDossiers(database.pool, others.map(dossier));
  const find = (wanted = code) => createRegister(database.pool).find(wanted, AbortSignal.timeout(60_000));
  const advance = (to: number | null = null, at = now) => advanceDossier({ pool: database.pool, code, to, now: at, afterStop });
  const updatedAt = async () => (await database.pool.query('select updated_at from dossiers where code = $1', [code])).rows[0].updated_at;
  const none = { added: 0, changed: 0, unchanged: 0, older: 0 };
  beforeEach(async () => {
    await database.pool.query('delete from dossiers');
  });

  it('keeps what is new, and the same again changes nothing but when it was said', async () => {
    expect(await keep({}, { code: 'H40-250801-0001' })).toEqual({ ...none, added: 2 });
    const before = await updatedAt();
    expect(await keep({}, { code: 'H40-250801-0001' })).toEqual({ ...none, unchanged: 2 });
    expect(await keep({ asOf: night(2) })).toEqual({ ...none, unchanged: 1 });
    expect(await updatedAt()).toEqual(before);
    expect(await find()).toEqual(dossier({ asOf: night(2) }));
  });

  it('keeps what changes from one export to the next as a step', async () => {
    await keep({ status: 2, agency: 'Một cửa' });
    expect(await keep({ status: 4, agency: 'Một cửa', asOf: night(2) })).toEqual({ ...none, changed: 1 });
    await keep({ status: 4, agency: 'Một cửa', note: 'khác', asOf: night(3) });
    await keep({ status: 4, agency: 'Một cửa', holder: { office: 'Phòng Kinh tế', person: '' }, asOf: night(4) });
    await keep({ status: 4, agency: 'Một cửa', holder: { office: 'Phòng Kinh tế', person: '' }, asOf: night(5) });
    const { timeline } = (await find()) ?? dossier();
    expect(timeline.map(({ at, office, status }) => ({ at, office, status }))).toEqual([
      { at: night(2), office: 'Một cửa', status: 4 },
      { at: night(4), office: 'Phòng Kinh tế', status: 4 },
    ]);
    const own = [{ at: night(1), office: 'Sở', person: '', text: 'Nhận', status: 2, statusText: '', dueAt: null }];
    await keep({ status: 9, timeline: own, asOf: night(6) });
    expect((await find())?.timeline).toEqual(own);
  });

  it('is not taken back by an old export', async () => {
    await keep({ status: 9, asOf: night(3) });
    expect(await keep({ status: 4, asOf: night(2) })).toEqual({ ...none, older: 1 });
    expect(await find()).toMatchObject({ status: 9, asOf: night(3) });
  });

  it('puts a real dossier in the place of one for demonstration', async () => {
    await database.pool.query('insert into dossiers (code, demonstration, body) values ($1, true, $2)', [
      code,
      JSON.stringify(demonstration),
    ]);
    expect(await keep({})).toEqual({ ...none, changed: 1 });
    expect(await find()).toMatchObject({ demonstration: false });
    expect(await registerSize(database.pool)).toMatchObject({ dossiers: 1, demonstration: 0, changedAt: expect.any(String) });
  });

  it('moves a dossier from step to step until its result is handed out', async () => {
    await keep({ status: 2, agency: 'Một cửa' });
    const moves: (number | null)[] = [];
    for (let moved = await advance(); moved.kind === 'moved'; moved = await advance()) moves.push(moved.after.status);
    expect(moves).toEqual([4, 9, 10]);
    const at = '2025-08-08T09:00:00+07:00';
    const found = await find();
    expect(found).toMatchObject({ status: 10, finishedOn: '2025-08-08', finishedAt: at, returnedAt: at, asOf: at });
    expect(found?.timeline.map(({ at, office, status }) => [at, office, status])).toEqual([
      [at, 'Một cửa', 4],
      [at, 'Một cửa', 9],
      [at, 'Một cửa', 10],
    ]);
    expect(await advance()).toEqual({ kind: 'ended', status: 10 });
    expect(await advance(10)).toEqual({ kind: 'same', status: 10 });
    expect(await advanceDossier({ pool: database.pool, code: 'H40-250801-9999', to: null, now, afterStop })).toEqual({ kind: 'none' });
  });

  it('stops the clock while papers are asked for, and starts it with them', async () => {
    await keep({ status: 4, procedure: { code: '', name: 'Đăng ký tạm trú' } });
    await advance(5);
    expect(await find()).toMatchObject({ status: 5, suspended: [{ from: '2025-08-08', to: null }], missing: [{ papers: [] }] });
    await advance();
    expect(await find()).toMatchObject({ status: 4, suspended: [{ from: '2025-08-08', to: '2025-08-08' }], missing: [] });
    await advance(9);
    expect((await find())?.results).toEqual(['Đăng ký tạm trú']);
    await advance(4);
    expect(await find()).toMatchObject({ finishedOn: null, finishedAt: null, returnedAt: null });
  });

  it('moves the due date by the working days on which it waited for papers', async () => {
    await keep({ status: 4, dueOn: '2025-08-12', dueAt: '2025-08-12T17:00:00+07:00' });
    await advance(5);
    await advance(null, new Date('2025-08-13T02:00:00Z'));
    const moved = { status: 4, dueOn: '2025-08-15', dueAt: '2025-08-15T17:00:00+07:00' };
    expect(await find()).toMatchObject({ ...moved, suspended: [{ from: '2025-08-08', to: '2025-08-13' }] });
  });

  it('moves the due date of a dossier whose export tells of no stop from the day of asking on, or not where nobody knows it', async () => {
    const missing = [{ text: 'Sổ hộ khẩu', askedAt: '2025-08-07', papers: [] }];
    await keep({ status: 5, dueOn: '2025-08-12', missing });
    await advance(4);
    expect(await find()).toMatchObject({ dueOn: '2025-08-13', suspended: [{ from: '2025-08-07', to: '2025-08-08' }] });
    await keep({
      status: 5,
      dueOn: '2025-08-12',
      asOf: '2025-08-09T22:00:00+07:00',
      timeline: [{ at: null, office: '', person: '', text: 'Nhận', status: 2, statusText: '', dueAt: null }],
    });
    await advance(4);
    expect(await find()).toMatchObject({ status: 4, dueOn: '2025-08-12', suspended: [] });
  });

  it('takes one step for each of two who ask at once', async () => {
    await keep({ status: 2 });
    const moved = await Promise.all([advance(), advance()]);
    expect(moved.map(({ kind }) => kind)).toEqual(['moved', 'moved']);
    expect((await find())?.timeline.map(({ status }) => status)).toEqual([4, 9]);
  });

  it('lists without a name or a number, a page at a time, and what is overdue', async () => {
    const applicant = { name: 'Trần Thị Bí Mật', phone: '0987654321', idNumber: '001099000012' };
    const of = (number: number, other: Partial<Dossier>) => ({ code: `H40-250801-000${number}`, applicant, dueOn: '2025-08-07', ...other });
    await keep(
      of(1, {}),
      of(2, { dueOn: '2025-08-08' }),
      of(3, { status: 10 }),
      of(4, { finishedOn: '2025-08-06' }),
      of(5, { status: null, statusText: 'Chờ ý kiến' }),
      of(6, { dueOn: null }),
      of(7, { suspended: [{ from: '2025-08-05', to: null }] }),
      of(8, { status: 3 }),
      of(9, { status: 6 }),
      { ...of(0, {}), absentSince: '2025-08-07' },
    );
    const list = async (today: string | null): Promise<Listed[]> => {
      const listed: Listed[] = [];
      for await (const each of listDossiers({ pool: database.pool, pageSize: 3 })) listed.push(each);
      return listed.filter((each) => today === null || overdueOf(each, (due) => daysLeft(due, today, calendar)) !== null);
    };
    const all = await list(null);
    expect(all.map((each) => each.code)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `H40-250801-000${number}`));
    expect(JSON.stringify(all)).not.toMatch(/Bí Mật|0987654321|001099000012/);
    expect((await list('2025-08-08')).map((each) => each.code)).toEqual(['H40-250801-0001', 'H40-250801-0005']);
  });
});
