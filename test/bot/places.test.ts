import { describe, expect, it } from 'vitest';
import { provinceOfIdCode } from '../../bot/places/id-code.ts';
import { type ReadAddressOptions, readAddress } from '../../bot/places/read-address.ts';
import type { AddressReading } from '../../bot/places/settle.ts';
import { showAddress } from '../../bot/places/show-address.ts';
import { readPlaces } from '../../knowledge/communes.ts';

const places = readPlaces();
const read = (text: string, options?: ReadAddressOptions) => readAddress(text, places, options);

/** What came out, on one line. */
function shown(reading: AddressReading): string {
  if (reading.kind === 'found') return [showAddress(reading.address, 'vi'), ...reading.readBack].join(' · ');
  if (reading.kind === 'unknown') return 'unknown';
  return [`${reading.what}?`, ...reading.choices.map(({ label }) => label)].join(' · ');
}

/** The answers, one after the other, each with what was known before it. */
function talk(...turns: string[]): string {
  let options: ReadAddressOptions = {};
  let last = 'nothing said';
  for (const turn of turns) {
    const reading = read(turn, options);
    if (reading.kind !== 'found') options = { partial: reading.partial };
    last = shown(reading);
  }
  return last;
}

describe('an address by today’s names', () => {
  it.each([
    ['Số 5 ngõ 12, phường Láng, thành phố Hà Nội', 'Số 5 ngõ 12, Phường Láng, Thành phố Hà Nội'],
    ['so 5 ngo 12 phuong lang ha noi', 'So 5 ngo 12, Phường Láng, Thành phố Hà Nội'],
    ['P. Láng, TP. Hà Nội', 'Phường Láng, Thành phố Hà Nội'],
    ['p.sai gon tphcm', 'Phường Sài Gòn, Thành phố Hồ Chí Minh'],
    ['p. láng, hn', 'Phường Láng, Thành phố Hà Nội'],
    ['xã bắc sơn, lạng sơn', 'Xã Bắc Sơn, Tỉnh Lạng Sơn'],
    ['Lạng Sơn, xã Bắc Sơn, thôn 4', 'Thôn 4, Xã Bắc Sơn, Tỉnh Lạng Sơn'],
    ['xa ea h leo daklak', "Xã Ea H'Leo, Tỉnh Đắk Lắk"],
    ['Phường Trấn Biên, Đồng Nai, Việt Nam', 'Phường Trấn Biên, Thành phố Đồng Nai'],
    ['phường Vĩ Dạ, tt huế', 'Phường Vỹ Dạ, Thành phố Huế'],
    ['phuong hoa cuong dn', 'Phường Hòa Cường, Thành phố Đà Nẵng'],
    ['tôi ở thôn Đông, xã Thiệu Hoá, Thanh Hoá ạ', 'Thôn Đông, Xã Thiệu Hóa, Tỉnh Thanh Hóa'],
    ['số 12-14 đường Hà Nội, phường Vỹ Dạ, TP Huế', 'Số 12-14 đường Hà Nội, Phường Vỹ Dạ, Thành phố Huế'],
  ])('%s', (text, expected) => {
    expect(shown(read(text))).toBe(expected);
  });
});

