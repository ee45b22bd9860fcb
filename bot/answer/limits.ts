import type { Duration, Language, Procedure, Way } from '../types.ts';
import { grouped } from './money.ts';
import { oneLine, unique } from './text.ts';
import { words } from './words.ts';

export type Difference = 'by-way' | 'by-case' | 'unclear';
/** A limit in figures, with the ways and the cases that state it. */
export type Limit = { duration: Duration; hows: Way['how'][]; texts: string[]; cases: string[] };

/** Every limit that the record states in figures, with the ways and the cases that state it. */
export function limitsOf(procedure: Procedure): Limit[] {
  const limits = new Map<string, Limit>();
  const limitOf = (duration: Duration): Limit => {
    const key = `${duration.amount} ${duration.unit}`;
    const limit = limits.get(key) ?? { duration, hows: [], texts: [], cases: [] };
    limits.set(key, limit);
    return limit;
  };
  for (const { how, duration } of procedure.ways) {
    if (duration.amount === null) continue;
    const limit = limitOf(duration);
    limit.hows.push(how);
    if (duration.text !== '') limit.texts.push(duration.text);
  }
  for (const { name, duration } of procedure.cases) if (duration.amount !== null) limitOf(duration).cases.push(oneLine(name));
  return [...limits.values()];
}

/** Limits that differ by way, or by named case, are no contradiction. Any other difference is left open. */
export function readDifference(limits: Limit[]): Difference {
  const hows = limits.map((limit) => [...new Set(limit.hows)]);
  const caseNames = limits.map((limit) => unique(limit.cases));
  const inWays = limits.filter((limit) => limit.hows.length > 0);
  if (inWays.length === limits.length) {
    if (new Set(hows.flat()).size === hows.flat().length) return 'by-way';
    const texts = limits.map((limit) => limit.texts.join('\n'));
    if (new Set(texts).size === texts.length && !texts.includes('')) return 'by-case';
  }
  const named = caseNames.every((names) => names.length > 0) && new Set(caseNames.flat()).size === caseNames.flat().length;
  return named ? 'by-case' : 'unclear';
}

/** "7 ngày làm việc", or '' where the record gives no figure. */
export function durationText({ amount, unit }: Duration, language: Language): string {
  return amount === null || unit === 'other' ? '' : words[language].units[unit](grouped(amount, language));
}
