import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';

const PDFDocument = createRequire(import.meta.url)('pdfkit');

export type PhotoOptions = { width?: number; height?: number; brightness?: number; format?: 'jpeg' | 'png' | 'webp'; seed?: number };

/** A picture with something on it: bands whose brightness goes up and down around a mean. The same options give the same bytes. */
export async function photo({
  width = 900,
  height = 700,
  brightness = 130,
  format = 'jpeg',
  seed = 0,
}: PhotoOptions = {}): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) {
    const row = Math.floor(at / (width * 3));
    pixels[at] = Math.max(
      0,
      Math.min(255, brightness + Math.round(Math.sin((row + seed) / 9) * Math.min(brightness, 60)) + ((at * 31) % 7)),
    );
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}

/** A sheet with nothing on it. */
export function blank(width = 900, height = 700): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#dddddd' } })
    .jpeg()
    .toBuffer();
}

/** A PDF of so many pages, with what pdfkit takes: `userPassword`, `ownerPassword`. */
export async function pdf(pages = 1, options: Record<string, unknown> = {}): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, ...options });
  for (let page = 1; page <= pages; page += 1) document.addPage().text(`Trang ${page}`);
  document.end();
  return buffer(document);
}
