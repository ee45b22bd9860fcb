import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createIndex } from '../../knowledge/index/create-index.ts';
import { indexDocument } from '../../knowledge/index/document.ts';
import { shippedNames } from '../../knowledge/names.ts';
import { faqSchema, starterSchema } from '../../knowledge/starter.ts';
import { randomOf, type Variation, variationNames, variations } from '../../scripts/evaluate/variations.ts';

const folder = new URL('../../knowledge/starter/', import.meta.url);
const read = (prefix: string): unknown[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
const shipped = shippedNames();
const entries = starterSchema.array().parse(read('procedures-'));
const documents = entries.flatMap(({ procedure, alsoCalled }) => {
  const document = indexDocument(procedure, [...alsoCalled, ...(shipped.get(procedure.code) ?? [])]);
  return document === null ? [] : [document];
});
const index = createIndex(documents);
const faqs = faqSchema.array().parse(read('faq-'));
const questions = [
  ...faqs.flatMap(({ question, alsoAsked }) => [question, ...alsoAsked]),
  ...documents.flatMap(({ alsoCalled }) => alsoCalled),
];

/** A step under the measured share, which the same texts and weights always give again. */
const least: Record<Variation, number> = {
  'without diacritics': 0.97,
  'one letter doubled': 0.95,
  'without punctuation': 0.99,
  'decomposed (NFD)': 1,
};

describe('the starter base’s own questions, written in another way', () => {
  test('are many', () => expect(questions.length).toBeGreaterThan(400));

  test.each(variationNames)('%s, rarely have another first hit', (name) => {
    const moved = questions.filter((question) => {
      const varied = variations[name](question, randomOf(question));
      return index.search(varied, 1)[0]?.code !== index.search(question, 1)[0]?.code;
    });
    const share = 1 - moved.length / questions.length;
    expect(share, `of ${questions.length} moved: ${moved.slice(0, 10).join(' | ')}`).toBeGreaterThanOrEqual(least[name]);
  });

  test('never break the search, however many ways are laid over each other', () => {
    const ways = fc.array(fc.constantFrom(...variationNames), { maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...questions), ways, fc.string(), (question, names, seed) => {
        const random = randomOf(seed);
        const varied = names.reduce((text, name) => variations[name](text, random), question);
        for (const { coverage } of index.search(varied, 5)) expect(coverage).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300, seed: 20_260_718 },
    );
  });
});

describe('the variations', () => {
  test('change what they say and nothing else', () => {
    const random = randomOf('một');
    expect(variations['without diacritics']('Đổi bằng lái?', random)).toBe('Doi bang lai?');
    expect(variations['without punctuation']('Sổ đỏ (bìa đỏ), mất 1.001193: 2-3 ngày?', random)).toBe('Sổ đỏ bìa đỏ mất 1.001193 2-3 ngày');
    expect([...variations['one letter doubled']('bè nứa', random)].length).toBe(7);
    expect(variations['one letter doubled']('12?', random)).toBe('12?');
  });

  test('are the same again for the same seed, and others for another', () => {
    const five = (seed: string) => Array.from({ length: 5 }, randomOf(seed));
    expect(five('một')).toEqual(five('một'));
    expect(five('một')).not.toEqual(five('hai'));
    for (const number of five('ba')) expect(number >= 0 && number < 1).toBe(true);
  });
});
