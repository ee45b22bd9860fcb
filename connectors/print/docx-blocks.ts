import type { ISpacingProperties } from 'docx';
import type { Block } from '../../bot/forms/sheet.ts';
import { type Part, paragraph, roomOf, runs, table, twips, type Word } from './docx-parts.ts';
import { type Placed, placeFields } from './fields.ts';
import { bodyWidth, fieldPitch } from './paper.ts';
import { columnWidths } from './table.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

export function blockParts(block: Block, word: Word): Part[] {
  const { size } = word;
  if (block.kind === 'heading') {
    return [paragraph(word, runs(word, block.text, { bold: true }), { keepNext: true, spacing: { before: twips(size * 0.4), after: 40 } })];
  }
  if (block.kind === 'text') {
    const indent = /^\d/.test(block.text) ? 0 : twips(28);
    return [paragraph(word, runs(word, block.text), { indent: { firstLine: indent }, spacing: { before: 60, after: 60 } })];
  }
  if (block.kind === 'line') return placeFields(block.fields, size, bodyWidth, word.ruler).map((line) => fieldPart(line, word));
  if (block.kind === 'digits') return digitParts(block, word);
  if (block.kind === 'boxes') return [boxPart(block, word)];
  return tableParts(block, word);
}

/** Fields that share a line: the last value and the empty ones with dots to the end of their room. */
export function fieldPart(line: Placed[], word: Word, spacing: ISpacingProperties = {}): Part {
  const tab = () => new word.TextRun({ children: [new word.Tab()] });
  const dotted = line.map(({ field }, index) => field.value === '' || index === line.length - 1);
  const children = line.flatMap(({ field: { label, value } }, index) => [
    ...(index > 0 ? [tab()] : []),
    ...runs(word, `${label} `),
    ...(value === '' ? [] : runs(word, value, { underline: { type: word.UnderlineType.DOTTED } })),
    ...(dotted[index] ? [tab()] : []),
  ]);
  const tabStops = line.flatMap(({ x, width }, index) => [
    ...(index > 0 ? [{ type: word.TabStopType.LEFT, position: twips(x) }] : []),
    ...(dotted[index] ? [{ type: word.TabStopType.RIGHT, leader: word.LeaderType.DOT, position: twips(x + width) }] : []),
  ]);
  const indent = { left: twips(line[0]?.x ?? 0) };
  return paragraph(word, children, { keepLines: true, tabStops, indent, spacing: { ...roomOf(fieldPitch(word.size), word), ...spacing } });
}

/** The label, then a table of one row: a box for each digit. */
function digitParts({ label, value, length }: Of<'digits'>, word: Word): Part[] {
  const { size, ruler } = word;
  const digits = [...value.replace(/\s/g, '')];
  const boxes = Array.from({ length: Math.max(length, digits.length) }, (_, index) => digits[index] ?? '');
  const wide = ruler.width(label, 'regular', size) + 12;
  const fits = wide + boxes.length * size * 1.3 <= bodyWidth;
  const side = Math.min(size * 1.3, bodyWidth / boxes.length);
  const center = { alignment: word.AlignmentType.CENTER };
  const cells = boxes.map((digit) => [paragraph(word, runs(word, digit), center)]);
  const name = paragraph(word, runs(word, label), { keepNext: true });
  const none = { style: word.BorderStyle.NONE, size: 0, color: 'auto' };
  const bare = (column: number) =>
    fits && column === 0 ? { borders: { top: none, bottom: none, left: none, right: { style: word.BorderStyle.SINGLE, size: 4 } } } : {};
  const margins = { left: 0, right: 0, top: 0, bottom: 0 };
  const widths = [...(fits ? [wide] : []), ...boxes.map(() => side)];
  const row = table(word, widths, [[...(fits ? [[name]] : []), ...cells]], true, { margins, borders: bare, verticalAlign: 'center' });
  return [small(word, true), ...(fits ? [] : [name]), row, small(word)];
}

function boxPart({ label, boxes }: Of<'boxes'>, word: Word): Part {
  const left = label === '' ? 0 : Math.min(word.ruler.width(label, 'regular', word.size) + 10, bodyWidth / 2);
  // A box and its words stay on one line, if they fit one.
  const short = (text: string) => word.ruler.width(text, 'regular', word.size) < bodyWidth / 2;
  const texts = boxes.map(({ text, ticked }) => `${ticked ? '☒' : '☐'}\u00a0${short(text) ? text.replaceAll(' ', '\u00a0') : text}`);
  const children = [...runs(word, label), ...(label === '' ? [] : [new word.TextRun({ children: [new word.Tab()] })])];
  const tabStops = [{ type: word.TabStopType.LEFT, position: twips(left) }];
  return paragraph(word, [...children, ...runs(word, texts.join('     '))], {
    keepLines: true,
    tabStops,
    indent: { left: twips(left), hanging: twips(left) },
    spacing: roomOf(fieldPitch(word.size), word),
  });
}

function tableParts({ columns, rows }: Of<'table'>, word: Word): Part[] {
  const size = (word.size - 1) * 2;
  const center = { alignment: word.AlignmentType.CENTER, keepNext: true };
  const head = columns.map(({ title }) => [paragraph(word, runs(word, title, { bold: true, size }), center)]);
  const body = rows.map((row) => columns.map((_, index) => [paragraph(word, runs(word, row[index] ?? '', { size }))]));
  const margins = { left: twips(4), right: twips(4), top: twips(3), bottom: twips(3) };
  const widths = columnWidths({ columns, rows }, word.size - 1, word.ruler);
  return [small(word, true), table(word, widths, [head, ...body], true, { margins, verticalAlign: 'center' }), small(word)];
}

/** Two tables that touch are one to Word: a line of no height between them. */
function small(word: Word, keepNext = false): Part {
  return paragraph(word, [], { keepNext, spacing: { before: 0, after: 0, line: twips(4), lineRule: word.LineRuleType.EXACT } });
}
