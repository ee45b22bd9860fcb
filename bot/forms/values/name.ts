import { foldedWords, hasDiacritics, withoutMarks } from '../../text.ts';
import { isSyllable } from '../../typed.ts';
import { valueWording } from '../value-wording.ts';
import { plain, withoutPoliteness } from './plain.ts';
import { ask, bad, good } from './reading.ts';
import type { Reading, World } from './world.ts';

/** A person's name as it will be printed: NFC, capitalised. One word alone, or one without its marks, is asked about once. */
export function readName(text: string, world: World, partial = ''): Reading {
  if (partial !== '' && keeps.test(foldedWords(text))) return good(partial, partial);
  const bare = withoutTitle(withoutIntroduction(withoutPoliteness(text)));
  const words = bare.replaceAll('’', "'").split(/\s+/).filter(Boolean);
  if (words.length === 0) return bad(valueWording.name);
  if (/\p{L}/u.test(bare) && /[^\p{Script=Latin}\p{M}\p{Script=Common}]/u.test(bare)) return bad(valueWording.nameLatin);
  if (words.length > 12 || bare.length > 80 || !words.every((word) => shape.test(word)) || isNoName(bare)) return bad(valueWording.name);
  const name = words.map(capitalised).join(' ');
  const [choice, why] = words.length === 1 ? (['nameShortKeep', 'nameShort'] as const) : (['nameKeep', 'nameNoMarks'] as const);
  if (words.length > 1 && !lacksMarks(name, bare)) return good(name, name);
  const label = valueWording[choice];
  return ask(valueWording[why], [{ label: label[world.language], say: label[world.language] }], name, { NAME: name });
}

/** True for a Vietnamese name that was surely or likely typed without its marks: "Nguyen Van An", "mai lan anh". `typed`: with the case it was typed in. */
export function lacksMarks(name: string, typed = name): boolean {
  if (hasDiacritics(name)) return false;
  const words = plain(name).split(' ');
  if (!words.every(isSyllable)) return false;
  const surname = words[0] ?? '';
  return (
    marking.has(surname) ||
    words.slice(1, -1).some((word) => word === 'thi' || word === 'van') ||
    (unmarked.has(surname) && typed === typed.toLowerCase())
  );
}

/** `word` is folded. */
export function isFamilyName(word: string): boolean {
  return marking.has(word) || unmarked.has(word);
}

/** The letters, each first one of a part capital: "H'Hen", "O'Connor", "Anna-Marie"; "McDonald" stays. */
function capitalised(word: string): string {
  const own = word !== word.toLocaleLowerCase('vi') && word !== word.toLocaleUpperCase('vi') && /^\p{Lu}/u.test(word);
  if (own) return word;
  return word.toLocaleLowerCase('vi').replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'));
}

function isNoName(text: string): boolean {
  const words = text.toLowerCase().normalize('NFC').split(/\s+/);
  // "Nguyễn Văn Được" is a name, "được không" none.
  const named = words.length > 1 && families.has(words[0] ?? '');
  return (
    (!named && words.some((word) => never.has(word))) ||
    phrases.test(foldedWords(text)) ||
    (words.length === 1 && alone.has(withoutMarks(words[0] ?? '')))
  );
}

/** "Con tôi tên là", "họ và tên:", "my name is" and what stands before. */
function withoutIntroduction(text: string): string {
  const found = introduction.exec(plain(text));
  return found === null ? text : text.slice(found[0].length);
}

/** "Ông", "bé" before a name, where they are no part of it: a small letter before capitals, or before a common family name of three and more. */
function withoutTitle(text: string): string {
  const [first = '', second = '', ...rest] = text.split(/\s+/);
  if (!titles.has(plain(first)) || second === '') return text;
  const sure = /^\p{Ll}/u.test(first) && /^\p{Lu}/u.test(second);
  const long = rest.length > 1 && (marking.has(plain(second)) || unmarked.has(plain(second)));
  return sure || first.toLowerCase() === 'bé' || first.toLowerCase() === 'cháu' || long ? [second, ...rest].join(' ') : text;
}

const shape = /^[\p{L}\p{M}]+(?:['.-][\p{L}\p{M}]+)*[.']?$/u;
const keeps =
  /^ (ten chi co mot chu|chi co mot chu|mot chu|giu nguyen|giu|dung( roi| the| vay)?|co|vang|u|phai|one word only|one word|keep( as it is| it)?|yes|correct|ok)( a| nhe)? $/;
const introduction =
  /^(?:.{0,40}?\b)?(?:ho va ten|ho ten|ten|name)\b(?:[\s:,]+(?:khai sinh|day du|cua|con|be|chau|toi|em|minh|no|me|bo|cha|vo|chong|ong|ba|la|is|full|se|dat|goi))*(?:[\s:=]+|$)|^(?:(?:toi|em|minh|con|be|chau|bo|me|cha|vo|chong|ong|ba|no)\s+)*(?:la|called|it's)\s+|^(?:i am|i'm)\s+/;
const titles = new Set('ong ba anh chi co chu bac em chau be con mr mrs ms'.split(' '));
/** No name has these among its words; "Hồ" and "Vì" are family names, "Lệ" is a given one. */
const never = new Set(
  `không chưa người của được là gì nào nhiêu phải cần muốn biết rồi với này ở và hoặc tên ngày tháng giấy tờ đâu tôi đang đã sẽ vẫn nhưng nếu thì mà
   what how where when why don't know is not yet the my please can't isn't`.split(/\s+/),
);
const phrases =
  / ((khong|ko|chua|k) (biet|co|dat|ro|nho|muon)|la gi|la ai|bao nhieu|o dau|nhu the nao|the nao|lam sao|tai sao|toi muon|can gi|giay to|thu tuc|nguoi nuoc ngoai|bo qua|ho so|skip|cam on|xin chao|thank you) /;
const alone = new Set('co khong ko k u uh um vang da dung sai ok oke yes no none chua roi a skip hello hi chao thoi dung tiep'.split(' '));
/** Family names that lose a mark when typed without, and those that have none. */
const families = new Set(
  `nguyễn trần lê phạm hoàng huỳnh vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh đinh trương phùng tô tạ lâm lưu mạc thái kiều quách hà
   đàm lương triệu nghiêm giáp thân tôn ông tống thạch lò vàng giàng sùng hứa viên từ`.split(/\s+/),
);
const marking = new Set([...families].map((name) => withoutMarks(name)));
const unmarked = new Set('phan mai cao chu la tang khuc'.split(' '));
