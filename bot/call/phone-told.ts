import { factorWording } from '../dossier-factor-wording.ts';
import { noticeWording } from '../dossier-wording.ts';
import type { Choice, Language, Memory, Reply, TurnResult } from '../types.ts';
import { choiceWording, wording } from '../wording.ts';
import { missed } from './phone-code.ts';
import { toldFiling } from './phone-filing.ts';
import type { PhoneMemory } from './phone-memory.ts';
import { isForText, textOf } from './phone-text.ts';
import type { PhoneTurn } from './phone-turn.ts';
import { phoneWording as words } from './phone-wording.ts';
import { callWishes } from './wishes.ts';

/** What the dialogue came to, as a telephone says it: keys in the place of buttons and of typing, and how to listen for what comes next. */
export function told(turn: PhoneTurn, result: TurnResult): TurnResult {
  const { memory } = result;
  const last = result.replies.length - 1;
  const reply = stillInDanger(turn, result.replies[last]);
  if (reply === undefined) return { ...result, memory: { ...memory, phone: turn.phone } };
  if (isMiss(reply, memory)) return { ...missed(turn), notes: result.notes, candidates: result.candidates };
  const filed = toldFiling(turn, result, reply);
  const { files: _files, ...plain } = filed?.reply ?? spokenReply(reply, memory);
  const offers = filed === null ? offered(plain.choices, turn, result, plain) : { choices: plain.choices, others: [] };
  const expects = plain.expects ?? expectedBy(plain, memory);
  const next: Reply = { ...plain, choices: offers.choices, ...(expects !== undefined && { expects }) };
  const phone: PhoneMemory = {
    ...turn.phone,
    asking: null,
    menu: [],
    others: offers.others,
    text: keptText(turn, result, reply),
    ...filed?.phone,
  };
  delete phone.danger;
  if (reply.kind === 'emergency') phone.danger = reply.text;
  return {
    ...result,
    replies: [...result.replies.slice(0, last).map(withoutFiles), next],
    memory: { ...memory, offered: filed === null ? offers.choices : memory.offered, phone },
  };
}

/** Choices are told three at a time where there may be many: counters, days and times. */
export function inThrees(choices: Choice[], language: Language): { choices: Choice[]; others: Choice[] } {
  if (choices.length <= 4) return { choices, others: [] };
  const more = { label: words.otherTimes[language], say: words.sayOthers[language] };
  return { choices: [...choices.slice(0, 3), more], others: choices.slice(3) };
}

/** An address, a cry: what is not understood after danger was told of is more of it. */
function stillInDanger({ phone: { danger } }: PhoneTurn, reply: Reply | undefined): Reply | undefined {
  if (danger === undefined || reply === undefined || !['refused', 'not-found'].includes(reply.kind)) return reply;
  return { ...reply, kind: 'emergency', text: danger, choices: [] };
}

function isMiss({ kind }: Reply, { awaiting, dossier }: Memory): boolean {
  return kind === 'status' && awaiting === 'dossier-code' && dossier === null;
}

function expectedBy({ kind, dossier }: Reply, { awaiting, confirming }: Memory): Reply['expects'] {
  if (confirming !== null && awaiting === 'address-code') return 'secret';
  // Below a status the menu offers to give it: until then anything may be said, and what is said in between asks for none.
  if (awaiting === 'factor' && kind === 'asked' && dossier !== null) return 'secret';
  if (awaiting === 'dossier-code') return 'dossier-code';
  return awaiting === 'address' ? 'digits' : undefined;
}

/** Sentences about typing, in words about keys. What is masked is for eyes alone. */
function spokenReply(reply: Reply, { language, awaiting, dossier }: Memory): Reply {
  const say = (text: string) => ({ ...reply, text: withoutMasked(text) });
  if (reply.kind === 'handed-over') return { ...say(words.toPerson[language]), choices: [] };
  if (reply.text === wording.askCode[language]) return say(words.askCode[language]);
  if (reply.text === wording.codeIncomplete[language]) return say(words.incomplete[language]);
  if (reply.text === noticeWording.askAddress.sms[language]) return say(words.askNumber[language]);
  if (awaiting !== 'factor') return say(reply.text.replace(exampleCode, ''));
  const lines = reply.text
    .replace(` ${factorWording.enterFor[language]} **${dossier?.code ?? ''}**`, '')
    .split('\n')
    .filter((line) => line !== factorWording.hiddenInHistory[language] && !line.startsWith(factorWording.forDetails[language]));
  return say([...lines, ...(reply.kind === 'asked' ? [words.pressIt[language]] : [])].join('\n'));
}

function withoutMasked(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^- .*•/.test(line))
    .join('\n');
}

const exampleCode = /, (?:ví dụ|for example) H40\.23\.08-250715-0012/;

function offered(choices: Choice[], turn: PhoneTurn, { memory }: TurnResult, reply: Reply): { choices: Choice[]; others: Choice[] } {
  const { language } = memory;
  const own = choices.flatMap((choice) => {
    if (choice.say === choiceWording.enterPin[language]) return [{ ...choice, label: words.detailsByPin[language] }];
    if (choice.say === choiceWording.enterDigits[language]) return [{ ...choice, label: words.detailsByDigits[language] }];
    if (choice.say !== choiceWording.notify[language]) return [choice];
    return turn.tellsByText ? [{ ...choice, label: words.noticesByText[language] }] : [];
  });
  if (own.some(({ say }) => offersTime.test(say))) return inThrees(own, language);
  const text = { label: words.getText[language], say: callWishes.textMessage[language] };
  return { choices: turn.texts !== null && isForText(reply) && own.length < mostKeys ? [...own, text] : own, others: [] };
}

const mostKeys = 8;
const offersTime = /^(?:Đặt lịch tại|Đổi lịch hẹn LH-\S+ (?:ngày|on)|Book an appointment at|Change my appointment LH-\S+ on)/;

/** What is asked or greeted in between changes nothing; what is personal takes the place of what was not. */
function keptText({ phone }: PhoneTurn, result: TurnResult, reply: Reply): string | null {
  if (isForText(reply)) return textOf(result, reply);
  return reply.kind === 'status' || reply.kind === 'filing' ? null : phone.text;
}

function withoutFiles({ files: _files, ...reply }: Reply): Reply {
  return reply;
}
