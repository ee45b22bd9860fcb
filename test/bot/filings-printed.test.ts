import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../../bot/forms/condition.ts';
import { fillSheet } from '../../bot/forms/fill.ts';
import type { Answer, Answers, Form } from '../../bot/forms/form.ts';
import { liveAnswers, questionsOf } from '../../bot/forms/plan.ts';
import { brokenRule, refusalOf, valueIn } from '../../bot/forms/rules.ts';
import { createPrinter } from '../../connectors/print/printer.ts';
import { readPlaces } from '../../knowledge/communes.ts';
import { readPdf, squeeze, textsOf } from '../connectors/print-read.ts';
import { filing, filingNames, templatesIn } from '../support/filings.ts';
import { randomOf, validPerson } from '../support/valid-person.ts';

/** More by hand: `FILING_RUNS=200`. */
const numRuns = Number(process.env.FILING_RUNS ?? 40);
const world = { today: '2026-11-22', places: readPlaces(), language: 'vi' as const };
const forms = filingNames.map(filing);
const printer = createPrinter();
const code = 'BN-261122-0001-K7QX';

test('whoever files and whatever it is, the draft is valid and its printed form holds every value', { timeout: 280_000 }, async () => {
  const somebody = fc.record({ form: fc.constantFrom(...forms), seed: fc.nat() });
  await fc.assert(
    fc.asyncProperty(somebody, async ({ form, seed }) => {
      const { answers } = validPerson(form, randomOf(seed), world);
      const live = liveAnswers(questionsOf(form, answers, world.today), answers);
      expect(brokenRule(form, live, world.today)).toBeNull();
      expect(refusalOf(form, live, world.today)).toBeNull();
      const sheet = fillSheet({ form, live, code, today: world.today, foot: 'Bản nháp' });
      const { bytes, replaced } = await printer.pdf(sheet, AbortSignal.timeout(20_000));
      const { pages } = await readPdf(bytes);
      const text = squeeze(pages.map((page) => page.text).join(''));
      expect(replaced).toEqual([]);
      const lost = textsOf(sheet).filter((part) => !text.includes(squeeze(part)));
      expect(lost).toEqual([]);
      const missing = printedIds(form, live).filter((id) => live[id] !== undefined && !isIn(text, live[id]));
      expect(missing).toEqual([]);
    }),
    { numRuns, verbose: 1 },
  );
});

test('the day of a birth form stands in one line, and who signs beside lines of the form', { timeout: 60_000 }, async () => {
  const form = filing('khai-sinh');
  for (const seed of [1, 2, 3]) {
    const { answers } = validPerson(form, randomOf(seed), world);
    const live = liveAnswers(questionsOf(form, answers, world.today), answers);
    const { bytes } = await printer.pdf(fillSheet({ form, live, code, today: world.today, foot: 'Bản nháp' }), AbortSignal.timeout(20_000));
    const last = (await readPdf(bytes)).pages.at(-1)?.items.map(({ text }) => text) ?? [];
    expect(last.filter((text) => text.includes('ngày 22 tháng 11 năm 2026'))).toHaveLength(1);
    const signed = last.findIndex((text) => text.includes('Làm tại'));
    expect(last.slice(0, signed).filter((text) => text.trim() !== '').length).toBeGreaterThanOrEqual(3);
  }
});

/** The questions whose answers stand on the form of this case. */
function printedIds(form: Form, live: Answers): string[] {
  const applies = <Part extends { when?: Parameters<typeof holds>[0] }>(part: Part) => holds(part.when, valueIn(live), world.today);
  const blocks = form.sheet.blocks
    .filter(applies)
    .map((block) => (block.kind === 'grid' ? { ...block, rows: block.rows.filter(applies) } : block));
  const sheet = { ...form.sheet, blocks, signatures: form.sheet.signatures.filter(applies) };
  const named = new Set(templatesIn({ ...form, sheet }).flatMap((template) => [...template.matchAll(/\{([\w.]+)/g)].map(([, id]) => id)));
  return Object.keys(live).filter((id) => named.has(id) || named.has(id.replace(/\.\d+\./, '.')));
}

/** As it was shown, in capitals, or in its parts. */
function isIn(text: string, { value, shown }: Answer): boolean {
  const parts = value.startsWith('{') ? (value.match(/"name":"[^"]+"/g) ?? []).map((name) => name.slice(8, -1)) : value.split('-');
  return [[shown], [shown.toLocaleUpperCase('vi')], parts].some((way) => way.every((part) => text.includes(squeeze(part))));
}
