import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPrinter } from '../../connectors/print/printer.ts';
import { anySheet } from './print-generated.ts';
import { readQr, squeeze, textsOf, unzip, xmlText } from './print-read.ts';
import { birth, residence } from './print-sheets.ts';

const { docx } = createPrinter();
const signal = new AbortController().signal;

test('every text of any sheet stands in the document, which is well-formed', async () => {
  await fc.assert(
    fc.asyncProperty(anySheet, async (sheet) => {
      const parts = await unzip((await docx(sheet, signal)).bytes);
      const names = [...parts.keys()].filter((name) => /^word\/(document|footer\d+)\.xml$/.test(name));
      const whole = squeeze(names.map((name) => xmlText(parts.get(name))).join(' '));
      expect(textsOf(sheet).filter((text) => !whole.includes(squeeze(text)))).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test('it is A4 with the margins of official papers, in the font of official papers', async () => {
  const parts = await unzip((await docx(birth, signal)).bytes);
  const document = parts.get('word/document.xml')?.toString() ?? '';
  expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  // Twentieths of a point: 20 mm, 15 mm, 20 mm, 30 mm.
  expect(document).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
  expect(parts.get('word/styles.xml')?.toString()).toContain('Times New Roman');
});

test('the QR in its foot says the code of the draft', async () => {
  const parts = await unzip((await docx(residence, signal)).bytes);
  const picture = [...parts].find(([name]) => name.endsWith('.png'));
  expect(await readQr(picture?.[1] ?? Buffer.alloc(0))).toBe(residence.code);
});

test('values are text and nothing else: no markup, no hidden characters, none lost', async () => {
  const value = '<w:br/>Lê</w:t> &amp; {{x}} ]]>\u0000\uFFFE\u202eAn 王';
  const sheet = { ...birth, blocks: [{ kind: 'text' as const, text: value }] };
  const { bytes, replaced } = await docx(sheet, signal);
  expect(xmlText((await unzip(bytes)).get('word/document.xml'))).toContain('<w:br/>Lê</w:t> &amp; {{x}} ]]>An 王');
  expect(replaced).toEqual([]);
});

test('a plan is for its reader alone: without national heading, addressee or QR', async () => {
  const parts = await unzip((await docx({ ...birth, plan: true, code: '', addressee: '' }, signal)).bytes);
  const text = xmlText(parts.get('word/document.xml'));
  expect(text).toContain(birth.title);
  expect(text).not.toMatch(/CỘNG HÒA|Kính gửi/);
  expect([...parts.keys()].filter((name) => name.endsWith('.png'))).toEqual([]);
});

test('a tick is a crossed box', async () => {
  const text = xmlText((await unzip((await docx(residence, signal)).bytes)).get('word/document.xml')).replaceAll('\u00a0', ' ');
  expect(text).toContain('☒ Đăng ký thường trú');
  expect(text).toContain('☐ Đăng ký tạm trú');
});

test('a document that nobody waits for any more ends', async () => {
  await expect(docx(birth, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
});
