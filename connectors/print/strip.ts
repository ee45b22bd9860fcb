import { flow, type Line, type Run } from './flow.ts';
import { bodyWidth, type Face, page, pitch, type Ruler } from './paper.ts';
import type { Pen } from './pen.ts';

/** What is never cut by the end of a page: a line, a row of boxes, the signatures. `y` is its upper edge. */
export type Strip = {
  height: number;
  draw(pen: Pen, y: number): void;
  /** Stands on one page with the strip after it, if a page has room for both. */
  keep: boolean;
  /** Drawn again where this strip begins a page: the head of its table. */
  head?: Strip;
};

export type Style = { size: number; ruler: Ruler };
export type Align = 'left' | 'centre' | 'right';

/** Room above what follows. */
export function space(height: number, keep = false): Strip {
  return { height, keep, draw: () => {} };
}

/** Text broken into lines; a paragraph never leaves one line alone on a page. */
export function textStrips(
  runs: Run[],
  { size, ruler }: Style,
  place: { x?: number; width?: number; align?: Align; indent?: number; height?: number; keep?: boolean } = {},
): Strip[] {
  const { x = page.left, width = bodyWidth, align = 'left', indent = 0, height = pitch(size), keep = false } = place;
  const lines = flow(runs, size, width, ruler, indent);
  return lines.map((line, index) => {
    const shift = align === 'left' ? 0 : (width - line.width) / (align === 'centre' ? 2 : 1);
    const alone = index === 0 || index === lines.length - 2;
    return {
      height,
      keep: index === lines.length - 1 ? keep : keep || alone,
      draw: (pen, y) => drawLine(pen, line, x + shift, baseline(y, height, size), size),
    };
  });
}

/** One line in one face, the whole text, at `x`. */
export function plain(text: string, face: Face = 'regular'): Run[] {
  return [{ text, face }];
}

/** Where letters of `size` stand in a strip so that they are in its middle. */
export function baseline(y: number, height: number, size: number): number {
  return y + (height - size * 1.107) / 2 + size * 0.891;
}

export function drawLine(pen: Pen, line: Line, x: number, y: number, size: number): void {
  for (const piece of line.pieces) pen.text(piece.text, x + piece.x, y, piece.face, size);
}

/** Strips that are drawn as one, one below the other. */
export function stack(strips: Strip[], keep = false): Strip {
  return {
    height: strips.reduce((sum, { height }) => sum + height, 0),
    keep,
    draw: (pen, y) => {
      let below = y;
      for (const strip of strips) {
        strip.draw(pen, below);
        below += strip.height;
      }
    },
  };
}

/** Strips side by side, from one upper edge. */
export function beside(strips: Strip[], keep = false): Strip {
  return {
    height: Math.max(0, ...strips.map(({ height }) => height)),
    keep,
    draw: (pen, y) => {
      for (const strip of strips) strip.draw(pen, y);
    },
  };
}
