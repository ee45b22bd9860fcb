import { maskPersonal } from './personal.ts';
import {
  agrees,
  contactIn,
  correctionIn,
  hurries,
  isDoubtful,
  onlyContactIn,
  type Part,
  partNamed,
  parts,
  skips,
  speaksOfFiles,
  tellsMatter,
  withdraws,
  wordsIn,
} from './petition-answers.ts';
import { order, questions } from './petition-questions.ts';
import { hasPapers, readBack } from './petition-read-back.ts';
import { withPart } from './petition-sealed.ts';
import { petitionWording as words } from './petition-wording.ts';
import type { Petitions, Visitor } from './ports.ts';
import { button, plainReply, startChoices } from './reply.ts';
import type { Language, Memory, PetitionDraft, PetitionQuestion, Reply, TurnResult } from './types.ts';
import { pickOf } from './understand/understand.ts';
import { choiceWording, type Words, wording } from './wording.ts';

const emptyDraft: PetitionDraft = { asking: null, text: '', place: '', happened: '', contact: null, files: false, correcting: false };
const settled = { correcting: false, interrupted: null };

/** Begins a petition with what was said; where that only says that there is one, the first question is what about. */
export function openPetition(text: string, memory: Memory, language: Language, petitions: Petitions): TurnResult {
  const tells = tellsMatter(text);
  const begun = { ...emptyDraft, files: speaksOfFiles(text) };
  const draft = tells ? withPart(begun, 'text', text, petitions) : begun;
  const said = draft.files ? [words.opened, ...aboutFiles(memory)] : [words.opened];
  return asked(draft, tells ? 'place' : 'text', { ...memory, language }, said);
}

/** Goes on with a petition that was laid aside, at the first part that is not told. */
export function resumePetition(draft: PetitionDraft, memory: Memory): TurnResult {
  const next = draft.text === '' ? 'text' : (parts.find((part) => part !== 'contact' && draft[part] === '') ?? 'confirm');
  return asked(draft, next, memory, []);
}

export type AnswerOptions = {
  text: string;
  memory: Memory;
  draft: PetitionDraft;
  visitor: Visitor;
  petitions: Petitions;
  /** Files came with it: they need no words, and what they are added to is read back before it is sent. */
  filesCame?: boolean;
  signal: AbortSignal;
};

/** Takes the answer to the question at hand: the next question, or the petition handed over with its code. */
export async function takeAnswer({
  text,
  memory,
  draft,
  visitor,
  petitions,
  filesCame = false,
  signal,
}: AnswerOptions): Promise<TurnResult> {
  const asking = draft.asking ?? 'confirm';
  if (filesCame && (text === '' || (asking === 'confirm' && agrees(text)))) return asked(draft, asking, memory, []);
  if (asking === 'confirm' && isDoubtful(text)) return asked(draft, 'confirm', memory, [words.sendOrStop]);
  // A story is never a pick; a place or a day is one only where it is a bare number.
  const picks = asking === 'confirm' || asking === 'change' || (asking !== 'text' && /^\W*\d\W*$/.test(text));
  const said = picks ? (pickOf(text, memory.offered)?.say ?? text) : text;
  if (!/[\p{L}\p{N}]/u.test(said)) return asked(draft, asking, memory, [wording.empty]);
  if (said.length > questions[asking].longest) return asked(draft, asking, memory, [words.tooLong]);
  if (withdraws(said) || said === choiceWording.stop[memory.language]) return stoppedPetition(memory);
  const correction = asking === 'text' ? null : correctionIn(said);
  if (correction !== null) return corrected(correction, draft, memory, petitions);
  if (asking === 'confirm') {
    if (agrees(said)) return (await petitions.maySend(visitor)) ? sent(draft, memory, petitions, signal) : putOff(draft, memory);
    const contact = onlyContactIn(said);
    return contact === null ? asked(draft, 'confirm', memory, [words.unclear]) : told('contact', contact, draft, memory, petitions);
  }
  if (asking === 'change') {
    const part = partNamed(said);
    return part === null ? asked(draft, 'confirm', memory, [words.unclear]) : asked({ ...draft, correcting: true }, part, memory, []);
  }
  if (asking !== 'text' && hurries(said)) return asked(draft, 'confirm', memory, []);
  return told(asking, asking !== 'text' && skips(said) ? '' : said, draft, memory, petitions);
}

/** A petition that its writer does not want: nothing of it stays. */
export function stoppedPetition(memory: Memory): TurnResult {
  const reply = plainReply('greeted', words.stopped[memory.language], startChoices(memory.language));
  return closed(reply, memory, null);
}