describe('an address by names of before July 2025', () => {
  it.each([
    [
      '12 Lê Lợi, P.Bến Nghé, Q1, TPHCM',
      '12 Lê Lợi, Phường Sài Gòn, Thành phố Hồ Chí Minh (trước là Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh)',
    ],
    ['P1 Q3 sg', 'Phường Bàn Cờ, Thành phố Hồ Chí Minh (trước là Phường 1, Quận 3, Thành phố Hồ Chí Minh)'],
    ['phường một quận ba thành phố hồ chí minh', 'Phường Bàn Cờ, Thành phố Hồ Chí Minh (trước là Phường 1, Quận 3, Thành phố Hồ Chí Minh)'],
    ['phường 01, quận 03, tp hcm', 'Phường Bàn Cờ, Thành phố Hồ Chí Minh (trước là Phường 1, Quận 3, Thành phố Hồ Chí Minh)'],
    ['phường 3, Vị Thanh, Hậu Giang', 'Phường Vị Thanh, Thành phố Cần Thơ (trước là Phường III, Thành phố Vị Thanh, Tỉnh Hậu Giang)'],
    ['thôn 3, Minh Tân, Vị Xuyên, Hà Giang', 'Thôn 3, Xã Minh Tân, Tỉnh Tuyên Quang (trước là Xã Minh Tân, Huyện Vị Xuyên, Tỉnh Hà Giang)'],
    [
      'tinh ha giang huyen vi xuyen xa minh tan thon 4',
      'Thon 4, Xã Minh Tân, Tỉnh Tuyên Quang (trước là Xã Minh Tân, Huyện Vị Xuyên, Tỉnh Hà Giang)',
    ],
    [
      'xa tan tien thanh pho vi thanh tinh hau giang',
      'Xã Hỏa Lựu, Thành phố Cần Thơ (trước là Xã Tân Tiến, Thành phố Vị Thanh, Tỉnh Hậu Giang)',
    ],
    ['phường 7, Vũng Tàu, brvt', 'Phường Tam Thắng, Thành phố Hồ Chí Minh (trước là Phường 7, Thành phố Vũng Tàu, Tỉnh Bà Rịa - Vũng Tàu)'],
    [
      'P. Phú Nhuận, thành phố Huế, tỉnh Thừa Thiên Huế',
      'Phường Thuận Hóa, Thành phố Huế (trước là Phường Phú Nhuận, Quận Thuận Hóa, Thành phố Huế)',
    ],
    [
      'phường Thảo Điền, quận 2, tp hcm',
      'Phường An Khánh, Thành phố Hồ Chí Minh (trước là Phường Thảo Điền, Thành phố Thủ Đức, Thành phố Hồ Chí Minh)',
    ],
    [
      'Ben Nghe Ward, District 1, Ho Chi Minh City',
      'Phường Sài Gòn, Thành phố Hồ Chí Minh (trước là Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh)',
    ],
    ['tx. Kỳ Anh, Hà Tĩnh, phường Kỳ Long', 'Phường Vũng Áng, Tỉnh Hà Tĩnh (trước là Phường Kỳ Long, Thị xã Kỳ Anh, Tỉnh Hà Tĩnh)'],
    ['huyện Côn Đảo, brvt', 'Đặc khu Côn Đảo, Thành phố Hồ Chí Minh (trước là Huyện Côn Đảo, Tỉnh Bà Rịa - Vũng Tàu)'],
    [
      'Tổ 5, Khu phố 3, Phường Tân Phú, Tp. Thủ Đức, Tp. Hồ Chí Minh, Việt Nam',
      'Tổ 5, Khu phố 3, Phường Tăng Nhơn Phú, Thành phố Hồ Chí Minh (trước là Phường Tân Phú, Thành phố Thủ Đức, Thành phố Hồ Chí Minh)',
    ],
    [
      'ấp Bình Hòa xã Bình Hòa huyện Châu Thành An Giang',
      'Ấp Bình Hòa, Xã Bình Hòa, Tỉnh An Giang (trước là Xã Bình Hòa, Huyện Châu Thành, Tỉnh An Giang)',
    ],
  ])('%s', (text, expected) => {
    expect(shown(read(text))).toBe(expected);
  });

  it('is shown in English, too', () => {
    const reading = read('12 Lê Lợi, P.Bến Nghé, Q1, TPHCM');
    expect(reading.kind === 'found' && showAddress(reading.address, 'en')).toBe(
      '12 Lê Lợi, Sài Gòn Ward, Hồ Chí Minh City (formerly Bến Nghé Ward, District 1, Hồ Chí Minh City)',
    );
  });
});

