import { maskPersonal } from './personal.ts';
import { foldedWords } from './text.ts';

/** What the history shows of a message: personal numbers masked, and what may be somebody's PIN: named as one, or four or more digits alone. */
export function shownOf(text: string): string {
  if (named.test(foldedWords(text))) return shownWhileSecret(text);
  const isAlone = /^[\d\s.-]*$/.test(text) ? text.replace(/\D/g, '').length >= 4 : spokenAlone.test(text);
  return isAlone ? hidden : maskPersonal(text);
}

/** Whether a message names a secret and tells it: "mã PIN là 4821". */
export function tellsSecret(text: string): boolean {
  return named.test(foldedWords(text)) && shownWhileSecret(text) !== text;
}

/**
 * What the history shows while a secret is waited for: no word with a digit in it and no digits said in words. A typed dossier code stays.
 * Too much is hidden rather than too little: it is one message of a conversation.
 */
export function shownWhileSecret(text: string): string {
  const code = typedCode.exec(text)?.[0];
  return code === undefined ? hide(text) : text.split(code).map(hide).join(code);
}

/** A code as it is printed: beside it a secret may stand. */
export const typedCode = /(?<![\p{L}\p{N}.])[\p{L}\d]{1,3}(?:[.,][\p{L}\d]{1,3}){0,3}-(?:\d{8}|\d{6})-\d{4,7}(?![\p{L}\p{N}])/u;

function hide(text: string): string {
  return maskPersonal(text)
    .replace(word, (found) => (/\d/.test(found) ? hidden : found))
    .replace(spoken, hidden)
    .replace(/••••(?:[\s.,-]{1,3}••••)+/g, hidden);
}

const named = / (pin|(4|bon) (chu )?so cuoi|last (4|four)( digits)?) /;
const hidden = '••••';
const word = /[\p{L}\p{N}•]+/gu;
const number =
  '(?:không|khong|một|mot|mốt|hai|ba|bốn|bon|tư|tu|năm|nam|lăm|lam|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin|linh|lẻ|le|mươi|muoi|mười|trăm|tram|nghìn|nghin|ngàn|ngan|số|so|zero|one|two|three|four|five|six|seven|eight|nine)';
const spoken = new RegExp(`(?<![\\p{L}\\p{N}])${number}(?:[\\s,]+${number})+(?![\\p{L}\\p{N}])`, 'giu');
const spokenAlone = new RegExp(`^\\s*${number}(?:[\\s,]+${number}){3,}\\s*$`, 'iu');
