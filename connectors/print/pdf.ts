import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import type { Printed, Sheet } from '../../bot/forms/sheet.ts';
import { drawFoot } from './foot.ts';
import { layout } from './layout.ts';
import { cleanSheet, type Face, page } from './paper.ts';
import { lackingIn, penOf, rulerOf, stand } from './pen.ts';
import { qrSquares } from './qr.ts';
import { paper } from './wording.ts';

/** A sheet as a PDF with its fonts within. Made in short steps: the conversations of others go on meanwhile. */
export async function pdf(given: Sheet, signal: AbortSignal): Promise<Printed> {
  signal.throwIfAborted();
  const cleaned = cleanSheet(given);
  const [document, squares] = await Promise.all([newDocument(cleaned.title), qrSquares(cleaned.code)]);
  signal.throwIfAborted();
  const replaced = lackingIn(JSON.stringify(cleaned), document);
  const sheet = replaced.length === 0 ? cleaned : substitute(cleaned, replaced);
  const pen = penOf(document);
  const ruler = rulerOf(document);
  const { pages } = layout(sheet, ruler);
  await setImmediate(undefined, { signal });
  for (const [index, strips] of pages.entries()) {
    pen.newPage();
    for (const { strip, y } of strips) strip.draw(pen, y);
    drawFoot(pen, { sheet, number: index + 1, total: pages.length, squares, ruler });
    await setImmediate(undefined, { signal });
  }
  return { bytes: await bytesOf(document), replaced };
}

/** An empty document that knows its fonts, for drawing and for measuring. */
export async function newDocument(title: string): Promise<PDFKit.PDFDocument> {
  // Loaded at the first print: a server that prints nothing does not carry it.
  const [{ default: Document }, ...files] = await Promise.all([import('pdfkit'), ...fonts.map(([, path]) => readFile(path))]);
  const info = { Title: title, Producer: 'motcua', Creator: 'motcua' };
  const document = new Document({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    lang: 'vi',
    displayTitle: true,
    info: { ...info, CreationDate: undated },
  });
  // PDFKit wants a date at hand, but is not to write it: the same sheet is the same file, and nobody reads the clock.
  document.info = Object.defineProperty({ ...info }, 'CreationDate', { value: undated, enumerable: false });
  for (const [index, [face]] of fonts.entries()) {
    document.registerFont(face, files[index]).font(face);
    // Reading a font takes some ten milliseconds: others have their turn in between.
    await setImmediate();
  }
  return document;
}

const undated = new Date(0);
const { resolve } = createRequire(import.meta.url);
const tinos = (name: string) => resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`);
const fonts: [Face, string][] = [
  ['regular', tinos('400Regular')],
  ['bold', tinos('700Bold')],
  ['italic', tinos('400Regular_Italic')],
];

function substitute(sheet: Sheet, lacking: string[]): Sheet {
  const all = (_: string, value: unknown) =>
    typeof value === 'string' ? Array.from(value, (letter) => (lacking.includes(letter) ? stand : letter)).join('') : value;
  // The copy has the shape that went in.
  const mended = JSON.parse(JSON.stringify(sheet), all) as Sheet;
  return { ...mended, foot: `${paper.replaced} ${mended.foot}`.trim() };
}

function bytesOf(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => done(Buffer.concat(parts)));
    document.on('error', failed);
    document.end();
  });
}
