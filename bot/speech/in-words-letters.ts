import { foreign } from './in-words-foreign.ts';
import type { Rule } from './in-words-rules.ts';
import { shorts } from './in-words-shorts.ts';
import { type Region, sayDigits, sayLetters, sayNumber } from './said.ts';

/** Roman figures, short forms, words in capitals, marks of letters and figures. Comes last: what it leaves has no figure and no two capitals in a row. */
export const letterRules = (region: Region): Rule[] => {
  const number = (digits: string): string =>
    digits.length > 3 || /^0\d/.test(digits) ? sayDigits(digits) : sayNumber(Number(digits), region);
  return [
    [/(?<!\p{L})e-?mail(?!\p{L})/giu, () => 'thư điện tử'],
    [/(?<!\p{L})v\.? ?v ?(?:\.{1,4}|…)/giu, () => 'vân vân.'],
    [/(?<![\p{L}\p{N}])QH(\d{1,2})(?!\p{N})/gu, ([, nr = '']) => `Quốc hội khóa ${number(nr)}`],
    [/(?<![\p{L}\p{N}])\p{L}{0,30}\d[\p{L}\d]*/gu, ([mark = '']) => inPieces(mark, number)],
    [/\d+/g, ([digits = '']) => ` ${sayDigits(digits)} `],
    [
      /(?<=[Pp]hụ lục )([IVX]{1,5})([A-Da-d])(?![\p{L}\p{N}])/gu,
      ([, found = '', letter = '']) => `${roman(found, region)} ${sayLetters(letter)}`,
    ],
    [/(?<![\p{L}\p{N}])[IVX]{2,6}(?![\p{L}\p{N}])/gu, ([found = '']) => roman(found, region)],
    ...places,
    [
      /(?<![\p{L}\p{N}])(NĐ|TTLT|TT|QĐ|NQ|CT|VBHN|KH|CV) ?[-–] ?(\p{Lu}[\p{L}&]{1,12})/gu,
      ([, kind = '', body = '']) => `${papers[kind]} của ${bodies[body] ?? short(body)}`,
    ],
    [joined, ([found = '']) => shorts[found] ?? found],
    [/(?<=[Cc]ông ty )CP(?!\p{L})/gu, () => 'cổ phần'],
    [/\p{L}+/gu, ([word = '']) => short(word)],
    [
      /(?<=(?:[Pp]hụ lục|[Cc]hương|[Mm]ục|[Pp]hần|[Qq]uý|[Hh]ạng|[Ll]oại|[Nn]hóm|[Cc]ấp|[Bb]ậc|[Bb]ảng|[Mm]ức|[Kk]ỳ|[Đđ]ộ|thứ) )[IVX](?![\p{L}\p{N}])/gu,
      ([found = '']) => roman(found, region),
    ],
    [/(?<![\p{L}\p{N}])(?:i{2,3}|iv|vi{2,3}|ix)(?=[).])/gu, ([found = '']) => roman(found.toUpperCase(), region)],
  ];
};

const papers: Record<string, string> = {
  NĐ: 'nghị định',
  TTLT: 'thông tư liên tịch',
  TT: 'thông tư',
  QĐ: 'quyết định',
  NQ: 'nghị quyết',
  CT: 'chỉ thị',
  VBHN: 'văn bản hợp nhất',
  KH: 'kế hoạch',
  CV: 'công văn',
};
const bodies: Record<string, string> = { CP: 'Chính phủ', TTg: 'Thủ tướng Chính phủ', TTG: 'Thủ tướng Chính phủ' };

const places: Rule[] = [
  [/(?<![\p{L}\p{N}])([Tt]rang) web(?:site)?(?![\p{L}\p{N}])/gu, ([, page = '']) => `${page} mạng`],
  [/(?<![\p{L}\p{N}])(?:TP|Tp|tp)\.? ?HCM(?![\p{L}\p{N}])/gu, () => 'Thành phố Hồ Chí Minh'],
  [/(?<![\p{L}\p{N}])(?:TP|Tp|tp)(?:\. ?| )(?=\p{L})/gu, () => 'thành phố '],
  [/(?<![\p{L}\p{N}.])(?:TX|Tx)\. ?(?=\p{L})/gu, () => 'thị xã '],
  [/(?<![\p{L}\p{N}.])TT\. ?(?=\p{Lu})/gu, () => 'thị trấn '],
  [/(?<![\p{L}\p{N}.])P\. ?(?=\p{L})/gu, () => 'phường '],
  [/(?<![\p{L}\p{N}.])Q\. ?(?=\p{L})/gu, () => 'quận '],
  [/(?<![\p{L}\p{N}.])H\. ?(?=\p{Lu})/gu, () => 'huyện '],
];

/** Short forms with a sign inside: "TN&MT", "NN-PTNT". */
const joined = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${Object.keys(shorts)
    .filter((key) => /[^\p{L}]/u.test(key))
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);
const anyCase = new Map(Object.entries(shorts).map(([key, words]) => [key.toUpperCase(), words]));

function short(word: string): string {
  const known = shorts[word] ?? foreign[word.toLowerCase()];
  if (known !== undefined) return known;
  if (!/\p{Lu}{2}/u.test(word)) return word;
  return anyCase.get(word.toUpperCase()) ?? inCapitals(word);
}

/** A word written in capitals is a word; what cannot be one is said letter by letter. */
function inCapitals(word: string): string {
  const lower = word.toLowerCase();
  if (word !== word.toUpperCase())
    return caseParts(word)
      .map((part) => (/^\p{Lu}{2,}$/u.test(part) ? inCapitals(part) : part))
      .join(' ');
  return isSyllable(lower) || word.length > 7 || /[^a-zđăâêôơư]/u.test(lower) ? lower : sayLetters(word);
}

function caseParts(word: string): string[] {
  return word.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}]+/gu) ?? [word];
}

function inPieces(mark: string, number: (digits: string) => string): string {
  return (mark.match(/\d+|[^\d]+/gu) ?? [])
    .map((piece) => {
      if (/\d/.test(piece)) return number(piece);
      return (
        shorts[piece] ?? (piece.length === 1 || (piece.length < 4 && piece === piece.toUpperCase()) ? sayLetters(piece) : short(piece))
      );
    })
    .join(' ');
}

function roman(found: string, region: Region): string {
  const values = [...found].map((letter) => ({ I: 1, V: 5, X: 10 })[letter] ?? 0);
  const value = values.reduce((sum, one, at) => sum + (one < (values[at + 1] ?? 0) ? -one : one), 0);
  const isWell = /^X{0,3}(?:IX|IV|V?I{0,3})$/.test(found);
  return isWell ? sayNumber(value, region) : sayLetters(found);
}

/** Whether letters can be one syllable of the language; one that ends with a stop bears a mark. */
export function isSyllable(lower: string): boolean {
  const parts = syllable.exec(
    lower
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
      .normalize('NFC'),
  );
  const stops = /(?:ch|[cpt])$/.test(lower);
  return parts !== null && (!stops || /[\u0301\u0323]/.test(lower.normalize('NFD')));
}

const syllable =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|qu|[bcdđghklmnrstvx])?(?:(?:iê|yê|uô|ươ|oa|oă|oe|uâ|uê|uy|uyê|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnpt])?|ai|ao|au|ay|âu|ây|eo|êu|ia|iêu|iu|oai|oay|oeo|oi|ôi|ơi|ua|uây|ui|uôi|uơ|uya|uyu|ưa|ưi|ươi|ươu|ưu|yêu)$/;
