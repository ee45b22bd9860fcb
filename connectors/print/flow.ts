import type { Face, Ruler } from './paper.ts';

/** A stretch of text in one face; `ruled` has a dotted line below. */
export type Run = { text: string; face: Face; ruled?: boolean };
export type Piece = Run & { x: number; width: number };
export type Line = { pieces: Piece[]; width: number };

/**
 * Breaks runs into lines no wider than `width` points: between words, at line ends in the text, and within a word only where it is
 * wider than a whole line. Nothing is dropped but the blanks at a break. `indent` moves the first line in. At least one line.
 */
export function flow(runs: Run[], size: number, width: number, ruler: Ruler, indent = 0): Line[] {
  const lines: Line[] = [{ pieces: [], width: indent }];
  const last = () => lines.at(-1) ?? { pieces: [], width: 0 };
  for (const run of runs) {
    const blank = ruler.width(' ', run.face, size);
    const room = (text: string) => ruler.width(text, run.face, size) <= (width - indent) * 0.75;
    for (const [index, textLine] of run.text.split('\n').entries()) {
      if (index > 0) lines.push({ pieces: [], width: 0 });
      for (const word of partsOf(textLine, room).flatMap((part) => cut(part, run.face, size, width - indent, ruler))) {
        const wide = ruler.width(word, run.face, size);
        if (last().pieces.length > 0 && last().width + blank + wide > width) lines.push({ pieces: [], width: 0 });
        add(last(), { ...run, text: word }, wide, blank);
      }
    }
  }
  return lines;
}

/** The words of a line; a date is one, where that leaves no line half empty. */
function partsOf(text: string, fits: (text: string) => boolean): string[] {
  return text.split(dated).flatMap((part) => (part.startsWith('ngày ') && dated.test(part) && fits(part) ? [part] : part.split(' ')));
}

const dated = /(ngày \d{1,2} tháng \d{1,2} năm \d{4})/;

function add(line: Line, word: Run, wide: number, blank: number): void {
  const before = line.pieces.at(-1);
  const gap = before ? blank : 0;
  if (before && before.face === word.face && before.ruled === word.ruled) {
    before.text += ` ${word.text}`;
    before.width += gap + wide;
  } else line.pieces.push({ ...word, x: line.width + gap, width: wide });
  line.width += gap + wide;
}

/** A word in parts that fit a line each: a web address, a name without blanks. Letters keep their marks. */
function cut(word: string, face: Face, size: number, width: number, ruler: Ruler): string[] {
  if (word === '') return [];
  if (ruler.width(word, face, size) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of letters.segment(word)) {
    if (part !== '' && ruler.width(part + segment, face, size) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });
