import type { Choice } from '../types.ts';
import { liesIn, type Match, nearest, type Reading, shares } from './choose.ts';
import type { Directory, Unit } from './directory.ts';
import type { Mention } from './mentions.ts';
import type { Address, Place } from './places.ts';

/** Why an address should be read back with care: not all of it was said as it stands. */
export type Doubt = 'province-not-said' | 'spelling' | 'kind' | 'same-name-before';

/**
 * What is known when something is missing. `said`: names that were told and lead to several communes or to none yet;
 * `was`: the old commune that was told, with the codes of today's communes that hold a part of it.
 */
export type PartialAddress = {
  detail: string;
  commune?: Place;
  province?: Place;
  said?: { commune?: string; district?: string };
  was?: { name: string; now: string[] };
  /** Codes of the communes that were offered: the name of one of them alone is an answer. */
  among?: string[];
  /** What is to be read back once the street is known, too. */
  readBack?: Doubt[];
};

/** `choices`: five at most, each to be said as it stands; empty where there are more and a list would only tell a part. */
export type AddressReading =
  | { kind: 'found'; address: Address; readBack: Doubt[] }
  | { kind: 'ask'; what: 'which' | 'province' | 'commune' | 'street'; choices: Choice[]; partial: PartialAddress }
  | { kind: 'unknown'; partial: PartialAddress };

/** What a reading comes to; `mentions` are all that were found, for what was said beside it. */
export function settle(reading: Reading, mentions: Mention[], detail: string, directory: Directory): AddressReading {
  const units = narrowed(reading);
  if (units.length === 0) return withoutCommune(reading, mentions, detail, directory);
  const twin = twinDistrict(reading, mentions);
  const codes = codesOf(units.map(({ unit }) => unit));
  const partial = partialOf(reading, detail, directory);
  if (twin !== null && codesOf(twin).join() !== codes.join()) {
    return askFor(listed(codes, codesOf(twin)), { ...partial, said: { district: twin[0]?.name ?? '' } }, directory);
  }
  const [code] = codes;
  if (codes.length > 1 || code === undefined) return whichOf(units, codes, reading, partial, directory);
  const against = contradicted(reading, mentions, code, directory);
  if (against.length > 0) {
    const among = [...new Set([code, ...against])].slice(0, 5);
    return { kind: 'ask', what: 'which', choices: choicesOf(among, [], directory), partial: { ...partial, among } };
  }
  const old = units.every(({ unit }) => unit.when === 'before') && units.length === 1 ? units[0]?.unit.full : undefined;
  return found(code, detail, doubtsOf(reading, units), directory, old);
}

export function found(code: string, detail: string, readBack: Doubt[], directory: Directory, was?: string): AddressReading {
  const unit = directory.communes.get(code);
  const province = directory.provinces.get(unit?.province ?? '');
  if (unit === undefined || province === undefined) return { kind: 'unknown', partial: { detail } };
  return { kind: 'found', address: { detail, commune: { code, name: unit.name }, province, ...(was && { was }) }, readBack };
}

/** With a district what was said is the old commune; with a province of today it is today's, where there is one. */
function narrowed({ units: { commune, district, province } }: Reading): Match[] {
  const of = (when: Unit['when']) => commune.filter(({ unit }) => unit.when === when);
  if (district.length > 0) return of('before').length > 0 ? of('before') : commune;
  const today = province.some(({ unit }) => unit.when === 'today');
  return today && of('today').length > 0 ? of('today') : commune;
}

function doubtsOf(reading: Reading, units: Match[]): Doubt[] {
  const all = [...units, ...reading.units.district.slice(0, 1), ...reading.units.province.slice(0, 1)];
  const others = codesOf(reading.units.commune.map(({ unit }) => unit)).length > 1;
  const doubts: [Doubt, boolean][] = [
    ['province-not-said', reading.mentions.province === undefined],
    ['spelling', all.some(({ distance }) => distance > 1)],
    ['kind', units.some(({ otherKind }) => otherKind)],
    ['same-name-before', others && reading.mentions.district === undefined],
  ];
  return doubts.filter(([, is]) => is).map(([doubt]) => doubt);
}

/** "Đống Đa, Hà Nội": the same words name a commune of today and an old district. */
function twinDistrict({ mentions: chosen, units }: Reading, mentions: Mention[]): Unit[] | null {
  const { commune } = chosen;
  if (commune?.kind !== null || chosen.district !== undefined) return null;
  const twin = mentions.find(
    ({ level, from, to, kind }) => level === 'district' && from === commune.from && to === commune.to && kind === null,
  );
  const matches = nearest(twin, (unit) => units.province.length === 0 || units.province.some((match) => liesIn(unit, match.unit)));
  const near = matches.filter(({ distance }) => distance <= (units.commune[0]?.distance ?? 0));
  return near.length > 0 ? near.map(({ unit }) => unit) : null;
}

