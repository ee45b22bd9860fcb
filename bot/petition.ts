import { maskPersonal } from './personal.ts';
import {
  agrees,
  contactIn,
  correctionIn,
  hurries,
  type Part,
  partNamed,
  parts,
  skips,
  speaksOfFiles,
  withdraws,
} from './petition-answers.ts';
import { petitionWording as words } from './petition-wording.ts';
import type { Petitions } from './ports.ts';
import { button, plainReply, startChoices } from './reply.ts';
import { foldedWords } from './text.ts';
import type { Language, Memory, PetitionDraft, PetitionQuestion, TurnResult } from './types.ts';
import { pickOf } from './understand/understand.ts';
import { choiceWording, type Words, wording } from './wording.ts';

/** Every question of a petition, what its buttons say, and how long an answer may be. */
const questions: Record<PetitionQuestion, { ask: Words; buttons: Words[]; longest: number }> = {
  text: { ask: words.askText, buttons: [choiceWording.stop], longest: 4_000 },
  place: { ask: words.askPlace, buttons: [words.skip, words.readNow, choiceWording.stop], longest: 500 },
  happened: { ask: words.askHappened, buttons: [words.skip, words.readNow, choiceWording.stop], longest: 500 },
  contact: { ask: words.askContact, buttons: [words.skip, choiceWording.stop], longest: 500 },
  change: { ask: words.askChange, buttons: [words.text, words.place, words.happened, words.contact], longest: 4_000 },
  confirm: { ask: words.confirm, buttons: [words.send, words.change, choiceWording.stop], longest: 4_000 },
};
const order: PetitionQuestion[] = [...parts, 'confirm'];
const emptyDraft: PetitionDraft = { asking: null, text: '', place: '', happened: '', contact: null, files: false, correcting: false };
/** Of a long story the first words are read back: the whole of it is kept. */
const readBackLength = 600;

/** Begins a petition with what was said; where that only says that there is one, the first question is what about. */
export function openPetition(text: string, memory: Memory, language: Language): TurnResult {
  const tells = tellsMatter(text);
  const draft = { ...emptyDraft, text: tells ? maskPersonal(text) : '', files: speaksOfFiles(text) };
  const said = draft.files ? [words.opened, words.noFiles] : [words.opened];
  return asked(draft, tells ? 'place' : 'text', { ...memory, language }, said);
}

/** Goes on with a petition that was laid aside, at the first part that is not told. */
export function resumePetition(draft: PetitionDraft, memory: Memory): TurnResult {
  const next = draft.text === '' ? 'text' : (parts.find((part) => part !== 'contact' && draft[part] === '') ?? 'confirm');
  return asked(draft, next, memory, []);
}

export type AnswerOptions = { text: string; memory: Memory; draft: PetitionDraft; petitions: Petitions; signal: AbortSignal };

/** Takes the answer to the question at hand: the next question, or the petition handed over with its code. */
export async function takeAnswer({ text, memory, draft, petitions, signal }: AnswerOptions): Promise<TurnResult> {
  const asking = draft.asking ?? 'confirm';
  // A story is never a pick; a place or a day is one only where it is a bare number.
  const picks = asking === 'confirm' || asking === 'change' || (asking !== 'text' && /^\W*\d\W*$/.test(text));
  const said = picks ? (pickOf(text, memory.offered)?.say ?? text) : text;
  if (!/[\p{L}\p{N}]/u.test(said)) return asked(draft, asking, memory, [wording.empty]);
  if (said.length > questions[asking].longest) return asked(draft, asking, memory, [words.tooLong]);
  if (withdraws(said) || said === choiceWording.stop[memory.language]) return stoppedPetition(memory);
  const correction = asking === 'text' ? null : correctionIn(said);
  if (correction !== null) return corrected(correction, draft, memory, petitions);
  if (asking === 'confirm') return agrees(said) ? sent(draft, memory, petitions, signal) : asked(draft, 'confirm', memory, []);
  if (asking === 'change') {
    const part = partNamed(said);
    return part === null ? asked(draft, 'confirm', memory, []) : asked({ ...draft, correcting: true }, part, memory, []);
  }
  if (asking !== 'text' && hurries(said)) return asked(draft, 'confirm', memory, []);
  return told(asking, asking !== 'text' && skips(said) ? '' : said, draft, memory, petitions);
}

