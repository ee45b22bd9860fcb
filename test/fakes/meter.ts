import type { Measures, Meter } from '../../bot/ports.ts';

/** A meter that tells what was counted, as `event label=word`, and what was measured. */
export function counting(): Meter & Measures & { counted: Record<string, number>; measured: { what: string; seconds: number }[] } {
  const counted: Record<string, number> = {};
  const measured: { what: string; seconds: number }[] = [];
  return {
    counted,
    measured,
    count: (event, labels = {}, times = 1) => {
      const name = [event, ...Object.entries(labels).map(([label, word]) => `${label}=${word}`)].join(' ');
      counted[name] = (counted[name] ?? 0) + times;
    },
    measure: (what, seconds) => {
      measured.push({ what, seconds });
    },
  };
}
