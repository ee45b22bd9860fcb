import { typedCode } from '../secrets.ts';
import { heardDigits } from '../speech/digits-heard.ts';
import { exactWords, fold, foldedWords } from '../text.ts';
import type { Memory } from '../types.ts';

/** The words beside a secret: "mã pin của tôi là … nhé", "4 số cuối điện thoại là …", "the last four digits are …". */
const named = / (pin|(4|bon) (chu )?so cuoi|last (4|four)( digits)?) /;
const lastFour = /(?<![\p{L}\p{N}])(4|bốn|bon)( chữ| chu)? (số|so) (cuối|cuoi)(?![\p{L}\p{N}])|\blast (4|four)( digits)?\b/giu;
const beside = new Set(
  `ma pin so cua toi em minh tui la dien thoai sdt dt can cuoc cccd cmnd nhap day ne nhe nha a da vang ok the is are my code of phone id number its it ho so tra cuu xem va voi and with`.split(
    ' ',
  ),
);

/** What else stands around a secret in a sentence, when nothing else is waited for. No word here is a digit. */
const around = new Set(
  `ban oi thi hinh nhu chac la cua tren bien nhan phieu hen giay to ghi in nho thay day nay do roi dung phai moi nham vay cuoi duoi ket thuc bang thu xem xac minh lai con bo me vo chong anh chi ong minh gui doc nhap duoc cai mat khau xin em cho
  chung nhan dan i think should be this that here try ends ending with in last four printed slip on mine sorry oh no yes please guess`.split(
    /\s+/,
  ),
);

/**
 * What a message tries as a second factor, in capitals without blanks, or null where it says something else. It is one where the assistant waits
 * for it, where it is named as one, or where four to eight digits stand alone after a dossier was spoken of.
 */
export function secretIn(text: string, memory: Pick<Memory, 'awaiting' | 'dossier'>): string | null {
  const words = exactWords(text.replace(lastFour, ' ')).trim().split(' ');
  const own = words.filter((word) => !beside.has(fold(word)));
  const secret = secretOf(own.join(' '));
  if (secret === null) return memory.awaiting === 'factor' ? secretAmong(words) : null;
  if (memory.awaiting === 'factor' || named.test(foldedWords(text))) return secret;
  const isAlone = own.length === words.length && /^\d{4,8}$/.test(secret);
  return isAlone && (memory.awaiting === null || memory.awaiting === 'address') && memory.dossier !== null ? secret : null;
}

/** "Hình như là 4821 đúng không": while one is waited for, the digits of a sentence that says nothing else. */
function secretAmong(words: string[]): string | null {
  const folded = words.map(fold);
  const asked = /^(?:dung|phai|duoc) (?:khong|ko|k|hong|chua)$/.test(folded.slice(-2).join(' '));
  const own = (asked ? words.slice(0, -2) : words).filter((word) => !beside.has(fold(word)) && !around.has(fold(word)));
  // Beside typed digits "không" denies what was said before: it is no zero.
  const typed = own.filter((word) => !/^(?:không|khong|ko)$/.test(word));
  return secretOf((/^[\d ]+$/.test(typed.join(' ')) ? typed : own).join(' '));
}

/** "H40… PIN 4321": a secret named as one beside a typed dossier code. */
export function secretBeside(text: string): string | null {
  const rest = text.replace(typedCode, ' ');
  return rest === text ? null : secretIn(rest, { awaiting: null, dossier: null });
}

function secretOf(own: string): string | null {
  const bare = own.replaceAll(' ', '');
  const typed = /^\d+$/.test(bare) ? bare : /^(?=.*\d)[a-z0-9]+$/.test(own) ? own : null;
  const secret = typed ?? heardDigits(own, [4, 5, 6, 7, 8, 9, 10, 12]);
  return secret !== null && secret.length >= 4 && secret.length <= 12 ? secret.toUpperCase() : null;
}

/** "Nhập PIN": the wish to give it. */
export function wantsFactor(text: string): boolean {
  return /^ ((toi |minh )?(muon )?(nhap|dien|go|bam) (ma )?(pin|4 so cuoi)|(ma )?pin|enter (the |my )?(pin|last 4 digits)) $/.test(
    foldedWords(text),
  );
}

/** "Xem chi tiết hồ sơ": what is told after the second factor. */
export function wantsDetails(text: string): boolean {
  return /^ ((cho |toi |minh )*xem )?(chi tiet (cua )?ho so( nay)?|tat ca cac buoc|cac buoc (cua |xu ly )ho so( nay)?) $|^ (dossier details|details of (the|my) dossier|all steps of the dossier) $/.test(
    foldedWords(text),
  );
}
