import { expect } from 'vitest';
import type { CallLeg, Key, Next } from '../../bot/call/line.ts';
import { frame, type LegPromise, type LegWorld, noise, opened, seconds, start, until } from './call-leg-world.ts';

/** What every leg promises. */
export const callLegContract: LegPromise[] = [
  {
    title: 'tells the call as the telephone system does',
    check: async (world) => {
      const { leg, caller } = await world.call({ ...start, from: null, turn: 2 });
      expect(leg.start).toEqual({ ...start, from: null, turn: 2 });
      expect(caller.faults()).toEqual([]);
    },
  },
  {
    title: 'hands on what the caller says, sample by sample, in frames of 20 ms, also what came before anybody listened',
    check: async (world) => {
      const { leg, caller } = await world.call(start);
      const said = seconds(1, 1);
      caller.speak(said.subarray(0, 10 * frame));
      await world.pass(300);
      const frames: Uint8Array[] = [];
      leg.listen((event) => void (event.kind === 'audio' && frames.push(event.pcm)));
      caller.speak(said.subarray(10 * frame));
      await until(world, () => expect(frames).toHaveLength(50));
      expect(new Set(frames.map(({ length }) => length))).toEqual(new Set([frame]));
      expect(Buffer.concat(frames).equals(world.carried(said))).toBe(true);
    },
  },
  {
    title: 'tells all keys in order',
    check: async (world) => {
      const { caller, told } = await opened(world);
      const keys = [...'22991#*0455678312'] as Key[]; // all of them are keys
      caller.press(keys);
      await until(world, () => expect(told.filter(({ kind }) => kind === 'key')).toHaveLength(keys.length));
      expect(told.flatMap((event) => (event.kind === 'key' ? [event.key] : []))).toEqual(keys);
    },
  },
  {
    title: 'plays every sample in order, and tells of each sound when it was heard, not before',
    check: async (world) => {
      const heardThen: number[] = [];
      const { leg, caller, played } = await opened(world, {}, (event, far) => {
        if (event.kind === 'played') heardThen.push(far.heard().length);
      });
      const sounds = [seconds(1, 2), seconds(0.3, 3), seconds(0.02, 4)];
      for (const [index, sound] of sounds.entries()) leg.play(sound, `s${index}`);
      await until(world, () => expect(played()).toEqual(['s0', 's1', 's2']));
      expect(caller.heard().equals(world.carried(Buffer.concat(sounds)))).toBe(true);
      expect(heardThen.map((length, index) => length >= Buffer.concat(sounds.slice(0, index + 1)).length)).toEqual([true, true, true]);
      expect(caller.faults()).toEqual([]);
    },
  },
  {
    title: 'pads what is no whole frame with silence, and tells of a sound of no length',
    check: async (world) => {
      const { leg, caller, played } = await opened(world);
      const sound = noise(5 * frame + 122, 5);
      leg.play(sound, 'odd');
      leg.play(new Uint8Array(0), 'empty');
      await until(world, () => expect(played()).toEqual(['odd', 'empty']));
      expect(caller.heard().subarray(0, sound.length).equals(world.carried(sound))).toBe(true);
      expect(caller.heard().subarray(sound.length).length).toBeLessThan(frame);
      expect(caller.faults()).toEqual([]);
    },
  },
  {
    title: 'loses nothing of what is longer than the far end can hold',
    check: async (world) => {
      const { leg, caller, played } = await opened(world);
      const [long, pieces] = [seconds(30, 6), seconds(12, 7)];
      leg.play(long, 'long');
      for (let at = 0; at < pieces.length; at += 7 * frame) leg.play(pieces.subarray(at, at + 7 * frame), `p${at}`);
      await until(world, () => expect(played()).toHaveLength(1 + Math.ceil(pieces.length / (7 * frame))));
      expect(caller.heard().equals(world.carried(Buffer.concat([long, pieces])))).toBe(true);
      expect(caller.faults()).toEqual([]);
    },
  },
  {
    title: 'holds a sound where it is, and goes on from there',
    check: async (world) => {
      const { leg, caller, played } = await opened(world);
      const sound = seconds(4, 8);
      leg.play(sound, 'held');
      await until(world, () => expect(caller.heard().length).toBeGreaterThan(20 * frame));
      const before = caller.heard().length;
      leg.pause();
      await world.pass(world.slackMs);
      const held = caller.heard().length;
      await world.pass(2_000);
      expect(caller.heard().length).toBe(held);
      expect(held - before).toBeLessThan(3 * 50 * frame);
      expect(played()).toEqual([]);
      leg.resume();
      await until(world, () => expect(played()).toEqual(['held']));
      expectWhole(caller.heard(), world.carried(sound), world.repeatMs);
      expect(caller.faults()).toEqual([]);
    },
  },
  {
    title: 'plays nothing that comes in a pause, until it is over',
    check: async (world) => {
      const { leg, caller, played } = await opened(world);
      leg.pause();
      leg.play(seconds(0.5, 9), 'later');
      await world.pass(1_500);
      expect({ heard: caller.heard().length, played: played() }).toEqual({ heard: 0, played: [] });
      leg.resume();
      await until(world, () => expect(played()).toEqual(['later']));
      expect(caller.heard().equals(world.carried(seconds(0.5, 9)))).toBe(true);
    },
  },
  ...(['while it is said', 'in a pause'] as const).map((when) => ({
    title: `throws away what is queued, ${when}, tells nothing of it, and the next sound is heard`,
    check: async (world: LegWorld) => {
      const { leg, caller, played } = await opened(world);
      const away = [seconds(20, 10), seconds(20, 11)];
      for (const [index, sound] of away.entries()) leg.play(sound, `away${index}`);
      await until(world, () => expect(caller.heard().length).toBeGreaterThan(10 * frame));
      if (when === 'in a pause') leg.pause();
      leg.flush();
      await world.pass(world.slackMs);
      const rest = caller.heard().length;
      await world.pass(1_000);
      expect(caller.heard().length).toBe(rest);
      expect(rest).toBeLessThan(away[0]?.length ?? 0);
      const next = seconds(0.5, 12);
      leg.play(next, 'next');
      await until(world, () => expect(played()).toEqual(['next']));
      expect(caller.heard().subarray(rest).equals(world.carried(next))).toBe(true);
      expect(caller.faults()).toEqual([]);
    },
  })),
  ...([{ kind: 'hangup' }, { kind: 'transfer', to: 'canbo' }] as Next[]).map((next) => ({
    title: `lets the call go (${next.kind}), what comes next kept before that, and tells once that it is closed`,
    check: async (world: LegWorld) => {
      const { leg, caller, closed } = await opened(world);
      leg.end(next);
      leg.end({ kind: 'hangup' });
      expect(await Promise.race([caller.letGo(), until(world, () => expect(closed()).toBe(1)).then(() => caller.letGo())])).toBe(true);
      expect(world.kept(start.call)).toEqual(next);
      await until(world, () => expect(closed()).toBe(1));
      useless(leg);
      await world.pass(500);
      expect(closed()).toBe(1);
    },
  })),
  ...(['hangUp', 'cut'] as const).map((how) => ({
    title: `tells once that the caller is gone, and does nothing more (${how})`,
    check: async (world: LegWorld) => {
      const { leg, caller, closed, told } = await opened(world);
      leg.play(seconds(5, 13), 'unheard');
      await until(world, () => expect(caller.heard().length).toBeGreaterThan(0));
      caller[how]();
      await until(world, () => expect(closed()).toBe(1));
      useless(leg);
      await world.pass(500);
      expect(told.at(-1)).toEqual({ kind: 'closed' });
      expect(closed()).toBe(1);
    },
  })),
  {
    title: 'carries many calls at once, each its own',
    check: async (world) => {
      const calls = await Promise.all(Array.from({ length: 8 }, (_, at) => opened(world, { call: `many.${at}` })));
      for (const [at, { leg }] of calls.entries()) leg.play(seconds(1, 20 + at), `of${at}`);
      for (const [at, { caller, played }] of calls.entries()) {
        await until(world, () => expect(played()).toEqual([`of${at}`]));
        expect(caller.heard().equals(world.carried(seconds(1, 20 + at)))).toBe(true);
      }
    },
  },
];

/** Nothing of a leg that is over throws. */
function useless(leg: CallLeg): void {
  leg.play(new Uint8Array(frame), 'after');
  leg.pause();
  leg.resume();
  leg.flush();
  leg.end({ kind: 'hangup' });
}

/** The whole sound in order; where the line cannot hold a sound exactly, a little of it twice. */
function expectWhole(heard: Buffer, sound: Buffer, repeatMs: number): void {
  let same = 0;
  while (same < heard.length && heard[same] === sound[same]) same += 1;
  const repeated = heard.length - sound.length;
  expect(repeated).toBeGreaterThanOrEqual(0);
  expect(repeated).toBeLessThanOrEqual((repeatMs / 20) * frame);
  expect(heard.subarray(same).equals(sound.subarray(same - repeated))).toBe(true);
}
