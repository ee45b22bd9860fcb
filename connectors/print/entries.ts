import type { Block, Field } from '../../bot/forms/sheet.ts';
import { placeFields } from './fields.ts';
import { flow, type Line } from './flow.ts';
import { bodyWidth, fieldPitch, page } from './paper.ts';
import type { Pen } from './pen.ts';
import { baseline, beside, drawLine, plain, type Strip, type Style, stack, textStrips } from './strip.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** Fields that share a line, and as many lines as they need. */
export function lineStrips(block: Of<'line'>, style: Style): Strip[] {
  return placeFields(block.fields, style.size, bodyWidth, style.ruler).flatMap((line) => {
    const [only, ...others] = line;
    if (only && others.length === 0) return fieldStrips(only.field, style, { x: page.left, width: bodyWidth });
    return [beside(line.flatMap(({ field, x, width }) => stack(fieldStrips(field, style, { x: page.left + x, width }))))];
  });
}

/** A label, then the value on a dotted line that runs to the end of its room. */
export function fieldStrips({ label, value }: Field, { size, ruler }: Style, { x, width }: { x: number; width: number }): Strip[] {
  const runs = [...plain(label), ...(value === '' ? [] : [{ text: value, face: 'regular' as const, ruled: true }])];
  const lines = flow(runs, size, width, ruler);
  // A label that fills its line leaves no room to write: a line of dots more.
  if (value === '' && (lines.at(-1)?.width ?? 0) > width - 30) lines.push({ pieces: [], width: 0 });
  const height = fieldPitch(size);
  return lines.map((line, index) => ({
    height,
    keep: index === 0 && lines.length > 1,
    draw: (pen, y) => {
      const foot = baseline(y, height, size);
      drawLine(pen, line, x, foot, size);
      const from = dotsFrom(line, index === lines.length - 1);
      if (from !== null) pen.dots(x + from, x + width, foot + 2.5);
    },
  }));
}

/** Where the dots of a line begin: below its value, after its label; nowhere on a line that is all label. */
function dotsFrom({ pieces, width }: Line, isLast: boolean): number | null {
  const value = pieces.find(({ ruled }) => ruled);
  if (value) return value.x;
  return isLast ? width + (pieces.length > 0 ? 3 : 0) : null;
}

/** A label and a box for each digit; below the label where both do not fit. A longer value gets more boxes. */
export function digitStrips({ label, value, length }: Of<'digits'>, style: Style): Strip[] {
  const { size, ruler } = style;
  const digits = [...value.replace(/\s/g, '')];
  const boxes = Array.from({ length: Math.max(length, digits.length) }, (_, index) => digits[index] ?? '');
  const side = { width: size * 1.3, height: size * 1.45 };
  const fits = Math.max(1, Math.floor(bodyWidth / side.width));
  const wide = ruler.width(label, 'regular', size) + 8;
  const sameLine = wide + boxes.length * side.width <= bodyWidth;
  const row = (some: string[], x: number): Strip => ({
    height: side.height + 5,
    keep: false,
    draw: (pen, y) => {
      for (const [index, digit] of some.entries()) drawBox(pen, digit, x + index * side.width, y + 2.5, side, style);
    },
  });
  if (sameLine) {
    const name = textStrips(plain(label), style, { height: side.height + 5 });
    return [beside([...name, row(boxes, page.left + wide)])];
  }
  const rows = Array.from({ length: Math.ceil(boxes.length / fits) }, (_, index) => boxes.slice(index * fits, (index + 1) * fits));
  return [...textStrips(plain(label), style, { keep: true }), ...rows.map((some) => row(some, page.left))];
}

function drawBox(pen: Pen, letter: string, x: number, y: number, side: { width: number; height: number }, { size, ruler }: Style): void {
  pen.box(x, y, side.width, side.height);
  if (letter === '') return;
  pen.text(letter, x + (side.width - ruler.width(letter, 'regular', size)) / 2, baseline(y, side.height, size), 'regular', size);
}

/** A label and its tick boxes, as many to a line as fit; the chosen ones crossed. */
export function boxStrips({ label, boxes }: Of<'boxes'>, style: Style): Strip[] {
  const { size, ruler } = style;
  const side = size * 0.85;
  const height = fieldPitch(size);
  const room = side + 5;
  const start = label === '' ? 0 : ruler.width(label, 'regular', size) + 10;
  const below = start > bodyWidth / 2;
  const strips: Strip[] = below ? textStrips(plain(label), style, { keep: true }) : [];
  const left = below ? 14 : start;
  let row: Strip[] = below || label === '' ? [] : [stack(textStrips(plain(label), style, { height }))];
  let x = left;
  for (const { text, ticked } of boxes) {
    const natural = room + ruler.width(text, 'regular', size);
    if (x > left && x + natural > bodyWidth) {
      strips.push(beside(row));
      row = [];
      x = left;
    }
    const at = page.left + x;
    const words = textStrips(plain(text), style, { x: at + room, width: bodyWidth - x - room, height });
    const box: Strip = {
      height,
      keep: false,
      draw: (pen, y) => {
        drawBox(pen, ticked ? 'X' : '', at, y + (height - side) / 2, { width: side, height: side }, { size: size * 0.85, ruler });
      },
    };
    row.push(box, stack(words));
    x += natural + 18;
  }
  return row.length > 0 ? [...strips, beside(row)] : strips;
}
