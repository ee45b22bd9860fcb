import { isLikelyDate } from './code-shape.ts';

/**
 * The dossier codes whose digits these are, letters, dots and dashes left out, the likeliest first and `mostCodes` at most. Empty: they make none,
 * as where a part is missing. `latest` (`YYYY-MM-DD`): no dossier is of a later day.
 */
export function codesOfDigits(digits: string, latest = '9999-12-31'): string[] {
  if (!/^\d+$/.test(digits)) return [];
  const found = readingsOf(digits, latest).flatMap(({ office, rest }) => officesOf(office).map((each) => ({ ...each, rest })));
  const codes = found.sort((one, other) => one.rank - other.rank).map(({ office, rest }) => `${office}${rest}`);
  return [...new Set(codes)].slice(0, mostCodes);
}

/** Fewer digits are only a part of a code: of the shortest, two for the agency, six for the day, four for the number. */
export const fewestDigits = 12;

/** Each of them is looked for: that must stay few. */
export const mostCodes = 8;

type Reading = { office: string; rest: string };

/** Cut from the end, where lengths are known best: four to seven digits of a number, before them a day. */
function readingsOf(digits: string, latest: string): Reading[] {
  return [4, 5, 6, 7].flatMap((length) =>
    [8, 6].flatMap((dateLength) => {
      const office = digits.slice(0, -(length + dateLength));
      const date = digits.slice(-(length + dateLength), -length);
      const isWhole = digits.length >= length + dateLength + 2;
      return isWhole && isLikelyDate(date) && dayOf(date) <= latest ? [{ office, rest: `-${date}-${digits.slice(-length)}` }] : [];
    }),
  );
}

/** The offices of so many digits, of provinces (H) and of ministries (G). */
function officesOf(digits: string): { office: string; rank: number }[] {
  return shapes.flatMap(({ agency, parts }, rank) => {
    const own = parts.reduce((sum, length) => sum + length, 0);
    if (own + 2 !== digits.length) return [];
    const at = agency === 'first' ? 0 : own;
    const others = partsOf(agency === 'first' ? digits.slice(2) : digits.slice(0, own), parts);
    return ['H', 'G'].map((letter) => {
      const named = `${letter}${digits.slice(at, at + 2)}`;
      return { office: (agency === 'first' ? [named, ...others] : [...others, named]).join('.'), rank };
    });
  });
}

function partsOf(digits: string, lengths: number[]): string[] {
  let from = 0;
  return lengths.map((length) => {
    from += length;
    return digits.slice(from - length, from);
  });
}

function dayOf(date: string): string {
  const year = date.length === 8 ? date.slice(0, 4) : `20${date.slice(0, 2)}`;
  return `${year}-${date.slice(-4, -2)}-${date.slice(-2)}`;
}

type Shape = { agency: 'first' | 'last'; parts: number[] };
const first = (...parts: number[]): Shape => ({ agency: 'first', parts });
const last = (...parts: number[]): Shape => ({ agency: 'last', parts });

/** How many digits the parts beside the agency have, from the most common forms to rare ones. */
const shapes: Shape[] = [
  first(2, 2),
  first(2),
  first(1),
  last(3, 2, 2),
  first(2, 1),
  first(),
  last(2, 2),
  first(3),
  first(2, 3),
  first(2, 2, 2),
  first(1, 2),
  first(3, 2),
  first(2, 2, 1),
  last(2),
  last(2, 2, 2),
];
