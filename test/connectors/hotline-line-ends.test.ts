import { describe, expect, it } from 'vitest';
import type { HeardOnLine, LineEars, LineVoice } from '../../bot/call/line.ts';
import { freed, opened, quiet, tones, usual, words } from '../support/call-line.ts';

describe('a line is over', () => {
  it.each([
    [{ kind: 'hangup' as const }, 'hangup'],
    [{ kind: 'transfer' as const, to: 'canbo' }, 'transfer canbo'],
  ])('when what is being said is heard: %j', async (next, name) => {
    const { line, pass, told, heard, orders } = opened();
    line.say(1, '1 a', usual);
    line.say(2, '1 b', usual);
    await pass(quiet(0.2));
    line.end(next);
    line.end({ kind: 'hangup' });
    await pass(quiet(3));
    expect(heard().length).toBe(32_000);
    expect(told).toEqual(['said 1', 'said 2', 'closed']);
    expect(orders).toEqual([name]);
  });

  it('at once where nothing is being said', () => {
    const far = opened();
    far.line.end({ kind: 'transfer', to: 'canbo' });
    expect(far.told).toEqual(['closed']);
  });

  it('after fifteen seconds of what would go on', async () => {
    const { line, pass, told } = opened();
    line.say(1, '60 a', usual);
    line.end({ kind: 'hangup' });
    // Nobody would answer what is said now.
    await pass(words(12.3));
    expect(told).toEqual([]);
    await pass(quiet(0.3));
    expect(told).toEqual(['closed']);
  });

  it('also where it was held, and takes no more words then', async () => {
    const { line, pass, told } = opened();
    line.say(1, '1 a', usual);
    await pass(quiet(0.2));
    line.pause();
    line.end({ kind: 'hangup' });
    line.say(2, '1 b', usual);
    await pass(words(1));
    expect(told).toEqual(['said 1', 'closed']);
  });

  it('when the caller hangs up: voice and ears stop, and nothing more is told', async () => {
    const signals: AbortSignal[] = [];
    const voice: LineVoice = {
      speak: async function* (text, manner, signal) {
        signals.push(signal);
        yield* tones.speak(text, manner, signal);
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
    };
    const answer = Promise.withResolvers<HeardOnLine>();
    const ears: LineEars = {
      hear: (_, __, signal) => {
        signals.push(signal);
        return answer.promise;
      },
    };
    let isFree = false;
    const { line, pass, told, hangUp, clock, lost } = opened({ voice, ears, vad: freed(() => (isFree = true)) });
    line.say(1, '1 a', usual);
    await pass(words(1.5));
    hangUp();
    answer.resolve({ kind: 'heard', text: 'muộn', sure: true });
    line.say(2, '1 b', usual);
    line.flush();
    line.end({ kind: 'hangup' });
    await pass(words(1));
    clock.pass(60_000);
    expect(told).toEqual(['voice 1', 'quiet 1', 'closed']);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(isFree).toBe(true);
    expect(lost).toEqual([]);
  });
});
