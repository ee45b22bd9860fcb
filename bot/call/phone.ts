import type { Dialog } from '../dialog.ts';
import { screen } from '../guard.ts';
import { tellsSecret } from '../secrets.ts';
import { foldedWords } from '../text.ts';
import type { Language, Message, TurnResult } from '../types.ts';
import { findDossierCode } from '../understand/codes.ts';
import { secretIn } from '../understand/factor.ts';
import { type Intent, pickOf, understand } from '../understand/understand.ts';
import { followText, readBack, takeDigits, takeReadBack } from './phone-code.ts';
import { wantsMove } from './phone-filing.ts';
import { noPhoneMemory } from './phone-memory.ts';
import { takeTextWish } from './phone-text.ts';
import { inThrees, told } from './phone-told.ts';
import { ask, isInForm, type PhonePorts, type PhoneTurn } from './phone-turn.ts';
import { phoneWording as words } from './phone-wording.ts';
import { callWishes } from './wishes.ts';

export type { PhonePorts };

/**
 * The dialogue with what only a telephone needs: codes that are heard are read back, codes come by their digits, secrets by keys alone, filings go on
 * elsewhere. What else is said is answered as on every channel.
 */
export function withPhone(dialog: Dialog, ports: PhonePorts): Dialog {
  return async (message, remembered, signal) => {
    if (message.channel !== 'phone') return dialog(message, remembered, signal);
    const { phone = noPhoneMemory, ...before } = remembered;
    const text = pickOf(message.text, phone.menu)?.say ?? message.text;
    const memory = { ...before, language: languageOfWish(text) ?? message.language ?? before.language };
    const turn: PhoneTurn = {
      ...ports,
      message,
      text,
      byKeys: message.by === 'keys',
      memory,
      phone,
      language: memory.language,
      signal,
      answer: async (said, change = {}) =>
        told(
          { ...turn, phone: { ...phone, ...change.phone } },
          await dialog(typed(message, said), { ...memory, ...change.memory }, signal),
        ),
    };
    if (screen(text).kind === 'emergency') return turn.answer(text);
    return (
      (await takeReadBack(turn)) ??
      (await takeTextWish(turn)) ??
      takeOthers(turn) ??
      (await (isInForm(memory) ? takeInForm(turn) : takeFree(turn))) ??
      turn.answer(text)
    );
  };
}

/** Words that stand for a key are of the language that the call is in. */
function languageOfWish(text: string): Language | null {
  const said = (language: Language) => Object.values(callWishes).some((wish) => wish[language] === text);
  return said('en') ? 'en' : said('vi') ? 'vi' : null;
}

const hidden = '••••';

/** To the dialogue keys and speech are the same words. */
function typed({ by: _by, ...message }: Message, text: string): Message {
  return { ...message, text };
}

async function takeInForm({ text, language, memory, answer }: PhoneTurn): Promise<TurnResult | null> {
  const { filing } = memory;
  if (filing?.open !== true || !wantsMove(text)) return null;
  return answer(words.sayMove[language], { memory: { filing: { ...filing, open: false }, open: null } });
}

async function takeFree(turn: PhoneTurn): Promise<TurnResult | null> {
  const digits = await takeDigits(turn);
  if (digits !== null) return digits;
  const { text, byKeys, memory } = turn;
  const { intent, language } = understand(text, memory);
  const said = { ...turn, language };
  const followed = takeFollowing(said, intent);
  if (byKeys) return followed;
  return takeSecret(said, intent) ?? takeCode(said, intent) ?? followed;
}

/** A secret that was spoken is not used: somebody else may have heard it. */
function takeSecret(turn: PhoneTurn, intent: Intent): TurnResult | null {
  const { text, memory, language } = turn;
  if (!isSpokenSecret(turn, intent)) return null;
  const heard = { text: '', shown: hidden, personal: false };
  const code = intent.kind === 'factor' || intent.kind === 'dossier' ? intent.code : findCode(text);
  if (code !== null && code !== memory.dossier?.code) return { ...readBack(turn, code, false), heard };
  const asked = ask(turn, words.secretByKeys[language], { expects: 'secret', choices: memory.offered });
  const awaiting = memory.confirming === null && memory.dossier !== null ? 'factor' : memory.awaiting;
  return { ...asked, memory: { ...asked.memory, awaiting }, heard };
}

/** Where one is waited for, whatever has as many digits and is no code of a dossier. */
function isSpokenSecret({ text, memory }: PhoneTurn, intent: Intent): boolean {
  if (intent.kind === 'factor' || tellsSecret(text)) return true;
  const isAwaited = memory.awaiting === 'factor' || memory.confirming !== null;
  if (!isAwaited || findDossierCode(text).kind !== 'none') return false;
  return text.replace(/\D/g, '').length >= 4 || secretIn(text, { awaiting: 'factor', dossier: null }) !== null;
}

function findCode(text: string): string | null {
  const found = findDossierCode(text);
  return found.kind === 'code' ? found.code : null;
}

function takeCode(turn: PhoneTurn, intent: Intent): TurnResult | null {
  const { memory, language } = turn;
  if (intent.kind === 'dossier-code-incomplete')
    return ask(turn, words.incomplete[language], {
      expects: 'dossier-code',
      memory: { awaiting: 'dossier-code' },
      phone: { asking: { kind: 'digits', digits: '' } },
    });
  const code = intent.kind === 'dossier' || intent.kind === 'notices' || intent.kind === 'rate-dossier' ? intent.code : null;
  // What was read back once in this call is known.
  if (code === null || code === memory.dossier?.code) return null;
  return readBack(turn, code, intent.kind === 'notices' && intent.wish.kind === 'follow');
}

/** Nobody can be told anything in a call that is over: to follow a dossier means a text message. */
function takeFollowing(turn: PhoneTurn, intent: Intent): Promise<TurnResult> | TurnResult | null {
  if (intent.kind !== 'notices' || intent.wish.kind !== 'follow') return null;
  if (!turn.tellsByText) return ask(turn, words.noNotices[turn.language]);
  return intent.wish.by === 'sms' ? null : turn.answer(followText(intent.code, turn));
}

/** "Lựa chọn khác": the next three of what was offered. */
function takeOthers(turn: PhoneTurn): TurnResult | null {
  const { phone, text, language } = turn;
  if (phone.others.length === 0 || !/ (?:khac|others?) /.test(foldedWords(text))) return null;
  const { choices, others } = inThrees(phone.others, language);
  return ask(turn, words.others[language], { choices, phone: { others } });
}
