/**
 * A source's words without the days that they only count, as they are compared: "còn 3 ngày" tomorrow says "còn 2 ngày", and nothing has happened.
 * Being late is told by the overdue watch where the source names a due date (`isWatched`); else the word for it stays and is told once.
 */
export function withoutCountedDays(text: string, isWatched: boolean): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(late, isWatched ? ' ' : ' quá hạn ')
    .replace(left, ' ')
    .replace(/[\s()[\]:;,.–-]+/gu, ' ')
    .trim();
}

const unit = '(?:ngày|giờ|phút|tuần|tiếng|days?|hours?|minutes?|weeks?|h)(?:\\s+(?:làm\\s+việc|working))?(?![\\p{L}\\p{N}])';
const number = '\\d+(?:[.,]\\d+)?';
const amount = `${number}\\s*(?:working\\s+)?${unit}(?:\\s*(?:,|và|and)?\\s*${number}\\s*${unit})*`;
const between = '[\\s:(–-]*';
const start = '(?<![\\p{L}\\p{N}])';
/** "quá hạn 2 ngày", "trễ hẹn (03 ngày)", "2 days overdue". */
const late = new RegExp(
  `${start}(?:(?:đã\\s+)?(?:quá|trễ|chậm|muộn)(?:\\s+(?:thời\\s+)?(?:hạn|hẹn))?(?:\\s+(?:là|được))?|overdue(?:\\s+by)?|late\\s+by)${between}${amount}\\s*\\)?|${start}${amount}\\s+(?:overdue|late)`,
  'giu',
);
/** "còn lại: 3 ngày", "sớm hạn 1 ngày", "3 ngày nữa", "3 days left". */
const left = new RegExp(
  `${start}(?:(?:thời\\s+(?:gian|hạn)\\s+|số\\s+ngày\\s+)?còn(?:\\s+lại)?|(?:trước|sớm)(?:\\s+(?:hạn|hẹn))?|remaining)${between}(?:${amount}\\s*\\)?|${number}(?![\\p{L}\\p{N}/.-]))(?:\\s+nữa)?|${start}${amount}\\s+(?:nữa|left|remaining)`,
  'giu',
);
