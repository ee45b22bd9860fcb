import sharp from 'sharp';
import type { PaperDoubt, PaperType } from '../../bot/paper-types.ts';
import { defect, type Verdict } from './verdict.ts';

/** A photo of a usual phone has 12 to 50 million; each takes up to four bytes once it is decoded. */
const mostPixels = 64_000_000;
/** Of the shorter side: below that the small print of a form cannot be read. */
const leastSide = 480;
/** Mean brightness, of 255. */
const darkest = 45;
/** Spread of brightness of a sheet with nothing on it, or of a thumb on the lens. */
const leastSpread = 3;
const lookSide = 256;

/** Decodes a whole picture, so that one that is cut off is found out, and looks at a small copy of it. */
export async function readImage(bytes: Uint8Array, type: PaperType): Promise<Verdict> {
  const image = sharp(bytes, { failOn: 'truncated', limitInputPixels: mostPixels, sequentialRead: true });
  try {
    const { width, height } = await image.metadata();
    const { data } = await image.resize(lookSide, lookSide, { fit: 'inside' }).greyscale().raw().toBuffer({ resolveWithObject: true });
    const doubts: PaperDoubt[] = [];
    const { mean, spread } = brightness(data);
    if (Math.min(width, height) < leastSide) doubts.push('small');
    if (spread < leastSpread) doubts.push('blank');
    else if (mean < darkest) doubts.push('dark');
    return { kind: 'good', type, pages: 1, doubts };
  } catch (error) {
    return defect(error instanceof Error && /pixel limit/i.test(error.message) ? 'too-many-pixels' : 'damaged');
  }
}

function brightness(pixels: Uint8Array): { mean: number; spread: number } {
  const mean = pixels.reduce((sum, pixel) => sum + pixel, 0) / pixels.length;
  const variance = pixels.reduce((sum, pixel) => sum + (pixel - mean) ** 2, 0) / pixels.length;
  return { mean, spread: Math.sqrt(variance) };
}
