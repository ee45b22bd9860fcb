import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../bot/calendar/calendar.ts';
import { findDossierCode } from '../../bot/understand/codes.ts';
import { advanceDossier } from '../../knowledge/advance.ts';
import { seedDemonstration } from '../../knowledge/demonstration.ts';
import { createRegister } from '../../knowledge/dossiers.ts';
import { workingDay } from '../../scripts/knowledge.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

const signal = AbortSignal.timeout(60_000);
const calendar = createCalendar();
const code = 'H40.23.08-250715-0012';

describe.each(kinds)('the demonstration register on $name', (kind) => {
  const database = useDatabase(kind);
  /** A Sunday in Vietnam. */
  const sunday = new Date('2026-07-19T09:00:00+07:00');
  const seed = (now: Date, on = true) =>
    seedDemonstration({ pool: database.pool, on, now, workingDay: (count) => workingDay(dayOf(now), count, calendar) });
  const find = (wanted = code) => createRegister(database.pool).find(wanted, signal);
  const codes = async (): Promise<string[]> => {
    const { rows } = await database.pool.query<{ code: string }>('select code from dossiers order by code');
    return rows.map((row) => row.code);
  };

  it('is marked, can be asked for and opened, and has its dates on working days', async () => {
    await seed(sunday);
    expect(await codes()).toContain(code);
    for (const each of await codes()) {
      const dossier = await find(each);
      expect(dossier).toMatchObject({ demonstration: true, source: 'register', asOf: sunday.toISOString() });
      expect(findDossierCode(each)).toEqual({ kind: 'code', code: each });
      expect(dossier?.factor.pin).toMatch(/^\d{6}$/);
      const moments = [dossier?.receivedAt, dossier?.finishedAt, dossier?.returnedAt, ...(dossier?.timeline ?? []).map(({ at }) => at)];
      const days = [dossier?.dueOn, ...moments.map((at) => at?.slice(0, 10))].filter((day) => day !== undefined && day !== null);
      expect(days.length).toBeGreaterThan(2);
      for (const day of days) expect(calendar.isWorking(day), `${each} on ${day}`).toBe(true);
    }
    expect(await find('H40.23.08-250715-9999')).toBeNull();
  });

  it('tells a story in order: nothing is done before it came in, and the last step is where it stands', async () => {
    await seed(sunday);
    for (const each of await codes()) {
      const dossier = await find(each);
      const times = (dossier?.timeline ?? []).map(({ at }) => at ?? '');
      expect(times).toEqual(times.toSorted());
      expect(times[0]).toBe(dossier?.receivedAt);
      expect(dossier?.timeline.at(-1)?.status).toBe(dossier?.status);
      expect((dossier?.missing.length ?? 0) > 0).toBe(dossier?.status === 5);
      expect(dossier?.suspended).toHaveLength(dossier?.status === 5 ? 1 : 0);
      expect((dossier?.finishedOn ?? null) !== null).toBe(dossier?.status === 9 || dossier?.status === 10);
    }
  });

  it('is there once however often it is brought, and its dates move with the days', async () => {
    await seed(sunday);
    const before = await codes();
    expect((await find())?.dueOn).toBe('2026-07-22');
    await seed(new Date('2026-07-28T09:00:00+07:00'));
    expect(await codes()).toEqual(before);
    expect(await find()).toMatchObject({ dueOn: '2026-07-31', asOf: '2026-07-28T02:00:00.000Z' });
  });

  it('is proved by nothing that can be guessed from its code or from another dossier', async () => {
    await seed(sunday);
    const all: string[] = [];
    for (const each of await codes()) {
      const { pin = '', phone = '', idNumber = '' } = (await find(each))?.factor ?? {};
      const digits = each.replace(/\D/g, '');
      for (const secret of [pin, phone.slice(-4), idNumber.slice(-4)]) {
        expect(secret).toMatch(/^\d{4,6}$/);
        expect(digits, `${secret} of ${each}`).not.toContain(secret);
        expect(secret).not.toMatch(/^(\d)\1+$|0123|1234|2345|3456|4567|5678|6789|000/);
        all.push(secret);
      }
    }
    expect(all.length).toBeGreaterThan(15);
    expect(new Set(all).size).toBe(all.length);
  });

  it('keeps what was moved on by hand for a week', async () => {
    const now = new Date('2026-08-03T09:00:00+07:00');
    await seed(now);
    await advanceDossier({ pool: database.pool, code, to: null, now, afterStop: () => null });
    await seed(new Date('2026-08-09T09:00:00+07:00'));
    expect(await find()).toMatchObject({ status: 9, finishedOn: '2026-08-03' });
    await seed(new Date('2026-08-11T09:00:00+07:00'));
    expect(await find()).toMatchObject({ status: 4, finishedOn: null });
  });

  it('goes when it is switched off, and never touches a real dossier', async () => {
    await seed(sunday);
    const body = {
      code,
      procedure: { code: '', name: '' },
      status: 2,
      agency: 'có thật',
      asOf: sunday.toISOString(),
      demonstration: false,
    };
    await database.pool.query('update dossiers set demonstration = false, body = $2 where code = $1', [
      code,
      JSON.stringify({ ...body, applicant: { name: 'A', phone: '', idNumber: '' } }),
    ]);
    await seed(sunday);
    expect(await find()).toMatchObject({ agency: 'có thật', demonstration: false });
    await seed(sunday, false);
    expect(await codes()).toEqual([code]);
  });
});

function dayOf(now: Date): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
