import type { Face, Ruler } from './paper.ts';

/** Draws in points from the top left corner of the paper; `y` of a text is its baseline. */
export type Pen = {
  text(text: string, x: number, y: number, face: Face, size: number): void;
  /** A dotted line to write on. */
  dots(from: number, to: number, y: number): void;
  line(x1: number, y1: number, x2: number, y2: number): void;
  /** The outline of a box; `y` is its upper edge. */
  box(x: number, y: number, width: number, height: number): void;
  /** Squares side by side, dark where true, in a square of `size`. */
  squares(squares: boolean[][], x: number, y: number, size: number): void;
  newPage(): void;
};

/** The one letter that stands for those the font lacks. */
export const stand = '□';

export function penOf(document: PDFKit.PDFDocument): Pen {
  return {
    text: (text, x, y, face, size) => {
      document.font(face).fontSize(size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    },
    dots: (from, to, y) => {
      if (to - from < 2) return;
      document.lineWidth(0.7).dash(0.7, { space: 2 }).moveTo(to, y).lineTo(from, y).stroke().undash();
    },
    line: (x1, y1, x2, y2) => {
      document.lineWidth(0.6).moveTo(x1, y1).lineTo(x2, y2).stroke();
    },
    box: (x, y, width, height) => {
      document.lineWidth(0.6).rect(x, y, width, height).stroke();
    },
    squares: (squares, x, y, size) => {
      const side = size / squares.length;
      for (const [row, line] of squares.entries())
        for (const [column, dark] of line.entries()) if (dark) document.rect(x + column * side, y + row * side, side, side);
      document.fill();
    },
    newPage: () => {
      document.addPage();
    },
  };
}

export function rulerOf(document: PDFKit.PDFDocument): Ruler {
  return { width: (text, face, size) => document.font(face).fontSize(size).widthOfString(text) };
}

/** The characters of `text` that the font cannot draw, each once. */
export function lackingIn(text: string, document: PDFKit.PDFDocument): string[] {
  // The types leave out the font in use, which alone knows its letters.
  const { font } = (document.font('regular') as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font;
  return [...new Set(text)].filter((letter) => letter !== '\n' && !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}
