import { heardDigits } from '../speech/digits-heard.ts';
import { exactWords, fold, foldedWords } from '../text.ts';

const beside = new Set(
  'ma code so xac nhan minh toi em la day nay cua thu email sms tin nhan nhap ne nhe nha a da vang ok the is it its my s here'.split(' '),
);

/** What else stands around a code in a sentence, where one is waited for. No word here is a digit, or a wish. */
const around = new Set('cam on do roi thi nhan duoc vua moi hop thu trong toi ban oi gui ve thay i got in'.split(' '));

/**
 * The digits that a message types as the code of an address, or null where it says something else. Where a code is awaited three to nine digits are
 * one that was mistyped; else only six.
 */
export function addressCodeIn(text: string, isAwaited: boolean): string | null {
  const words = exactWords(text).trim().split(' ');
  const hasDigits = words.some((word) => /^\d+$/.test(word));
  const isBeside = (word: string) => beside.has(word) || (isAwaited && hasDigits && around.has(word));
  const own = words.filter((word) => !isBeside(fold(word)));
  const bare = own.join('');
  const digits = /^\d+$/.test(bare) ? bare : heardDigits(own.join(' '), [6]);
  if (digits === null) return null;
  return digits.length === 6 || (isAwaited && digits.length >= 3 && digits.length <= 9) ? digits : null;
}

/** "Gửi lại mã", "chưa nhận được mã", "resend the code". */
export function wantsCodeAgain(text: string): boolean {
  return again.test(foldedWords(text));
}

const again =
  /^ (?:(?:ban|vui long|lam on|nho|hay|xin|cho|toi|minh|em|giup|please) )*(?:(?:gui|cap|lay|xin)(?: (?:cho|giup|toi|minh|em))* (?:lai (?:ma|code)|(?:ma|code)(?: xac nhan)? (?:lai|khac|moi))|xin lai ma|(?:van )?(?:chua|khong) (?:nhan duoc|thay|co|toi) (?:ma|code)(?: nao| xac nhan)?|(?:ma|code) (?:van )?(?:chua|khong) (?:toi|den|thay|ve)|(?:resend|send)(?: me)? (?:the |a )?(?:new )?code(?: again)?|(?:i )?(?:did not|didn t) (?:get|receive) (?:the |a |any )?code)(?: xac nhan| nua| di| nhe| nha| a| giup| toi| minh| em| voi| again| please)* $/;