describe('what was not said is asked', () => {
  it.each([
    ['an old commune that was divided', 'phường Cống Vị, quận Ba Đình, hn', 'which? · Phường Ngọc Hà · Phường Giảng Võ'],
    ['a province alone', 'Hà Nội', 'commune?'],
    ['a district alone, few of whose communes there are', 'hải châu đn', 'commune? · Phường Hải Châu · Phường Hòa Cường'],
    ['words that name a commune and an old district', 'Đống Đa, Hà Nội', 'commune? · Phường Đống Đa'],
    [
      'a name that may as well be the street',
      '12 le loi ben nghe quan 1 sai gon',
      'commune? · Phường Sài Gòn · Phường Tân Định · Phường Bến Thành · Phường Cầu Ông Lãnh',
    ],
    [
      'a street with the name of a ward',
      'số 5, Bến Nghé, quận 1, tphcm',
      'commune? · Phường Sài Gòn · Phường Tân Định · Phường Bến Thành · Phường Cầu Ông Lãnh',
    ],
    ['a commune of many provinces', 'xã Tân Tiến', 'province?'],
    [
      'a district of five provinces',
      'huyện Châu Thành',
      'province? · Tỉnh Tây Ninh · Tỉnh Đồng Tháp · Tỉnh Vĩnh Long · Tỉnh An Giang · Thành phố Cần Thơ',
    ],
    ['a numbered ward of many districts', 'phường 1, tphcm', 'commune?'],
    ['two names that differ by their marks alone', 'xa van lang thai nguyen', 'which? · Xã Văn Lang · Xã Văn Lăng'],
    [
      'two old names that differ so',
      'xa minh quan huyen tran yen yen bai',
      'which? · Xã Trấn Yên (Xã Minh Quán, Huyện Trấn Yên) · Phường Âu Lâu (Xã Minh Quân, Huyện Trấn Yên)',
    ],
    ['a commune that the province has not', 'xã Abc, Hà Nội', 'commune?'],
    ['half a name', 'phường láng hạnh hà nội', 'which? · Phường Láng, Thành phố Hà Nội'],
    ['a street named after a province', '12 Điện Biên Phủ, Đà Nẵng', 'commune?'],
    ['words that contradict each other', 'phường Láng, tỉnh Cà Mau, thành phố Hà Nội', 'which? · Phường Láng'],
    ['a district of another province', 'phường Láng, quận 1, Hà Nội', 'which? · Phường Láng'],
    ['a district that nobody knows', 'phường Bến Nghé, quận Abcd, HCM', 'which? · Phường Sài Gòn, Thành phố Hồ Chí Minh'],
    ['nothing of a place', 'thời tiết mai thế nào', 'unknown'],
    ['nothing at all', ' , ', 'unknown'],
  ])('%s', (_, text, expected) => {
    expect(shown(read(text))).toBe(expected);
  });

  it('says what is to be read back: a province that was not said, a letter put right, another kind, an old namesake', () => {
    expect(shown(read('Phường Sài Gòn'))).toBe('Phường Sài Gòn, Thành phố Hồ Chí Minh · province-not-said');
    expect(shown(read('phường Ben Thanhf, quận 1, tphcm'))).toMatch(/^Phường Bến Thành, .* · spelling$/);
    expect(shown(read('xã Long Thành, Đồng Nai'))).toBe('Phường Long Thành, Thành phố Đồng Nai · kind');
    expect(shown(read('phường Ngọc Hà, Hà Nội'))).toBe('Phường Ngọc Hà, Thành phố Hà Nội · same-name-before');
  });

  it('asks for house, street or hamlet where they are needed', () => {
    const asked = read('phường Láng, Hà Nội', { street: 'needed' });
    expect(shown(asked)).toBe('street?');
    const partial = asked.kind === 'ask' ? asked.partial : undefined;
    expect(partial).toBeDefined();
    expect(shown(read('12 Nguyễn Trãi', { ...(partial && { partial }), street: 'needed' }))).toBe(
      '12 Nguyễn Trãi, Phường Láng, Thành phố Hà Nội',
    );
    expect(shown(read('Hà Nội', { ...(partial && { partial }), street: 'needed' }))).toBe('street?');
  });

  it('keeps in mind through the question for the street what is to be read back', () => {
    const asked = read('Phường Sài Gòn', { street: 'needed' });
    const answered = read('12 Lê Lợi', { street: 'needed', ...(asked.kind === 'ask' && { partial: asked.partial }) });
    expect(shown(answered)).toBe('12 Lê Lợi, Phường Sài Gòn, Thành phố Hồ Chí Minh · province-not-said');
  });
});

