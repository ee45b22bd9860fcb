import { sayNumber } from '../speech/said.ts';
import type { Place, Places } from './places.ts';
import { spellName } from './spelling.ts';

export type Level = 'province' | 'district' | 'commune';

/**
 * A province, district or commune of today or of before July 2025. `kind` is "xa", "thi tran" …; `full` the name with what it lies in.
 * `province`: today's, by code; `before`: codes of the old provinces it lies in; `districts`: the old ones, by number; `now`: today's communes in it.
 */
export type Unit = {
  level: Level;
  when: 'today' | 'before';
  kind: string;
  name: string;
  full: string;
  province: string;
  before: string[];
  districts: number[];
  now: string[];
};

/** All units, found by the key of their name without its kind. `aliases` are other names, short forms and numbers in words. */
export type Directory = {
  names: Map<string, Unit[]>;
  aliases: Map<string, Unit[]>;
  communes: Map<string, Unit>;
  provinces: Map<string, Place>;
  byLength: Map<number, string[]>;
};

/** The directory of these places, made at the first call and kept as long as they are. */
export function directoryOf(places: Places): Directory {
  const known = made.get(places);
  if (known !== undefined) return known;
  const directory = makeDirectory(places);
  made.set(places, directory);
  return directory;
}

/** A name without its kind, and the kind as a key: `Phường Láng` is `phuong` and `Láng`. */
export function kindAndName(name: string): [kind: string, bare: string] {
  for (const [prefix, kind] of kinds) if (name.startsWith(prefix)) return [kind, name.slice(prefix.length)];
  return ['', name];
}

const kinds = ['Xã', 'Phường', 'Thị trấn', 'Huyện', 'Quận', 'Thị xã', 'Thành phố', 'Tỉnh', 'Đặc khu'].map(
  (kind) => [`${kind} `, keyOf(kind)] as const,
);

const made = new WeakMap<Places, Directory>();

// How people shorten provinces. A short form of two names leaves it to the rest of the address, or is asked.
const shortProvinces: Record<string, string[]> = {
  'Hà Nội': ['hn'],
  'Hải Phòng': ['hp'],
  'Đà Nẵng': ['dn'],
  'Đồng Nai': ['dn'],
  'Cần Thơ': ['ct'],
  Huế: ['tth', 'tt hue'],
  'Hồ Chí Minh': ['hcm', 'tphcm', 'sg', 'sai gon', 'saigon', 'tpsg'],
  'Bà Rịa - Vũng Tàu': ['brvt', 'br vt'],
  'Đắk Lắk': ['daklak', 'dac lac', 'daclac'],
  'Đắk Nông': ['daknong', 'dac nong'],
  'Kon Tum': ['kontum'],
};

function makeDirectory({ provinces, communes, before }: Places): Directory {
  const directory: Directory = { names: new Map(), aliases: new Map(), communes: new Map(), provinces: new Map(), byLength: new Map() };
  for (const province of provinces) {
    const { code, name } = province;
    directory.provinces.set(code, province);
    enter(directory, { ...nowhere, level: 'province', when: 'today', name, full: name, province: code });
  }
  for (const { code, name, province } of communes) {
    const full = `${name}, ${directory.provinces.get(province)?.name ?? ''}`;
    const lies = { before: [], districts: [], now: [code] };
    directory.communes.set(code, enter(directory, { ...lies, level: 'commune', when: 'today', name, full, province }));
  }
  let number = 0;
  for (const old of before) {
    const inProvince: Pick<Unit, 'when' | 'province' | 'before'> = { when: 'before', province: old.province, before: [old.code] };
    for (const name of [old.name, ...old.also]) enter(directory, { ...nowhere, ...inProvince, level: 'province', name, full: name });
    for (const district of old.districts) {
      number += 1;
      const inDistrict = { ...inProvince, districts: [number] };
      const now = [...new Set(district.communes.flatMap((commune) => commune.now))];
      for (const code of now) liesThere(directory.communes.get(code), old.code, number);
      const behind = `, ${district.name}, ${old.name}`;
      for (const name of [district.name, ...district.also]) {
        enter(directory, { ...inDistrict, level: 'district', name, full: `${name}, ${old.name}`, now });
      }
      for (const { name, now } of district.communes) {
        if (name !== '') enter(directory, { ...inDistrict, level: 'commune', name, full: name + behind, now });
      }
    }
  }
  for (const key of directory.names.keys()) put(directory.byLength, key.length, key);
  return directory;
}

const nowhere = { before: [], districts: [], now: [] };

function liesThere(commune: Unit | undefined, province: string, district: number): void {
  if (commune?.before.includes(province) === false) commune.before.push(province);
  commune?.districts.push(district);
}

function enter({ names, aliases }: Directory, entry: Omit<Unit, 'kind'>): Unit {
  const [kind, bare] = kindAndName(entry.name);
  const unit: Unit = { ...entry, kind };
  put(names, keyOf(bare), unit);
  for (const alias of aliasesOf(bare, entry.level)) put(aliases, alias, unit);
  return unit;
}

function put<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function aliasesOf(bare: string, level: Level): string[] {
  if (level !== 'province' && !special.test(bare)) return none;
  const others = level === 'province' ? [...(shortProvinces[bare] ?? [])] : [];
  if (/['’]/.test(bare)) others.push(keyOf(bare.replace(/['’]/g, ' ')));
  if (bare.startsWith('Nông trường ')) others.push(keyOf(bare.replace('Nông trường', 'nt')), keyOf(bare.replace('Nông trường ', '')));
  const roman = romans.indexOf(bare);
  if (roman > 0) others.push(String(roman), ...aliasesOf(String(roman), level));
  if (/\d/.test(bare)) {
    for (const region of ['north', 'south'] as const)
      others.push(keyOf(bare.replace(/\d+/g, (digits) => sayNumber(Number(digits), region))));
  }
  return [...new Set(others)];
}

const none: string[] = [];
const special = /['’\d]|^Nông trường |^[IVX]+$/;
const romans = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

function keyOf(text: string): string {
  let key = '';
  for (const word of spellName(text)) key += key === '' ? word.key : ` ${word.key}`;
  return key;
}
