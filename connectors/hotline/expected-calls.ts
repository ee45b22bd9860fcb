import type { CallStart, Clock } from '../../bot/call/line.ts';

/** Calls that were announced by whoever has the password, and whose media are about to come by a way that knows only their id. */
export type ExpectedCalls = {
  /** Calls whose id is no UUID cannot come by AudioSocket: they are not kept. */
  expect(start: CallStart): void;
  /** Once for each announcement, within ten seconds of it. */
  take(id: string): CallStart | null;
};

const lifeMs = 10_000;
const most = 1_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function createExpectedCalls(clock: Pick<Clock, 'now'>): ExpectedCalls {
  const expected = new Map<string, { start: CallStart; until: number }>();
  return {
    expect: (start) => {
      for (const [id, { until }] of expected) if (until <= clock.now()) expected.delete(id);
      if (!uuid.test(start.call) || expected.size >= most) return;
      const id = start.call.toLowerCase();
      expected.delete(id);
      expected.set(id, { start, until: clock.now() + lifeMs });
    },
    take: (id) => {
      const found = expected.get(id);
      expected.delete(id);
      return found !== undefined && found.until > clock.now() ? found.start : null;
    },
  };
}
