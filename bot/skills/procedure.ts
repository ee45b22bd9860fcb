import { composeAnswer, composeAnswers, composeChecklist } from '../answer/compose.ts';
import { composeFaq } from '../answer/faq.ts';
import { quietName } from '../answer/subject.ts';
import { words } from '../answer/words.ts';
import { maskPersonal } from '../personal.ts';
import type { Library } from '../ports.ts';
import { button, plainReply, startChoices } from '../reply.ts';
import type { Aspect, Choice, Faq, Hit, Language, Memory, Reply, StoredProcedure, TurnResult } from '../types.ts';
import { aspectOf } from '../understand/aspect.ts';
import { complaintWishOf } from '../understand/complaint-wish.ts';
import { contentWords } from '../understand/content.ts';
import { continues } from '../understand/continues.ts';
import { choiceWording, wording } from '../wording.ts';
import { petitionHere, withPetition } from './complaint.ts';
import type { Decision } from './decision.ts';
import { findTarget, type Target } from './target.ts';

export type ProcedureRequest = {
  wanted: 'answer' | 'filing';
  question: string;
  code: string | null;
  aspect: Aspect | null;
  also: Aspect[];
  language: Language;
  memory: Memory;
  library: Library;
  decision: Decision;
  /** The guided filings, by the codes of their procedures; what begins one may still find none to begin. */
  guided?: { codes: string[]; begin: (stored: StoredProcedure) => Promise<TurnResult | null> };
  signal: AbortSignal;
};

const longestMatter = 200;
/** Told besides what was asked first; more would be a page. */
const mostBesides = 2;

/** Finds the procedure and tells the part that was asked for, or asks which one, or says that it does not know. */
export async function answerProcedure(request: ProcedureRequest): Promise<TurnResult> {
  const { question, code, memory, library, decision, signal, language } = request;
  const wanted = request.wanted === 'answer' ? (memory.pending?.kind ?? 'answer') : 'filing';
  const aspect = request.aspect ?? memory.pending?.aspect ?? (memory.focus !== null && continues(question) ? memory.aspect : null);
  if (wanted === 'answer' && code === null) {
    const found = await library.faq(question, signal);
    if (found !== null && asksTheSame(found.faq, aspect)) {
      const { faq } = found;
      const reply = composeFaq(faq, found.stored, language);
      return done(request, reply, found.stored, faq.aspect, [faq.code]);
    }
  }
  const target = await toFile(request, wanted, await findTarget({ wanted, question, code, aspect, memory, library, decision, signal }));
  if (target.kind !== 'found') return withoutTarget(request, target, { kind: wanted, aspect });
  const { stored, candidates } = target;
  const begun = wanted === 'filing' ? ((await request.guided?.begin(stored)) ?? null) : null;
  if (begun !== null) return { ...begun, candidates };
  const explanation = await library.explanation(stored.procedure.code, signal);
  const told = aspect ?? 'overview';
  const reply =
    wanted === 'filing'
      ? composeChecklist({ stored, explanation, language, question })
      : composeAnswers({ stored, aspect: told, also: request.also.slice(0, mostBesides), explanation, language });
  return done(request, reply, stored, told, candidates);
}

/** Who wants to file and may mean several is led by the one that has a guide: its first questions choose the case, and the right procedure. */
async function toFile({ guided, library, signal }: ProcedureRequest, wanted: 'answer' | 'filing', target: Target): Promise<Target> {
  if (wanted !== 'filing' || target.kind !== 'choose') return target;
  const led = target.between.filter(({ code }) => guided?.codes.includes(code));
  const stored = led.length === 1 && led[0] !== undefined ? await library.procedure(led[0].id, signal) : null;
  return stored === null ? target : { kind: 'found', stored, candidates: target.candidates };
}

// The words of a matter may be those of a frequent question that asks something else about it.
function asksTheSame(faq: Faq, aspect: Aspect | null): boolean {
  return aspect === null || aspect === faq.aspect || aspect === aspectOf(faq.question);
}

/** The next part of the answer told last, or that there is none; of an overview, what to bring and to do. Null when nothing was told. */
export async function tellMore(memory: Memory, language: Language, library: Library, signal: AbortSignal): Promise<TurnResult | null> {
  if (memory.focus === null || memory.aspect === null) return null;
  const isLong = memory.offered.some((choice) => choice.say === words[language].more.say);
  if (!isLong && memory.aspect !== 'overview') {
    const reply = plainReply('asked', wording.thatWasAll[language], memory.offered);
    return { replies: [reply], memory: { ...memory, language, open: null }, notes: [], candidates: [] };
  }
  const stored = await library.procedure(memory.focus.id, signal);
  if (stored === null) return null;
  const part = isLong ? memory.part + 1 : 0;
  const aspect = isLong ? memory.aspect : 'documents';
  const reply = isLong
    ? composeAnswer({ stored, aspect, explanation: null, language, part })
    : composeAnswers({ stored, aspect, also: ['steps'], explanation: null, language });
  return { replies: [reply], memory: { ...memory, language, aspect, part, offered: reply.choices, open: null }, notes: [], candidates: [] };
}

