import type { IParagraphOptions, IRunOptions, ISpacingProperties, ITableCellOptions, Paragraph, Table, TextRun } from 'docx';
import { bodyWidth, type Ruler } from './paper.ts';

/** The library, the ruler and the size of the letters in points: what every part of the document is made with. */
export type Word = typeof import('docx') & { ruler: Ruler; size: number };
export type Part = Paragraph | Table;

/** Word counts lengths in twentieths of a point. */
export const twips = (points: number) => Math.round(points * 20);

/** The height of a line in points, more where a letter needs it. */
export function roomOf(height: number, word: Pick<Word, 'LineRuleType'>): ISpacingProperties {
  return { line: twips(height), lineRule: word.LineRuleType.AT_LEAST };
}

/** Text as it is: its line ends are line breaks. Word splits and joins nothing else. */
export function runs(word: Word, text: string, style: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun[] {
  return text.split('\n').map((line, index) => new word.TextRun({ ...style, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

/** A paragraph without room around it but what is asked for. */
export function paragraph(word: Word, children: TextRun[], options: Omit<IParagraphOptions, 'children' | 'text'> = {}): Paragraph {
  return new word.Paragraph({ widowControl: true, ...options, children });
}

/** A table of fixed widths, in points; without lines unless `framed`. */
export function table(word: Word, widths: number[], rows: Paragraph[][][], framed: boolean, style: CellStyle = {}): Table {
  const { borders: own, ...cell } = style;
  const none = { style: word.BorderStyle.NONE, size: 0, color: 'auto' };
  const line = { style: word.BorderStyle.SINGLE, size: 4, color: '000000' };
  const border = framed ? line : none;
  const borders = { top: border, bottom: border, left: border, right: border };
  return new word.Table({
    layout: word.TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: word.WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: { ...borders, insideHorizontal: border, insideVertical: border },
    rows: rows.map(
      (row, index) =>
        new word.TableRow({
          cantSplit: true,
          tableHeader: framed && rows.length > 1 && index === 0,
          children: row.map((children, column) => {
            const width = { size: twips(widths[column] ?? bodyWidth), type: word.WidthType.DXA };
            return new word.TableCell({ ...cell, ...own?.(column), width, children });
          }),
        }),
    ),
  });
}

/** `borders` gives a column lines of its own. */
export type CellStyle = Omit<ITableCellOptions, 'children' | 'width' | 'borders'> & {
  borders?: (column: number) => Pick<ITableCellOptions, 'borders'>;
};
