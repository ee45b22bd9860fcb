import pino from 'pino';
import { describe, expect, test } from 'vitest';
import type { Recordings } from '../../bot/ports.ts';
import { samplesOf } from '../../connectors/hotline/audio/pcm.ts';
import { createRecorder } from '../../connectors/hotline/recorder.ts';
import { handClock } from '../fakes/hand-clock.ts';
import { fakeLeg } from '../fakes/leg.ts';
import { counting } from '../fakes/meter.ts';

const silent = pino({ level: 'silent' });
/** A sound of one height, so long. */
const flat = (height: number, ms: number) => Buffer.from(new Int16Array(ms * 8).fill(height).buffer);

function call(append: Recordings['append'] = async () => {}) {
  const clock = handClock();
  const far = fakeLeg();
  const meter = counting();
  const pieces: Buffer[] = [];
  const recordings: Recordings = {
    begin: async (id) => `recording of ${id}`,
    append: async (recording, number, sound) => {
      await append(recording, number, sound);
      expect(recording).toBe('recording of fake.1');
      expect(number).toBe(pieces.length);
      pieces.push(Buffer.from(sound));
    },
  };
  const recorder = createRecorder({ leg: far.leg, recordings, clock, meter, log: silent });
  const heard: string[] = [];
  recorder.leg.listen(({ kind }) => heard.push(kind));
  return {
    recorder,
    far,
    meter,
    pieces,
    heard,
    /** So long goes by; the caller's sound has this height, or there is none of it (null). */
    pass: async (ms: number, height: number | null) => {
      for (let gone = 0; gone < ms; gone += 20) {
        clock.pass(20);
        far.pass(height === null ? null : flat(height, 20));
        // Pieces are kept beside the call.
        await Promise.resolve();
      }
    },
    /** The track so far, as stretches of one height: `[height, ms]`. */
    stretches: () => {
      const found: [number, number][] = [];
      for (const sample of samplesOf(Buffer.concat(pieces))) {
        const last = found.at(-1);
        if (last !== undefined && last[0] === sample) last[1] += 1 / 8;
        else found.push([sample, 1 / 8]);
      }
      return found.map(([height, ms]) => [height, Math.round(ms)]);
    },
  };
}

