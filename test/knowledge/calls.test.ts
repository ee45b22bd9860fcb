import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CallSummary } from '../../bot/call/record.ts';
import type { CallBeginning } from '../../bot/ports.ts';
import { endDeadCalls, forgetOldCalls, renewCalls } from '../../knowledge/call-keeping.ts';
import { createCalls } from '../../knowledge/calls.ts';
import { sealFor } from '../../knowledge/seals.ts';
import { counting } from '../fakes/meter.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

const key = randomBytes(32);
const beginning: CallBeginning = { call: '1795308312.340', system: 'asterisk', from: '+84912345678', to: '19001234', turn: 1 };
const summary: CallSummary = {
  reason: 'goodbye',
  turns: 3,
  bargeIns: 1,
  noInputs: 0,
  noMatches: 1,
  keys: 7,
  fillers: 2,
  transferred: 'no',
  contained: true,
  firstAudioMs: 41.6,
  seconds: 63,
};

describe.each(kinds)('calls on $name', (kind) => {
  const database = useDatabase(kind);
  let meter = counting();
  const replica = async (name: string) =>
    createCalls({ pool: database.pool, seal: await sealFor(database.pool, key, 'calls'), replica: name, meter });
  const rows = async () => (await database.pool.query('select * from calls order by id')).rows;
  beforeEach(async () => {
    meter = counting();
    await database.pool.query('delete from calls');
  });

  it('are a new person each, whatever number calls', async () => {
    const calls = await replica('a');
    const first = await calls.begin(beginning);
    const second = await calls.begin({ ...beginning, call: 'another' });
    expect(first.caller).toBe('known');
    expect(first.person).not.toBe(second.person);
    expect(first.person).toMatch(/^[\w-]{20,}$/);
  });

  it('count tries by what stands for the number, however it is written; a withheld one stands for nothing', async () => {
    const calls = await replica('a');
    const written = ['+84912345678', '0912345678', '84912345678', 'sip:0912345678@trunk'];
    const tokens = await Promise.all(written.map(async (from) => (await calls.begin({ ...beginning, call: from, from })).network));
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).not.toContain('912345678');
    const other = await calls.begin({ ...beginning, call: 'other', from: '0912345679' });
    expect(other.network).not.toBe(tokens[0]);
    for (const from of [null, '', 'anonymous', 'Restricted', '+266696687']) {
      const hidden = await calls.begin({ ...beginning, call: `hidden ${from}`, from });
      expect(hidden).toMatchObject({ caller: 'withheld', network: null });
      expect(await calls.number(hidden.person)).toBeNull();
    }
  });

  it('keep the number where nobody reads it without the key', async () => {
    const calls = await replica('a');
    const { person } = await calls.begin(beginning);
    expect(JSON.stringify(await rows())).not.toContain('912345678');
    expect(await calls.number(person)).toBe('0912345678');
    expect(await calls.number('somebody else')).toBeNull();
    const strange = createCalls({ pool: database.pool, seal: await sealFor(database.pool, randomBytes(32), 'calls'), replica: 'b', meter });
    expect(await strange.number(person)).toBeNull();
  });

  it('tell every replica what becomes of one, as often as it asks, and nothing of a call that is not known', async () => {
    const [one, two] = [await replica('a'), await replica('b')];
    await one.begin(beginning);
    expect(await two.next(beginning.call)).toBeNull();
    await one.keepNext(beginning.call, { kind: 'transfer', to: 'canbo' }, 'Người gọi hỏi về khai sinh.');
    // By its number staff find the call in their list.
    const number = String((await rows())[0].id);
    for (const calls of [two, one, two]) {
      expect(await calls.next(beginning.call)).toEqual({ kind: 'transfer', to: 'canbo', case: number });
    }
    expect(await two.whisper(beginning.call)).toBe('Người gọi hỏi về khai sinh.');
    // The leg keeps it once more, and knows nothing of a whisper.
    await two.keepNext(beginning.call, { kind: 'transfer', to: 'canbo' });
    expect(await one.whisper(beginning.call)).toBe('Người gọi hỏi về khai sinh.');
    expect(await two.next('unknown')).toBeNull();
    expect(await two.whisper('unknown')).toBeNull();
    await one.keepNext('unknown', { kind: 'hangup' });
    expect(await two.next('unknown')).toBeNull();
  });

  it('come back from a person who did not answer as the same person, in whichever replica', async () => {
    const [one, two] = [await replica('a'), await replica('b')];
    const first = await one.begin(beginning);
    await one.keepNext(beginning.call, { kind: 'transfer', to: 'canbo' }, 'Người gọi hỏi về khai sinh.');
    await one.ended(beginning.call, 1, { ...summary, reason: 'transfer', contained: false });
    await database.pool.query('insert into conversations (channel, person, memory) values (\'phone\', $1, \'{"language": "en"}\')', [
      first.person,
    ]);
    const again = await two.begin({ ...beginning, turn: 2 });
    expect(again.person).toBe(first.person);
    expect([first.language, again.language]).toEqual([undefined, 'en']);
    // What is kept of the first time is for nobody who asks after a second one that broke off.
    expect(await two.next(beginning.call)).toBeNull();
    expect(await two.whisper(beginning.call)).toBeNull();
    expect(await rows()).toMatchObject([{ reason: null, ended_at: null }]);
    await two.ended(beginning.call, 2, { ...summary, reason: 'goodbye' });
    expect(await rows()).toMatchObject([
      {
        turn: 2,
        reason: 'goodbye',
        transferred: 'unanswered',
        contained: false,
        turns: 6,
        keys: 14,
        first_audio_ms: 42,
        seconds: 126,
      },
    ]);
    expect(meter.counted).toMatchObject({
      'call reason=transfer transferred=asked contained=no': 1,
      'call-transfer result=unanswered': 1,
      'call reason=goodbye transferred=unanswered contained=no': 1,
    });
  });

  it('are somebody else where an id is given again after its end', async () => {
    const calls = await replica('a');
    const first = await calls.begin(beginning);
    await calls.ended(beginning.call, 1, summary);
    const second = await calls.begin({ ...beginning, from: null });
    expect(second.person).not.toBe(first.person);
    expect(await calls.number(second.person)).toBeNull();
    expect(await rows()).toHaveLength(2);
  });

  it('are one where two replicas are told of the same one at once', async () => {
    const replicas = await Promise.all(['a', 'b', 'c', 'd'].map(replica));
    const callers = await Promise.all(replicas.map((calls) => calls.begin(beginning)));
    expect(new Set(callers.map(({ person }) => person)).size).toBe(1);
    expect(await rows()).toHaveLength(1);
  });

  it('end once, with what they came to', async () => {
    const calls = await replica('a');
    await calls.begin(beginning);
    await calls.ended(beginning.call, 1, summary);
    await calls.ended(beginning.call, 1, { ...summary, reason: 'no-input', turns: 9 });
    expect(await rows()).toMatchObject([{ reason: 'goodbye', turns: 3, barge_ins: 1, no_matches: 1, fillers: 2, contained: true }]);
    expect(meter.counted).toEqual({
      'call reason=goodbye transferred=no contained=yes': 1,
      'call-event what=turn': 3,
      'call-event what=barge-in': 1,
      'call-event what=no-match': 1,
    });
    expect(meter.measured).toEqual([
      { what: 'call-length', seconds: 63 },
      { what: 'call-first-audio', seconds: 0.0416 },
    ]);
  });

  it('are told of a person who came', async () => {
    const calls = await replica('a');
    await calls.begin(beginning);
    await calls.transferred(beginning.call, true);
    expect(await rows()).toMatchObject([{ transferred: 'no' }]);
    await calls.keepNext(beginning.call, { kind: 'transfer', to: 'canbo' });
    await calls.ended(beginning.call, 1, { ...summary, reason: 'transfer', contained: false });
    await calls.transferred(beginning.call, true);
    await calls.transferred(beginning.call, false);
    expect(await rows()).toMatchObject([{ transferred: 'answered', contained: false }]);
    expect(meter.counted).toMatchObject({ 'call-transfer result=answered': 1 });
  });

  it('of a replica that has died are ended by another, those of a living one are not', async () => {
    const [dead, living] = [await replica('dead'), await replica('living')];
    await dead.begin(beginning);
    const { person } = await living.begin({ ...beginning, call: 'goes on' });
    await database.pool.query("update calls set seen_at = now() - interval '50 seconds', stretch_at = now() - interval '80 seconds'");
    await renewCalls(database.pool, 'living', [person]);
    expect(await endDeadCalls(database.pool, meter)).toBe(1);
    expect(await endDeadCalls(database.pool, meter)).toBe(0);
    expect(await rows()).toMatchObject([
      { call: beginning.call, reason: 'replica-died', seconds: 30 },
      { call: 'goes on', reason: null, ended_at: null },
    ]);
    expect(meter.counted).toEqual({ 'call reason=replica-died transferred=no contained=no': 1 });
    // It was only slow: what it says counts.
    await dead.ended(beginning.call, 1, summary);
    expect((await rows())[0]).toMatchObject({ reason: 'goodbye' });
  });

  it('whose first stretch ends late go on with the second, and have what was counted in both', async () => {
    const calls = await replica('a');
    await calls.begin(beginning);
    await calls.keepNext(beginning.call, { kind: 'transfer', to: 'canbo' });
    await calls.begin({ ...beginning, turn: 2 });
    await calls.ended(beginning.call, 1, { ...summary, reason: 'transfer', transferred: 'asked', contained: false });
    expect(await rows()).toMatchObject([{ turns: 3, reason: null, ended_at: null, transferred: 'unanswered' }]);
    await calls.ended(beginning.call, 2, { ...summary, reason: 'no-input' });
    expect(await rows()).toMatchObject([{ turns: 6, reason: 'no-input', ended_at: expect.any(Date) }]);
  });

  it('that a replica could not end are not renewed by it, nor those that another one has taken over', async () => {
    const [calls, other] = [await replica('a'), await replica('b')];
    await calls.begin(beginning);
    await calls.begin({ ...beginning, call: 'came back' });
    const { person } = await other.begin({ ...beginning, call: 'came back', turn: 2 });
    await database.pool.query("update calls set seen_at = now() - interval '50 seconds', stretch_at = now() - interval '70 seconds'");
    await renewCalls(database.pool, 'a', [person]);
    expect(await endDeadCalls(database.pool, meter)).toBe(2);
    expect(await rows()).toMatchObject([{ seconds: 20 }, { seconds: 20 }]);
  });

  it('lose their number after 30 days, and are forgotten after a year', async () => {
    const calls = await replica('a');
    const { person } = await calls.begin(beginning);
    const after = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect(await forgetOldCalls(database.pool, after(29))).toBe(0);
    expect(await calls.number(person)).toBe('0912345678');
    expect(await forgetOldCalls(database.pool, after(31))).toBe(1);
    expect(await calls.number(person)).toBeNull();
    expect(await forgetOldCalls(database.pool, after(31))).toBe(0);
    expect(await rows()).toHaveLength(1);
    expect(await forgetOldCalls(database.pool, after(366))).toBe(1);
    expect(await rows()).toHaveLength(0);
  });
});
