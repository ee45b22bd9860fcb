import { withoutMarks } from '../../text.ts';

/** Lower case without marks, and every character at its own place: what is found in it can be cut out of the text. */
export function plain(text: string): string {
  return text
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[^\0-\x7f]/g, (letter) => {
      const bare = withoutMarks(letter.toLowerCase());
      return bare.length === letter.length ? bare : letter;
    });
}

/** What was said without the politeness around it: "dạ, 12/5/2026 ạ". Marked words alone are surely that. */
export function withoutPoliteness(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .replace(/^(?:(?:dạ|vâng|ạ|thưa (?:anh|chị|cô|chú|bác|cán bộ)|xin thưa|à|ờ|ừm|uh|well)[\s,.:]+)+/iu, '')
    .replace(/(?:[\s,.]+(?:ạ|nhé|nhá|đó ạ|please|đấy ạ|vậy|nha))+[\s.!]*$/iu, '')
    .replace(/[\s,;.!]+$/u, '')
    .trim();
}
