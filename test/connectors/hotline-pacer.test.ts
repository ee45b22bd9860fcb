import { describe, expect, test } from 'vitest';
import { createPacer } from '../../connectors/hotline/audiosocket-pacer.ts';

describe('the pacer', () => {
  /** A clock whose timers come late, each by what `late` says. */
  function lateClock(late: () => number) {
    let now = 0;
    let due: { at: number; run: () => void } | null = null;
    const clock = {
      now: () => now,
      after: (ms: number, run: () => void) => {
        due = { at: now + ms, run };
        return () => {
          due = null;
        };
      },
    };
    const step = () => {
      const next = due;
      due = null;
      if (next === null) return false;
      now = next.at + late();
      next.run();
      return true;
    };
    return { clock, step };
  }

  test('does not drift, however late its timers come', () => {
    let seed = 1;
    const { clock, step } = lateClock(() => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % 37;
    });
    let frames = 0;
    createPacer(clock).join((due) => {
      frames += due;
    });
    while (clock.now() < 60_000) step();
    expect(Math.abs(frames - clock.now() / 20)).toBeLessThan(2);
  });

  test('makes good a stutter, but not a long one: two hundred milliseconds are the most at once', () => {
    const stutters = [0, 150, 0, 0, 5_000, 0, 0];
    const { clock, step } = lateClock(() => stutters.shift() ?? 0);
    const beats: number[] = [];
    createPacer(clock).join((due) => void beats.push(due));
    for (let left = 7; left > 0; left -= 1) step();
    expect(beats).toEqual([1, 8, 1, 1, 10, 1, 1]);
  });

  test('is one for all, and rests when nobody is there', () => {
    const { clock, step } = lateClock(() => 0);
    const pacer = createPacer(clock);
    const counts = [0, 0];
    const leaving = counts.map((_, at) =>
      pacer.join((due) => {
        counts[at] = (counts[at] ?? 0) + due;
      }),
    );
    for (let left = 5; left > 0; left -= 1) step();
    expect(counts).toEqual([5, 5]);
    for (const leave of leaving) leave();
    expect(step()).toBe(false);
  });
});
