import { screen } from './guard.ts';
import { maskPersonal } from './personal.ts';
import { heardDigits } from './speech/digits-heard.ts';
import { exactWords, foldedWords } from './text.ts';
import type { PetitionDraft } from './types.ts';
import { aspectAsked } from './understand/aspect.ts';
import { findDossierCode, findPetitionCode } from './understand/codes.ts';
import { wishOf } from './understand/kind.ts';
import { noticeWishOf } from './understand/notice-wish.ts';

/** The parts of a petition that its writer tells, in the order of asking. */
export const parts = ['text', 'place', 'happened', 'contact'] as const;
export type Part = (typeof parts)[number];

/** "Bỏ qua", "không nhớ", "không cần đâu ạ": nothing to say here. */
export function skips(text: string): boolean {
  const words = foldedWords(text);
  return skip.test(words) || noContact.test(words);
}

/** "Gửi đi", "đúng rồi": what was read back is right. A bare "dung" may be "đúng", "dừng" or "đừng": it agrees to nothing. */
export function agrees(text: string): boolean {
  const words = foldedWords(text);
  return onlyAgreeing.test(words) && core.test(words) && !/ (đừng|dừng) /.test(exactWords(text)) && !unmarked.test(exactWords(text));
}

/** "Dung", "dung a", "dung, gui di": "đúng" or "dừng", which the writer alone knows. */
export function isDoubtful(text: string): boolean {
  const words = exactWords(text);
  return doubtful.test(words) || (unmarked.test(words) && onlyAgreeing.test(foldedWords(text)) && !withdraws(text));
}

/** "Không gửi nữa", "đừng gửi", "dung gui": the petition is taken back. What is told at length takes nothing back. */
export function withdraws(text: string): boolean {
  const words = exactWords(text);
  return words.trim().split(' ').length <= longestWithdrawal && withdrawn.test(words) && !/\bdung\s*[,.;:!]/iu.test(text);
}

/** "Xem lại và gửi", "đúng rồi, gửi đi": the questions that are left are not wanted. */
export function hurries(text: string): boolean {
  const words = foldedWords(text);
  return hurry.test(words) || (/ (gui|send) /.test(words) && agrees(text));
}

/** "Sửa địa điểm", "sửa thời gian: hôm qua". `part` null: which part is not said; `value` empty: it is to be asked for. */
export function correctionIn(text: string): { part: Part | null; value: string } | null {
  const found = correction.exec(text);
  return found === null ? null : { part: partNamed(found[1] ?? ''), value: (found[2] ?? '').trim() };
}

/** The part that a few words name: "nơi xảy ra", "thời gian". */
export function partNamed(text: string): Part | null {
  const words = foldedWords(text);
  return words.trim().split(' ').length > 5 ? null : (parts.find((part) => names[part].test(words)) ?? null);
}

/** A telephone number or an e-mail address, typed or said, or null. */
export function contactIn(text: string): string | null {
  const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,190}\.\p{L}{2,}/u.exec(text)?.[0];
  if (address !== undefined) return address;
  const typed = /(?<!\d)(?:\+?84|0)(?:[ .()-]{0,2}\d){8,10}(?!\d)/.exec(text)?.[0].replace(/[^\d+]/g, '');
  const number = typed ?? heardDigits(text, [10, 11]);
  // What would be shown unmasked is no contact.
  return number !== null && /^(\+?84|0)\d{8,10}$/.test(number) && maskPersonal(number) !== number ? number : null;
}

/** "0912 345 678", "số của tôi là …": a contact and nothing else, or null. */
export function onlyContactIn(text: string): string | null {
  const contact = contactIn(text);
  if (contact === null) return null;
  const rest = foldedWords(text.replace(/\S+@\S+/gu, ' ').replace(/[\d+().-]+/g, ' '));
  return besideContact.test(rest) ? contact : null;
}

/** True where pictures or files are spoken of. */
export function speaksOfFiles(text: string): boolean {
  return / (anh chup|tam anh|hinh anh|gui anh|kem anh|co anh|gui hinh|tam hinh|co hinh|hinh chup|chup anh|chup hinh|chup lai|video|clip|dinh kem|gui file|tep|photo|picture|attachment|attached) /.test(
    foldedWords(text),
  );
}

/** "Tôi muốn phản ánh" alone tells no matter. */
export function tellsMatter(text: string): boolean {
  return wordsIn(foldedWords(text).replace(announcing, ' ')) >= 2;
}

/** How many words there are. */
export function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** True for what asks for something else in the middle of a petition, and for danger. A story told at length is the petition. */
export function asksElsewhere(text: string, { asking }: PetitionDraft): boolean {
  if (skips(text) || hurries(text) || correctionIn(text) !== null) return false;
  if (asking === 'confirm' && agrees(text)) return false;
  if (asking === 'change' && partNamed(text) !== null) return false;
  const length = foldedWords(text).trim().split(' ').length;
  if (asking !== 'contact' && noticeWishOf(text)?.kind === 'unfollow') return true;
  if (findPetitionCode(text).kind === 'code' && length <= 10) return true;
  if (asking === 'text') {
    if (length > 10) return screen(`phản ánh: ${text}`).kind === 'emergency';
    if (findDossierCode(text).kind === 'code' && length <= 6) return true;
    return screen(text).kind === 'emergency' || aspectAsked(text) !== null || leaving.has(wishOf(text));
  }
  if (screen(text).kind === 'emergency' || findDossierCode(text).kind === 'code') return true;
  const asked = aspectAsked(text);
  const own = (asking === 'place' && asked === 'place') || (asking === 'happened' && asked === 'duration');
  return (asked !== null && !own) || leaving.has(wishOf(text)) || wishOf(text) === 'status' || wishOf(text) === 'filing';
}

