import { fold, withoutMarks } from '../text.ts';

/** What one heard word is worth where numbers and codes are read. `other` ends whatever was being read. */
export type Word =
  | { kind: 'digit'; digit: string; form: 'plain' | 'tư' | 'after-ten' }
  | { kind: 'figures'; digits: string }
  | { kind: 'tens'; heard: 'mươi' | 'mười' | 'either' | 'chục' }
  | { kind: 'linh' }
  | { kind: 'scale'; value: number }
  | { kind: 'half' }
  | { kind: 'of' }
  | { kind: 'letter'; letter: 'G' | 'H'; sure: boolean; text: string }
  | { kind: 'dot' }
  | { kind: 'dash' }
  | { kind: 'break' }
  | { kind: 'other'; text: string };

/** The words of a message in order; fillers are gone, separators that stand together are one. A word without marks may be any word that loses its marks to it. */
export function heardWords(text: string): Word[] {
  const words: Word[] = [];
  for (const [run, before, after] of runs(text)) {
    for (const word of wordsOf(run, before, after)) add(words, word);
  }
  return words.filter((word, i) => (word.kind !== 'of' || isRepeat(words, i)) && !isBreath(words, i));
}

/** "o gach" is "ờ gạch"; an o among digits may stand for a zero and is left as it is. */
function isBreath(words: Word[], i: number): boolean {
  const word = words[i];
  return (
    word?.kind === 'other' && word.text === 'o' && [words[i - 1], words[i + 1]].some((by) => by?.kind === 'dash' || by?.kind === 'dot')
  );
}

/** "ba số không", "2 con 8": the `of` at this place stands between how often and which digit. */
export function isRepeat(words: Word[], i: number): boolean {
  const times = digitOf(words[i - 1]);
  return times !== null && times >= '2' && times <= '7' && digitOf(words[i + 1]) !== null;
}

/** The one digit that a word names, or null. */
export function digitOf(word: Word | undefined): string | null {
  if (word?.kind === 'digit') return word.digit;
  return word?.kind === 'figures' && word.digits.length === 1 ? word.digits : null;
}

const dashes = /^[-_\u2010-\u2015\u2212\uFF0D]$/;

function* runs(text: string): Generator<[run: string, before: string, after: string]> {
  const lower = text.normalize('NFC').toLowerCase();
  for (const found of lower.matchAll(/[\p{L}\p{M}\p{N}]+|\n|[^\s\p{L}\p{M}\p{N}]/gu)) {
    const end = found.index + found[0].length;
    yield [found[0], lower.charAt(found.index - 1), lower.charAt(end)];
  }
}

function wordsOf(run: string, before: string, after: string): Word[] {
  if (run === '.') return [{ kind: 'dot' }];
  if (run === ',') return [/\d/.test(before) && /\d/.test(after) ? { kind: 'dot' } : { kind: 'break' }];
  if (run === '\n') return [{ kind: 'break' }];
  if (dashes.test(run)) return [{ kind: 'dash' }];
  if (!/\d/.test(run)) return [marked.get(run) ?? (run === withoutMarks(run) ? plain.get(run) : undefined) ?? { kind: 'other', text: run }];
  // O, l and I are typed for 0 and 1. A letter in the middle ("51h", "8h30") names no office.
  const typed = /^([gh]?)([0-9oil]+)$/.exec(run);
  if (typed !== null) {
    const figures: Word = { kind: 'figures', digits: (typed[2] ?? '').replaceAll('o', '0').replace(/[il]/g, '1') };
    return typed[1] === '' ? [figures] : [{ kind: 'letter', letter: typed[1] === 'g' ? 'G' : 'H', sure: true, text: run }, figures];
  }
  const glued = /^(\p{L}\p{M}*(?:\p{L}|\p{M})*)(\d+)$/u.exec(run);
  const name = marked.get(glued?.[1] ?? '');
  return name?.kind === 'letter' ? [name, { kind: 'figures', digits: glued?.[2] ?? '' }] : [{ kind: 'other', text: run }];
}

