/** One word of a name in two forms: `key` without marks, for finding; `exact` with them, for telling apart. The place of a tone (hoà, hòa) and i or y at the end (Lý, Lí) make no difference. */
export type Spelled = { key: string; exact: string };

/** A word, lower or upper case, apostrophes inside it dropped; "01" is 1. */
export function spell(word: string): Spelled {
  const parts = word.toLowerCase().replace(apostrophes, '').normalize('NFD');
  const tone = parts.match(tones)?.join('') ?? '';
  const bare = parts
    .replace(tones, '')
    .replace(lastY, 'i')
    .replace(/^0+(?=\d$)/, '');
  return { key: bare.replace(/\p{M}/gu, '').replace(/[đð]/g, 'd'), exact: bare + tone };
}

/** The words of a name of the directory, spelled; never for what people write, for each word is kept. */
export function spellName(name: string): Spelled[] {
  return name.split(/ (?:- )?/).map((word) => {
    const known = spelled.get(word) ?? spell(word);
    spelled.set(word, known);
    return known;
  });
}

/** True where one letter more, less or other, or two changed about, makes one of the other. Figures must be the same. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [left, right] = [a.slice(start, endA), b.slice(start, endB)];
  if (/\d/.test(left + right)) return false;
  return left.length + right.length <= 2 ? left.length <= 1 && right.length <= 1 : left.length === 2 && left === `${right[1]}${right[0]}`;
}

// All names of the country are made of some three thousand syllables.
const spelled = new Map<string, Spelled>();
const apostrophes = /['’]/g;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const lastY = /(?<=^|[bcdghklmnpqrstvxđ]|qu)y$/;
