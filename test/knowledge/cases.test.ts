import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Case, CaseChange } from '../../bot/forms/case.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { Visitor } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import { createAppointments, importOffices } from '../../knowledge/appointments.ts';
import { createAttempts } from '../../knowledge/attempts.ts';
import { createCases, forgetOldCases } from '../../knowledge/cases.ts';
import { createHistory } from '../../knowledge/conversations.ts';
import { createInbox } from '../../knowledge/inbox.ts';
import { createOutbox } from '../../knowledge/outbox.ts';
import type { Seal } from '../../knowledge/seal.ts';
import { sealFor } from '../../knowledge/seals.ts';
import { message, result } from '../contracts/inbox.ts';
import { aCase } from '../fakes/case.ts';
import { anOffice } from '../fakes/office.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

const signal = AbortSignal.timeout(60_000);
const name = 'Nguyễn Thị Hạnh Dung';

describe.each(kinds)('filings on their way on $name', (kind) => {
  const database = useDatabase(kind);
  let seal: Seal;
  beforeAll(async () => {
    seal = await sealFor(database.pool, null, 'cases');
  });
  const cases = (now = () => new Date()) =>
    createCases({ pool: database.pool, seal, attempts: createAttempts({ pool: database.pool, now: () => new Date() }), now });
  const visitor = (person: string, network: string | null = null): Visitor => ({ channel: 'web', person, network, message: randomUUID() });

  /** A turn of somebody that comes to this; whether it was recorded. */
  const turn = async (person: string, filing: CaseChange | undefined, text = name): Promise<boolean> => {
    const inbox = createInbox(database.pool, seal);
    const { conversation } = await inbox.accept(message({ channel: 'web', person, text }), text);
    await inbox.lease(conversation, 'a');
    const taken = await inbox.next(conversation, 'a');
    if (taken === null) throw new Error('no message waits');
    const open = filing?.kind === 'save' ? { case: filing.case.id, open: true } : null;
    const done = await inbox.record(
      taken,
      conversation,
      'a',
      result({
        replies: [plainReply('filing', `Tôi ghi: ${name}.`)],
        memory: { ...emptyMemory, filing: open },
        personal: true,
        ...(filing === undefined ? {} : { filing }),
      }),
      1,
    );
    if (done === null) await inbox.abandon(conversation, 'a');
    else await inbox.release(conversation, 'a');
    return done !== null;
  };
  const save = (one: Case, take = false): CaseChange => ({ kind: 'save', case: one, take });
  const begun = async (change: Partial<Case> = {}): Promise<{ person: string; one: Case }> => {
    const person = randomUUID();
    const one = aCase(change);
    await turn(person, save(one));
    return { person, one };
  };
  const everything = async () => {
    const { rows } = await database.pool.query(
      `select (select jsonb_agg(to_jsonb(cases)) from cases) as c, (select jsonb_agg(to_jsonb(entries)) from entries) as e,
        (select jsonb_agg(to_jsonb(conversations)) from conversations) as v, (select jsonb_agg(to_jsonb(inbox)) from inbox) as i,
        (select jsonb_agg(to_jsonb(outbox)) from outbox) as o, (select jsonb_agg(to_jsonb(turns)) from turns) as t`,
    );
    return JSON.stringify(rows);
  };

  it('are there again as they were left, for who began them and nobody else', async () => {
    const { person, one } = await begun({ answers: { 'child.name': { value: name, shown: name } } });
    expect(await cases().find(visitor(person), one.id, signal)).toEqual({ ...one, revision: 1 });
    expect(await cases().find(visitor(randomUUID()), one.id, signal)).toBeNull();
    expect(await cases().own(visitor(person), signal)).toMatchObject([{ id: one.id, code: one.code, form: one.form, state: 'open' }]);
  });

  it('leave no word of what was said readable in the database, and all of it for their citizen and the channel', async () => {
    const { person } = await begun({ answers: { 'child.name': { value: name, shown: name } } });
    expect(await everything()).not.toContain('Hạnh Dung');
    const said = await createHistory(database.pool, seal).read('web', person, 0, 10);
    expect(said.map(({ text }) => text)).toEqual([name, `Tôi ghi: ${name}.`]);
    expect(said[1]?.reply?.text).toBe(`Tôi ghi: ${name}.`);
    await database.pool.query("update outbox set lease_until = null, due_at = now() - interval '1 hour'");
    const due = await createOutbox(database.pool, seal).due('web', 'b', 100);
    expect(due.filter((one) => one.person === person).map(({ reply }) => reply.text)).toEqual([`Tôi ghi: ${name}.`]);
  });

  it('take their appointment along to another channel, so that none gets a second one', async () => {
    const { person, one } = await begun();
    const office = anOffice({ id: `o-${randomUUID()}`, name: `Nơi ${randomUUID()}` });
    await importOffices(database.pool, [office], '2026-11-23 10:00');
    const appointments = createAppointments({ pool: database.pool });
    const wish = { office, day: '2026-11-24', time: '08:00', case: one.id, instead: null };
    const book = (who: string) => appointments.book({ ...visitor(who), message: '1' }, wish, '2026-11-23 10:00', signal);
    const booked = await book(person);
    const other = randomUUID();
    expect(await turn(other, save({ ...one, revision: 1 }, true))).toBe(true);
    expect(await appointments.own(visitor(person), '2026-11-23 10:00', signal)).toEqual([]);
    expect(booked.kind === 'booked' && (await appointments.own(visitor(other), '2026-11-23 10:00', signal))).toEqual(
      booked.kind === 'booked' ? [booked.booking] : [],
    );
    // Messages of two channels may have the same number.
    expect(await book(other)).toMatchObject({ kind: 'had' });
  });

  it('hide a message that comes while one is open before its turn is taken', async () => {
    const { person } = await begun();
    await createInbox(database.pool, seal).accept(message({ channel: 'web', person, text: 'Trần Chờ Đợi' }), 'Trần Chờ Đợi');
    const { rows } = await database.pool.query<{ text: string }>(
      `select entries.text from entries join conversations on conversations.id = conversation_id where person = $1 order by entries.id desc limit 1`,
      [person],
    );
    expect(rows[0]?.text).toBe('');
  });

  it('are not saved over what was saved meanwhile: the turn is taken again', async () => {
    const { person, one } = await begun();
    const first = { ...one, revision: 1, asking: 'child.birthDate' };
    expect(await turn(person, save(first))).toBe(true);
    expect(await turn(person, save({ ...first, asking: 'child.sex' }))).toBe(false);
    expect((await cases().find(visitor(person), one.id, signal))?.asking).toBe('child.birthDate');
  });

  it('go on in another conversation by six digits, once, and are then gone from the first', async () => {
    const { person, one } = await begun();
    const digits = await cases().moveCode(visitor(person), one.id, signal);
    expect(digits).toMatch(/^\d{6}$/);
    expect(await everything()).not.toContain(digits);
    const other = randomUUID();
    const claimed = await cases().claim(visitor(other), digits, signal);
    if (claimed.kind !== 'claimed') throw new Error('the digits were not taken');
    expect(await turn(other, save(claimed.case, true))).toBe(true);
    expect(await cases().find(visitor(person), one.id, signal)).toBeNull();
    expect((await cases().find(visitor(other), one.id, signal))?.code).toBe(one.code);
    expect(await cases().claim(visitor(randomUUID()), digits, signal)).toEqual({ kind: 'wrong' });
    expect(await turn(person, save({ ...one, revision: 1 }))).toBe(false);
  });

  it('do not move by digits that are old, replaced or somebody’s guess, and guessing is locked', async () => {
    const { person, one } = await begun();
    const old = await cases().moveCode(visitor(person), one.id, signal);
    const digits = await cases().moveCode(visitor(person), one.id, signal);
    const later = () => new Date(Date.now() + 16 * 60_000);
    if (old !== digits) expect((await cases().claim(visitor(randomUUID()), old, signal)).kind).toBe('wrong');
    expect((await cases(later).claim(visitor(randomUUID()), digits, signal)).kind).toBe('wrong');
    const guesser = randomUUID();
    const kinds: string[] = [];
    for (let guess = 0; guess < 6; guess++) kinds.push((await cases().claim(visitor(guesser), `00000${guess}`, signal)).kind);
    expect(kinds.slice(0, 5)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong']);
    expect(kinds[5]).toBe('locked');
    expect((await cases().claim(visitor(guesser), digits, signal)).kind).toBe('locked');
    expect((await cases().claim(visitor(randomUUID()), digits, signal)).kind).toBe('claimed');
  });

  it('are deleted when their citizen says so, when the conversation is, and after 30 days', async () => {
    const first = await begun();
    await turn(first.person, { kind: 'delete', id: first.one.id });
    expect(await cases().own(visitor(first.person), signal)).toEqual([]);
    const second = await begun();
    await createHistory(database.pool, seal).forget('web', second.person);
    expect(JSON.stringify((await database.pool.query('select id from cases')).rows)).not.toContain(second.one.id);
    const third = await begun();
    const later = new Date(Date.now() + 31 * 86_400_000);
    expect(await cases(() => later).find(visitor(third.person), third.one.id, signal)).toBeNull();
    expect(await forgetOldCases(database.pool, later)).toBeGreaterThan(0);
    expect(JSON.stringify((await database.pool.query('select id from cases')).rows)).not.toContain(third.one.id);
  });

  it('have codes that are never given twice', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => cases().newCode(signal)));
    expect(new Set(codes).size).toBe(20);
    for (const code of codes) expect(code).toMatch(/^BN-\d{6}-\d{4}-[A-Z0-9]{4}$/);
  });
});
