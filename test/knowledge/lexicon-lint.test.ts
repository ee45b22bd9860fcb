import { describe, expect, it } from 'vitest';
import { lintNames, type Official } from '../../knowledge/lexicon-lint.ts';
import { formFaults, withoutLevel } from '../../knowledge/name-form.ts';
import { nameFiles, shippedNames } from '../../knowledge/names.ts';
import { starter } from '../fakes/ports.ts';

const town: Official = {
  whole: true,
  procedures: new Map([
    ['1.000001', { names: ['Thủ tục đăng ký nuôi chó mèo'], local: false }],
    ['1.000002', { names: ['Mở lớp dạy múa (cấp xã)'], local: false }],
    ['1.000003', { names: ['Mở lớp dạy múa (cấp tỉnh)'], local: false }],
    ['1.000004', { names: ['Cấp biển hiệu chợ đêm'], local: false }],
    ['1.000005', { names: ['Gia hạn thuê sạp'], local: false }],
    ['1.000006', { names: ['Mở lớp dạy múa rối'], local: true }],
  ]),
};
const file = (names: Record<string, unknown>, name = 'a.json') => ({ file: name, text: JSON.stringify(names) });
const told = (names: Record<string, unknown>, official = town) =>
  lintNames([file(names)], official).map(({ level, code, name, reason }) => `${level} ${code} ${name}: ${reason}`);

describe('the shipped everyday names', () => {
  it('have no error: form, codes, nothing twice, nothing that the official name says', () => {
    const procedures = new Map([...starter].map(([code, { procedure }]) => [code, { names: [procedure.name], local: false }]));
    const errors = lintNames(nameFiles(), { procedures, whole: false }).filter(({ level }) => level === 'error');
    expect(errors).toEqual([]);
  });

  it('are read whole: every name of every file, 1,500 procedures at least', () => {
    const names = shippedNames();
    expect(names.size).toBeGreaterThanOrEqual(1_500);
    const written = nameFiles().reduce((sum, { text }) => sum + [...text.matchAll(/"[^"]+"(?=\s*[,\]])/g)].length, 0);
    expect([...names.values()].flat()).toHaveLength(written);
  });
});

describe('the linter', () => {
  it('finds nothing wrong with names as they should be', () => {
    expect(told({ '1.000001': { says: ['làm sổ chó mèo', 'visa cho mèo'], events: ['mới mua chó'], results: ['sổ chó mèo'] } })).toEqual(
      [],
    );
  });

  it.each([
    ['cấp  sổ', 'blanks'],
    [' cấp sổ', 'blanks'],
    ['cấp\nsổ', 'invisible'],
    ['cấp sổ\u200b mèo', 'invisible'],
    ['cấp sổ mèo'.normalize('NFD'), 'NFC'],
    ['làm sổ mèo?', 'ends in punctuation'],
    ['…sổ mèo', 'does not begin'],
    ['Làm sổ mèo', 'capital'],
    ['làm sổ '.repeat(12).trim(), 'longer'],
    ['là gì', 'names no matter'],
    ['', 'names no matter'],
  ])('refuses %j', (name, reason) => {
    const findings = lintNames([file({ '1.000001': { says: ['sổ chó', name] } })], town);
    expect(findings).toContainEqual(expect.objectContaining({ level: 'error', file: 'a.json', code: '1.000001', name }));
    expect(findings.map((finding) => finding.reason).join()).toContain(reason);
  });

  it('lets proper names and abbreviations begin with capitals', () => {
    for (const name of ['Hàn Quốc lao động', 'VNeID bị khóa', 'BHYT cho con', 'Tết trồng cây']) expect(formFaults(name)).toEqual([]);
  });

  it('finds a name twice in one code, whatever it is called', () => {
    expect(told({ '1.000001': { says: ['sổ mèo'], events: ['nuôi mèo'], results: ['Sổ, mèo'] } })).toContain(
      'error 1.000001 Sổ, mèo: is there already',
    );
    expect(told({ '1.000001': { says: ['sổ mèo', 'so meo'] } })).toEqual([
      'warning 1.000001 so meo: differs from "sổ mèo" in diacritics alone',
    ]);
  });

  it('finds the official name among the everyday ones', () => {
    expect(told({ '1.000001': { says: ['đăng ký nuôi chó mèo'] } })).toEqual([
      'error 1.000001 đăng ký nuôi chó mèo: is the official name, which is found anyway',
    ]);
  });

  it('finds codes that do not exist where the whole portal is known, and codes that are none anywhere', () => {
    expect(told({ '1.999999': { says: ['sổ mèo'] } })).toEqual(['error 1.999999 : is no public procedure']);
    expect(told({ '1.999999': { says: ['sổ mèo'] } }, { ...town, whole: false })).toEqual([]);
    expect(told({ '1.99': { says: ['sổ mèo'] } }, { ...town, whole: false })).toHaveLength(1);
  });

  it('warns of a name that several procedures have, and refuses it where they are many and unlike', () => {
    const name = { says: ['lớp múa'] };
    expect(told({ '1.000002': name, '1.000003': name, '1.000006': name })).toEqual([
      'warning 1.000002 lớp múa: is also a name of 1.000003, 1.000006 (the same at other levels or places)',
    ]);
    expect(told({ '1.000001': name, '1.000002': name })).toEqual([
      'warning 1.000001 lớp múa: is also a name of 1.000002 (2 unlike procedures)',
    ]);
    expect(told({ '1.000001': name, '1.000002': name, '1.000004': name, '1.000005': name })[0]).toMatch(/^error .*4 unlike/);
    const result = { says: ['lớp múa rối'], results: ['giấy phép'] };
    expect(told({ '1.000001': { ...result, says: ['sổ mèo'] }, '1.000002': result })).toEqual([]);
  });

  it('finds a code that stands twice in one file, where JSON would keep the last alone', () => {
    const twice = { file: 'a.json', text: '{\n"1.000001": {"says": ["sổ mèo"]},\n"1.000001": {"says": ["sổ chó"]}\n}' };
    expect(lintNames([twice], town)).toMatchObject([{ code: '1.000001', reason: expect.stringContaining('twice') }]);
  });

  it('reads the names of a code in several files as one list', () => {
    const files = [file({ '1.000001': { says: ['sổ mèo'] } }), file({ '1.000001': { says: ['sổ chó', 'sổ mèo'] } }, 'b.json')];
    expect(lintNames(files, town)).toEqual([
      { level: 'error', file: 'b.json', code: '1.000001', name: 'sổ mèo', reason: 'is there already' },
    ]);
  });

  it.each([
    ['no JSON', '{"1.000001": '],
    ['a list', '[]'],
    ['a code without names', '{"1.000001": {"says": []}}'],
    ['a kind that nobody reads', '{"1.000001": {"says": ["sổ mèo"], "result": ["sổ"]}}'],
    ['a name that is no text', '{"1.000001": {"says": [7]}}'],
  ])('refuses a file that is %s', (_what, text) => {
    expect(lintNames([{ file: 'a.json', text }], town)).toMatchObject([{ level: 'error', file: 'a.json' }]);
  });

  it('tells apart procedures by more than their level', () => {
    expect(withoutLevel('Thủ tục mở lớp múa (cấp xã)')).toBe(withoutLevel('Mở lớp múa thực hiện tại cấp tỉnh'));
    expect(withoutLevel('Mở lớp múa')).not.toBe(withoutLevel('Đóng lớp múa'));
  });
});