describe('a recorder', () => {
  test('has both sides on one track, ours when it is played', async () => {
    const { recorder, pass, stretches, meter } = call();
    recorder.start();
    await pass(1_000, 1_000);
    recorder.leg.play(flat(500, 300), 'a');
    recorder.leg.play(flat(-200, 100), 'b');
    await pass(1_000, 1_000);
    await recorder.stop();
    expect(stretches()).toEqual([
      [1_000, 1_000],
      [1_500, 300],
      [800, 100],
      [1_000, 600],
    ]);
    expect(meter.counted).toEqual({ 'recording result=begun': 1 });
  });

  test('leaves the call as it is: what is played, told and heard goes through', async () => {
    const { recorder, pass, far, heard } = call();
    recorder.start();
    recorder.leg.play(flat(500, 40), 'a');
    recorder.leg.pause();
    recorder.leg.resume();
    await pass(60, 1_000);
    far.press('5');
    recorder.leg.flush();
    recorder.leg.end({ kind: 'hangup' });
    expect(far.played).toEqual(['a']);
    expect(far.told).toEqual(['pause', 'resume', 'flush', 'hangup']);
    expect(heard).toEqual(['audio', 'played', 'audio', 'audio', 'key', 'closed']);
  });

  test('has no tone of a key, whenever it is pressed: a secret may be typed before it is asked for', async () => {
    const { recorder, pass, far, stretches } = call();
    recorder.start();
    await pass(1_000, 1_000);
    far.press('4');
    await pass(100, 1_000);
    far.press('8');
    await pass(2_000, 1_000);
    recorder.told({ expects: 'secret' });
    await pass(500, 1_000);
    far.press('2');
    await pass(1_000, 1_000);
    await recorder.stop();
    expect(stretches()).toEqual([
      [1_000, 500],
      [0, 1_100],
      [1_000, 1_000],
      [0, 2_000],
    ]);
  });

  test('holds our side in a pause, and throws away what nobody heard', async () => {
    const { recorder, pass, stretches } = call();
    recorder.start();
    recorder.leg.play(flat(500, 1_000), 'a');
    await pass(200, 0);
    recorder.leg.pause();
    await pass(300, 0);
    recorder.leg.resume();
    await pass(100, 0);
    recorder.leg.flush();
    recorder.leg.play(flat(700, 40), 'b');
    await pass(400, 0);
    await recorder.stop();
    expect(stretches()).toEqual([
      [500, 200],
      [0, 300],
      [500, 100],
      [700, 40],
      [0, 360],
    ]);
  });

  test('records nothing before the caller has agreed, nor where nobody has', async () => {
    const { recorder, pass, stretches, pieces, far } = call();
    await pass(1_000, 300);
    recorder.start();
    recorder.start();
    await pass(200, 400);
    await recorder.stop();
    expect(stretches()).toEqual([[400, 200]]);
    recorder.start();
    await pass(5_000, 400);
    far.hangUp();
    await recorder.stop();
    expect(pieces).toHaveLength(1);
  });

  test('is silent while a secret is typed, from before the question until after the next answer', async () => {
    const { recorder, pass, stretches } = call();
    recorder.start();
    await pass(2_000, 600);
    recorder.told({ expects: 'secret' });
    recorder.leg.play(flat(300, 500), 'nhập mã PIN');
    // The tones of the keys, for longer than a piece.
    await pass(6_000, 900);
    recorder.told({ expects: 'secret' });
    await pass(1_000, 900);
    recorder.told({});
    await pass(2_000, 700);
    await recorder.stop();
    expect(stretches()).toEqual([
      [600, 1_500],
      [0, 8_000],
      [700, 1_500],
    ]);
  });

  test('is silent from its begin where a secret is being asked for', async () => {
    const { recorder, pass, stretches } = call();
    recorder.told({ expects: 'secret' });
    recorder.start();
    await pass(1_000, 900);
    await recorder.stop();
    expect(stretches()).toEqual([[0, 1_000]]);
  });

  test('keeps a piece every few seconds, and the last one when the call is over', async () => {
    const { recorder, pass, pieces, far, stretches } = call();
    recorder.start();
    await pass(9_000, 250);
    expect(pieces.map(({ length }) => length / 16)).toEqual([3_000, 4_000]);
    far.hangUp();
    await recorder.stop();
    expect(stretches()).toEqual([[250, 9_000]]);
  });

  test('leaves a gap where a held key left one, and puts what comes late where it belongs', async () => {
    const { recorder, pass, stretches, far } = call();
    recorder.start();
    await pass(1_000, 250);
    await pass(400, null);
    await pass(1_000, 250);
    // The network holds five frames, and then brings them all.
    await pass(100, null);
    for (let count = 0; count < 5; count += 1) far.pass(flat(250, 20));
    await pass(400, 250);
    await recorder.stop();
    expect(stretches()).toEqual([
      [250, 1_000],
      [0, 400],
      [250, 1_500],
    ]);
  });

  test('cuts off what is too loud together', async () => {
    const { recorder, pass, stretches } = call();
    recorder.start();
    recorder.leg.play(flat(30_000, 100), 'a');
    await pass(100, 30_000);
    await recorder.stop();
    expect(stretches()).toEqual([[32_767, 100]]);
  });

  test('ends where the database fails or does not keep up, and the call goes on', async () => {
    const failing = call(async () => {
      throw new Error('away');
    });
    failing.recorder.start();
    await failing.pass(9_000, 250);
    expect(failing.pieces).toEqual([]);
    expect(failing.meter.counted).toEqual({ 'recording result=begun': 1, 'recording result=failed': 1 });
    failing.far.press('5');
    expect(failing.heard.at(-1)).toBe('key');
    await failing.recorder.stop();

    const stuck = Promise.withResolvers<void>();
    const slow = call(() => stuck.promise);
    slow.recorder.start();
    await slow.pass(60_000, 250);
    expect(slow.meter.counted).toEqual({ 'recording result=begun': 1, 'recording result=failed': 1 });
    stuck.resolve();
    await slow.recorder.stop();
    expect(slow.pieces).toHaveLength(5);
  });
});
