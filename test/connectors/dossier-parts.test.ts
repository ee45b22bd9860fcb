import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unavailable } from '../../bot/errors.ts';
import { dateFormats, readDate } from '../../connectors/dossiers/dates.ts';
import { rowsAt, textAt } from '../../connectors/dossiers/path.ts';
import { readAnswer } from '../../connectors/dossiers/read-answer.ts';
import { readMapping, shipped } from '../../connectors/dossiers/read-mapping.ts';
import { readRecord } from '../../connectors/dossiers/read-record.ts';
import { agencyPath, routeSources } from '../../connectors/dossiers/route.ts';
import { tokenStoreContract } from '../contracts/token-store.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { createTokenStore } from '../fakes/token-store.ts';

describe('dates', () => {
  it.each([
    ['20250801093000', '2025-08-01T09:30:00+07:00'],
    ['20250801', '2025-08-01'],
    ['01/08/2025', '2025-08-01'],
    ['1/8/2025 9:05', '2025-08-01T09:05:00+07:00'],
    ['01-08-2025 15:00:01', '2025-08-01T15:00:01+07:00'],
    ['2025-08-01T09:30:00.000+0700', '2025-08-01T09:30:00+07:00'],
    ['2025-08-01T17:30:00.000+0000', '2025-08-02T00:30:00+07:00'],
    ['2025-12-31T17:00:00Z', '2026-01-01T00:00:00+07:00'],
    ['2025-08-01T09:30:00', '2025-08-01T09:30:00+07:00'],
    ['2025-08-01', '2025-08-01'],
    ['1754015400000', '2025-08-01T09:30:00+07:00'],
  ])('are read as Vietnamese time: %s', (text, expected) => expect(readDate(text, [...dateFormats])).toBe(expected));

  it.each([
    '',
    '0',
    '31/02/2025',
    '20250230000000',
    '99999999',
    '01/13/2025',
    '0001-01-01T00:00:00',
    '01/01/1900',
    '2025-08-01T25:00:00',
    'sắp xong',
    '2025',
  ])('are none in "%s"', (text) => expect(readDate(text, [...dateFormats])).toBeNull());
});

describe('paths', () => {
  const record = {
    a: {
      b: [
        { id: 46, name: 'en' },
        { id: 228, name: ' việt\u0000 nam ' },
      ],
    },
    list: [1, 2],
    zero: 0,
    none: null,
    one: { x: 1 },
  };
  it.each([
    ['a.b[id=228].name', 'việt nam'],
    ['a.b.0.name', 'en'],
    ['zero', '0'],
    ['list.1', '2'],
    ['none', ''],
    ['a', ''],
    ['a.b[id=1].name', ''],
    ['constructor.name', ''],
    ['list.length', ''],
  ])('lead to text: %s', (path, text) => expect(textAt(record, [path])).toBe(text));

  it('are tried in order, and a single object is a list of one', () => {
    expect(textAt(record, ['none', 'missing', 'list.0'])).toBe('1');
    expect(rowsAt(record, ['missing', 'one'])).toEqual([{ x: 1 }]);
    expect(rowsAt({ long: Array(5_000).fill(0) }, ['long'])).toHaveLength(200);
  });
});

describe.each(Object.keys(shipped))('the mapping %s', (like) => {
  const mapping = readMapping({ like, name: 'any', agencies: ['*'], baseUrl: 'http://any.example.vn' });
  const names = [...new Set(JSON.stringify([mapping.fields, mapping.lists, mapping.answer]).match(/\w+/g))];
  // Whatever JSON stands where the mapping looks: objects with its own names, nested, beside anything else.
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.jsonValue(),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 12 }),
    ),
  }));

  it('reads any JSON without a throw, and lets no year through that no dossier has', () => {
    const check = (body: unknown) => {
      const code = 'H40.23.08-250715-0012';
      readAnswer(mapping, code, { kind: 'answer', status: 200, body });
      const dossier = readRecord(body, { mapping, code, asOf: '', onUnread: () => {} });
      expect(dossier.code).toBe(code);
      expect(dossier.receivedOn ?? '2025-01-01').toMatch(/^[2-9]\d{3}-\d\d-\d\d$/);
    };
    fc.assert(fc.property(value, check), { numRuns: 300 });
  });
});

describe('routing', () => {
  const signal = new AbortController().signal;
  const asked: string[] = [];
  const source = (name: string, answer: 'has' | 'none' | 'away') => ({
    find: async (code: string) => {
      asked.push(name);
      if (answer === 'away') throw new Unavailable(name);
      return answer === 'has' ? { ...demonstration, code, agency: name } : null;
    },
  });
  const ask = async (code: string, routes: Parameters<typeof routeSources>[0]) => {
    asked.length = 0;
    return (await routeSources(routes).find(code, signal))?.agency ?? null;
  };

  it.each([
    ['H40.23.08-250715-0012', ['H40', '23', '08']],
    ['000.17.22.H56-210531-0001', ['H56', '22', '17', '000']],
    ['38.98.H29-210519-0013', ['H29', '98', '38']],
    ['G09.20-20260609-0092637', ['G09', '20']],
  ])('takes the province or ministry of %s first', (code, path) => expect(agencyPath(code)).toEqual(path));

  it('asks the nearest source first, and only those that serve the agency', async () => {
    const routes = [
      { agencies: ['*'], source: source('register', 'has') },
      { agencies: ['H40'], source: source('province', 'has') },
      { agencies: ['H56', 'H40.23'], source: source('ward', 'none') },
      { agencies: ['H4', 'H40.2', 'H41'], source: source('others', 'has') },
    ];
    expect(await ask('H40.23.08-250715-0012', routes)).toBe('province');
    expect(asked).toEqual(['ward', 'province']);
    expect(await ask('000.17.23.H40-210531-0001', routes)).toBe('province');
    expect(await ask('H99.1-250715-0012', routes)).toBe('register');
  });

  it('says "none" only when every source has said so', async () => {
    const away = { agencies: ['H40'], source: source('province', 'away') };
    expect(await ask('H40.1-250715-0012', [{ agencies: ['*'], source: source('register', 'none') }])).toBeNull();
    expect(await ask('H40.1-250715-0012', [])).toBeNull();
    expect(await ask('H40.1-250715-0012', [away, { agencies: ['*'], source: source('register', 'has') }])).toBe('register');
    await expect(ask('H40.1-250715-0012', [away, { agencies: ['*'], source: source('register', 'none') }])).rejects.toThrow('province');
  });
});

describe('the tokens in memory', () => {
  it.each(tokenStoreContract)('$title', async ({ check }) => {
    const clock = { now: 1_000_000 };
    const store = createTokenStore(() => clock.now);
    await check({ stores: [store, store], clock });
  });
});