describe('an answer goes with what was said before', () => {
  it.each([
    [['số 5 ngõ 12 Láng Hạ, Đống Đa, Hà Nội', 'Láng'], 'Số 5 ngõ 12 Láng Hạ, Phường Láng, Thành phố Hà Nội'],
    [
      ['phường Cống Vị, quận Ba Đình, hn', 'giang vo'],
      'Phường Giảng Võ, Thành phố Hà Nội (trước là Phường Cống Vị, Quận Ba Đình, Thành phố Hà Nội)',
    ],
    [['phường 1, tphcm', 'quận 3'], 'Phường Bàn Cờ, Thành phố Hồ Chí Minh (trước là Phường 1, Quận 3, Thành phố Hồ Chí Minh)'],
    [['tổ 4, xã Tân Tiến', 'Đắk Lắk'], 'Tổ 4, Xã Tân Tiến, Tỉnh Đắk Lắk'],
    [
      ['huyện Châu Thành', 'Tiền Giang', 'xã Tân Hương'],
      'Xã Tân Hương, Tỉnh Đồng Tháp (trước là Xã Tân Hương, Huyện Châu Thành, Tỉnh Tiền Giang)',
    ],
    [
      ['thôn 4', 'xã Minh Tân', 'Vị Xuyên'],
      'Thôn 4, Xã Minh Tân, Tỉnh Tuyên Quang (trước là Xã Minh Tân, Huyện Vị Xuyên, Tỉnh Hà Giang) · province-not-said',
    ],
    [['Hà Nội', 'xã Long Hà, Đồng Nai'], 'Xã Long Hà, Thành phố Đồng Nai'],
    [['Hà Nội', 'tôi không biết'], 'commune?'],
  ])('%j', (turns, expected) => {
    expect(talk(...turns)).toBe(expected);
  });
});

describe('house and street', () => {
  it.each([
    ['số năm ngõ mười hai phường láng hà nội', 'Số 5 ngõ 12'],
    ['tổ ba phường láng hà nội', 'Tổ 3'],
    ['nhà em ở căn hộ 1205,  tòa B , 136 Hồ Tùng Mậu, phường Láng thuộc Hà Nội', 'Căn hộ 1205, tòa B, 136 Hồ Tùng Mậu'],
    ['phường Láng, số 12/3A đường Láng, Hà Nội', 'Số 12/3A đường Láng'],
    ['phường Láng, Hà Nội 100000', ''],
    ['huyện lộ 5, phường Láng, Hà Nội', 'Huyện lộ 5'],
  ])('%s', (text, detail) => {
    const reading = read(text);
    expect(reading.kind === 'found' && reading.address.detail).toBe(detail);
  });
});

describe('the province of an ID number', () => {
  it('is named as it was and as it is', () => {
    expect(provinceOfIdCode('001', places)).toEqual({
      code: '001',
      name: 'Thành phố Hà Nội',
      now: { code: '01', name: 'Thành phố Hà Nội' },
    });
    expect(provinceOfIdCode('002', places)?.now.name).toBe('Tỉnh Tuyên Quang');
    expect(provinceOfIdCode('077', places)).toMatchObject({ name: 'Tỉnh Bà Rịa - Vũng Tàu', now: { name: 'Thành phố Hồ Chí Minh' } });
    expect(provinceOfIdCode('096', places)?.name).toBe('Tỉnh Cà Mau');
  });

  it.each(['000', '003', '097', '100', '1', '', '01'])('is none for %j', (code) => {
    expect(provinceOfIdCode(code, places)).toBeNull();
  });

  it('has the 63 codes of the circular', () => {
    const codes = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'));
    expect(codes.filter((code) => provinceOfIdCode(code, places) !== null).join(' ')).toBe(
      '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 ' +
        '062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096',
    );
  });
});