/** A petition that its writer does not want: nothing of it stays. */
export function stoppedPetition(memory: Memory): TurnResult {
  const reply = plainReply('greeted', words.stopped[memory.language], startChoices(memory.language));
  return { replies: [reply], memory: { ...memory, offered: reply.choices, petition: null, open: null }, notes: [], candidates: [] };
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
  if (part === null) return asked(draft, 'change', memory, []);
  const open = { ...draft, correcting: true };
  return value === '' ? asked(open, part, memory, []) : told(part, value, open, memory, petitions);
}

/** One part told, or nothing (empty) where it was skipped. */
function told(part: Part, said: string, draft: PetitionDraft, memory: Memory, petitions: Petitions): TurnResult {
  const files = speaksOfFiles(said);
  const notes = files && !draft.files ? [words.noFiles] : [];
  const next = draft.correcting ? 'confirm' : (order[order.indexOf(part) + 1] ?? 'confirm');
  const on = { ...draft, files: draft.files || files, correcting: false };
  if (part === 'contact') {
    const contact = said === '' ? null : contactIn(said);
    if (said !== '' && contact === null) return asked(draft, 'contact', memory, [words.contactUnclear]);
    return asked(
      { ...on, contact: contact === null ? null : { sealed: petitions.seal(contact), shown: maskPersonal(contact) } },
      next,
      memory,
      notes,
    );
  }
  if (part === 'text' && wordsIn(said) < 2) return asked(draft, 'text', memory, [words.textTooShort]);
  return asked({ ...on, [part]: maskPersonal(said) }, next, memory, notes);
}

async function sent(draft: PetitionDraft, memory: Memory, petitions: Petitions, signal: AbortSignal): Promise<TurnResult> {
  const { language } = memory;
  const code = await petitions.newCode(signal);
  const { text, place, happened, contact, files } = draft;
  const reply = plainReply('recorded', `${words.sent[language].replace('CODE', code)}\n${words.urgent[language]}`, [
    { label: code, say: code },
    ...startChoices(language).slice(-1),
  ]);
  return {
    replies: [reply],
    memory: { ...memory, offered: reply.choices, petition: null, open: null },
    notes: [],
    candidates: [],
    petition: { code, language, text, place, happened, contact: contact?.sealed ?? null, files },
  };
}

function asked(draft: PetitionDraft, asking: PetitionQuestion, memory: Memory, before: Words[]): TurnResult {
  const { language } = memory;
  const { ask, buttons } = questions[asking];
  const lines = [...before.map((each) => each[language]), ...(asking === 'confirm' ? readBack(draft, language) : []), ask[language]];
  const reply = plainReply(
    'recorded',
    lines.join('\n'),
    buttons.map((each) => button(each, language)),
  );
  return {
    replies: [reply],
    memory: { ...memory, offered: reply.choices, awaiting: null, petition: { ...draft, asking }, open: null },
    notes: [],
    candidates: [],
  };
}

function readBack({ text, place, happened, contact, files }: PetitionDraft, language: Language): string[] {
  const line = (name: Words, value: string, none: Words) => `- ${name[language]}: ${value === '' ? none[language] : shortened(value)}`;
  return [
    words.readBack[language],
    line(words.text, text, words.notSaid),
    line(words.place, place, words.notSaid),
    line(words.happened, happened, words.notSaid),
    line(words.contact, contact?.shown ?? '', words.anonymous),
    ...(files ? [`- ${words.files[language]}`] : []),
  ];
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= readBackLength ? line : `${line.slice(0, readBackLength)}…`;
}

/** "Tôi muốn phản ánh" alone tells no matter. */
function tellsMatter(text: string): boolean {
  return wordsIn(foldedWords(text).replace(announcing, ' ')) >= 2;
}

const announcing =
  / (?:(?:chao|xin|da|alo|ad|ban|oi|a|cho|toi|em|minh|tui|chung toi|ba con|muon|can|duoc|gui|co|mot|y kien|phan anh|gop y|kien nghi|khieu nai|to cao|danh gia|chut|viec|chuyen|nay|ve|i|want|would|like|to|make|send|file|complain|a|complaint|petition|feedback|about) )+/g;

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
