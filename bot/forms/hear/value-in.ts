import type { Answer, Question } from '../form.ts';
import { datesIn } from '../values/date-shapes.ts';
import { ethnicityIn } from '../values/ethnicity.ts';
import { nationalityIn } from '../values/nationality.ts';
import { plain } from '../values/plain.ts';
import { type Reading, readValue, type World } from '../values/read-value.ts';

/** What a stretch of text behind a cue says; `length`: how much of it. `sure` false: one more piece is needed, or it should be looked at again. */
export type Told = { answer: Answer | null; text: string; length: number; sure: boolean };

/** The value at the head of a stretch of text, or null. */
export function valueIn(question: Question, stretch: string, world: World): Told | null {
  const piece = pieceOf(question, stretch, world);
  if (piece === null || (question.type === 'text' && isKindAlone(piece.text))) return null;
  return toldBy(readValue(question, piece.text, world), question, piece);
}

type Piece = { text: string; length: number };

export function toldBy(reading: Reading, question: Question, { text, length }: Piece): Told | null {
  if (reading.kind === 'good') return reading.answer.value === '' ? null : { answer: reading.answer, text, length, sure: true };
  if (reading.kind === 'bad') return null;
  // A name without its marks is taken as it stands, and looked at again later.
  const named = question.type === 'name' && reading.partial.includes(' ');
  return { answer: named ? { value: reading.partial, shown: reading.partial } : null, text, length, sure: false };
}

/** As much of the stretch as can belong to a value of this type. */
function pieceOf(question: Question, stretch: string, world: World): Piece | null {
  switch (question.type) {
    case 'date':
    case 'partial-date': {
      const [first] = datesIn(stretch, world.today);
      if (first !== undefined && first.from < 24) return pieceTo(stretch, first.to);
      return untilComma(stretch);
    }
    case 'id-number':
      return matched(stretch, /^[\s:là]*?(\d(?:[ .-]?\d){8,15})(?!\d)/u) ?? untilComma(stretch);
    case 'phone':
      return matched(stretch, /^[^\d+]{0,12}?(\+?\d(?:[ .()-]{0,2}\d){8,12})(?!\d)/u) ?? untilComma(stretch);
    case 'email':
      return matched(stretch, /^[^@]*?([^\s,;@]+@[^\s,;@]+[^\s,;@.])/u) ?? untilComma(stretch);
    case 'ethnicity':
      return longestOf(stretch, ethnicityIn);
    case 'nationality':
      return longestOf(stretch, nationalityIn);
    case 'address':
      return { text: stretch.replace(/[\s,;.]*(?:\b(?:và|va|còn|con|and)\b)?[\s,;.]*$/iu, ''), length: stretch.length };
    default:
      return untilComma(stretch);
  }
}

const kindOfHouse = /(?:bệnh viện|benh vien|trạm y tế|tram y te|nhà hộ sinh|nha ho sinh|phòng khám|phong kham|ủy ban|uy ban|ubnd)/iu;

/** "Sinh tại bệnh viện Từ Dũ": the kind of house is part of its name. */
export function headOf(cue: string, from: number, begin: number): number {
  const kind = kindOfHouse.exec(cue);
  return kind === null ? begin : from + kind.index;
}

/** "Ở bệnh viện" names none. */
function isKindAlone(text: string): boolean {
  return text.replace(kindOfHouse, '').trim() === '' && text.trim() !== '';
}

function pieceTo(stretch: string, to: number): Piece {
  return { text: stretch.slice(0, to), length: to };
}

function untilComma(stretch: string): Piece | null {
  const [piece = ''] = /^[^,;\n]*?(?=[,;\n]|\.(?:\s|$)|$)/.exec(stretch) ?? [];
  return piece.trim() === '' ? null : { text: piece.trim(), length: piece.length };
}

function matched(stretch: string, pattern: RegExp): Piece | null {
  const found = pattern.exec(stretch);
  return found === null ? null : { text: found[1] ?? '', length: found[0].length };
}

function longestOf(stretch: string, known: (said: string) => string | null): Piece | null {
  const words = [...stretch.matchAll(/[\p{L}\p{M}’'-]+|[,;.\n]/gu)];
  const end = words.findIndex(([word]) => /[,;.\n]/.test(word));
  const own = words.slice(0, end < 0 ? 5 : Math.min(end, 5));
  const skipped = own.findIndex(([word]) => !/^(?:là|la|người|nguoi|nước|nuoc|is)$/iu.test(word));
  for (let count = own.length; count > Math.max(0, skipped); count--) {
    const text = own
      .slice(Math.max(0, skipped), count)
      .map(([word]) => word)
      .join(' ');
    const last = own[count - 1];
    if (
      last !== undefined &&
      known(
        plain(text)
          .replace(/[^a-z ]/g, ' ')
          .trim(),
      ) !== null
    )
      return { text, length: last.index + last[0].length };
  }
  return null;
}
