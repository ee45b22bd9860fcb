import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Sheet } from '../../bot/forms/sheet.ts';
import { createPrinter } from '../../connectors/print/printer.ts';
import { anySheet } from './print-generated.ts';
import { type PaperItem, type PaperPage, qrOnPdf, readPdf, squeeze, textsOf } from './print-read.ts';
import { birth, residence } from './print-sheets.ts';

const { pdf } = createPrinter();
const signal = new AbortController().signal;
const limit = 200 * 1024;
/** A4 and its margins in points: 30 mm at the left, 15 mm at the right. */
const a4 = { width: 595.28, height: 841.89, left: 85.04, right: 552.76 };

const sheetOf = (...blocks: Block[]): Sheet => ({ ...birth, blocks });
const lineOf = (value: string): Block => ({ kind: 'line', fields: [{ label: 'Họ tên:', value }] });
const long = sheetOf(...residence.blocks, ...birth.blocks, ...residence.blocks, ...birth.blocks, ...residence.blocks);

test.each([
  ['a birth', birth],
  ['a change of residence', residence],
  ['a long sheet', long],
])('%s is A4 with its fonts within, at most 200 KB, and its QR says the code of the draft', async (_, sheet) => {
  const { bytes, replaced } = await pdf(sheet, signal);
  const { pages, fonts } = await readPdf(bytes);
  expect(bytes.length).toBeLessThanOrEqual(limit);
  expect(replaced).toEqual([]);
  for (const page of pages) {
    expect(page.width).toBeCloseTo(a4.width, 1);
    expect(page.height).toBeCloseTo(a4.height, 1);
  }
  expect(fonts.length).toBeGreaterThanOrEqual(2);
  expect(fonts.filter(({ name, within }) => !within || !name.includes('Tinos'))).toEqual([]);
  expect(await qrOnPdf(bytes)).toBe(sheet.code);
});

