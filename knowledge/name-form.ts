import { exactWords, foldedWords } from '../bot/text.ts';
import { analyse } from './vietnamese.ts';

const longest = 100;
const mostWords = 18;
/** Proper names of one word that a name may begin with; others show by their letters (VNeID, BHYT) or by a second capital (Hàn Quốc). */
const proper = new Set('Anh Bỉ Đảng Đức Hàn Hoa Lào Mỹ Nga Nhật Pháp Tết Trung Úc Việt Ý'.split(' '));

/** What is wrong with the form of an everyday name, each as the end of a sentence that begins with the name. */
export function formFaults(name: string): string[] {
  const rules: [boolean, string][] = [
    [name !== name.normalize('NFC'), 'is not in NFC'],
    [/[\p{Cc}\p{Cf}\uFFFD]/u.test(name) || !name.isWellFormed(), 'has control or invisible characters'],
    [name !== name.trim() || /\s\s|[^\S ]/u.test(name), 'has blanks at an end, side by side, or other than spaces'],
    [name.length > longest || name.split(' ').length > mostWords, `is longer than ${longest} characters or ${mostWords} words`],
    [/[.,;:!?…/–—-]$/u.test(name), 'ends in punctuation'],
    [!/^[\p{L}\p{N}]/u.test(name), 'does not begin with a letter or a number'],
    [capitalised(name), 'begins with a capital letter and is no proper name'],
    [name.length < 2 || saysNothing(name), 'names no matter'],
  ];
  return rules.filter(([broken]) => broken).map(([, reason]) => reason);
}

/** The same for all names that differ only in capitals, punctuation and spacing. */
export function sameName(name: string): string {
  return exactWords(name).trim();
}

/** The official name as people would have to say it: without "Thủ tục". */
export function officialName(name: string): string {
  return sameName(name).replace(/^thủ tục (hành chính )?(về )?/, '');
}

/** The same for procedures that differ only in the level they are done at. */
export function withoutLevel(name: string): string {
  return foldedWords(name.replace(/\(.*?\)/gu, ' '))
    .replace(/ thu tuc (hanh chinh )?(ve )?/, ' ')
    .replace(/ (thuc hien )?(tai |o )?cap (tinh|xa|trung uong|bo)(?= )/g, '')
    .trim();
}

function capitalised(name: string): boolean {
  const [first = '', second = ''] = name.split(' ');
  if (!/^\p{Lu}/u.test(first)) return false;
  return !proper.has(first) && !/^\p{Lu}/u.test(second) && !/\p{Lu}/u.test(first.slice(1));
}

function saysNothing(name: string): boolean {
  return analyse(name).syllables.every(({ role }) => role === 'stop');
}
