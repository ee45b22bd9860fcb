import { isFamilyName } from '../values/name.ts';
import { plain } from '../values/plain.ts';
import type { Said, Span } from './said-words.ts';

/** The words of a name that begins at a place: as far as they can belong to one. */
export function nameSpan(start: number, { text, marked }: Said): Span {
  const capitals = text !== text.toUpperCase();
  let to = start;
  let from = -1;
  for (const word of text.slice(start).matchAll(/ *([^ ]+)/g)) {
    const piece = word[1] ?? '';
    const bare = piece.replace(/[,;.:!?)]+$/, '');
    const own = capitals && /^\p{Lu}/u.test(bare) && from >= 0;
    if (!/^[\p{L}\p{M}'’.-]+$/u.test(bare) || bare === '') break;
    if (!own && (marked ? stops.has(bare.toLowerCase()) : plainStops.has(plain(bare)))) break;
    if (from < 0) from = start + word.index + (word[0].length - piece.length);
    to = start + word.index + word[0].length - (piece.length - bare.length);
    if (bare !== piece || text.slice(start, to).trim().split(' ').length >= 12) break;
  }
  return { from: from < 0 ? start : from, to };
}

/** True where "là …" gives a name: capitals, or a common family name and more words. */
export function soundsLikeName(name: string): boolean {
  const words = name.split(' ').filter(Boolean);
  return words.length > 1 && (isFamilyName(plain(words[0] ?? '')) || words.every((word) => /^\p{Lu}/u.test(word)));
}

/** True where nothing but a name can be meant, in a text that is not all in capitals. */
export function isPlainlyName(name: string, text: string): boolean {
  const words = name.split(' ');
  return text !== text.toUpperCase() && isFamilyName(plain(words[0] ?? '')) && words.every((word) => /^\p{Lu}/u.test(word));
}

const stops = new Set(
  'là và người con sinh ở có số nhé nha ạ được hiện đang vợ chồng mẹ bố cha tôi tại ngày giới dân quốc cccd sđt thì rồi nhưng còn mang của cho với năm quê căn điện email was is born and his her my lives'.split(
    ' ',
  ),
);
const plainStops = new Set(
  'la va nguoi con sinh o co so nhe nha duoc vo chong me bo cha toi ngay cccd sdt roi nhung mang cua cho voi que email was is born and his her my lives gioi'.split(
    ' ',
  ),
);
