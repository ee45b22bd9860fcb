import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { placesFolder, readPlaces } from '../../knowledge/communes.ts';

const places = readPlaces();
const olds = places.before.flatMap((province) =>
  province.districts.flatMap((district) => district.communes.map((commune) => ({ ...commune, district: district.name, province }))),
);
const bare = (name: string) => name.replace(/^(Tỉnh|Thành phố) /, '');

/** Communes of today in each province. */
const counts =
  'Hà Nội 126, Cao Bằng 56, Tuyên Quang 124, Điện Biên 45, Lai Châu 38, Sơn La 75, Lào Cai 99, Thái Nguyên 92, Lạng Sơn 65, Quảng Ninh 54, Bắc Ninh 99, ' +
  'Phú Thọ 148, Hải Phòng 114, Hưng Yên 104, Ninh Bình 129, Thanh Hóa 166, Nghệ An 130, Hà Tĩnh 69, Quảng Trị 78, Huế 40, Đà Nẵng 94, Quảng Ngãi 96, Gia Lai 135, ' +
  'Khánh Hòa 65, Đắk Lắk 102, Lâm Đồng 124, Đồng Nai 95, Hồ Chí Minh 168, Tây Ninh 96, Đồng Tháp 102, Vĩnh Long 124, An Giang 102, Cần Thơ 103, Cà Mau 64';

/** The 23 provinces that were made of several, Resolution 202/2025/QH15; the other eleven stayed as they were. */
const merged: Record<string, string[]> = {
  'Tuyên Quang': ['Hà Giang', 'Tuyên Quang'],
  'Lào Cai': ['Lào Cai', 'Yên Bái'],
  'Thái Nguyên': ['Bắc Kạn', 'Thái Nguyên'],
  'Phú Thọ': ['Hòa Bình', 'Phú Thọ', 'Vĩnh Phúc'],
  'Bắc Ninh': ['Bắc Giang', 'Bắc Ninh'],
  'Hưng Yên': ['Hưng Yên', 'Thái Bình'],
  'Hải Phòng': ['Hải Dương', 'Hải Phòng'],
  'Ninh Bình': ['Hà Nam', 'Nam Định', 'Ninh Bình'],
  'Quảng Trị': ['Quảng Bình', 'Quảng Trị'],
  'Đà Nẵng': ['Đà Nẵng', 'Quảng Nam'],
  'Quảng Ngãi': ['Kon Tum', 'Quảng Ngãi'],
  'Gia Lai': ['Bình Định', 'Gia Lai'],
  'Khánh Hòa': ['Khánh Hòa', 'Ninh Thuận'],
  'Lâm Đồng': ['Bình Thuận', 'Đắk Nông', 'Lâm Đồng'],
  'Đắk Lắk': ['Đắk Lắk', 'Phú Yên'],
  'Hồ Chí Minh': ['Bà Rịa - Vũng Tàu', 'Bình Dương', 'Hồ Chí Minh'],
  'Đồng Nai': ['Bình Phước', 'Đồng Nai'],
  'Tây Ninh': ['Long An', 'Tây Ninh'],
  'Cần Thơ': ['Cần Thơ', 'Hậu Giang', 'Sóc Trăng'],
  'Vĩnh Long': ['Bến Tre', 'Trà Vinh', 'Vĩnh Long'],
  'Đồng Tháp': ['Đồng Tháp', 'Tiền Giang'],
  'Cà Mau': ['Bạc Liêu', 'Cà Mau'],
  'An Giang': ['An Giang', 'Kiên Giang'],
};

