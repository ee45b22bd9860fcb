import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsqr from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sax from 'sax';
import { fromBuffer } from 'yauzl';
import type { Block, Sheet } from '../../bot/forms/sheet.ts';

// The types of jsqr know it as a CommonJS module, which Node unwraps.
const decode = jsqr as unknown as typeof jsqr.default;

export type PaperItem = { text: string; left: number; right: number; y: number };
export type PaperPage = { width: number; height: number; text: string; items: PaperItem[] };

const open = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;

/** What another reader of PDFs finds: pages with their text, and whether the fonts lie within. */
export async function readPdf(bytes: Uint8Array): Promise<{ pages: PaperPage[]; fonts: { name: string; within: boolean }[] }> {
  const document = await open(bytes);
  const pages: PaperPage[] = [];
  const fonts = new Map<string, boolean>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent({ disableNormalization: true });
    await page.getOperatorList();
    const read = items.flatMap((item) => {
      if (!('str' in item)) return [];
      if (item.fontName && page.commonObjs.has(item.fontName)) {
        const font: { name: string; missingFile: boolean } = page.commonObjs.get(item.fontName);
        fonts.set(font.name, !font.missingFile);
      }
      return [{ text: item.str, left: item.transform[4], right: item.transform[4] + item.width, y: item.transform[5] }];
    });
    pages.push({ width, height, text: read.map(({ text }) => text).join(''), items: read });
  }
  await document.destroy();
  return { pages, fonts: [...fonts].map(([name, within]) => ({ name, within })) };
}

/** What a camera over the first page reads. */
export async function qrOnPdf(bytes: Uint8Array): Promise<string | null> {
  const document = await open(bytes);
  const page = await document.getPage(1);
  const viewport = page.getViewport({ scale: 2 });
  const canvas = createCanvas(viewport.width, viewport.height);
  // Its own canvas types are the browser's.
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
  await document.destroy();
  return decoded(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height));
}

/** The text of a QR on a PNG; null when there is none. */
export async function readQr(png: Uint8Array): Promise<string | null> {
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return decoded(context.getImageData(0, 0, image.width, image.height));
}

function decoded({ data, width, height }: { data: Uint8ClampedArray; width: number; height: number }): string | null {
  return decode(data, width, height)?.data ?? null;
}

/** The parts of a ZIP by their names. */
export async function unzip(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await new Promise<import('yauzl').ZipFile>((done, failed) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, file) => (error ? failed(error) : done(file)));
  });
  const parts = new Map<string, Buffer>();
  return new Promise((done, failed) => {
    zip.on('error', failed);
    zip.on('end', () => done(parts));
    zip.on('entry', (entry) =>
      zip.openReadStream(entry, async (error, stream) => {
        if (error) return failed(error);
        parts.set(entry.fileName, Buffer.concat(await stream.toArray()));
        zip.readEntry();
      }),
    );
    zip.readEntry();
  });
}

/** The text of well-formed XML; throws on any other. */
export function xmlText(xml: Buffer | undefined): string {
  const parser = sax.parser(true);
  let text = '';
  parser.onerror = (error) => {
    throw error;
  };
  parser.ontext = (part) => {
    text += part;
  };
  parser.write(xml?.toString('utf8') ?? '').close();
  return text;
}

/** Without blanks and in NFC: how lines break is the printer's business. */
export function squeeze(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

/** Every text that somebody filled in or that the form says. */
export function textsOf(sheet: Sheet): string[] {
  const { code, formNumber, title, subtitle, addressee, placeAndDate, foot } = sheet;
  const signatures = sheet.signatures.flatMap((one) => [one.title, one.note, one.name]);
  return [code, formNumber, title, subtitle, addressee, placeAndDate, foot, ...signatures, ...sheet.blocks.flatMap(textsOfBlock)];
}

function textsOfBlock(block: Block): string[] {
  if (block.kind === 'heading' || block.kind === 'text') return [block.text];
  if (block.kind === 'line') return block.fields.flatMap(({ label, value }) => [label, value]);
  if (block.kind === 'digits') return [block.label, block.value];
  if (block.kind === 'boxes') return [block.label, ...block.boxes.map(({ text }) => text)];
  return [...block.columns.map(({ title }) => title), ...block.rows.flat()];
}