/** The form is no longer open; a petition may be laid aside. */
function closed(reply: Reply, memory: Memory, petition: PetitionDraft | null): TurnResult {
  return { replies: [reply], memory: { ...memory, offered: reply.choices, petition, open: null }, notes: [], candidates: [] };
}

/** An answer to something else, with the way back to the petition that was laid aside for it. */
export function laidAside(result: TurnResult): TurnResult {
  const last = result.replies.at(-1);
  const { memory } = result;
  if (last === undefined || last.kind === 'emergency' || memory.petition === null || memory.petition.asking !== null) return result;
  const choices = [...last.choices, button(words.resume, memory.language)];
  return { ...result, replies: [...result.replies.slice(0, -1), { ...last, choices }], memory: { ...memory, offered: choices } };
}

function corrected(
  { part, value }: NonNullable<ReturnType<typeof correctionIn>>,
  draft: PetitionDraft,
  memory: Memory,
  petitions: Petitions,
): TurnResult {
  const open = part === draft.asking && !draft.correcting ? draft : { ...draft, correcting: true, interrupted: interruptedBy(draft) };
  if (part === null) return asked(open, 'change', memory, []);
  return value === '' ? asked(open, part, memory, []) : told(part, value, open, memory, petitions);
}

/** The question that is asked again once the correction is made. */
function interruptedBy({ asking, correcting, interrupted }: PetitionDraft): PetitionQuestion {
  return (correcting ? interrupted : asking) ?? 'confirm';
}

/** One part told, or nothing (empty) where it was skipped. */
function told(part: Part, said: string, draft: PetitionDraft, memory: Memory, petitions: Petitions): TurnResult {
  const files = speaksOfFiles(said);
  const notes = files && !draft.files ? aboutFiles(memory) : [];
  const next = draft.correcting ? (draft.interrupted ?? 'confirm') : (order[order.indexOf(part) + 1] ?? 'confirm');
  const on = { ...draft, files: draft.files || files, correcting: false, interrupted: null };
  if (part === 'contact') {
    const contact = said === '' ? null : contactIn(said);
    if (said !== '' && contact === null) return asked(draft, 'contact', memory, [words.contactUnclear]);
    const kept = contact === null ? null : { sealed: petitions.seal(contact), shown: maskPersonal(contact) };
    return asked({ ...on, contact: kept }, next, memory, notes);
  }
  if (part === 'text' && wordsIn(said) < 2) return asked(draft, 'text', memory, [words.textTooShort]);
  return asked(withPart(on, part, said, petitions), next, memory, notes);
}

/** Files were spoken of: that they cannot come here, or how they can; nothing where some are there. */
function aboutFiles({ papers }: Memory): Words[] {
  if (papers === null) return [words.noFiles];
  return hasPapers(papers) ? [] : [words.howFiles];
}

async function sent(draft: PetitionDraft, memory: Memory, petitions: Petitions, signal: AbortSignal): Promise<TurnResult> {
  const { language } = memory;
  const code = await petitions.newCode(signal);
  const { text, place, happened, contact, files, sealed } = draft;
  const reply = plainReply('recorded', `${words.sent[language].replace('CODE', code)}\n${words.urgent[language]}`, [
    { label: code, say: code },
    ...startChoices(language).slice(-1),
  ]);
  return {
    ...closed(reply, memory, null),
    petition: {
      code,
      language,
      text,
      place,
      happened,
      contact: contact?.sealed ?? null,
      files: files && !hasPapers(memory.papers),
      ...(sealed !== undefined && { sealed }),
    },
  };
}

/** Not sent today: laid aside for another day. */
function putOff(draft: PetitionDraft, memory: Memory): TurnResult {
  const { language } = memory;
  const reply = plainReply('recorded', `${words.enoughToday[language]}\n${words.urgent[language]}`, [button(words.resume, language)]);
  return closed(reply, memory, { ...draft, asking: null });
}

function asked(draft: PetitionDraft, asking: PetitionQuestion, memory: Memory, before: Words[]): TurnResult {
  const { language } = memory;
  const { ask, buttons } = questions[asking];
  const lines = [...before.map((each) => each[language]), ...(asking === 'confirm' ? readBack(draft, memory) : []), ask[language]];
  const reply = plainReply(
    'recorded',
    lines.join('\n'),
    buttons.map((each) => button(each, language)),
  );
  return {
    replies: [reply],
    memory: {
      ...memory,
      offered: reply.choices,
      awaiting: null,
      petition: { ...draft, ...(asking === 'confirm' && settled), asking },
      open: null,
    },
    notes: [],
    candidates: [],
  };
}