describe('the directory of provinces and communes', () => {
  it('has all of today: 34 provinces and 3,321 communes, every code once', () => {
    const found = places.provinces.map(
      ({ code, name }) => `${bare(name)} ${places.communes.filter(({ province }) => province === code).length}`,
    );
    expect(found).toHaveLength(34);
    expect(found.join(', ')).toBe(counts);
    expect(places.communes).toHaveLength(3321);
    expect(new Set(places.communes.map(({ code }) => code)).size).toBe(3321);
  });

  it('has all of before July 2025: 63 provinces, 696 districts, 10,040 communes that lead to today’s in 10,602 rows', () => {
    expect(places.before).toHaveLength(63);
    expect(new Set(places.before.map(({ code }) => code)).size).toBe(63);
    expect(places.before.flatMap(({ districts }) => districts)).toHaveLength(696);
    expect(olds).toHaveLength(10_040);
    expect(olds.flatMap(({ now }) => now)).toHaveLength(10_602);
    expect(olds.filter(({ name }) => name === '').map(({ district }) => district)).toEqual([
      'Huyện Bạch Long Vĩ',
      'Huyện Cồn Cỏ',
      'Huyện Hoàng Sa',
      'Huyện Lý Sơn',
      'Huyện Côn Đảo',
    ]);
  });

  it('leads every old commune to communes of the province that its own became a part of, each of them once', () => {
    const provinceOf = new Map(places.communes.map(({ code, province }) => [code, province]));
    const wrong = olds.filter(
      ({ now, province }) =>
        now.length === 0 || new Set(now).size < now.length || now.some((code) => provinceOf.get(code) !== province.province),
    );
    expect(wrong).toEqual([]);
  });

  it('leads to every commune of today from an old one', () => {
    const reached = new Set(olds.flatMap(({ now }) => now));
    expect(places.communes.filter(({ code }) => !reached.has(code))).toEqual([]);
  });

  it('knows that 471 old communes were divided, into two to five', () => {
    const parts = olds.map(({ now }) => now.length).filter((length) => length > 1);
    expect([2, 3, 4, 5].map((length) => parts.filter((part) => part === length).length)).toEqual([397, 58, 15, 1]);
  });

  it('joins the 63 provinces into the 34', () => {
    const found = Object.fromEntries(
      places.provinces.map(({ code, name }) => [
        bare(name),
        places.before.filter(({ province }) => province === code).map((old) => bare(old.name)),
      ]),
    );
    const alone = Object.entries(found).filter(([name]) => merged[name] === undefined);
    expect(alone).toHaveLength(11);
    for (const [name, olds] of alone) expect(olds).toEqual([name]);
    for (const [name, olds] of Object.entries(merged)) expect([...(found[name] ?? [])].sort(new Intl.Collator('vi').compare)).toEqual(olds);
  });

  it('lists the names that several communes of today bear', () => {
    const names = new Map<string, number>();
    for (const { name } of places.communes) names.set(name, (names.get(name) ?? 0) + 1);
    const several = [...names].filter(([, count]) => count > 1);
    expect(several).toHaveLength(245);
    expect(
      several
        .filter(([, count]) => count >= 5)
        .map(([name]) => name)
        .sort(),
    ).toEqual(['Xã Bình An', 'Xã Bình Minh', 'Xã Châu Thành', 'Xã Tân An', 'Xã Tân Thành', 'Xã Tân Tiến'].sort());
  });

  it('writes all names alike: NFC, single blanks, the kind in front, the tone where Thanh Hóa has it', () => {
    const names = [
      ...places.provinces.map(({ name }) => name),
      ...places.communes.map(({ name }) => name),
      ...places.before.flatMap(({ name, also, districts }) => [
        name,
        ...also,
        ...districts.flatMap((district) => [district.name, ...district.also]),
      ]),
      ...olds.map(({ name }) => name).filter((name) => name !== ''),
    ];
    const form = /^(Tỉnh|Thành phố|Quận|Huyện|Thị xã|Thị trấn|Đặc khu|Phường|Xã) [\p{Lu}\d][^ ]*( [^ ]+)*$/u;
    const wrong = names.filter(
      (name) => name !== name.normalize('NFC') || !form.test(name) || /(?<!q)(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])( |$)/iu.test(name),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a directory that does not fit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'places-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const today = readFileSync(join(placesFolder, 'today.txt'), 'utf8');
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

  it.each([
    ['a commune without a code', `${today}  Xã Tân Tiến\n`, '001 Tỉnh X > 01\n', 'today.txt:3356 does not fit'],
    ['a commune outside of provinces', '  00004 Phường Ba Đình\n', '', 'today.txt:1 does not fit'],
    ['an old province that became nothing', today, '001 Tỉnh X > 99\n', 'before.txt:1 does not fit'],
    ['an old commune that leads nowhere', today, '001 Tỉnh X > 01\n  Huyện Y\n    99999 Xã Z\n', 'before.txt:3 does not fit'],
    ['an old commune without a district', today, '001 Tỉnh X > 01\n    00004 Xã Z\n', 'before.txt:2 does not fit'],
  ])('is refused with file and line: %s', (_, now, before, message) => {
    write('today.txt', now);
    write('before.txt', before);
    expect(() => readPlaces(folder)).toThrow(message);
  });
});
