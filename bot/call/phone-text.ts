import { maskPersonal } from '../personal.ts';
import { plainReply } from '../reply.ts';
import { foldedWords } from '../text.ts';
import type { Reply, TurnResult } from '../types.ts';
import { isStop } from '../understand/stop-word.ts';
import { pressedNumber } from './number.ts';
import { saysYes } from './phone-code.ts';
import { ask, isInForm, type PhoneTurn, visitorOf } from './phone-turn.ts';
import { phoneWording as words } from './phone-wording.ts';
import { callWishes } from './wishes.ts';

/** "Gửi tin nhắn": the answer told last, to the number that calls, once that was agreed to. Null where something else was said. */
export async function takeTextWish(turn: PhoneTurn): Promise<TurnResult | null> {
  const { phone, text, language } = turn;
  if (phone.asking?.kind === 'text') return takeConsent(turn);
  if (phone.asking?.kind === 'number') return takeNumber(turn);
  if (!wantsText(text, isInForm(turn.memory))) return null;
  if (turn.texts === null) return stay(turn, words.noTexts[language]);
  if (phone.text === null) {
    const isPrivate = turn.memory.lastTold === 'dossier' || turn.memory.filing !== null;
    return stay(turn, words[isPrivate ? 'privateNotTexted' : 'nothingToText'][language]);
  }
  return ask(turn, words.mayText[language], { expects: 'yes-no', phone: { asking: { kind: 'text' } } });
}

/** What a record says, and what was booked: worth having in writing, and for everybody to read. */
export function isForText({ kind, sources, text, dossier }: Reply): boolean {
  if (dossier !== null) return false;
  return (kind === 'answered' && sources.length > 0) || (kind === 'recorded' && booked.test(text));
}

const booked = /LH-\d{6}-[A-Z0-9]{4}/;

/** What of it goes into a text message: its beginning, and where all of it stands. Null: it was said of something personal. */
export function textOf(result: TurnResult, reply: Reply): string | null {
  if (result.personal !== undefined || result.filing !== undefined) return null;
  const plain = maskPersonal(reply.text.replaceAll('**', ''))
    .split('\n')
    .filter((line) => !/^(?:Nguồn|Source):/.test(line));
  const [first = '', ...rest] = plain;
  const [source] = reply.sources;
  const lines = [first, ...(source === undefined ? [] : [source.url]), ...rest];
  return lines.join('\n').slice(0, longest).trim();
}

/** Longer ones are cut by the gateway, too; nobody reads more on a small screen. */
const longest = 700;

async function takeConsent(turn: PhoneTurn): Promise<TurnResult | null> {
  const agreed = saysYes(turn.text);
  if (agreed === null) return null;
  return agreed ? send(turn, null) : stay(turn, words.notTexted[turn.language]);
}

async function takeNumber(turn: PhoneTurn): Promise<TurnResult | null> {
  const { text, language, byKeys } = turn;
  const asked = { expects: 'digits' as const, phone: { asking: { kind: 'number' as const } } };
  const number = pressedNumber(text);
  if (number !== null && mobile.test(number)) return byKeys ? send(turn, number) : ask(turn, words.askNumber[language], asked);
  if (isStop(text) || saysYes(text) === false) return stay(turn, words.notTexted[language]);
  return /\d/.test(text) ? ask(turn, words.badNumber[language], asked) : null;
}

async function send(turn: PhoneTurn, number: string | null): Promise<TurnResult> {
  const { texts, phone, message, language, meter } = turn;
  if (texts === null || phone.text === null) return stay(turn, words.noTexts[language]);
  const sent = await texts.send(visitorOf(message), plainReply('answered', phone.text), number);
  meter.count('call-text', { result: sent });
  if (sent === 'no-number') {
    return ask(turn, words.numberUnseen[language], { expects: 'digits', phone: { asking: { kind: 'number' } } });
  }
  const said = { sent: words.texted, off: words.textsOff, limited: words.textsLimited }[sent];
  return stay(turn, said[language]);
}

/** What was offered before stays offered. */
function stay(turn: PhoneTurn, text: string): TurnResult {
  return ask(turn, text, { choices: turn.memory.offered });
}

/** To be told later of a dossier is another wish; what somebody tells at length, or to a form, is none. */
function wantsText(text: string, inForm: boolean): boolean {
  const said = foldedWords(text);
  if (Object.values(callWishes.textMessage).some((wish) => foldedWords(wish) === said)) return true;
  return !inForm && said.trim().split(' ').length <= longestWish && wish.test(said) && !otherwise.test(said);
}

const longestWish = 10;
const mobile = /^0[35789]\d{8}$/;
const wish =
  / (?:(?:gui|nhan)(?: (?:cho toi|giup toi|toi|lai|cho|mot|qua))* (?:tin nhan|tin|sms)|nhan (?:dia chi|cau tra loi|thong tin) (?:vao|qua|den) (?:dien thoai|may|so)|text (?:it to )?me|send (?:me )?(?:it )?(?:a |an |as a |by )?(?:text|text message|sms)) /;
const otherwise = / (?:khi|luc|neu|bao|theo doi|ket qua|lua dao|rac|quang cao|when|notify|tell|spam) /;
