import { digitOf, heardWords, type Word } from './words.ts';

/** The whole number that a text says ("hai triệu rưỡi", "một trăm lẻ năm", "50 nghìn"), or null where it says none, more than one, or something else beside it. */
export function heardNumber(text: string): number | null {
  const words = heardWords(text).filter((word) => word.kind !== 'break');
  const found = numberAt(words, 0, true);
  return found !== null && found.next === words.length && Number.isSafeInteger(found.value) ? found.value : null;
}

/** The longest number in words that begins at a place; `scaled` when trăm, nghìn, triệu or tỷ has a part in it. `alone`: "nghìn rưỡi" may leave its "một" out. */
export function numberAt(words: Word[], start: number, alone = false): { value: number; next: number; scaled: boolean } | null {
  let value = 0;
  let next = start;
  let below = Number.POSITIVE_INFINITY;
  let billions = false;
  for (;;) {
    const word = words[next];
    if (word?.kind === 'half' && below < Number.POSITIVE_INFINITY) return { value: value + below / 2, next: next + 1, scaled: true };
    if (word?.kind === 'scale' && word.value === 1e9 && below === 1e3 && !billions) {
      value *= 1e9;
      below = 1e9;
      billions = true;
      next += 1;
      continue;
    }
    const small = smallAt(words, next, alone && next === start);
    if (small === null) break;
    const scale = words[small.next];
    const factor = scale?.kind === 'scale' && scale.value > 100 ? scale.value : 1;
    if (factor === 1e9 && !billions && value % 1e3 === 0 && value < 1e6) {
      value = (value + small.value) * 1e9;
      billions = true;
    } else if (factor > 1 && factor < below) {
      value += small.value * factor;
    } else if (factor > 1) {
      break;
    } else {
      if (small.shape === 'pair' && below >= 1e6 && below < Number.POSITIVE_INFINITY) return null;
      if (small.shape === 'loose-pair' && below === Number.POSITIVE_INFINITY) return null;
      const tenths = small.shape === 'digit' && small.value > 0 && below < Number.POSITIVE_INFINITY;
      return { value: value + (tenths ? (small.value * below) / 10 : small.value), next: small.next, scaled: small.scaled || next > start };
    }
    below = factor;
    next = small.next + 1;
  }
  return next === start ? null : { value, next, scaled: true };
}

type Small = { value: number; next: number; scaled: boolean; shape: 'digit' | 'pair' | 'loose-pair' | 'number' };

/** A number under a thousand. Shapes: "hai" · "hai lăm" · "hai ba" (24 of "hai trăm hai tư", or two digits) · all others. */
function smallAt(words: Word[], at: number, alone: boolean): Small | null {
  const first = words[at];
  if (alone && first?.kind === 'scale')
    return first.value === 100 ? hundreds(words, 1, at + 1) : { value: 1, next: at, scaled: true, shape: 'number' };
  const second = words[at + 1];
  const digit = digitOf(first);
  if (digit !== null && second?.kind === 'scale' && second.value === 100) return hundreds(words, Number(digit), at + 2);
  if (first?.kind === 'figures') return { value: Number(first.digits), next: at + 1, scaled: false, shape: 'number' };
  return underHundred(words, at);
}

function hundreds(words: Word[], count: number, at: number): Small {
  const rest = words[at]?.kind === 'half' ? { value: 50, next: at + 1, shape: 'number' } : underHundred(words, at);
  if (rest === null) return { value: count * 100, next: at, scaled: true, shape: 'number' };
  const value = rest.shape === 'digit' ? rest.value * 10 : rest.value;
  return { value: count * 100 + value, next: rest.next, scaled: true, shape: 'number' };
}

function underHundred(words: Word[], at: number): Small | null {
  const [first, second, third] = [words[at], words[at + 1], words[at + 2]];
  const number = (value: number, length: number, shape: Small['shape']): Small => ({ value, next: at + length, scaled: false, shape });
  if (first?.kind === 'linh' && second?.kind === 'digit') return number(Number(second.digit), 2, 'number');
  if (first?.kind === 'tens' && first.heard !== 'mươi')
    return isUnit(second) ? number(10 + Number(second.digit), 2, 'number') : number(10, 1, 'number');
  if (first?.kind !== 'digit') return null;
  const tens = Number(first.digit) * 10;
  if (tens > 0 && second?.kind === 'tens' && second.heard !== 'mười' && (tens > 10 || second.heard === 'chục')) {
    return isUnit(third) ? number(tens + Number(third.digit), 3, 'number') : number(tens, 2, 'number');
  }
  if (tens > 0 && isUnit(second)) return number(tens + Number(second.digit), 2, second.form === 'plain' ? 'loose-pair' : 'pair');
  return number(Number(first.digit), 1, 'digit');
}

function isUnit(word: Word | undefined): word is Word & { kind: 'digit' } {
  return word?.kind === 'digit' && word.digit !== '0';
}
