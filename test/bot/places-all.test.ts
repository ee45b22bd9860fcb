import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../bot/places/read-address.ts';
import { withoutMarks } from '../../bot/text.ts';
import { readPlaces } from '../../knowledge/communes.ts';

const places = readPlaces();
const provinceNames = new Map(places.provinces.map(({ code, name }) => [code, name]));
const today = places.communes.map(({ code, name, province }) => ({ now: [code], text: `${name}, ${provinceNames.get(province)}` }));
const before = places.before.flatMap((province) =>
  province.districts.flatMap((district) =>
    district.communes
      .filter(({ name }) => name !== '')
      .map(({ name, now }) => ({ now, text: `${name}, ${district.name}, ${province.name}` })),
  ),
);
const spoken = (text: string) => withoutMarks(text).toLowerCase().replace(/[,']/g, '').replace(/ - /g, ' ');

/** The communes that a text leads to: the one found, or those it asks about. */
function leadsTo(text: string): string[] {
  const reading = readAddress(text, places);
  if (reading.kind === 'found') return [reading.address.commune.code];
  return reading.kind === 'ask' && reading.what === 'which' ? [...(reading.partial.among ?? [])].sort() : [];
}

const missed = (units: typeof today, form: (text: string) => string) =>
  units.filter(({ now, text }) => leadsTo(form(text)).join() !== [...now].sort().join()).map(({ text }) => text);

/** Told apart by their marks alone; without marks they are asked. */
const twinsOfToday = [
  'Xã Văn Lang, Xã Văn Lăng, Tỉnh Thái Nguyên',
  'Xã Cẩm Giang, Xã Cẩm Giàng, Thành phố Hải Phòng',
  'Xã Sơn Hà, Xã Sơn Hạ, Tỉnh Quảng Ngãi',
  'Xã Ba Tơ, Xã Ba Tô, Tỉnh Quảng Ngãi',
  'Xã Lộc Thạnh, Xã Lộc Thành, Thành phố Đồng Nai',
  'Xã Thanh An, Xã Thạnh An, Thành phố Hồ Chí Minh',
  'Xã Tân Thành, Xã Tân Thạnh, Tỉnh Tây Ninh',
  'Xã Tân Thành, Xã Tân Thạnh, Tỉnh Cà Mau',
];

describe('all communes of today', () => {
  it('are found as themselves when written in full', () => {
    expect(missed(today, (text) => text)).toEqual([]);
    expect(missed(today, (text) => `Số 5, tổ 3, ${text}`)).toEqual([]);
  });

  it('are found as themselves without marks and commas, but for those that only marks tell apart: these are asked', () => {
    const asked = missed(today, spoken);
    expect(asked).toHaveLength(twinsOfToday.length * 2);
    for (const text of asked) {
      const twins = asked.filter((other) => spoken(other) === spoken(text));
      expect(twins).toHaveLength(2);
      expect(leadsTo(spoken(text))).toEqual(
        today
          .filter((unit) => twins.includes(unit.text))
          .flatMap(({ now }) => now)
          .sort(),
      );
    }
  });
});

describe('all communes of before July 2025', () => {
  it('lead with district and province to the communes that hold them now', () => {
    expect(missed(before, (text) => text)).toEqual([]);
  });

  it('do so without marks and commas, or ask about the two that only marks tell apart', () => {
    const others = missed(before, spoken);
    expect(others.length).toBeLessThan(40);
    for (const text of others) {
      const twins = before.filter((unit) => spoken(unit.text) === spoken(text));
      expect(twins).toHaveLength(2);
      expect(leadsTo(spoken(text))).toEqual([...new Set(twins.flatMap(({ now }) => now))].sort());
    }
  });

  it('are asked when they were divided, and every choice is understood as itself', () => {
    for (const { text, now } of before.filter((unit) => unit.now.length > 1)) {
      const asked = readAddress(`Tổ 3, ${text}`, places);
      expect(asked).toMatchObject({ kind: 'ask', what: 'which' });
      if (asked.kind !== 'ask') continue;
      const answers = asked.choices.map(({ say }) => readAddress(say, places, { partial: asked.partial }));
      expect(answers.map((answer) => answer.kind === 'found' && answer.address.commune.code)).toEqual([...now].sort());
      for (const answer of answers) expect(answer).toMatchObject({ address: { detail: 'Tổ 3', was: text }, readBack: [] });
    }
  });
});

describe('whatever is written', () => {
  it('a letter more, less or other in the commune is put right, asked or read as the name that it makes; never taken in silence for something else', () => {
    const letters = 'abcdeghiklmnopqrstuvxy';
    const slip = fc.record({
      unit: fc.constantFrom(...today),
      at: fc.nat(),
      letter: fc.constantFrom(...letters),
      how: fc.constantFrom('more', 'less', 'other'),
    });
    fc.assert(
      fc.property(slip, ({ unit, at, letter, how }) => {
        const [commune = '', province = ''] = unit.text.split(', ');
        const start = (/^(Đặc khu|Phường|Xã) /.exec(commune)?.[0] ?? '').length;
        const place = start + 1 + (at % Math.max(1, commune.length - start - 1));
        fc.pre(/^\p{L}\p{L}$/u.test(commune.slice(place - 1, place + 1)));
        const text = `${commune.slice(0, place)}${how === 'less' ? '' : letter}${commune.slice(how === 'more' ? place : place + 1)}, ${province}`;
        const reading = readAddress(text, places);
        if (reading.kind !== 'found' || reading.readBack.includes('spelling') || reading.readBack.includes('kind')) return;
        const said = withoutMarks(text.split(', ')[0] ?? '').toLowerCase();
        const names = [reading.address.commune.name, (reading.address.was ?? '').split(',')[0] ?? ''].map((name) =>
          withoutMarks(name).toLowerCase(),
        );
        const alike = (name: string) => name.replace(/[ '-]/g, '').replaceAll('y', 'i');
        expect(names.map(alike)).toContain(alike(said));
      }),
      { numRuns: 1500 },
    );
  });

  it('comes to some reading, the same each time, with five choices at most', () => {
    const words = fc.constantFrom(
      'xã',
      'phường',
      'p',
      'q1',
      'tân phú',
      'hà nội',
      'tp',
      'hcm',
      ',',
      '-',
      'số 5',
      'châu thành',
      'tỉnh',
      'huyện',
      'mười',
      '.',
      "ea h'leo",
      '12/3',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(words, { maxLength: 14 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, text, (one, other) => {
        const first = readAddress(one, places);
        expect(readAddress(one, places)).toEqual(first);
        const next = first.kind === 'found' ? first : readAddress(other, places, { partial: first.partial, street: 'needed' });
        for (const reading of [first, next]) if (reading.kind === 'ask') expect(reading.choices.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 400 },
    );
  });
});
