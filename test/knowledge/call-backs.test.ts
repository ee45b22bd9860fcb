import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CallBackWish } from '../../bot/ports.ts';
import { listCallBacks, markCallBack, showCallBack } from '../../knowledge/call-back-desk.ts';
import { createCallBacks } from '../../knowledge/call-backs.ts';
import { forgetOldCalls } from '../../knowledge/call-keeping.ts';
import { createCalls } from '../../knowledge/calls.ts';
import { sealFor } from '../../knowledge/seals.ts';
import { counting } from '../fakes/meter.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

const key = randomBytes(32);
const wish: CallBackWish = {
  window: { day: '2026-11-25', from: '07:30', to: '11:30' },
  number: null,
  matter: 'Người gọi hỏi về đăng ký khai sinh.',
  language: 'vi',
};

describe.each(kinds)('call-backs on $name', (kind) => {
  const database = useDatabase(kind);
  let meter = counting();
  const seal = () => sealFor(database.pool, key, 'calls');
  const callBacks = async () => createCallBacks({ pool: database.pool, seal: await seal(), meter });
  const calling = async (from: string | null, call = 'a call') => {
    const calls = createCalls({ pool: database.pool, seal: await seal(), replica: 'a', meter });
    const { person } = await calls.begin({ call, system: 'asterisk', from, to: '1900', turn: 1 });
    const visitor = (message: string) => ({ channel: 'phone', person, network: null, message });
    return { visitor, number: () => calls.number(person) };
  };
  const listed = async () => listCallBacks(database.pool, await seal(), 50);
  const only = async () => {
    const all = await listed();
    expect(all).toHaveLength(1);
    return all[0]?.id ?? 0;
  };
  beforeEach(async () => {
    meter = counting();
    await database.pool.query('delete from calls');
  });

  it('are made of the number that calls, of which the caller and the list see the end alone', async () => {
    const { visitor } = await calling('0912345678');
    const port = await callBacks();
    expect(await port.calling(visitor('1'))).toBe('678');
    expect(await port.ask(visitor('1'), wish)).toBe(true);
    expect(await listed()).toMatchObject([
      { day: '2026-11-25', from: '07:30', to: '11:30', tail: '678', matter: wish.matter, language: 'vi', misses: 0 },
    ]);
    const { rows } = await database.pool.query('select to_jsonb(call_backs) as kept from call_backs');
    expect(JSON.stringify(rows)).not.toContain('912345678');
    expect(meter.counted).toEqual({ 'call-back result=asked': 1 });
  });

  it('are asked for once by each message, and a second wish of a call takes the place of the first', async () => {
    const { visitor } = await calling('0912345678');
    const port = await callBacks();
    for (const message of ['1', '1', '2', '2']) {
      const window = { ...wish.window, from: message === '1' ? '07:30' : '13:30' };
      expect(await port.ask(visitor(message), { ...wish, window })).toBe(true);
    }
    expect(await listed()).toMatchObject([{ from: '13:30' }]);
    expect(meter.counted).toEqual({ 'call-back result=asked': 2 });
    // Taken again after staff have dealt with it: it stays dealt with.
    expect(await markCallBack(database.pool, await only(), 'done', meter)).toBe('done');
    expect(await port.ask(visitor('2'), wish)).toBe(true);
    expect(await listed()).toEqual([]);
  });

  it('need a number: one that is withheld must be told', async () => {
    const { visitor } = await calling(null);
    const port = await callBacks();
    expect(await port.calling(visitor('1'))).toBeNull();
    expect(await port.ask(visitor('1'), wish)).toBe(false);
    expect(await listed()).toEqual([]);
    expect(await port.ask(visitor('2'), { ...wish, number: port.seal('0987654321') })).toBe(true);
    expect(await listed()).toMatchObject([{ tail: '321' }]);
    expect(await port.ask({ channel: 'phone', person: 'nobody', network: null, message: '3' }, wish)).toBe(false);
  });

  it('are shown whole to staff, and who has read the number is kept', async () => {
    const { visitor } = await calling('0912345678');
    await (await callBacks()).ask(visitor('1'), wish);
    const id = await only();
    await showCallBack(database.pool, await seal(), id, 'Lan');
    expect(await showCallBack(database.pool, await seal(), id, 'Minh')).toMatchObject({
      number: '0912345678',
      state: 'open',
      openings: [{ by: 'Lan' }, { by: 'Minh' }],
    });
    expect(await showCallBack(database.pool, await seal(), id + 1, 'Lan')).toBeNull();
    const strange = await sealFor(database.pool, randomBytes(32), 'calls');
    expect(await listCallBacks(database.pool, strange, 5)).toMatchObject([{ tail: null }]);
  });

  it('are called three times at most, and forget the number once they are dealt with', async () => {
    const { visitor, number } = await calling('0912345678');
    await (await callBacks()).ask(visitor('1'), wish);
    const id = await only();
    expect(await markCallBack(database.pool, id, 'missed', meter)).toBe('again');
    expect(await markCallBack(database.pool, id, 'missed', meter)).toBe('again');
    expect(await listed()).toMatchObject([{ misses: 2, tail: '678' }]);
    expect(await markCallBack(database.pool, id, 'missed', meter)).toBe('given-up');
    expect(await markCallBack(database.pool, id, 'missed', meter)).toBe('closed');
    expect(await markCallBack(database.pool, id, 'done', meter)).toBe('closed');
    expect(await markCallBack(database.pool, id + 1, 'done', meter)).toBe('missing');
    expect(await listed()).toEqual([]);
    expect(await showCallBack(database.pool, await seal(), id, 'Lan')).toMatchObject({ state: 'missed', misses: 3, number: null });
    expect(await number()).toBeNull();
    expect(meter.counted).toMatchObject({ 'call-back result=missed': 1 });
  });

  it('that nobody made in 30 days lapse, and their number goes', async () => {
    const { visitor } = await calling('0912345678');
    await (await callBacks()).ask(visitor('1'), wish);
    const id = await only();
    const after = (days: number) => new Date(Date.now() + days * 86_400_000);
    await forgetOldCalls(database.pool, after(29));
    expect(await listed()).toHaveLength(1);
    await forgetOldCalls(database.pool, after(31));
    expect(await listed()).toEqual([]);
    expect(await showCallBack(database.pool, await seal(), id, 'Lan')).toMatchObject({ state: 'lapsed', number: null });
  });

  it('come to staff by their times, the earliest first', async () => {
    const port = await callBacks();
    const times = [
      ['2026-11-26', '07:30'],
      ['2026-11-25', '13:30'],
      ['2026-11-25', '07:30'],
    ] as const;
    for (const [place, [day, from]] of times.entries()) {
      const { visitor } = await calling('0912345678', `call ${place}`);
      await port.ask(visitor('1'), { ...wish, window: { day, from, to: '17:30' } });
    }
    expect((await listed()).map(({ day, from }) => [day, from])).toEqual(times.toReversed());
  });
});