function add(words: Word[], word: Word): void {
  const last = words.at(-1);
  if (word.kind === 'other') {
    const known = fold(word.text);
    if (fillers.has(word.text) || (known === word.text && plainFillers.has(known))) return;
    if (last?.kind === 'dash' && dashTails.has(known)) return;
    if (last?.kind === 'letter' && known === 'xi') return;
    if (last?.kind === 'dash' && known === 'cheo') words.pop();
  }
  if (last !== undefined && strength(word) > 0 && strength(last) > 0) {
    if (strength(word) > strength(last)) words[words.length - 1] = word;
    return;
  }
  if ((word.kind === 'figures' || word.kind === 'letter') && last?.kind === 'figures') words.push({ kind: 'break' });
  words.push(word);
}

function strength(word: Word): number {
  return { break: 1, dot: 2, dash: 3 }[word.kind as string] ?? 0;
}

const digits: [string, string][] = [
  ['0', 'không zero'],
  ['1', 'một one'],
  ['2', 'hai two'],
  ['3', 'ba three'],
  ['4', 'bốn four'],
  ['5', 'năm five'],
  ['6', 'sáu six'],
  ['7', 'bảy bẩy seven'],
  ['8', 'tám eight'],
  ['9', 'chín nine'],
];

const vocabulary: [Word, string][] = [
  ...digits.map(([digit, names]): [Word, string] => [{ kind: 'digit', digit, form: 'plain' }, names]),
  [{ kind: 'digit', digit: '1', form: 'after-ten' }, 'mốt'],
  [{ kind: 'digit', digit: '4', form: 'tư' }, 'tư'],
  [{ kind: 'digit', digit: '5', form: 'after-ten' }, 'lăm nhăm'],
  [{ kind: 'tens', heard: 'mươi' }, 'mươi'],
  [{ kind: 'tens', heard: 'chục' }, 'chục'],
  [{ kind: 'tens', heard: 'mười' }, 'mười'],
  [{ kind: 'linh' }, 'linh lẻ'],
  [{ kind: 'scale', value: 100 }, 'trăm'],
  [{ kind: 'scale', value: 1e3 }, 'nghìn ngàn'],
  [{ kind: 'scale', value: 1e6 }, 'triệu'],
  [{ kind: 'scale', value: 1e9 }, 'tỷ tỉ'],
  [{ kind: 'half' }, 'rưỡi rưởi'],
  [{ kind: 'of' }, 'số con chữ'],
  [{ kind: 'dot' }, 'chấm chắm phẩy dot point'],
  [{ kind: 'dash' }, 'gạch trừ ngang dash hyphen minus'],
];

const letters: ['G' | 'H', boolean, string][] = [
  ['H', true, 'h hát hắc hờ hắt'],
  ['H', false, 'hạt hách hết ếch'],
  ['G', true, 'g gờ giê ghê gê'],
  ['G', false, 'giờ gì ghi'],
];

const marked = new Map<string, Word>();
for (const [word, names] of vocabulary) for (const name of names.split(' ')) marked.set(name, word);
for (const [letter, sure, names] of letters) for (const text of names.split(' ')) marked.set(text, { kind: 'letter', letter, sure, text });

// The first of two words that lose their marks to one stays: một before mốt, hát before hạt.
const plain = new Map<string, Word>([['muoi', { kind: 'tens', heard: 'either' }]]);
for (const [name, word] of marked) {
  const key = fold(name);
  const known = key === 'ho' || key === 'go' ? unsure(word) : word;
  if (!plain.has(key)) plain.set(key, known);
}

const fillers = new Set(
  'ờ ơ à ừ ừm ờm ơm ừa ạ dạ vâng rồi xong đến tới tiếp theo kế nhé nha nhá thì cái dấu hoa in viết uh um er and'.split(' '),
);
const plainFillers = new Set([...fillers].map(fold).filter((filler) => filler !== 'o'));
const dashTails = new Set(['noi', 'giua', 'duoi', 'chan']);

function unsure(word: Word): Word {
  return word.kind === 'letter' ? { ...word, sure: false } : word;
}
