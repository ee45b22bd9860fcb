import type { Language } from '../types.ts';
import { type Region, sayDigits, sayNumber } from './said.ts';

/** A dossier code as it is read out to be checked, in groups with pauses: "hát bốn mươi, chấm hai mươi ba, gạch ngang, hai mươi lăm, không bảy, …". */
export function codeInGroups(code: string, language: Language = 'vi', region: Region = 'north'): string {
  const [office = '', date = '', number = ''] = code.split('-');
  const { dot, dash } = signs[language];
  const say = (digits: string) => (language === 'en' ? [...digits].join(' ') : group(digits, region));
  const offices = office.split('.').map((part) => {
    const letter = /^[A-Z]/.exec(part)?.[0];
    return letter === undefined ? say(part) : `${language === 'en' ? letter : (letters[letter] ?? letter)} ${say(part.slice(1))}`;
  });
  const days = [date.slice(0, -4), date.slice(-4, -2), date.slice(-2)].map(say);
  return [offices.join(`, ${dot} `), dash, ...days, dash, ...numberGroups(number).map(say)].join(', ');
}

/** Digits alone, read out by twos with pauses. */
export function digitsInGroups(digits: string, language: Language = 'vi'): string {
  const groups = digits.match(/\d{1,2}/g) ?? [];
  return groups.map((each) => (language === 'en' ? [...each].join(' ') : sayDigits(each))).join(', ');
}

const signs = { vi: { dot: 'chấm', dash: 'gạch ngang' }, en: { dot: 'dot', dash: 'dash' } };
const letters: Record<string, string> = { G: 'gờ', H: 'hát' };

/** Two digits are a number unless the first is a nought; others one by one. */
function group(digits: string, region: Region): string {
  return /^[1-9]\d$/.test(digits) ? sayNumber(Number(digits), region) : sayDigits(digits);
}

/** Longer than four digits: in two halves. */
function numberGroups(number: string): string[] {
  if (number.length <= 4) return [number];
  const head = number.length === 7 ? 3 : number.length - 3;
  return [number.slice(0, head), number.slice(head)];
}