const leaving = new Set<ReturnType<typeof wishOf>>(['hand-over', 'thanks', 'about', 'petition-status']);

const polite = '(a|ah|da|nhe|nha|di|dau|nua|ban|em|luon|het|ro|gi|cam on|thanks|please)';
const skip = new RegExp(
  `^ (da )?(bo qua|khong|ko|k|khong can|khong biet|khong ro|khong nho|khong nho ro|khong co|khong muon|khong de lai|khong ghi|khong biet o dau|chua biet|chua ro|thoi|an danh|giau ten|skip|skip it|no|none|no thanks|not sure|i do not know|i don t know|don t know|anonymous)( ${polite})* $`,
);
/** "Không để lại số", "không cần gọi lại đâu", "tôi không muốn để lại tên": nobody is to write or call. */
const noContact = new RegExp(
  `^ (?:da )?(?:(?:toi|em|minh|tui|chau) )?(?:xin )?(?:(?:khong|ko|k|khoi|thoi khoi)(?: (?:can|muon|phai|tien))*(?: (?:can bo|de lai|cho|ghi|de|noi|goi|nhan|lien he|lien lac|lai|thong tin|so|sdt|dien thoai|email|ten|gi))*|(?:giau|an) (?:ten|danh)|(?:no|without) (?:contact|name|number)|i (?:do not|don t) want to (?:leave|give) (?:a |my |any )?(?:number|phone|email|name|contact|phone number))(?: ${polite})* $`,
);
const agreeing =
  'gui|dung|dong y|co|ok|oke|okay|duoc|roi|vang|da|u|uh|um|chuan|chinh xac|phai|yes|yep|send|it|correct|right|sure|nhu vay|nhu the|di|luon|giup|gium|toi|minh|em|nhe|nha|a|ban|ngay|cho|can bo|xac nhan|please';
const onlyAgreeing = new RegExp(`^ (?:(?:${agreeing}) )+$`);
const core =
  / (gui|dung|dong y|co|ok|oke|okay|duoc|vang|u|uh|um|chuan|chinh xac|phai|yes|yep|send|correct|right|sure|nhu vay|nhu the|xac nhan) /;
const longestWithdrawal = 8;
const withdrawn = / (không|khong|đừng|dung|khỏi|khoi|thôi|thoi) (?:(?:cần|can|có|co|nên|nen|muốn|muon) )?(gửi|gui) | (do not|don t) send /;
/** Without its mark, and not followed by what makes it "đúng". */
const unmarked = / dung (?!(rồi|roi|vậy|vay|thế|the|như|nhu|y) )/;
const doubtful = /^ (?:(?:dạ|da|vâng|vang|ừ|u|uh|ok) )*dung(?: (?:ạ|a|nhé|nhe|nha|bạn|ban|em))* $/;
const besideContact =
  /^ (?:(?:so|sdt|dt|dien thoai|lien he|lien lac|email|e mail|mail|goi|qua|cua|toi|em|minh|la|cho|theo|day|nhe|nha|a|my|is|phone|number|khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|linh|muoi)? )*$/;
const hurry = /^ (xem lai va gui|xem lai|gui luon|gui luon di|gui luon nhe|read it and send|send now|send it now) $/;
const correction =
  /^(?:à |ừ |không |ko )?[,. ]*(?:tôi muốn |toi muon |cho tôi |cho toi |i want to |please )?(?:sửa|đổi|sai|nhầm|sua|sai|nham|change|correct)(?![\p{L}])(?: lại| lai)?(?: phần| phan| the| cái)? ?([\p{L}]+(?: [\p{L}-]+){0,3}?)?\s*(?:(?::|(?<!\p{L})(?:thành|là|thanh|la|to)(?!\p{L}))\s*(.+))?$/isu;
const names: Record<Part, RegExp> = {
  text: / (noi dung|su viec|viec gi|cau chuyen|what|text|content) /,
  place: / (noi xay ra|dia diem|dia chi|noi|cho nao|o dau|vi tri|where|place|address) /,
  happened: / (thoi gian|khi nao|ngay|gio|luc nao|when|time|date) /,
  contact: / (lien he|lien lac|so dien thoai|dien thoai|so|email|e mail|contact|phone) /,
};
const announcing =
  / (?:(?:chao|xin|da|alo|ad|ban|oi|a|cho|toi|em|minh|tui|chung toi|ba con|muon|can|duoc|gui|co|mot|y kien|phan anh|gop y|kien nghi|khieu nai|to cao|danh gia|chut|viec|chuyen|nay|ve|i|want|would|like|to|make|send|file|complain|a|complaint|petition|feedback|about) )+/g;
