import { exactWords } from '../text.ts';
import { heardDigits } from './digits-heard.ts';

/** Finds the code of a petition said with its dashes: "pê a gạch hai sáu mười một hai hai gạch không không không bảy gạch ca ba mờ bảy". Null: none. */
export function heardPetitionCode(text: string): { date: string; number: string; check: string } | null {
  const words = exactWords(text.replace(/[-\u2010-\u2015\u2212]/g, ' gạch '));
  const [, said] = opening.exec(words) ?? [];
  if (said === undefined) return null;
  const [date = '', number = '', check = ''] = ` ${said}`.split(dash).filter((part) => part.trim() !== '');
  const heard = { date: heardDigits(date, [6]), number: heardDigits(number, [4, 5, 6]), check: checkHeard(check) };
  return heard.date === null || heard.number === null || heard.check === '' ? null : { ...heard, date: heard.date, number: heard.number };
}

const opening = / (?:pê|pe|p|pi) ?(?:a|ây|ay|ei) (.+)$/u;
const dash = / (?:gạch|gach|trừ|tru)(?: (?:ngang|nối|noi))?(?= )/u;

const checkLength = 4;

/** Four characters by their names; what is said after them does not count. */
function checkHeard(said: string): string {
  const words = said
    .trim()
    .split(' ')
    .filter((word) => word !== 'xì' && word !== 'xi');
  const characters = words.slice(0, checkLength).map((word) => named.get(word) ?? heardDigits(word, [1]) ?? '');
  return characters.length === checkLength && characters.every((character) => character !== '') ? characters.join('') : '';
}

const named = new Map(
  [
    ['A', 'a'],
    ['B', 'b bê be bờ'],
    ['C', 'c xê xe cê cờ'],
    ['D', 'd dê đê de dờ đờ'],
    ['E', 'e'],
    ['K', 'k ca ka'],
    ['M', 'm mờ mo'],
    ['N', 'n nờ no'],
    ['P', 'p pê pe pờ'],
    ['Q', 'q quy cu'],
    ['R', 'r rờ ro'],
    ['S', 's sờ so ét'],
    ['T', 't tê te tờ'],
    ['V', 'v vê ve vờ'],
    ['X', 'x ích ich xờ'],
    ['Y', 'y'],
  ].flatMap(([letter = '', names = '']) => names.split(' ').map((name): [string, string] => [name, letter])),
);
