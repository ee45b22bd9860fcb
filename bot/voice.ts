import { vietnamDate } from './calendar/dates.ts';
import type { Dialog } from './dialog.ts';
import { yesOrNo } from './forms/values/yes-no.ts';
import { screen } from './guard.ts';
import { type Ears, listen } from './listening.ts';
import { maskPersonal } from './personal.ts';
import type { Meter } from './ports.ts';
import { button, plainReply } from './reply.ts';
import { shownOf, shownWhileSecret, typedCode } from './secrets.ts';
import { heardDossierCode } from './speech/code-heard.ts';
import { spokenText } from './speech/spoken.ts';
import { foldedWords } from './text.ts';
import type { Choice, Language, Memory, Message, Reply, TurnResult } from './types.ts';
import { voiceWording as words } from './voice-wording.ts';

export type VoicePorts = Ears & {
  /** Whether answers are spoken, too. */
  speaks: boolean;
  /** What was heard and must be confirmed is kept sealed: nobody has masked it yet. */
  seal: { seal(text: string): string; open(sealed: string): string | null };
  meter: Meter;
  now: () => Date;
};

/**
 * The dialogue with voice notes: what is heard is taken as if it had been typed, and where that is not sure, it is asked first. The note itself is
 * fetched for the turn and kept nowhere.
 */
export function withVoice(dialog: Dialog, ports: VoicePorts): Dialog {
  return async (message, remembered, signal) => {
    const { voice, ...typed } = message;
    const memory = unasked(remembered);
    const asked = remembered.heard ?? null;
    if (voice === undefined || message.text !== '') return answer(typed, memory, asked, signal);
    const heard = await listen(ports, message, memory, signal);
    if (heard.kind === 'unheard') {
      ports.meter.count('voice', { result: 'unheard' });
      return (message.files ?? []).length > 0 ? dialog(typed, memory, signal) : unheard(memory, remembered, ports.now());
    }
    ports.meter.count('voice', { result: heard.kind === 'heard' && !heard.sure ? 'unsure' : heard.kind === 'gone' ? 'unfit' : heard.kind });
    if (heard.kind !== 'heard') return said(words[heard.kind === 'unfit' ? heard.why : heard.kind], memory);
    const { text } = heard;
    const isMeant = heard.sure || screen(text).kind === 'emergency';
    const result = isMeant ? await answer({ ...typed, text }, memory, asked, signal, true) : unsure(text, memory, asked !== null);
    return { ...result, heard: kept(text, memory, result) };
  };

  /** What was typed, or surely heard: with a question open whether something was heard rightly, it may be the answer to that. */
  async function answer(
    message: Message,
    memory: Memory,
    asked: Memory['heard'] | null,
    signal: AbortSignal,
    spoke = false,
  ): Promise<TurnResult> {
    if (asked === null || asked === undefined) return spoken(await dialog(message, memory, signal), spoke);
    const reaction = reactionTo(message.text);
    if (reaction === 'other') return spoken(await dialog(message, memory, signal), spoke);
    const text = reaction === 'right' ? ports.seal.open(asked.sealed) : null;
    if (text === null) return said(words.sayAgain, memory);
    return spoken(await dialog({ ...message, text }, memory, signal), true);
  }

  /** What may be wrong is shown and asked; a secret is not said back. */
  function unsure(text: string, memory: Memory, isAgain: boolean): TurnResult {
    if (awaitsSecret(memory)) return said(words.typeSecret, memory);
    const { language, offered } = memory;
    const code = heardDossierCode(text);
    const lines = [
      (isAgain ? words.isThisNow : words.isThis)[language].replace('TEXT', () => text.replaceAll('**', '')),
      ...(code.kind === 'code' && !typedCode.test(text) ? [words.codeHeard[language].replace('CODE', code.code)] : []),
    ];
    const choices = [button(words.right, language), button(words.again, language)];
    const result = said(lines.join('\n'), { ...memory, heard: { sealed: ports.seal.seal(text), offered } }, choices);
    return { ...result, ...(isPersonal(text, memory) && { personal: true as const }) };
  }

  /** The answer to somebody who spoke is spoken, too: but nothing personal leaves for that. */
  function spoken(result: TurnResult, spoke: boolean): TurnResult {
    const [first, ...others] = result.replies;
    if (!spoke || !ports.speaks || first === undefined || result.personal || first.dossier !== null) return result;
    if (maskPersonal(first.text) !== first.text) return result;
    const say = spokenText(first.text, result.memory.language);
    return say === '' ? result : { ...result, replies: [{ ...first, say }, ...others] };
  }
}

/** As it was before it was asked what was heard. */
function unasked(memory: Memory): Memory {
  const { heard = null, ...rest } = memory;
  return heard === null ? rest : { ...rest, offered: heard.offered };
}

function awaitsSecret({ awaiting, confirming }: Memory): boolean {
  return awaiting === 'factor' || awaiting === 'address-code' || confirming !== null;
}

/** What the history keeps of the words: the same as of typed ones. */
export function kept(text: string, memory: Memory, result: Pick<TurnResult, 'personal'>): NonNullable<TurnResult['heard']> {
  const shown = awaitsSecret(memory) ? shownWhileSecret(text) : shownOf(text);
  return { text, shown, personal: memory.filing?.open === true || result.personal === true };
}

function isPersonal(text: string, memory: Memory): boolean {
  return memory.filing?.open === true || shownOf(text) !== text;
}

/** Tapped, typed or said; "1" and "2" where choices are numbered. */
function reactionTo(text: string): 'right' | 'again' | 'other' {
  const folded = foldedWords(text).trim();
  if (folded === '1' || (folded.split(' ').length <= 4 && yesOrNo(text) === true)) return 'right';
  if (folded === '2' || / (noi|go|nhan|say|type) (lai|it again|again) /.test(` ${folded} `)) return 'again';
  return folded.split(' ').length <= 2 && yesOrNo(text) === false ? 'again' : 'other';
}

/** Nobody hears here. It is told in full once a day, then in short. */
function unheard(memory: Memory, remembered: Memory, now: Date): TurnResult {
  const today = vietnamDate(now);
  const isTold = remembered.voiceTold === today;
  const { offered } = memory;
  return said(isTold ? words.unheardShort : words.unheard, { ...memory, voiceTold: today }, offered);
}

/** One reply of ours; what waits for an answer goes on waiting. */
function said(text: Record<Language, string> | string, memory: Memory, choices: Choice[] = memory.offered): TurnResult {
  const reply: Reply = plainReply('asked', typeof text === 'string' ? text : text[memory.language], choices);
  return { replies: [reply], memory: { ...memory, offered: choices }, notes: [], candidates: [] };
}