/** Communes that something said with its kind leads to and that are not this one; this one itself where a province or district contradicts it. */
function contradicted(reading: Reading, mentions: Mention[], code: string, directory: Directory): string[] {
  const chosen = Object.values(reading.mentions);
  const unit = directory.communes.get(code);
  const beside = mentions.filter(
    ({ how, from, to }) => how === 'kind' && !chosen.some((mention) => from < mention.to && mention.from < to),
  );
  const places = new Set(beside.map(({ from }) => from));
  return [...places].flatMap((from) => {
    const units = beside
      .filter((mention) => mention.from === from)
      .flatMap(({ matches }) => matches.filter(({ distance }) => distance < 3));
    const agrees = units.some(({ unit: other }) => {
      if (unit === undefined || other.level === 'province') return other.province === unit?.province;
      return other.level === 'district' ? shares(unit, other) : other.now.includes(code);
    });
    if (agrees) return [];
    const others = units.filter(({ unit: other }) => other.level === 'commune' && other.province === unit?.province);
    return others.length > 0 ? codesOf(others.map(({ unit: other }) => other)) : [code];
  });
}

function whichOf(units: Match[], codes: string[], reading: Reading, partial: PartialAddress, directory: Directory): AddressReading {
  const [first] = units;
  const said = { ...partial.said, commune: first?.unit.name ?? '' };
  const old = units.length === 1 && first !== undefined ? { was: { name: first.unit.full, now: codes } } : {};
  if (codes.length <= 5) {
    const choices = choicesOf(
      codes,
      units.map(({ unit }) => unit),
      directory,
    );
    return { kind: 'ask', what: 'which', choices, partial: { ...partial, said, ...old, among: codes } };
  }
  const provinces = [...new Set(units.map(({ unit }) => unit.province))];
  const what = provinces.length > 1 && reading.mentions.province === undefined ? 'province' : 'commune';
  return { kind: 'ask', what, choices: what === 'province' ? provinceChoices(provinces, directory) : [], partial: { ...partial, said } };
}

function withoutCommune(reading: Reading, mentions: Mention[], detail: string, directory: Directory): AddressReading {
  const partial = partialOf(reading, detail, directory);
  const districts = reading.units.district.map(({ unit }) => unit);
  const provinces = [
    ...new Set((districts.length > 0 ? districts : reading.units.province.map(({ unit }) => unit)).map(({ province }) => province)),
  ];
  if (provinces.length > 1) return { kind: 'ask', what: 'province', choices: provinceChoices(provinces, directory), partial };
  const codes = codesOf(districts);
  const [only] = codes;
  if (codes.length === 1 && only !== undefined)
    return found(only, detail, doubtsOf(reading, reading.units.district), directory, districts[0]?.full);
  return askFor(listed(suggested(reading, mentions), codes), partial, directory);
}

/** "ngõ 12 Láng Hạ, Đống Đa": what stands loose before the rest may be the commune or a street; it is offered, never taken. */
function suggested({ mentions: chosen, units }: Reading, mentions: Mention[]): string[] {
  const start = Math.min(...Object.values(chosen).map(({ from }) => from));
  const loose = mentions.filter(({ level, how, to }) => level === 'commune' && how === 'loose' && to === start);
  const higher = units.district.length > 0 ? units.district : units.province;
  const fits = (unit: Unit) => higher.some(({ unit: other }) => (other.level === 'district' ? shares(unit, other) : liesIn(unit, other)));
  const longest = loose
    .sort((a, b) => a.from - b.from)
    .map((mention) => nearest(mention, fits))
    .find((matches) => matches.length > 0);
  return codesOf((longest ?? []).filter(({ distance }) => distance < 2).map(({ unit }) => unit));
}

/** The likely ones first, then all of the district when five can hold them. */
function listed(likely: string[], all: string[]): string[] {
  const codes = [...new Set([...likely, ...all])];
  if (codes.length <= 5) return codes;
  return likely.length <= 5 ? likely : [];
}

function askFor(among: string[], partial: PartialAddress, directory: Directory): AddressReading {
  return {
    kind: 'ask',
    what: 'commune',
    choices: choicesOf(among, [], directory),
    partial: { ...partial, ...(among.length > 0 && { among }) },
  };
}

function choicesOf(codes: string[], units: Unit[], directory: Directory): Choice[] {
  const communes = codes.map((code) => directory.communes.get(code)).filter((unit) => unit !== undefined);
  const several = new Set(communes.map(({ province }) => province)).size > 1;
  return communes.map((commune) => {
    const old = units.length > 1 ? units.find(({ when, now }) => when === 'before' && now.includes(commune.now[0] ?? '')) : undefined;
    const was = old === undefined ? '' : ` (${old.full.split(', ').slice(0, 2).join(', ')})`;
    return { label: `${several ? commune.full : commune.name}${was}`, say: commune.full };
  });
}

function provinceChoices(codes: string[], directory: Directory): Choice[] {
  if (codes.length > 5) return [];
  return codes.map((code) => directory.provinces.get(code)?.name ?? '').map((name) => ({ label: name, say: name }));
}

function partialOf({ units, mentions }: Reading, detail: string, directory: Directory): PartialAddress {
  const provinces = new Set(units.province.map(({ unit }) => unit.province));
  const province = provinces.size === 1 ? directory.provinces.get([...provinces][0] ?? '') : undefined;
  const district = mentions.district === undefined ? undefined : units.district[0]?.unit.name;
  return { detail, ...(province && { province }), ...(district && { said: { district } }) };
}

function codesOf(units: Unit[]): string[] {
  return [...new Set(units.flatMap(({ now }) => now))];
}
