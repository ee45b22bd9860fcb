import { exactWords, fold, foldedWords, hasDiacritics } from '../text.ts';

const openings =
  `còn|thế|thế còn|vậy|vậy còn|nếu|lỡ|nhỡ|chẳng may|giả sử|thế nếu|vậy nếu|thế lỡ|vậy lỡ|không|không phải|à|à không|à nhầm|nhầm|ý tôi|ý em|ý mình|giờ|bây giờ|rồi|mà|trường hợp|riêng|chứ
  |and|and if|what about|how about|what if|if|no|sorry|then`
    .split('|')
    .map((opening) => opening.trim());
const opensMarked = new RegExp(`^ (?:${openings.join('|')}) `);
// Without marks "con" is a child as often as "còn": then the end of the sentence must tell.
const opensUnmarked = new RegExp(
  `^ (?:${openings
    .filter((opening) => opening !== 'còn')
    .map(fold)
    .join('|')}) `,
);
const allOpenings = new RegExp(`^(?: (?:${openings.map(fold).join('|')})(?= ))+`);
const ending = / (thi sao|thi the nao|thi can gi|nua|cung vay khong|co khac khong) $/;

/** True when a message begins or ends as one does that goes on from what was said. */
export function continues(text: string): boolean {
  if (ending.test(foldedWords(text))) return true;
  return hasDiacritics(text) ? opensMarked.test(exactWords(text)) : opensUnmarked.test(foldedWords(text));
}

/** Folded words without what opens a message that goes on: "the con", "vay", "a". */
export function withoutOpening(words: string): string {
  return words.replace(allOpenings, '');
}

const circumstance =
  / (co khac khong|co khac gi khong|khac gi khong|khac gi k|co khac gi|thi sao) $|^ (a |the |vay |con |u |ua )?(neu|lo|nho|gia su|chang may|truong hop|what if|and if|if) /;

/** True for what only changes a circumstance of the matter spoken of: "nếu vợ tôi là người Lào thì sao", "… thì có khác không". */
export function changesCircumstance(text: string): boolean {
  return (circumstance.test(foldedWords(text)) || / cơ( mà| ạ)? $/.test(exactWords(text))) && !replaces(text);
}

const instead = /^ (con|the con|vay con) .*(thi sao|thi the nao) $/;

/** True for "còn giám hộ thì sao": another matter in the place of the last one, asked the same. */
export function replaces(text: string): boolean {
  const words = foldedWords(text);
  return instead.test(words) || / (what|how) about /.test(words);
}
