import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Case, CaseChange } from '../../bot/forms/case.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { SubmissionEnd, SubmissionQueue, Visitor } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import { createAttempts } from '../../knowledge/attempts.ts';
import { createCases } from '../../knowledge/cases.ts';
import { createHistory } from '../../knowledge/conversations.ts';
import { createInbox } from '../../knowledge/inbox.ts';
import { type PaperSeal, paperSeal } from '../../knowledge/paper-seal.ts';
import type { Seal } from '../../knowledge/seal.ts';
import { sealFor } from '../../knowledge/seals.ts';
import { createSubmissions } from '../../knowledge/submissions.ts';
import { createSubscriptions } from '../../knowledge/subscriptions.ts';
import { message, result } from '../contracts/inbox.ts';
import { aCase } from '../fakes/case.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

const signal = AbortSignal.timeout(60_000);
const reason = 'Sai tên Nguyễn Văn Bí Mật';

describe.each(kinds)('filings on their way to agencies on $name', (kind) => {
  const database = useDatabase(kind);
  let seal: Seal;
  let papers: PaperSeal;
  beforeAll(async () => {
    seal = await sealFor(database.pool, null, 'cases');
    papers = await paperSeal(database.pool, null);
  });
  const queue = (leaseMs?: number): SubmissionQueue =>
    createSubmissions({ pool: database.pool, seal, paperSeal: papers, ...(leaseMs === undefined ? {} : { leaseMs }) });
  const cases = () =>
    createCases({
      pool: database.pool,
      seal,
      attempts: createAttempts({ pool: database.pool, now: () => new Date() }),
      now: () => new Date(),
    });
  const visitorOf = (person: string): Visitor => ({ channel: 'web', person, network: null, message: randomUUID() });

  /** A turn of somebody that comes to this. */
  const turn = async (person: string, filing: CaseChange): Promise<boolean> => {
    const inbox = createInbox(database.pool, seal);
    const { conversation } = await inbox.accept(message({ channel: 'web', person }), '');
    await inbox.lease(conversation, 'a');
    const taken = await inbox.next(conversation, 'a');
    if (taken === null) throw new Error('no message waits');
    const done = await inbox.record(taken, conversation, 'a', result({ memory: emptyMemory, personal: true, filing }), 1);
    await inbox.abandon(conversation, 'a');
    return done !== null;
  };
  const save = (one: Case): CaseChange => ({ kind: 'save', case: one, take: false, submit: 'agency' });
  const sent = async (): Promise<{ person: string; one: Case }> => {
    const person = randomUUID();
    const one = aCase({ state: 'submitted' });
    await turn(person, save(one));
    return { person, one };
  };
  const accepted = (draft: Case): SubmissionEnd => ({
    case: { ...draft, dossier: 'H40.1-261122-00001' },
    news: plainReply('filing', 'đã nhận H40.1-261122-00001'),
    note: null,
    follow: { code: 'H40.1-261122-00001', source: '', status: null, statusText: null },
  });
  const news = async (person: string) =>
    (await createHistory(database.pool, seal).read('web', person, 0, 50)).filter(
      ({ from, messageId }) => from === 'assistant' && messageId === '',
    );
  const expire = () => database.pool.query("update submissions set due_at = now() where state = 'queued'");

  it('are taken by one, with the case and what is known of earlier tries', async () => {
    const { one, person } = await sent();
    const [first, second] = await Promise.all([queue().take('a'), queue().take('b')]);
    const taken = first ?? second;
    expect([first, second].filter((each) => each !== null)).toHaveLength(1);
    expect(taken).toMatchObject({
      case: { id: one.id },
      target: 'agency',
      visitor: { channel: 'web', person },
      attempts: 1,
      round: 1,
      sent: false,
      papers: [],
    });
    const owner = first === null ? 'b' : 'a';
    expect(await queue().sending(one.id, owner === 'a' ? 'b' : 'a')).toBe(false);
    expect(await queue().sending(one.id, owner)).toBe(true);
    expect(await queue().take('c')).toBeNull();
    // Its holder has died: the next one knows that something may have been made.
    await expire();
    expect(await queue().sending(one.id, owner)).toBe(false);
    expect(await queue().take('c')).toMatchObject({ case: { id: one.id }, attempts: 2, sent: true });
    expect(await queue().end(one.id, owner, 'accepted', accepted)).toBe(false);
    expect(await queue().end(one.id, 'c', 'accepted', accepted)).toBe(true);
    expect(await queue().end(one.id, 'c', 'accepted', accepted)).toBe(false);
  });

  it('end with the case, its dossier followed and its citizen told, all at once', async () => {
    const { one, person } = await sent();
    await queue().take('a');
    // The citizen says something meanwhile: the case has changed, and nothing of that is lost.
    const meanwhile = await cases().find(visitorOf(person), one.id, signal);
    if (meanwhile === null) throw new Error('the case is gone');
    const changing = turn(person, { kind: 'save', case: { ...meanwhile, told: ['meanwhile'] }, take: false });
    const [, ended] = await Promise.all([changing, queue().end(one.id, 'a', 'accepted', accepted)]);
    expect(ended).toBe(true);
    const after = await cases().find(visitorOf(person), one.id, signal);
    expect(after?.dossier).toBe('H40.1-261122-00001');
    if (await changing) expect(after?.told).toEqual(['meanwhile']);
    expect((await news(person)).map(({ text }) => text)).toEqual(['đã nhận H40.1-261122-00001']);
    const subscriptions = createSubscriptions({ pool: database.pool, seal: null, ways: [] });
    expect((await subscriptions.followed(visitorOf(person))).map(({ code }) => code)).toEqual(['H40.1-261122-00001']);
    await expire();
    expect(await queue().take('b')).toBeNull();
  });

  it('may be asked for again after a refusal, and only then; the reason stands nowhere in the clear', async () => {
    const { one, person } = await sent();
    await queue().take('a');
    const refused = (draft: Case): SubmissionEnd => ({
      case: { ...draft, state: 'open' },
      news: plainReply('filing', reason),
      note: 'xem BN',
      follow: null,
    });
    expect(await queue().end(one.id, 'a', 'refused', refused)).toBe(true);
    expect((await news(person)).map(({ text }) => text)).toEqual([reason]);
    const open = await cases().find(visitorOf(person), one.id, signal);
    if (open === null) throw new Error('the case is gone');
    await turn(person, save({ ...open, state: 'submitted' }));
    expect(await queue().take('b')).toMatchObject({ case: { id: one.id }, round: 2, attempts: 1, sent: false });
    const again = await cases().find(visitorOf(person), one.id, signal);
    if (again === null) throw new Error('the case is gone');
    await turn(person, save(again));
    expect(await queue().take('c')).toBeNull();
    await queue().end(one.id, 'b', 'unclear', (draft) => ({ ...refused(draft), news: plainReply('filing', 'chưa rõ') }));
    const unclear = await cases().find(visitorOf(person), one.id, signal);
    if (unclear === null) throw new Error('the case is gone');
    await turn(person, save(unclear));
    expect(await queue().take('c')).toBeNull();
    for (const table of ['entries', 'cases', 'desk_notes', 'outbox']) {
      const { rows } = await database.pool.query(`select * from ${table}`);
      expect(JSON.stringify(rows)).not.toContain('Bí Mật');
    }
  });

  it('are put back for later, and their citizen hears of it once', async () => {
    const { one, person } = await sent();
    for (let tries = 0; tries < 3; tries++) {
      await queue().take('a');
      await queue().putBack(one.id, 'a', { sent: true, afterMs: 3_600_000, news: plainReply('filing', 'đang chờ') });
      expect(await queue().take('b')).toBeNull();
      await expire();
    }
    expect((await news(person)).map(({ text }) => text)).toEqual(['đang chờ']);
    expect(await queue().take('a')).toMatchObject({ attempts: 4, sent: true });
  });

  it('go with their case', async () => {
    const { one, person } = await sent();
    await queue().take('a');
    await turn(person, { kind: 'delete', id: one.id });
    expect(await queue().end(one.id, 'a', 'accepted', accepted)).toBe(false);
    expect(await news(person)).toEqual([]);
  });
});
