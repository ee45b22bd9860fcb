/** A stretch of a text, from `start` to before `end`, that is bold or leads to an address. They never overlap. */
export type Mark = { start: number; end: number } & ({ kind: 'bold' } | { kind: 'link'; url: string });

/** Text without any markup, and what of it is marked. */
export type Marked = { text: string; marks: Mark[] };

/** Our own markup read: `**bold**` within a line. Stars that mark nothing stay. */
export function markedOf(source: string): Marked {
  let text = '';
  let from = 0;
  const marks: Mark[] = [];
  for (const found of source.matchAll(/\*\*(?! )([^*\n]+)\*\*/g)) {
    text += source.slice(from, found.index);
    const bold = found[1] ?? '';
    marks.push({ kind: 'bold', start: text.length, end: text.length + bold.length });
    text += bold;
    from = found.index + found[0].length;
  }
  return { text: text + source.slice(from), marks };
}

/** Longer addresses are written out: a message must be able to hold the link. */
const longestLink = 500;

/** A line whose words lead to an address; where that is none of the web, the address stands beside it as it is. */
export function linkOf(text: string, url: string): Marked {
  const isLink = /^https?:\/\/\S+$/.test(url) && url.length <= longestLink;
  if (!isLink) return { text: url === '' ? text : `${text}: ${url}`, marks: [] };
  return { text, marks: [{ kind: 'link', url, start: 0, end: text.length }] };
}

/** One after the other, with `between` in the middle. Empty ones are left out. */
export function joined(parts: Marked[], between: string): Marked {
  return parts
    .filter(({ text }) => text !== '')
    .reduce((before, next) => ({
      text: before.text + between + next.text,
      marks: [...before.marks, ...moved(next.marks, before.text.length + between.length)],
    }));
}

/** From `start` to before `end`, with the marks that lie in it. */
export function sliceOf({ text, marks }: Marked, start: number, end: number): Marked {
  const inside = marks
    .filter((mark) => mark.start < end && mark.end > start)
    .map((mark) => ({ ...mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end) }));
  return { text: text.slice(start, end), marks: moved(inside, -start) };
}

function moved(marks: Mark[], by: number): Mark[] {
  return marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }));
}
