import { describe, expect, it } from 'vitest';
import type { LineVoice } from '../../bot/call/line.ts';
import { createLine } from '../../connectors/hotline/line.ts';
import { handClock } from '../fakes/hand-clock.ts';
import { fakeAndPass, named, noEars, opened, quiet, tones, usual, vadOf } from '../support/call-line.ts';
import { tone } from '../support/line-sound.ts';

describe('a line says', () => {
  it('pieces one after the other, and tells of each when its last sample was played', async () => {
    const { line, pass, told, heard } = opened();
    line.say(1, '1 a', usual);
    line.say(2, '0.', usual);
    line.say(3, '2 b', usual);
    await pass(quiet(0.9));
    expect(told).toEqual([]);
    await pass(quiet(0.2));
    expect(told).toEqual(['said 1', 'said 2']);
    await pass(quiet(1.8));
    expect(told).toEqual(['said 1', 'said 2']);
    await pass(quiet(0.2));
    expect(told).toEqual(['said 1', 'said 2', 'said 3']);
    expect(heard().length).toBe(3 * 16_000);
  });

  it('what comes in odd parts without a gap in it', async () => {
    const whole = Buffer.from(tone(440, 1.001).buffer);
    const voice: LineVoice = {
      speak: async function* () {
        for (let at = 0; at < whole.length; at += 1_234) yield whole.subarray(at, at + 1_234);
      },
    };
    const { line, pass, told, heard } = opened({ voice });
    line.say(1, 'a', usual);
    await pass(quiet(1.2));
    expect(heard().subarray(0, whole.length).equals(whole)).toBe(true);
    expect(told).toEqual(['said 1']);
  });

  it('the first sound as soon as there is one', async () => {
    const gate = Promise.withResolvers<void>();
    const voice: LineVoice = {
      speak: async function* () {
        yield Buffer.from(tone(440, 0.1).buffer);
        await gate.promise;
        yield Buffer.from(tone(440, 0.1).buffer);
      },
    };
    const { line, pass, told, heard } = opened({ voice });
    line.say(1, 'a', usual);
    await pass(quiet(0.5));
    expect(heard().length).toBe(1_600);
    expect(told).toEqual([]);
    gate.resolve();
    await pass(quiet(0.3));
    expect(told).toEqual(['said 1']);
  });

  it.each([
    ['at all', '?', 0],
    ['to its end', '1?', 16_000],
  ])('what is next where a piece cannot be spoken %s, which counts as lost', async (_, text, length) => {
    const { line, pass, told, lost, heard } = opened();
    line.say(1, `${text} a`, usual);
    line.say(2, '1 b', usual);
    await pass(quiet(2.5));
    expect(told).toEqual(['said 1', 'said 2']);
    expect(lost).toEqual(['lost']);
    expect(heard().length).toBe(length + 16_000);
  });

  it('what is held from where it was', async () => {
    const { line, pass, told, heard } = opened();
    line.say(1, '2 a', usual);
    await pass(quiet(0.5));
    line.pause();
    line.pause();
    await pass(quiet(1));
    expect(heard().length).toBe(8_000);
    line.resume();
    await pass(quiet(1.6));
    expect(told).toEqual(['said 1']);
    expect(heard().equals(Buffer.concat(Array.from({ length: 20 }, () => Buffer.from(tone(440, 0.1).buffer))))).toBe(true);
  });

  it.each(['while it is said', 'in a pause'])('nothing more of what is thrown away %s, and tells nothing of it', async (when) => {
    let isStopped = false;
    const voice: LineVoice = {
      speak: async function* (text, manner, signal) {
        signal.addEventListener('abort', () => {
          isStopped = true;
        });
        yield* tones.speak(text, manner, signal);
        // A service that is still at it.
        if (text === '1 long') await new Promise((resolve) => signal.addEventListener('abort', resolve));
        yield Buffer.from(tone(880, 1).buffer);
      },
    };
    const { line, pass, told, heard, lost } = opened({ voice });
    line.say(1, '1 long', usual);
    line.say(2, '1 b', usual);
    await pass(quiet(0.5));
    if (when === 'in a pause') line.pause();
    line.flush();
    expect(isStopped).toBe(true);
    await pass(quiet(1));
    expect(heard().length).toBe(8_000);
    line.say(3, '1 c', usual);
    await pass(quiet(2.2));
    expect(told).toEqual(['said 3']);
    expect(lost).toEqual([]);
    expect(heard().length).toBe(8_000 + 32_000);
  });

  it('what is said when a piece is over, and what is said in place of it', async () => {
    const { leg, pass, heard } = fakeAndPass();
    const line = createLine({ leg, voice: tones, ears: noEars, vad: vadOf(), clock: handClock(), bargeInMs: 300 });
    const told: string[] = [];
    line.open((event) => {
      told.push(named(event));
      if (event.kind !== 'said') return;
      if (event.piece === 1) line.flush();
      if (event.piece < 3) line.say(event.piece + 2, '1 b', usual);
    });
    line.say(1, '1 a', usual);
    line.say(2, '1 unheard', usual);
    await pass();
    expect(told).toEqual(['said 1', 'said 3']);
    expect(heard().length).toBe(32_000);
  });

  it.each([
    ['1 a', '0.'],
    ['0.', '1 b'],
  ])('nothing that was thrown away when a piece was over, nor asks for it: %j, %j', async (first, second) => {
    const { leg, pass } = fakeAndPass();
    const [told, asked]: string[][] = [[], []];
    const voice: LineVoice = {
      speak: (text, manner, signal) => {
        asked?.push(text);
        return tones.speak(text, manner, signal);
      },
    };
    const line = createLine({ leg, voice, ears: noEars, vad: vadOf(), clock: handClock(), bargeInMs: 300 });
    line.open((event) => {
      told?.push(named(event));
      line.flush();
    });
    line.say(1, first, usual);
    line.say(2, second, usual);
    await pass();
    expect(told).toEqual(['said 1']);
    expect(asked).toEqual(first === '0.' ? ['0.'] : ['1 a', '0.']);
  });
});
