import { vietnamDate } from '../calendar/dates.ts';
import { dossierWording } from '../dossier-wording.ts';
import { yesOrNo } from '../forms/values/yes-no.ts';
import { button } from '../reply.ts';
import { codeInGroups, digitsInGroups } from '../speech/code-groups.ts';
import { codesOfDigits, fewestDigits, mostCodes } from '../speech/code-keys.ts';
import { heardDigits } from '../speech/digits-heard.ts';
import { foldedWords } from '../text.ts';
import type { Choice, Memory, TurnResult } from '../types.ts';
import { findDossierCode } from '../understand/codes.ts';
import { pickOf } from '../understand/understand.ts';
import { choiceWording } from '../wording.ts';
import { ask, type PhoneTurn, visitorOf } from './phone-turn.ts';
import { phoneWording as words } from './phone-wording.ts';
import { callWishes } from './wishes.ts';

/** A code that was heard is read back before anybody looks it up, one that was pressed before anything is told of it. `follow`: to be told of it later. */
export function readBack(turn: PhoneTurn, code: string, follow: boolean): TurnResult {
  const { language } = turn;
  const text = words.isThis[language].replace('CODE', codeInGroups(code, language));
  return ask(turn, text, { expects: 'yes-no', phone: { asking: { kind: 'code', code, follow } } });
}

/** The answer to what was read back, or which code of several; null where something else was said. */
export async function takeReadBack(turn: PhoneTurn): Promise<TurnResult | null> {
  const { phone, text, language } = turn;
  const { asking } = phone;
  if (asking?.kind === 'which') {
    const code = chosenOf(text, asking.codes);
    return code === null ? null : turn.answer(code);
  }
  if (asking?.kind !== 'code' && asking?.kind !== 'spoken-digits') return null;
  // "Không phải, là H40…": the other one is read back.
  const other = turn.byKeys ? null : findDossierCode(text);
  if (other?.kind === 'code' && (asking.kind !== 'code' || other.code !== asking.code)) return null;
  const isRight = saysYes(text);
  if (isRight === null) return null;
  if (isRight) {
    if (asking.kind === 'spoken-digits') return lookFor(turn, asking.digits, true);
    return turn.answer(asking.follow ? followText(asking.code, turn) : asking.code, { phone: { misheard: 0, missed: 0 } });
  }
  const misheard = phone.misheard + 1;
  // Said twice and heard wrong twice: the keys are surer.
  const next = misheard > 1 ? words.byKeys : words.sayAgain;
  return ask(turn, next[language], {
    expects: 'dossier-code',
    memory: { awaiting: 'dossier-code' },
    phone: { misheard, ...(misheard > 1 && { asking: { kind: 'digits', digits: '' } }) },
  });
}

/** Digits of a code that were pressed, or said alone where a code is waited for; null where that is not what they are. */
export async function takeDigits(turn: PhoneTurn): Promise<TurnResult | null> {
  const { text, byKeys, memory, phone, language } = turn;
  const isAwaited = memory.awaiting === 'dossier-code' || phone.asking?.kind === 'digits' || phone.asking?.kind === 'code';
  if (byKeys)
    return /^\d+$/.test(text) && (isAwaited ? text.length > 1 || pickOf(text, memory.offered) === null : isLikeCode(text, memory))
      ? lookFor(turn, text)
      : null;
  if (!isAwaited) return null;
  if (lacksCode.test(foldedWords(text))) return ask(turn, words.noCode[language], { choices: [button(choiceWording.person, language)] });
  const digits = heardDigits(text, lengths);
  if (digits === null) return null;
  return ask(turn, words.areThese[language].replace('DIGITS', digitsInGroups(digits, language)), {
    expects: 'yes-no',
    phone: { asking: { kind: 'spoken-digits', digits } },
  });
}

/** No dossier has this code. It is told the same way whyever there is none, so that nothing is learnt by guessing. */
export function missed(turn: PhoneTurn, digits = ''): TurnResult {
  const { phone, language } = turn;
  const again = phone.missed > 0;
  return ask(turn, (again ? words.missedAgain : words.missed)[language], {
    ...(again
      ? { choices: [{ label: words.tryAgain[language], say: callWishes.dossier[language] }, button(choiceWording.person, language)] }
      : { expects: 'dossier-code' as const }),
    memory: { awaiting: 'dossier-code', dossier: null },
    phone: { missed: phone.missed + 1, asking: { kind: 'digits', digits } },
  });
}

/** Words with which the dialogue is asked to tell of a dossier by text message. */
export function followText(code: string | null, { language }: PhoneTurn): string {
  if (language === 'en') return `notify me by sms about ${code === null ? 'my dossier' : code}`;
  return `báo cho tôi qua sms khi hồ sơ ${code ?? ''} có kết quả`;
}

/** What keys 1 and 2 stand for, or the words themselves. */
export function saysYes(text: string): boolean | null {
  const said = foldedWords(text).trim();
  if (said === '1' || said === 'mot') return true;
  if (said === '2' || said === 'hai' || / (?:nham|khong dung|not right|wrong) /.test(` ${said} `)) return false;
  return yesOrNo(text);
}

