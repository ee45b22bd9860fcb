import { describe, expect, test } from 'vitest';
import { placeholdersIn } from '../../bot/forms/fill.ts';
import { birth, death, extract, marriage, status, today } from '../support/civil-cases.ts';
import { civilProcedures } from '../support/civil-procedures.ts';
import { askedFor, filing, plainId, questionsIn, templatesIn } from '../support/filings.ts';

const civil = {
  'khai-sinh': '1.001193',
  'khai-tu': '1.000656',
  'ket-hon': '1.000894',
  'tinh-trang-hon-nhan': '1.004873',
  'trich-luc': '2.000635',
};

describe.each(Object.entries(civil))('the civil-status filing %s', (name, code) => {
  const form = filing(name);

  test('is that of its procedure and names only procedures that there are', () => {
    expect(form.code).toBe(code);
    const said = [...form.refusals, ...form.next].flatMap(({ say }) => say.vi.match(/\d\.\d{6}/g) ?? []);
    const named = [...form.refusals.flatMap(({ instead }) => instead ?? []), ...form.next.map((next) => next.code), ...said];
    expect(named.filter((one) => civilProcedures[one] === undefined)).toEqual([]);
  });

  test('prints everything but what only chooses the case', () => {
    const boxes = form.sheet.blocks.flatMap((block) => (block.kind === 'boxes' ? [block.question] : []));
    const printed = new Set([...templatesIn(form).flatMap(placeholdersIn), ...boxes].map(plainId));
    const choosing = ['period.wanted'];
    const asked = questionsIn(form).map(({ id }) => id);
    expect(asked.filter((id) => !id.startsWith('case.') && !choosing.includes(id) && !printed.has(id))).toEqual([]);
  });

  test('settles the case before it asks about people', () => {
    const [first] = form.steps;
    expect(first?.questions.filter(({ id }) => !id.startsWith('case.') && id !== 'applicant.relation')).toEqual([]);
    expect(
      form.steps
        .slice(1)
        .flatMap(({ questions }) => questions)
        .filter(({ id }) => id.startsWith('case.')),
    ).toEqual([]);
  });
});

describe('what is asked in the usual case', () => {
  test.each([
    ['khai-sinh', birth, 25],
    ['khai-tu', death, 22],
    ['ket-hon', marriage, 15],
    ['tinh-trang-hon-nhan', status, 13],
    ['trich-luc', extract, 12],
  ])('%s takes few questions', (name, said, most) => {
    expect(askedFor(filing(name), said, today).length).toBeLessThanOrEqual(most);
  });

  test('a mother who registers the birth says who she is only once', () => {
    expect(askedFor(filing('khai-sinh'), birth, today).filter((id) => id.startsWith('applicant.'))).toEqual(['applicant.relation']);
    const aunt = askedFor(filing('khai-sinh'), { ...birth, 'applicant.relation': 'than-thich' }, today);
    expect(aunt).toEqual(expect.arrayContaining(['applicant.name', 'applicant.birthDate', 'applicant.idNumber', 'applicant.kinship']));
  });

  test('of a found child no parents are asked about, of a mother alone no father', () => {
    const found = askedFor(filing('khai-sinh'), { ...birth, 'case.parents': 'found', 'applicant.relation': 'nuoi-duong' }, today);
    expect(found.filter((id) => /^(mother|father|marriage)\./.test(id))).toEqual([]);
    const alone = askedFor(filing('khai-sinh'), { ...birth, 'case.parents': 'mother-only' }, today);
    expect(alone.filter((id) => /^(father|marriage)\./.test(id))).toEqual([]);
    expect(alone).toContain('mother.name');
  });

  test('residence and ethnicity are asked only where there is no personal number', () => {
    expect(askedFor(filing('ket-hon'), marriage, today)).not.toContain('bride.residence');
    const without = askedFor(filing('ket-hon'), { ...marriage, 'bride.idNumber': '' }, today);
    expect(without).toEqual(expect.arrayContaining(['bride.ethnicity', 'bride.residence', 'bride.paper']));
    expect(without).not.toContain('groom.residence');
  });
});
