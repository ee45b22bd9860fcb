import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CallStart, LegEvent } from '../../bot/call/line.ts';
import { type AudioSocketOptions, startAudioSocket } from '../../connectors/hotline/audiosocket.ts';
import { createExpectedCalls } from '../../connectors/hotline/expected-calls.ts';
import { createCallRoom } from '../../connectors/hotline/room.ts';
import { callLegContract } from '../contracts/call-leg.ts';
import { frame, type LegWorld, noise, seconds, start } from '../contracts/call-leg-world.ts';
import { dialAudioSocket } from '../fakes/audiosocket-peer.ts';
import { createFastClock } from '../fakes/fast-clock.ts';
import { asteriskStage, callsTaken, silentLog } from './hotline-stage.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function staged(change: Partial<AudioSocketOptions> & { most?: number } = {}) {
  // Half a frame in a millisecond: what was written is read before its time is over.
  const clock = createFastClock(10);
  const taken = callsTaken();
  const expected = createExpectedCalls(clock);
  const room = createCallRoom(change.most ?? 20);
  const { answer, keepNext, meter } = taken;
  const options = { host: '127.0.0.1', port: 0, room, expected, answer, keepNext, clock, log: silentLog, meter };
  const server = await startAudioSocket({ ...options, ...change });
  closing.push(server.close, clock.stop);
  const dial = (id: string | null) => dialAudioSocket({ port: server.port, id, clock });
  const announced = (more: Partial<CallStart> = {}) => {
    const beginning = { ...start, call: randomUUID(), ...more };
    expected.expect(beginning);
    return beginning.call;
  };
  const called = async () => {
    const call = announced();
    const peer = await dial(call);
    const leg = await taken.leg(call);
    const told: LegEvent[] = [];
    leg.listen((event) => void told.push(event));
    return { peer, leg, told, call, kinds: () => told.map(({ kind }) => kind) };
  };
  return { ...taken, clock, expected, room, server, dial, announced, called };
}

const soon = (holds: () => void) => vi.waitFor(holds, { timeout: 8_000, interval: 5 });

async function audioSocketWorld(): Promise<LegWorld> {
  const { clock, dial, announced, leg: legOf, kept, legs } = await staged();
  const ids = new Map<string, string>();
  return {
    // The dialplan makes an id of its own for each call: what the contract calls it is put in its place.
    call: async (from) => {
      const id = announced({ ...from, call: randomUUID() });
      ids.set(from.call, id);
      const caller = await dial(id);
      const leg = await legOf(id);
      legs.delete(id);
      return { leg: { ...leg, start: { ...leg.start, call: from.call } }, caller };
    },
    pass: clock.pass,
    carried: (pcm) => pcm,
    slackMs: 1_000,
    repeatMs: 0,
    kept: (call) => kept.get(ids.get(call) ?? '') ?? null,
    patienceMs: 20_000,
  };
}

describe('a leg of AudioSocket', () => {
  for (const { title, check } of callLegContract) test(title, async () => check(await audioSocketWorld()));
});

