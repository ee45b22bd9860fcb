import { afterEach, describe, expect, test, vi } from 'vitest';
import { frame, noise, seconds, start } from '../contracts/call-leg-world.ts';
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

const soon = (holds: () => void) => vi.waitFor(holds, { timeout: 5_000, interval: 5 });

describe('the media socket', () => {
  test('keeps sound that comes before the start', async () => {
    const { called } = await staged();
    const early = seconds(0.1, 2);
    const { told } = await called({ early });
    await soon(() => expect(told).toHaveLength(5));
    expect(Buffer.concat(told.flatMap((event) => (event.kind === 'audio' ? [event.pcm] : []))).equals(early)).toBe(true);
  });

  test('is closed where it speaks another code, or does not say which', async () => {
    const { dial, counted, legs } = await staged({ startMs: 50 });
    await (await dial({ format: 'ulaw' })).closed;
    await (await dial({ format: null })).closed;
    expect(counted).toEqual(['format', 'no-start']);
    expect(legs.size).toBe(0);
  });

  test('is sent nothing after MEDIA_XOFF, and all of it after MEDIA_XON', async () => {
    const { called, world } = await staged();
    const { peer, leg, kinds } = await called();
    peer.tell('MEDIA_XOFF');
    await peer.synced();
    leg.play(seconds(2, 3), 'waits');
    await world.pass(3_000);
    expect({ heard: peer.heard().length, commands: peer.commands }).toEqual({ heard: 0, commands: [] });
    peer.tell('MEDIA_XON');
    await soon(() => expect(kinds()).toEqual(['played']));
    expect(peer.heard().equals(seconds(2, 3))).toBe(true);
  });

  test('never holds more than it can take back at once, though all is given at once', async () => {
    const { called } = await staged();
    const { peer, leg, told } = await called();
    let most = 0;
    leg.play(seconds(60, 4), 'a minute');
    await vi.waitFor(
      () => {
        most = Math.max(most, peer.counts.queued);
        expect(told).toEqual([{ kind: 'played', id: 'a minute' }]);
      },
      { timeout: 20_000, interval: 1 },
    );
    expect(peer.counts).toEqual({ frames: 3_000, lost: 0, queued: 0 });
    expect(most).toBeLessThanOrEqual(400);
  });

  test('takes a mark of what was thrown away for nothing', async () => {
    const { called, world } = await staged();
    const { peer, leg, told } = await called();
    leg.play(seconds(1, 5), 'away');
    await peer.synced();
    leg.flush();
    leg.play(noise(frame, 6), 'next');
    for (const { id } of peer.commands.filter(({ command }) => command === 'MARK_MEDIA')) {
      peer.tell('MEDIA_MARK_PROCESSED', { correlation_id: id });
    }
    await world.pass(2_000);
    expect(told).toEqual([{ kind: 'played', id: 'next' }]);
  });

  test('goes on through ten thousand texts that say nothing', async () => {
    const { called, counted } = await staged();
    const { peer, leg, kinds } = await called();
    const texts = [
      '',
      'không',
      '{',
      '[]',
      'null',
      '{"event":7}',
      '{"event":"NEW_THING"}',
      '{"event":"DTMF_END","digit":"A"}',
      '{"event":"DTMF_END"}',
    ];
    for (let sent = 0; sent < 10_000; sent += 1) peer.send(texts[sent % texts.length] ?? '');
    peer.press(['5']);
    leg.play(noise(frame, 7), 'fine');
    await soon(() => expect(kinds().toSorted()).toEqual(['key', 'played']));
    expect(counted.filter((what) => what === 'ignored')).toHaveLength(10_000);
  });

  test.each([
    ['sound', Buffer.alloc(70_000, 1)],
    ['text', 'x'.repeat(70_000)],
  ])('is closed where a message is longer than any can be (%s)', async (_what, message) => {
    const { called, counted } = await staged();
    const { peer, kinds } = await called();
    peer.send(message);
    expect(await peer.closed).toBe(1009);
    await soon(() => expect(kinds()).toEqual(['closed']));
    expect(counted).toContain('broken');
  });

  test('that shows no life is over, one that does is not', async () => {
    const { called, dial, clock } = await staged({ pingMs: 150 });
    const { kinds } = await called();
    const dead = await dial({ start: { ...start, call: 'dead' }, deaf: true });
    await dead.closed;
    await clock.pass(1_000);
    expect(kinds()).toEqual([]);
  });

  test('is closed with the server', async () => {
    const { called, server } = await staged();
    const { peer, kinds } = await called();
    await server.close();
    await peer.closed;
    await soon(() => expect(kinds()).toEqual(['closed']));
  });
});

describe('the line is let go', () => {
  test.each([
    ['fails', () => Promise.reject(new Error('the store is down'))],
    ['hangs', () => new Promise<void>(() => {})],
  ])('also where keeping what comes next %s', async (_how, keepNext) => {
    const { called, counted } = await staged({ keepNext });
    const { peer, leg, kinds } = await called();
    leg.end({ kind: 'hangup' });
    await peer.closed;
    await soon(() => expect(kinds()).toEqual(['closed']));
    expect(counted).toContain('not-kept');
  });

  test('where nobody can take the call, and the next call is taken', async () => {
    let calls = 0;
    const { dial, counted } = await staged({
      answer: () => {
        calls += 1;
        throw new Error('no session');
      },
    });
    await (await dial()).closed;
    await (await dial({ start: { ...start, call: 'next' } })).closed;
    expect(calls).toBe(2);
    expect(counted).toContain('failed');
  });

  test('not where a listener throws: the socket goes on', async () => {
    const { called, counted } = await staged();
    const { peer, leg } = await called();
    leg.listen(() => {
      throw new Error('a fault of the session');
    });
    peer.press(['1', '2']);
    await soon(() => expect(counted.filter((what) => what === 'failed')).toHaveLength(2));
    leg.play(noise(frame, 8), 'still');
    await soon(() => expect(peer.heard()).toHaveLength(frame));
  });
});