/** Where nothing is waited for: too long for anything else, or a part of a code. Six digits bring a filing here, ten are a telephone number. */
function isLikeCode({ length }: string, { awaiting, dossier }: Memory): boolean {
  if (length > fewestDigits || (length === fewestDigits && awaiting !== 'factor')) return true;
  return awaiting === null && dossier === null && length >= 4 && length !== 6 && length !== 10;
}

/** "Tôi không nhớ mã", "làm mất phiếu hẹn rồi", "tôi chỉ nhớ số cuối". */
const lacksCode =
  / (?:(?:khong|ko|chua|chang|dau co) (?:con |biet |thay |nho |giu |co )+(?:duoc )?(?:cai )?(?:ma|phieu|giay hen|bien nhan|so)|(?:mat|quen) (?:cai )?(?:ma|phieu|giay hen|bien nhan)|chi (?:con )?(?:nho|biet) (?:may |bon |4 |duoc )*(?:chu )?so|(?:khong|ko|chua|chang) (?:con )?(?:nho|biet)(?: (?:ro|nua|het|dau|duoc|a|co))*(?= $)|(?:lost|forgot|forgotten|don t (?:have|know|remember)|no) (?:my |the |a )?(?:code|slip|number)) /;

const lengths = Array.from({ length: 14 }, (_, more) => fewestDigits + more);

/**
 * The codes of these digits are looked for: one is told of, several are narrowed down. One guess counts as one look-up, by its likeliest
 * code. `isRead`: they were read back.
 */
async function lookFor(turn: PhoneTurn, digits: string, isRead = false): Promise<TurnResult> {
  const { phone, language, dossiers, attempts, signal } = turn;
  const kept = phone.asking?.kind === 'digits' ? phone.asking.digits : '';
  const latest = vietnamDate(new Date(turn.now().getTime() + 86_400_000));
  // Keys come in parts, the end of a code first, or its beginning. A part may look like a whole code.
  const parts = kept === '' ? [digits] : [digits + kept, kept + digits, digits];
  const codes = [...new Set(parts.flatMap((each) => codesOfDigits(each, latest)))].slice(0, mostCodes);
  const [likeliest] = codes;
  const all = kept + digits;
  if (likeliest === undefined) {
    if (all.length >= fewestDigits) return missed(turn, digits);
    const text = words.rest[language].replace('COUNT', String(all.length));
    return ask(turn, text, {
      expects: 'dossier-code',
      memory: { awaiting: 'dossier-code' },
      phone: { asking: { kind: 'digits', digits: all } },
    });
  }
  const door = await attempts.lookedUp(visitorOf(turn.message), likeliest);
  if (door.kind === 'locked') return turn.answer(likeliest);
  const looked = await Promise.all(codes.map(async (code) => ({ code, found: await dossiers.lookUp(code, signal) })));
  const known = looked.filter(({ found }) => found.kind === 'found' || (found.kind === 'away' && found.last !== null));
  const [only] = known;
  // The next number may be somebody else's dossier: a slip of the finger is noticed before anything is told.
  if (only !== undefined && known.length === 1)
    return isRead || only.code === turn.memory.dossier?.code ? turn.answer(only.code) : readBack(turn, only.code, false);
  if (only !== undefined) return whichOf(turn, known.map(({ code }) => code).slice(0, mostChoices));
  if (looked.some(({ found }) => found.kind === 'away')) return ask(turn, dossierWording.down[language]);
  return missed(turn, digits);
}

const mostChoices = 5;

/** Told apart by their codes alone: nothing of what they are about. */
function whichOf(turn: PhoneTurn, codes: string[]): TurnResult {
  const { language } = turn;
  const letters = codes.map((code) => /[GH]/.exec(code)?.[0]);
  const byLetter = codes.length === 2 && letters[0] !== letters[1];
  const choices = codes.map((code, place): Choice => {
    const label = byLetter
      ? words[letters[place] === 'H' ? 'province' : 'ministry'][language]
      : words.thisCode[language].replace(
          'CODE',
          codeInGroups(code.split('-')[0] ?? '', language).replace(/[, ]+(?:gạch ngang|dash).*$/, ''),
        );
    return { label, say: code };
  });
  return ask(turn, words[byLetter ? 'provinceOrMinistry' : 'which'][language], { choices, phone: { asking: { kind: 'which', codes } } });
}

/** By its key, by itself, or by what tells it apart. */
function chosenOf(text: string, codes: string[]): string | null {
  const said = foldedWords(text);
  const place = ['1', '2', '3', '4', '5'].indexOf(said.trim());
  if (place >= 0) return codes[place] ?? null;
  const letter = / (tinh|hat|province|h) /.test(said) ? 'H' : / (bo|go|ministry|g) /.test(said) ? 'G' : null;
  const named = codes.filter((code) => code === text || (letter !== null && code.includes(letter)));
  return named.length === 1 ? (named[0] ?? null) : null;
}
