import { exactWords, foldedWords, hasDiacritics } from '../text.ts';

/** "Dừng", "thôi nhé", "stop", marked or not, and nothing else. */
export function isStop(text: string): boolean {
  return hasDiacritics(text) ? marked.test(exactWords(text)) : plain.test(foldedWords(text));
}

const marked = /^ (dừng|thôi|hủy|huỷ|thoát|stop|cancel)( lại| đi| nhé| nha| ạ)* $/;
const plain = /^ (dung|thoi|huy|thoat|stop|cancel)( lai| di| nhe| nha| a)* $/;