function done(request: ProcedureRequest, told: Reply, { procedure }: StoredProcedure, aspect: Aspect, candidates: string[]): TurnResult {
  const led = request.guided?.codes.includes(procedure.code) === true;
  const guided = led ? { ...told, choices: withGuide(told.choices, aspect, request.language) } : told;
  const reply = complaintWishOf(request.question) === 'complaint' ? withPetition(guided, request.language) : guided;
  const focus = { id: procedure.id, code: procedure.code, name: procedure.name };
  const known = request.memory;
  const changed = known.focus?.id !== focus.id;
  const memory: Memory = {
    ...known,
    focus,
    earlier:
      changed && known.focus !== null ? [known.focus, ...known.earlier.filter(({ id }) => id !== focus.id)].slice(0, 3) : known.earlier,
    matter: changed || known.matter === '' ? matterOf(request.question, procedure.name) : known.matter,
    aspect,
    language: request.language,
    part: 0,
    offered: reply.choices,
    awaiting: null,
    lastTold: 'procedure',
    pending: null,
    open: null,
  };
  return { replies: [reply], memory, notes: [], candidates };
}

/** The way into the guided filing: in front where filing is asked about, else behind what is asked next. */
function withGuide(choices: Choice[], aspect: Aspect, language: Language): Choice[] {
  const guide = button(choiceWording.guide, language);
  return aspect === 'online' || aspect === 'forms' ? [guide, ...choices] : [...choices, guide];
}

// Who leaves the matter out ("nếu vợ tôi là người Lào") has not named it: its name does.
function matterOf(question: string, name: string): string {
  const own = maskPersonal(question);
  return (contentWords(question).length > 1 ? own : name).slice(0, longestMatter);
}

function withoutTarget(
  request: ProcedureRequest,
  target: Exclude<Target, { kind: 'found' }>,
  pending: NonNullable<Memory['pending']>,
): TurnResult {
  const { language, memory, question } = request;
  if ((target.kind === 'none' || target.kind === 'unsaid') && complaintWishOf(question) !== null) {
    const result = asking(request, petitionHere(language), memory.pending, []);
    return { ...result, memory: { ...result.memory, matter: memory.matter, awaiting: null, pending: memory.pending } };
  }
  if (target.kind === 'none' && !target.official) {
    return asking(request, plainReply('refused', wording.refused['off-topic'][language]), memory.pending, target.candidates);
  }
  if (target.kind === 'none') {
    const reply = plainReply('not-found', wording.notFound[language], [button(choiceWording.person, language)]);
    const note = { kind: 'unanswered' as const, text: maskPersonal(question) };
    return { ...asking(request, reply, memory.pending, target.candidates), notes: [note] };
  }
  if (target.kind === 'unsaid') {
    // Our own question still waits: the same choices, with what is asked now.
    if (memory.awaiting === 'procedure' && memory.offered.length > 1)
      return asking(request, plainReply('asked', wording.whichOne[language], memory.offered), pending, []);
    return asking(request, plainReply('asked', wording.askProcedure[language], startChoices(language)), pending, []);
  }
  if (target.kind === 'choose-province') {
    return asking(request, plainReply('asked', wording.whichProvince[language], target.between.map(choiceOfProvince)), pending, []);
  }
  const which = plainReply('asked', wording.whichOne[language], choicesOf(target.between));
  return asking(request, complaintWishOf(question) === 'complaint' ? withPetition(which, language) : which, pending, target.candidates);
}

function asking(request: ProcedureRequest, reply: Reply, pending: Memory['pending'], candidates: string[]): TurnResult {
  const memory: Memory = {
    ...request.memory,
    language: request.language,
    matter:
      reply.kind === 'asked' && contentWords(request.question).length > 0 && (candidates.length > 0 || request.memory.matter === '')
        ? maskPersonal(request.question).slice(0, longestMatter)
        : request.memory.matter,
    offered: reply.choices,
    awaiting: reply.kind === 'asked' ? 'procedure' : null,
    pending: reply.kind === 'asked' ? pending : null,
    open: null,
  };
  return { replies: [reply], memory, notes: [], candidates };
}

function choicesOf(hits: Hit[]): Choice[] {
  return hits.map((hit) => {
    const name = quietName(hit.name).replace(/^Thủ tục (hành chính )?(về )?/i, '');
    const label = name.charAt(0).toUpperCase() + name.slice(1) + (hit.kind === 'local' ? ` (${hit.issuer})` : '');
    return { label, say: `${label} – ${hit.code}` };
  });
}

function choiceOfProvince(stored: StoredProcedure): Choice {
  const { code, issuer } = stored.procedure;
  return { label: issuer.name, say: `${code} ${issuer.name}` };
}
