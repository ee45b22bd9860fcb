import type { Block, Sheet } from '../../bot/forms/sheet.ts';
import { boxStrips, digitStrips, lineStrips } from './entries.ts';
import { footHeight } from './foot.ts';
import { headStrips } from './head.ts';
import { page, type Ruler } from './paper.ts';
import { signatureStrips } from './signatures.ts';
import { plain, type Strip, type Style, space, textStrips } from './strip.ts';
import { tableStrips } from './table.ts';

export type Page = { strip: Strip; y: number }[];

/** The pages of a sheet and the size of its letters: 13 points, or 12 where that saves a page. */
export function layout(sheet: Sheet, ruler: Ruler): { size: number; pages: Page[] } {
  const bottoms = { first: page.height - footHeight(sheet, ruler, true), other: page.height - footHeight(sheet, ruler, false) };
  const of = (size: number) => ({ size, pages: paginate(strips(sheet, { size, ruler }), bottoms) });
  const large = of(13);
  if (large.pages.length === 1) return large;
  const small = of(12);
  return small.pages.length < large.pages.length ? small : large;
}

function strips(sheet: Sheet, style: Style): Strip[] {
  const body = sheet.blocks.flatMap((block) => blockStrips(block, style));
  // Signatures alone on a page belong to nothing: the last lines go with them.
  const from = lastLines(body, style.size);
  const tail = body.slice(from).map((strip) => ({ ...strip, keep: true }));
  return [...headStrips(sheet, style), ...body.slice(0, from), ...tail, ...signatureStrips(sheet, style)];
}

/** Where the last three lines begin; the room between them is none. */
function lastLines(body: Strip[], size: number): number {
  const lines = body.flatMap(({ height }, place) => (height >= size ? [place] : []));
  return lines.at(-3) ?? 0;
}

function blockStrips(block: Block, style: Style): Strip[] {
  if (block.kind === 'heading')
    return [space(style.size * 0.4, true), ...textStrips(plain(block.text, 'bold'), style, { keep: true }), space(2, true)];
  // A numbered question stands in line with the others.
  const indent = block.kind === 'text' && /^\d/.test(block.text) ? 0 : 28;
  if (block.kind === 'text') return [space(3, true), ...textStrips(plain(block.text), style, { indent }), space(3)];
  if (block.kind === 'line') return lineStrips(block, style);
  if (block.kind === 'digits') return digitStrips(block, style);
  if (block.kind === 'boxes') return boxStrips(block, style);
  return [space(4, true), ...tableStrips(block, style), space(6)];
}

/** Puts strips on pages: those that keep together go to the next page together, unless a page has no room for them at all. */
function paginate(all: Strip[], bottoms: { first: number; other: number }): Page[] {
  const pages: Page[] = [[]];
  let y = page.top;
  const bottom = () => (pages.length === 1 ? bottoms.first : bottoms.other);
  const turn = (first: Strip | undefined) => {
    pages.push([]);
    y = page.top;
    if (first?.head) put(first.head);
  };
  const put = (strip: Strip) => {
    pages.at(-1)?.push({ strip, y });
    y += strip.height;
  };
  for (const group of groups(all)) {
    const height = group.reduce((sum, strip) => sum + strip.height, 0);
    const whole = height <= bottoms.other - page.top - (group[0]?.head?.height ?? 0);
    if (whole && y > page.top && y + height > bottom()) turn(group[0]);
    for (const strip of group) {
      if (y + strip.height > bottom() && y > page.top) turn(strip);
      put(strip);
    }
  }
  return pages;
}

function groups(all: Strip[]): Strip[][] {
  const result: Strip[][] = [];
  let open = false;
  for (const strip of all) {
    if (open) result.at(-1)?.push(strip);
    else result.push([strip]);
    open = strip.keep;
  }
  return result;
}
