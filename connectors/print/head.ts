import type { Sheet } from '../../bot/forms/sheet.ts';
import { fieldStrips } from './entries.ts';
import { bodyWidth, page, pitch } from './paper.ts';
import { plain, type Strip, type Style, space, stack, textStrips } from './strip.ts';
import { paper } from './wording.ts';

/** What stands above the questions: form number, national heading (Nghị định 30/2020/NĐ-CP, Phụ lục I), title, addressee. */
export function headStrips(sheet: Sheet, style: Style): Strip[] {
  const small = { ...style, size: style.size - 2 };
  const title = { ...style, size: style.size + 1 };
  const number =
    sheet.formNumber === ''
      ? []
      : textStrips(plain(sheet.formNumber, 'italic'), small, { x: page.left + bodyWidth * 0.35, width: bodyWidth * 0.65, align: 'right' });
  return [
    ...number,
    space(number.length > 0 ? 8 : 0),
    ...(sheet.plan ? [] : [nationalHeading(style), space(style.size * 1.5)]),
    ...textStrips(plain(sheet.title, 'bold'), title, { align: 'centre' }),
    ...(sheet.subtitle === '' ? [] : textStrips(plain(sheet.subtitle, 'italic'), style, { align: 'centre' })),
    space(style.size * 0.9),
    ...(sheet.plan ? [] : addressee(sheet.addressee, style)),
    space(style.size * 0.5),
  ];
}

function nationalHeading(style: Style): Strip {
  const country = textStrips(plain(paper.country, 'bold'), style, { align: 'centre' });
  const motto = textStrips(plain(paper.motto, 'bold'), style, { align: 'centre' });
  const wide = style.ruler.width(paper.motto, 'bold', style.size);
  const from = page.left + (bodyWidth - wide) / 2;
  const underline: Strip = { height: 3, keep: false, draw: (pen, y) => pen.line(from, y + 1, from + wide, y + 1) };
  return stack([...country, ...motto, underline]);
}

/** Centred where it fits a line, else from an indent; dots where nobody is named. */
function addressee(name: string, style: Style): Strip[] {
  const text = `${paper.addressee} ${name}`;
  if (name !== '' && style.ruler.width(text, 'regular', style.size) <= bodyWidth) {
    return textStrips(plain(text), style, { align: 'centre', height: pitch(style.size) });
  }
  const indent = 60;
  return fieldStrips({ label: paper.addressee, value: name }, style, { x: page.left + indent, width: bodyWidth - 2 * indent });
}
