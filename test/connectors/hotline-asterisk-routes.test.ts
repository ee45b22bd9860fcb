import { afterEach, describe, expect, test, vi } from 'vitest';
import { start } from '../contracts/call-leg-world.ts';
import { asteriskStage } from './hotline-stage.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function staged(change: Parameters<typeof asteriskStage>[0] = {}) {
  const stage = await asteriskStage(change);
  closing.push(stage.close);
  return stage;
}

describe('before a call the dialplan is told', () => {
  test('ok, and nothing but that', async () => {
    const { ask } = await staged();
    expect(await ask('ready')).toBe('200 ok');
    expect(await ask('ready?call=1795308312.340&from=%2B84900000012&to=1024&turn=2')).toBe('200 ok');
  });

  test('nothing without the password, and it is counted', async () => {
    const { ask, counted } = await staged();
    const logins = [null, '', 'asterisk', 'asterisk:', 'asterisk:bi-mat2', 'Asterisk:bi-mat', ':bi-mat'];
    for (const login of logins) expect(await ask('ready', login)).toBe('401 no');
    expect(await ask('next?call=1', 'asterisk:falsch')).toBe('401 no');
    expect(counted).toEqual(Array.from({ length: logins.length + 1 }, () => 'password'));
  });

  test('that there is no room, until there is; and that we are stopping', async () => {
    const { ask, called, room } = await staged({ most: 1 });
    const { peer } = await called();
    expect(await ask('ready')).toBe('503 full');
    peer.hangUp();
    await vi.waitFor(async () => expect(await ask('ready')).toBe('200 ok'), { timeout: 5_000 });
    await room.stop(5_000);
    expect(await ask('ready')).toBe('503 stopping');
  });

  test.each([
    ['is down', async () => false],
    ['fails', () => Promise.reject(new Error('down'))],
    ['hangs', () => new Promise<boolean>(() => {})],
  ])('that we are away where the database %s', async (_how, ready) => {
    const { ask } = await staged({ ready });
    expect(await ask('ready')).toBe('503 away');
  });

  test('that nothing is known of a call that can be none', async () => {
    const { ask } = await staged();
    for (const query of ['call=', 'call=%0d%0aSet-Cookie', `call=${'1'.repeat(65)}`, 'call=1&turn=0', 'call=1&to=%22%3E']) {
      expect(await ask(`ready?${query}`)).toBe('400 request');
    }
  });
});

describe('after a call the dialplan is told', () => {
  test('what was kept for it', async () => {
    const { ask, called } = await staged();
    const { peer, leg } = await called();
    leg.end({ kind: 'transfer', to: 'canbo' });
    await peer.closed;
    const asked = `next?call=${start.call}&dial=ANSWER`;
    expect([await ask(asked), await ask(asked)]).toEqual(['200 transfer:canbo', '200 transfer:canbo']);
  });

  test.each([
    [{ kind: 'hangup' } as const, 'hangup'],
    [{ kind: 'talk' } as const, 'talk'],
    [{ kind: 'transfer', to: '1001', case: 'BN-261122-0001-K7QX' } as const, 'transfer:1001:BN-261122-0001-K7QX'],
    [{ kind: 'transfer', to: '1001', case: 'no code at all' } as const, 'transfer:1001'],
    [{ kind: 'transfer', to: '1001)&System(reboot' } as const, 'unknown'],
    [null, 'unknown'],
  ])('in a word that a dialplan can compare: %o', async (next, word) => {
    const { ask } = await staged({ next: async () => next });
    expect(await ask('next?call=1&dial=ANSWER')).toBe(`200 ${word}`);
    expect(await ask('next?call=1')).toBe(`200 ${word}`);
  });

  test('that nothing is known where the media never came up, whatever an earlier turn has left', async () => {
    const { ask } = await staged({ next: async () => ({ kind: 'hangup' }) });
    expect(await ask('next?call=1&dial=CHANUNAVAIL')).toBe('200 unknown');
  });

  test('that nothing is known of calls that can be none, or where the store is down', async () => {
    const { ask } = await staged({ next: () => Promise.reject(new Error('down')) });
    expect(await ask('next?call=%00')).toBe('200 unknown');
    expect(await ask('next?call=a&call=b')).toBe('200 unknown');
    expect(await ask('next?call=1')).toBe('503 unknown');
  });
});
