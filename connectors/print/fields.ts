import type { Field } from '../../bot/forms/sheet.ts';
import type { Ruler } from './paper.ts';

/** A field with its place on the line, in points from the left margin. */
export type Placed = { field: Field; x: number; width: number };

/** Room between two fields, and the least room to write in. */
const gap = 8;
const least = 60;
/** A little more than a value needs: another font may be somewhat wider. */
const slack = 8;

/** Packs fields into lines in their order; what a line has to spare goes to its empty fields, else to all. One alone takes a whole line. */
export function placeFields(fields: Field[], size: number, width: number, ruler: Ruler): Placed[][] {
  const natural = (field: Field) => {
    const value = field.value === '' ? least : ruler.width(field.value, 'regular', size) + slack;
    return ruler.width(`${field.label} `, 'regular', size) + value;
  };
  const lines: { field: Field; wide: number }[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const field of fields) {
    const wide = natural(field);
    const breaks = field.value.includes('\n');
    if (breaks || used + gap + wide > width) {
      lines.push([]);
      used = -gap;
    }
    lines.at(-1)?.push({ field, wide });
    used = breaks ? width : used + gap + wide;
  }
  return lines.map((line) => spread(line, width));
}

function spread(line: { field: Field; wide: number }[], width: number): Placed[] {
  const spare = Math.max(0, width - line.reduce((sum, { wide }) => sum + wide, 0) - gap * (line.length - 1));
  const empty = line.filter(({ field }) => field.value === '').length;
  let x = 0;
  return line.map(({ field, wide }) => {
    const grows = empty === 0 ? spare / line.length : field.value === '' ? spare / empty : 0;
    const placed = { field, x, width: line.length === 1 ? width : wide + grows };
    x += placed.width + gap;
    return placed;
  });
}
