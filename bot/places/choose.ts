import type { Level, Unit } from './directory.ts';
import { isFiller } from './fillers.ts';
import { type Distance, endsWell, type Mention } from './mentions.ts';
import type { Words } from './words.ts';

/** A unit that fits the others of its reading. `otherKind`: said was xã where it is a phường, or the like. */
export type Match = { unit: Unit; distance: Distance; otherKind: boolean };

/** One way to read the words: at most one mention of each level, and the units that all of them agree on, the nearest alone. */
export type Reading = { mentions: Partial<Record<Level, Mention>>; units: Record<Level, Match[]>; score: number };

/** The reading that explains most of the words, or null when none of them names a place. */
export function chooseReading(text: Words, mentions: Mention[]): Reading | null {
  const [provinces, districts, communes] = (['province', 'district', 'commune'] as const).map((level) => [
    undefined,
    ...mentions.filter((mention) => mention.level === level && (level !== 'commune' || mention.how !== 'loose')),
  ]);
  let best: Reading | null = null;
  for (const province of provinces ?? []) {
    const provinceUnits = nearest(province, () => true);
    for (const district of districts ?? []) {
      if (overlap(province, district)) continue;
      const inProvince = (unit: Unit) => provinceUnits.length === 0 || provinceUnits.some((match) => liesIn(unit, match.unit));
      const districtUnits = nearest(district, inProvince);
      if (district !== undefined && districtUnits.length === 0) continue;
      const inDistrict = (unit: Unit) => districtUnits.length === 0 || districtUnits.some((match) => shares(unit, match.unit));
      for (const commune of communes ?? []) {
        if (overlap(province, commune) || overlap(district, commune)) continue;
        const units = nearest(commune, (unit) => inProvince(unit) && inDistrict(unit));
        if (commune !== undefined && units.length === 0) continue;
        const chosen = [commune, district, province].filter((mention) => mention !== undefined);
        if (chosen.length === 0 || !isAllowed(text, chosen)) continue;
        const all = { province: provinceUnits, district: districtUnits, commune: units };
        const score = scoreOf(text, chosen, all);
        if (best !== null && score <= best.score) continue;
        best = {
          mentions: { ...(commune && { commune }), ...(district && { district }), ...(province && { province }) },
          units: all,
          score,
        };
      }
    }
  }
  return best && agreed(best);
}

/** The units of a mention that pass, of these only the nearest in spelling, of these only those of the kind that was said where there are any. */
export function nearest(mention: Mention | undefined, passes: (unit: Unit) => boolean): Match[] {
  const matches = mention?.matches.filter(({ unit }) => passes(unit)) ?? [];
  const least = Math.min(...matches.map(({ distance }) => distance));
  const close = matches.filter(({ distance }) => distance === least);
  const kind = mention?.kind;
  const same = kind ? close.filter(({ unit }) => unit.kind === kind) : close;
  return same.length > 0 ? same.map((match) => ({ ...match, otherKind: false })) : close.map((match) => ({ ...match, otherKind: true }));
}

/** True where a district or a commune lies in a province of today or of before. */
export function liesIn(unit: Unit, province: Unit): boolean {
  if (province.when === 'today') return unit.province === province.province;
  return province.before.some((code) => unit.before.includes(code));
}

/** True where a commune lies in a district, wholly or in part. */
export function shares(unit: Unit, district: Unit): boolean {
  return district.districts.some((number) => unit.districts.includes(number));
}

// What stands higher is narrowed by what lies in it: of two districts of one name the one that has the commune.
function agreed(reading: Reading): Reading {
  const { commune, district, province } = reading.units;
  const districts = commune.length === 0 ? district : district.filter((match) => commune.some(({ unit }) => shares(unit, match.unit)));
  const below = commune.length > 0 ? commune : districts;
  const provinces = below.length === 0 ? province : province.filter((match) => below.some(({ unit }) => liesIn(unit, match.unit)));
  return { ...reading, units: { commune, district: districts, province: provinces } };
}

function overlap(one: Mention | undefined, other: Mention | undefined): boolean {
  return one !== undefined && other !== undefined && one.from < other.to && other.from < one.to;
}

/** A loose name counts where the names run on to the end: "12 lê lợi thanh xuân hà nội". */
function isAllowed(text: Words, chosen: Mention[]): boolean {
  return chosen.every((mention) => {
    if (mention.how !== 'loose') return true;
    if (mention.level === 'province')
      return gap(text, mention.to, text.words.length) === 0 || chosen.some(({ from }) => from === mention.to);
    return chosen.some((other) => other !== mention && (gapBetween(text, other, mention) === 0 || gapBetween(text, mention, other) === 0));
  });
}

function gapBetween(text: Words, one: Mention, next: Mention): number {
  return one.to <= next.from ? gap(text, one.to, next.from) : Number.POSITIVE_INFINITY;
}

/** How many words that say something stand from one place up to another. */
function gap(text: Words, from: number, to: number): number {
  return text.words.slice(from, to).filter((_, at) => !isFiller(text.words, from + at)).length;
}

const distances = [0, -0.1, -3, -4];

function scoreOf(text: Words, chosen: Mention[], units: Reading['units']): number {
  let score = 0;
  for (const mention of chosen) {
    const match = units[mention.level][0];
    score += 2 * (mention.to - mention.from) + (mention.how === 'kind' ? 2 : 0) + (mention.how === 'loose' ? -1 : 0);
    score += (distances[match?.distance ?? 0] ?? 0) + (match?.otherKind ? -2 : 0) + (mention.level === 'province' ? 0.5 : 0);
  }
  const cut = chosen.filter(({ to }) => !endsWell(text.words, to) && !chosen.some(({ from }) => from === to)).length;
  return score + orderOf(text, chosen) - 2 * cut;
}

/** Smallest first is the rule, largest first is said too; words that explain nothing between names or behind them cost. */
function orderOf(text: Words, chosen: Mention[]): number {
  const rising = chosen.every((mention, at) => at === 0 || (chosen[at - 1]?.to ?? 0) <= mention.from);
  const falling = chosen.every((mention, at) => at === 0 || (chosen[at - 1]?.from ?? 0) >= mention.to);
  const sorted = [...chosen].sort((a, b) => a.from - b.from);
  let cost = 0;
  for (const [at, mention] of sorted.entries()) cost += at === 0 ? 0 : costOf(text, sorted[at - 1]?.to ?? 0, mention.from);
  if (rising) return -cost - costOf(text, sorted.at(-1)?.to ?? 0, text.words.length);
  return (falling ? -1 : -6) - cost - costOf(text, 0, sorted[0]?.from ?? 0);
}

// A house and street between commas may stand anywhere.
function costOf(text: Words, from: number, to: number): number {
  const parted = text.words[from]?.parted && (to === text.words.length || text.words[to]?.parted);
  return Math.min(2 * gap(text, from, to), parted ? 3 : Number.POSITIVE_INFINITY);
}
