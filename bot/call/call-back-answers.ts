import { heardDigits } from '../speech/digits-heard.ts';
import { exactWords, foldedWords } from '../text.ts';
import { isStop } from '../understand/stop-word.ts';
import { pressedNumber } from './number.ts';
import type { CallBackQuestion, CallBackWindow, DayPart } from './record.ts';

/** "Gọi lại cho tôi", "nhờ cán bộ gọi lại", "call me back". Who calls again by themselves, or wants news of a dossier, asks for none. */
export function wantsCallBack(text: string): boolean {
  const said = foldedWords(text);
  return said.split(' ').length <= longest && wish.test(said) && !otherwise.test(said);
}

/** Words. A longer sentence tells of a call rather than asking for one. */
const longest = 16;

const me = '(?:toi|em|minh|tui|chau|con|bac|co|chu|ong|ba|anh|chi|nha toi|may nay|so nay|qua so)';
const wish = new RegExp(
  ` goi (?:dien )?lai (?:dien )?(?:cho|giup|gium) ${me} | (?:can bo|nhan vien|nguoi|ai do|ben|tong dai|trung tam)(?: [^ ]+){0,3} goi lai | (?:duoc|hen|yeu cau|dang ky|de nghi|nho) (?:duoc )?(?:hen )?goi (?:dien )?lai | call ?back | call me back | ring me back `,
);
const otherwise =
  / (?:toi|em|minh|tui|chau|con) (?:se|phai|co the|lai)(?: [^ ]+)? goi lai (?!cho)| (?:khi|neu|luc)(?: nao)? (?:co (?:ket qua|tin|gi|thong tin)|xong|duyet|ho so) | khong (?:can|muon)(?: [^ ]+){0,2} goi lai /;

/** What a caller's words mean as the answer to a question. `unclear`: an answer that is none. `elsewhere`: something else altogether. */
export type Meant =
  | { kind: 'window'; window: CallBackWindow }
  | { kind: 'number'; number: string }
  | { kind: 'agreed' | 'disagreed' | 'declined' | 'unclear' | 'elsewhere' };

export function meant(question: CallBackQuestion, text: string): Meant {
  if (declines(text)) return { kind: 'declined' };
  const unclear = { kind: isShort(text) || /\d/.test(text) ? 'unclear' : 'elsewhere' } as const;
  if (question.asking === 'window') {
    const part = partMeant(
      text,
      question.windows.map((window) => window.part),
    );
    const window = question.windows.find((one) => one.part === part);
    return window === undefined ? unclear : { kind: 'window', window: { day: window.day, from: window.from, to: window.to } };
  }
  const number = numberMeant(text);
  if (number !== null) return { kind: 'number', number };
  const agreed = question.asking === 'number' ? null : saysYes(text);
  return agreed === null ? unclear : { kind: agreed ? 'agreed' : 'disagreed' };
}

/** Which part of a day is meant, by the number of a choice or in words; null for anything else. */
function partMeant(text: string, offered: DayPart[]): DayPart | null {
  const said = foldedWords(text);
  const picked = /^ (?:so |phim |bam )?([123]) $/.exec(said)?.[1] ?? ordinals.find(([pattern]) => pattern.test(said))?.[1];
  if (picked !== undefined) return offered[Number(picked) - 1] ?? null;
  const part = parts.find(([pattern]) => pattern.test(said))?.[1] ?? null;
  return part !== null && offered.includes(part) ? part : null;
}

const ordinals: [RegExp, string][] = [
  [/^ (?:so |phim |bam )?(?:mot|one) $/, '1'],
  [/^ (?:so |phim |bam )?(?:hai|two) $/, '2'],
  [/^ (?:so |phim |bam )?(?:ba|three) $/, '3'],
];

const parts: [RegExp, DayPart][] = [
  [/ (?:luc nao|khi nao|gio nao|bat cu|the nao) (?:cung|luc nao|khi nao|gio nao)| any ?time | whenever /, 'any'],
  [/ (?:sang|morning) /, 'morning'],
  [/ (?:chieu|trua|afternoon) /, 'afternoon'],
];

/** A short yes or no, pressed or said; null for anything else. */
function saysYes(text: string): boolean | null {
  const said = foldedWords(text);
  if (yes.test(said)) return true;
  return no.test(said) ? false : null;
}

const kindly = '(?: (?:a|roi|vay|nhe|nha|em|anh|chi|so|do|may|nay|please))*';
const yes = new RegExp(`^ (?:da |vang |u )*(?:1|mot|co|dung|phai|vang|da|u|uh|ok|okay|duoc|chinh xac|yes|right|correct|yeah)${kindly} $`);
const no = new RegExp(`^ (?:da |a )*(?:2|hai|khong|sai|so khac|khong phai|khong dung|khac|no|wrong|another(?: number)?|other)${kindly} $`);

/** A telephone number of Vietnam, pressed or said digit by digit; null for anything else. */
function numberMeant(text: string): string | null {
  return pressedNumber(text) ?? pressedNumber(heardDigits(text, [10, 11]) ?? '');
}

/** No call back after all. With its marks: "đúng" and "dừng" are the same without. */
function declines(text: string): boolean {
  return isStop(text) || declining.test(exactWords(text));
}

const declining =
  /^ (?:dạ |à |ờ )*(?:thôi|dừng|hủy|huỷ|bỏ qua|không cần|khỏi|cancel|never mind)(?: (?:không|cần|ạ|nhé|nha|nữa|đi|lại|gọi|hẹn|it))* $/;

/** So short that it was meant as an answer; what is longer asks for something else. */
function isShort(text: string): boolean {
  return foldedWords(text).trim().split(' ').length <= 4;
}