test('every text of any sheet stands on the paper, in composed letters, within the margins, none over another', async () => {
  await fc.assert(
    fc.asyncProperty(anySheet, async (sheet) => {
      const { bytes, replaced } = await pdf(sheet, signal);
      const { pages } = await readPdf(bytes);
      const foot = /Mãbảnnháp:/;
      // A text that runs over the end of a page has the foot of that page within.
      const bodies = pages.map(({ items }) => squeeze(items.map(({ text }) => text).join('')).split(foot)[0] ?? '').join('');
      const whole = bodies + pages.map(({ text }) => squeeze(text)).join('');
      expect(textsOf(sheet).filter((text) => !whole.includes(squeeze(text)))).toEqual([]);
      expect(whole.normalize('NFC')).toBe(whole);
      expect(replaced).toEqual([]);
      const items = pages.map((page) => page.items.filter(({ text }) => text.trim() !== ''));
      expect(pages.flatMap(outside)).toEqual([]);
      expect(items.flatMap(overEachOther)).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 60_000);

/** Texts beyond the margins, or of the body at the height of the foot. */
function outside({ items }: PaperPage): string[] {
  const foot = items.find(({ text }) => text.startsWith('Mã bản nháp'))?.y ?? 20;
  const head = items.findIndex(({ text }) => text.startsWith('Trang '));
  const wrong = items.filter(
    ({ left, right, y }, index) => left < a4.left - 1 || right > a4.right + 1 || y > a4.height - 50 || (index < head && y <= foot),
  );
  return wrong.map(({ text }) => text).filter((text) => text.trim() !== '');
}

function overEachOther(items: PaperItem[]): [string, string][] {
  return items.flatMap((one, index) =>
    items.slice(index + 1).flatMap((other): [string, string][] => {
      const apart = one.right <= other.left + 1 || other.right <= one.left + 1 || Math.abs(one.y - other.y) >= 7;
      return apart ? [] : [[one.text, other.text]];
    }),
  );
}

test('a word wider than its line, a row taller than a page and a chain longer than a page are broken, not cut', async () => {
  const word = 'Wỡ'.repeat(90);
  const story = Array.from({ length: 900 }, (_, index) => `từ${index}`).join(' ');
  const columns = [
    { title: 'TT', width: 1 },
    { title: 'Nội dung', width: 3 },
  ];
  const heads: Block[] = Array.from({ length: 60 }, (_, index) => ({ kind: 'heading', text: `Mục ${index}.` }));
  const sheet = sheetOf(lineOf(word), { kind: 'text', text: word }, { kind: 'table', columns, rows: [[word, story]] }, ...heads);
  const { pages } = await readPdf((await pdf(sheet, signal)).bytes);
  expect(pages.flatMap(outside)).toEqual([]);
  const text = pages.map((page) => page.text).join(' ');
  expect(squeeze(text).split('Wỡ').length - 1).toBe(3 * 90);
  expect(story.split(' ').filter((part) => !text.includes(part))).toEqual([]);
  expect(heads.filter((head) => head.kind === 'heading' && !text.includes(head.text))).toEqual([]);
});

test('each page of a long sheet says the code and its number, and a table that goes on says its head again', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => [String(index + 1), 'Phạm Lê Gia Khánh']);
  const columns = [
    { title: 'TT', width: 1 },
    { title: 'Họ và tên thành viên', width: 5 },
  ];
  const { pages } = await readPdf((await pdf(sheetOf({ kind: 'table', columns, rows }), signal)).bytes);
  expect(pages.length).toBeGreaterThanOrEqual(3);
  for (const [index, { text }] of pages.entries()) {
    expect(text).toContain(`Trang ${index + 1}/${pages.length}`);
    expect(text).toContain(birth.code);
    expect(text).toContain('Họ và tên thành viên');
  }
});

test('a heading is never the last on a page, whatever follows it', async () => {
  const follows: Block[] = [
    { kind: 'text', text: 'Sau đề mục.' },
    lineOf('Sau đề mục.'),
    { kind: 'table', columns: [{ title: 'Sau đề mục.', width: 1 }], rows: [['một']] },
  ];
  for (const [index, follow] of follows.entries())
    for (let count = 27; count < 32; count += 1) {
      const lines = Array.from({ length: count }, (_, line) => lineOf(`dòng số ${line}.`));
      const sheet = sheetOf(...lines, { kind: 'heading', text: 'Đề mục' }, follow, ...lines);
      const { pages } = await readPdf((await pdf(sheet, signal)).bytes);
      expect({ index, count, with: pages.find(({ text }) => text.includes('Đề mục'))?.text }).toMatchObject({
        with: expect.stringContaining('Sau đề mục.'),
      });
    }
}, 60_000);

test('who signs is never parted from the place and day above, nor alone on a page', async () => {
  // A page holds about thirty lines.
  for (let count = 16; count < 36; count += 1) {
    const lines = Array.from({ length: count }, (_, index) => lineOf(`dòng số ${index}.`));
    const { pages } = await readPdf((await pdf(sheetOf(...lines), signal)).bytes);
    const last = pages.at(-1)?.text ?? '';
    expect(last).toContain('Người yêu cầu');
    expect(last).toContain(birth.placeAndDate);
    expect(last).toContain(`dòng số ${count - 1}.`);
  }
}, 60_000);

test('a plan is for its reader alone: without national heading, addressee or QR', async () => {
  const plan: Sheet = { ...birth, plan: true, code: '', addressee: '', signatures: [], placeAndDate: '' };
  const { bytes } = await pdf(plan, signal);
  const text = (await readPdf(bytes)).pages.map((page) => page.text).join('');
  expect(text).toContain(birth.title);
  expect(text).not.toMatch(/CỘNG HÒA|Kính gửi|Mã bản nháp/);
  expect(await qrOnPdf(bytes)).toBeNull();
});

test('a character that the font lacks is named, and the paper says that a square stands for it', async () => {
  const { bytes, replaced } = await pdf(sheetOf(lineOf('王 Minh ☃ An')), signal);
  const { pages } = await readPdf(bytes);
  expect(replaced).toEqual(['王', '☃']);
  expect(pages[0]?.text).toContain('□ Minh □ An');
  expect(pages[0]?.text).toContain('Có ký tự không in được');
});

test('values are text and nothing else: no markup, no hidden characters', async () => {
  const { bytes } = await pdf(sheetOf(lineOf('<b>Lê</b> &amp; {{x}} \\(Tj) %PDF\u0000\u0007\u202eAn\u200b')), signal);
  expect((await readPdf(bytes)).pages[0]?.text).toContain('<b>Lê</b> &amp; {{x}} \\(Tj) %PDFAn');
});

test('the same sheet is the same file, so that what was previewed is what is printed', async () => {
  const [first, second] = [await pdf(residence, signal), await pdf(structuredClone(residence), signal)];
  expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
});

test('a print that nobody waits for any more ends', async () => {
  await expect(pdf(birth, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
});

test('the libraries for printing are loaded at the first print, not at the start', () => {
  const folder = join(import.meta.dirname, '../../connectors/print');
  const early = /^import (?!type )[^;]*?from '(?:pdfkit|docx|qrcode|ical-generator)/m;
  const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  expect(files.filter(({ text }) => /(?<!typeof )import\('(?:pdfkit|docx|qrcode|ical-generator)'\)/.test(text)).length).toBe(4);
  expect(files.filter(({ text }) => early.test(text)).map(({ name }) => name)).toEqual([]);
});