describe('AudioSocket takes', () => {
  test('no call that was not announced, nor one twice, nor one too late', async () => {
    const { dial, announced, called, clock, counted, legs } = await staged();
    expect(await (await dial(randomUUID())).letGo()).toBe(true);
    const { call } = await called();
    expect(await (await dial(call)).letGo()).toBe(true);
    const late = announced();
    await clock.pass(10_001);
    expect(await (await dial(late)).letGo()).toBe(true);
    expect(counted).toEqual(['unknown-id', 'begun', 'unknown-id', 'unknown-id']);
    expect([...legs.keys()]).toEqual([call]);
  });

  test('a call that the dialplan has announced with the password', async () => {
    const { expected, dial, leg, legs } = await staged();
    const asterisk = await asteriskStage({ expect: expected.expect });
    closing.push(asterisk.close);
    const call = randomUUID();
    const about = `call=${call}&from=0900000012&to=1024&turn=2`;
    expect(await asterisk.ask(`ready?${about}`, 'asterisk:wrong')).toBe('401 no');
    expect(await (await dial(call)).letGo()).toBe(true);
    expect(legs.size).toBe(0);
    expect(await asterisk.ask(`ready?${about}`)).toBe('200 ok');
    await dial(call);
    expect((await leg(call)).start).toEqual({ call, from: '0900000012', to: '1024', turn: 2 });
  });

  test('nobody who does not say which call it is', async () => {
    const { dial, counted } = await staged({ idMs: 50 });
    const quiet = await dial(null);
    const talking = await dial(null);
    talking.speak(noise(frame, 1));
    const odd = await dial(null);
    odd.frame(0x01, Buffer.from('no id'));
    expect(await Promise.all([quiet, talking, odd].map((peer) => peer.letGo()))).toEqual([true, true, true]);
    expect(counted.toSorted()).toEqual(['no-id', 'no-id', 'unknown-id']);
  });

  test('no more calls than there is room for', async () => {
    const { called, dial, announced, counted } = await staged({ most: 1 });
    const { peer } = await called();
    expect(await (await dial(announced())).letGo()).toBe(true);
    expect(counted).toEqual(['begun', 'full']);
    peer.hangUp();
    await peer.closed;
    await soon(() => expect(counted).toContain('ended'));
    await called();
  });

  test.each([0x11, 0x12, 0x18])('no sound of a higher rate (%i): it hangs up', async (kind) => {
    const { called, counted } = await staged();
    const { peer, kinds } = await called();
    peer.frame(kind, Buffer.alloc(640, 1));
    expect(await peer.letGo()).toBe(true);
    await soon(() => expect(kinds()).toEqual(['closed']));
    expect(counted).toContain('format');
  });
});

describe('AudioSocket', () => {
  test('understands frames that come in pieces, and in frames of any length', async () => {
    const { called } = await staged();
    const { peer, told } = await called();
    const said = seconds(0.5, 3);
    peer.frame(0x10, said.subarray(0, 500), 1);
    peer.frame(0x10, said.subarray(500, 507), 2);
    peer.frame(0x10, said.subarray(507));
    await soon(() => expect(told).toHaveLength(25));
    expect(Buffer.concat(told.flatMap((event) => (event.kind === 'audio' ? [event.pcm] : []))).equals(said)).toBe(true);
  });

  test('passes over what it does not know, and keys that are none', async () => {
    const { called, counted } = await staged();
    const { peer, kinds } = await called();
    for (let sent = 0; sent < 10_000; sent += 1) peer.frame(0x77, Buffer.alloc(sent % 40));
    peer.frame(0x03, Buffer.from('A'));
    peer.frame(0x03, Buffer.alloc(0));
    peer.frame(0x03, Buffer.from('12'));
    peer.press(['5']);
    await soon(() => expect(kinds()).toEqual(['key']));
    expect(counted.filter((what) => what === 'ignored')).toHaveLength(10_000);
  });

  test('is over where Asterisk tells of an error', async () => {
    const { called } = await staged();
    const { peer, kinds } = await called();
    peer.frame(0xff, Buffer.from([0x02]));
    await peer.closed;
    await soon(() => expect(kinds()).toEqual(['closed']));
  });

  test('sends silence where nothing is said, by the beat', async () => {
    const { called, clock } = await staged();
    const { peer } = await called();
    await clock.pass(2_000);
    expect(peer.beats()).toBeGreaterThan(80);
    expect({ heard: peer.heard().length, faults: peer.faults() }).toEqual({ heard: 0, faults: [] });
  });

  test('is over where nothing comes any more, and not before', async () => {
    const { called } = await staged({ silentMs: 1_000 });
    const { peer, kinds } = await called();
    for (let said = 0; said < 12; said += 1) {
      peer.speak(noise(frame, said));
      await pause(100);
    }
    expect(kinds()).not.toContain('closed');
    await peer.closed;
    await soon(() => expect(kinds().at(-1)).toBe('closed'));
  });

  test('lets the call go where nobody can take it', async () => {
    const { dial, announced } = await staged({
      answer: () => {
        throw new Error('no session');
      },
    });
    expect(await (await dial(announced())).letGo()).toBe(true);
  });

  test('closes what is open', async () => {
    const { called, server } = await staged();
    const { peer, kinds } = await called();
    await server.close();
    await peer.closed;
    await soon(() => expect(kinds()).toEqual(['closed']));
  });
});
