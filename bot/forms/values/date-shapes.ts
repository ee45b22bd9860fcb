import { plain } from './plain.ts';

/** A day as it was said. `year` `''`: none; two figures as said. */
export type Said = { day: number; month: number; year: string; from: number; to: number };

/** Every day that stands in figures in a text, in order: `12/5/2026`, `ngày 12 tháng 5 năm 2026`, `2026-05-12`, `12052026`, `12 May 2026`, hôm qua. */
export function datesIn(text: string, today: string): Said[] {
  const said = plain(text.normalize('NFC'));
  const found: Said[] = [];
  for (const { pattern, read } of shapes) {
    for (const match of said.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (found.some((one) => one.from < to && from < one.to)) continue;
      found.push({ ...read(match.groups ?? {}, today), from, to });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** True for a day of the lunar calendar: it has no place on a form. */
export function isLunar(text: string): boolean {
  return /\bam lich\b|(?<=\d\s*\(?)\bal\b|\bngay ram\b|\bram thang\b|\bmung \d+ tet\b|\bthang (?:gieng|chap)\b|\bnhuan\b|\blunar\b/.test(
    plain(text),
  );
}

type Groups = Record<string, string | undefined>;
type Shape = { pattern: RegExp; read: (groups: Groups, today: string) => Omit<Said, 'from' | 'to'> };

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName = '(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const lead = '(?:(?:ngay|mung|mong)\\s*)?';

function figures({ day, month, year = '' }: Groups): Omit<Said, 'from' | 'to'> {
  return { day: Number(day), month: Number(month), year };
}

function named({ day, name = '', year = '' }: Groups): Omit<Said, 'from' | 'to'> {
  return { day: Number(day), month: months.indexOf(name) + 1, year };
}

function away(days: number): Shape['read'] {
  return (_groups, today) => {
    const [year = '', month, day] = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10).split('-');
    return { day: Number(day), month: Number(month), year };
  };
}

// The more particular first: what one has taken the next leaves.
const shapes: Shape[] = [
  { pattern: /(?<![\d.])(?<year>(?:18|19|20|21)\d{2})\s*[-/.]\s*(?<month>\d{1,2})\s*[-/.]\s*(?<day>\d{1,2})(?!\d)/g, read: figures },
  {
    pattern: new RegExp(
      `${lead}(?<!\\d)(?<day>\\d{1,2})\\s*(?:/|-)?\\s*(?:thang|thg|t)\\.?\\s*(?<month>\\d{1,2})(?!\\d)(?:\\s*(?:,|nam|n|/|-)*\\s*(?<year>\\d{4}|\\d{2})(?!\\d))?`,
      'g',
    ),
    read: figures,
  },
  {
    pattern: new RegExp(
      `${lead}(?<![\\d/.+-])(?<day>\\d{1,2})\\s*(?<sign>[-/.\\u2013])\\s*(?<month>\\d{1,2})(?:\\s*(?:\\k<sign>|,?\\s*nam)\\s*(?<year>\\d{4}|\\d{2}))?(?![\\d])(?!\\k<sign>\\d)`,
      'g',
    ),
    read: figures,
  },
  { pattern: new RegExp(`${lead}(?<!\\d)(?<day>[0-3]\\d)(?<month>[01]\\d)(?<year>(?:19|20)\\d{2})(?!\\d)`, 'g'), read: figures },
  { pattern: new RegExp(`${lead}(?<![\\d.,/-] ?)(?<day>\\d{1,2}) (?<month>\\d{1,2}) (?<year>(?:19|20)\\d{2})(?!\\d)`, 'g'), read: figures },
  {
    pattern: new RegExp(`(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthName},?\\s+(?<year>\\d{4})(?!\\d)`, 'g'),
    read: named,
  },
  { pattern: new RegExp(`(?<![a-z])${monthName}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})(?!\\d)`, 'g'), read: named },
  { pattern: /(?<![a-z])(?:hom nay|today|bua nay|sang nay|trua nay|chieu nay|toi nay)(?![a-z])/g, read: away(0) },
  { pattern: /(?<![a-z])(?:hom qua|yesterday|bua qua|toi qua|dem qua|chieu qua|sang qua)(?![a-z])/g, read: away(-1) },
  { pattern: /(?<![a-z])(?:hom kia|bua kia|day before yesterday)(?![a-z])/g, read: away(-2) },
  { pattern: /(?<![a-z])(?:ngay mai|tomorrow)(?![a-z])/g, read: away(1) },
];
