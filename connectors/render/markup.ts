import type { Capabilities } from './capabilities.ts';
import { type Mark, type Marked, sliceOf } from './marked.ts';

type Style = Pick<Capabilities, 'bold' | 'links'>;

/** A marked text as the channel writes it. */
export function written({ text, marks }: Marked, style: Style): string {
  let out = '';
  let from = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    out += plain(text.slice(from, mark.start), style) + around(mark, plain(text.slice(mark.start, mark.end), style), style);
    from = mark.end;
  }
  return out + plain(text.slice(from), style);
}

/** How far from `start` the text can go within `limit` when it is written. */
export function reach(marked: Marked, start: number, limit: number, style: Style): number {
  const most = Math.min(marked.text.length, start + limit);
  if (lengthTo(marked, start, most, style) <= limit) return most;
  // What is written grows with what is taken: halve until the place is found.
  let [fits, fails] = [start, most];
  while (fails - fits > 1) {
    const middle = (fits + fails) >> 1;
    if (lengthTo(marked, start, middle, style) <= limit) fits = middle;
    else fails = middle;
  }
  return fits;
}

function lengthTo(marked: Marked, start: number, end: number, style: Style): number {
  return written(sliceOf(marked, start, end), style).length;
}

function plain(text: string, { bold }: Style): string {
  return bold === 'html' ? escaped(text) : text;
}

function around(mark: Mark, inside: string, { bold, links }: Style): string {
  if (mark.kind === 'link') return links === 'html' ? `<a href="${escaped(mark.url)}">${inside}</a>` : `${inside}: ${mark.url}`;
  if (bold === 'html') return `<b>${inside}</b>`;
  return bold === 'stars' ? `**${inside}**` : inside;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
