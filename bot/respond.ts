import { type FilingParts, noFilings } from './forms/turn.ts';
import { type Emergency, screen } from './guard.ts';
import { maskPersonal } from './personal.ts';
import { openPetition, resumePetition } from './petition.ts';
import type { Petitions, Subscriptions, Visitor } from './ports.ts';
import { plainReply, startChoices } from './reply.ts';
import { shownWhileSecret } from './secrets.ts';
import { takeAddressCode } from './skills/address-code.ts';
import { saidAlone } from './skills/alone.ts';
import { takeAppointment } from './skills/appointment.ts';
import { type Decision, standardDecision } from './skills/decision.ts';
import { askFactor, type DossierParts, tellDossier, tryFactor } from './skills/dossier.ts';
import { emergencyLines, emergencyReply } from './skills/emergency.ts';
import { beginFiling, manageFiling } from './skills/filing.ts';
import { type LifeEventParts, noLifeEvents, plannedCode, takeLifeEvent } from './skills/life-event.ts';
import { nodBack } from './skills/nod.ts';
import { doWish, endByStopWord, noSubscriptions, notices } from './skills/notices.ts';
import { ownPetitions, petitionStatus } from './skills/petition.ts';
import { answerProcedure, type ProcedureRequest, tellMore } from './skills/procedure.ts';
import { askRating, takeRating } from './skills/rating.ts';
import type { Language, Memory, Reply, StoredProcedure, TurnResult } from './types.ts';
import { isStop } from './understand/stop-word.ts';
import { type Intent, pickOf, understand } from './understand/understand.ts';
import { wording } from './wording.ts';

export type RespondOptions = DossierParts & {
  petitions: Petitions;
  subscriptions?: Subscriptions;
  filings?: FilingParts;
  lifeEvents?: LifeEventParts;
  decision?: Decision;
};
/** What was written, and by whom. */
export type Incoming = { text: string; visitor: Visitor };
export type Respond = (incoming: Incoming, memory: Memory, signal: AbortSignal) => Promise<TurnResult>;

/** Longer than any question: a page pasted by mistake is asked for again in short. */
const longestQuestion = 4_000;

/** One message, in the order that matters: danger, then what is wanted, then the skill that does it. */
export function createRespond({
  decision = standardDecision,
  subscriptions = noSubscriptions,
  filings = noFilings,
  lifeEvents = noLifeEvents,
  ...ports
}: RespondOptions): Respond {
  return async ({ text, visitor }, memory, signal) => {
    if (!/[\p{L}\p{N}]/u.test(text))
      return say(memory, memory.language, plainReply('asked', wording.empty[memory.language], startChoices(memory.language)));
    if (text.length > longestQuestion) return say(memory, memory.language, plainReply('asked', wording.tooLong[memory.language]));

    const { language, intent } = understand(text, memory);
    const screening = screen(text);
    if (screening.kind === 'emergency') return say(memory, language, emergencyReply(screening.numbers, language));
    const rated = await takeRating(text, visitor, memory, ports.ratings);
    if (rated !== null) return rated;
    // What a petition complains of ("nhận hối lộ") is not what its writer wants to do.
    const reported = intent.kind === 'petition' && screening.kind === 'refused' && ['crime', 'off-topic'].includes(screening.reason);
    if (screening.kind === 'refused' && !reported)
      return say(memory, language, plainReply('refused', wording.refused[screening.reason][language]));

    const reading = { ...ports, subscriptions, filings, lifeEvents, text, visitor, memory, language, intent, decision, signal };
    const result = hidden(
      await doWish(
        (await takeAddressCode(reading)) ??
          (await endedByStopWord(reading)) ??
          (await takeAppointment(reading)) ??
          (await takeLifeEvent(reading)) ??
          (await answerTo(reading)),
        reading,
      ),
      memory,
    );
    return screening.kind !== 'pass' || screening.warn.length === 0 ? result : warned(result, screening.warn, language);
  };
}

type Reading = Required<RespondOptions> & Incoming & { memory: Memory; language: Language; intent: Intent; signal: AbortSignal };

/** A stop word alone, where nothing else is under way that it could end. */
async function endedByStopWord(reading: Reading): Promise<TurnResult | null> {
  const { text, memory } = reading;
  const underWay = memory.awaiting !== null || memory.open !== null || memory.wish !== null;
  return underWay || !isStop(text) || pickOf(text, memory.offered) !== null ? null : endByStopWord(reading);
}

async function answerTo(reading: Reading): Promise<TurnResult> {
  const { text, visitor, memory, language, intent, library, petitions, attempts, signal } = reading;
  switch (intent.kind) {
    case 'dossier':
      return tellDossier(reading, intent.code);
    case 'factor':
      return tryFactor(reading, intent.code ?? memory.dossier?.code ?? '', intent.secret);
    case 'factor-wanted':
      return askFactor(reading, memory.dossier?.code ?? '');
    case 'dossier-details':
      return tellDossier(reading, memory.dossier?.code ?? '', true);
    case 'notices':
      return notices(intent.wish, intent.code, reading);
    case 'other-code':
      return awaitCode(memory, language, plainReply('asked', wording.otherCode[intent.of][language]));
    case 'dossier-code-incomplete':
      return awaitCode(memory, language, plainReply('asked', wording.codeIncomplete[language]));
    case 'dossier-without-code':
      if (memory.dossier !== null) return tellDossier(reading, memory.dossier.code);
      // What was just sent from here needs no code to be read off a slip.
      if (memory.filing !== null) {
        const sent = await reading.filings.cases.find(visitor, memory.filing.case, signal);
        if (sent !== null && sent.dossier !== null) return tellDossier(reading, sent.dossier);
      }
      return awaitCode(memory, language, plainReply('asked', wording.askCode[language]));
    case 'hand-over':
      return {
        ...say(memory, language, plainReply('handed-over', wording.handOver[language])),
        notes: [{ kind: 'hand-over', text: maskPersonal(text) }],
      };
    case 'petition':
      return openPetition(intent.text, memory, language, petitions);
    case 'rate-dossier': {
      // Who was told of it by a notice has proved that it is theirs; anybody else is asked for the factor first.
      const own = await reading.ratings.told(visitor, intent.code);
      const found = own ? await reading.dossiers.lookUp(intent.code, signal) : null;
      const asked = found?.kind === 'found' ? await askRating({ ...reading, dossier: found.dossier }) : null;
      return asked ?? tellDossier(reading, intent.code);
    }
    case 'petition-resume':
      return memory.petition === null ? openPetition(text, memory, language, petitions) : resumePetition(memory.petition, memory);
    case 'filing-on-its-way':
      return manageFiling(intent.wish, reading);
    case 'petition-status':
      return say(
        memory,
        language,
        await petitionStatus({ code: intent.code, stem: intent.stem, visitor, language, petitions, attempts, signal }),
      );
    case 'petition-without-code':
      return say(memory, language, await ownPetitions({ visitor, language, petitions, signal }));
    case 'small-talk':
      if (intent.about === 'nod') return nodBack(memory, language);
      return say(
        memory,
        language,
        plainReply('greeted', wording[intent.about][language], intent.about === 'thanks' ? [] : startChoices(language)),
      );
    case 'more':
      return (await tellMore(memory, language, library, signal)) ?? aboutProcedure(reading, { question: text });
    case 'filing':
      return aboutProcedure(reading, { wanted: 'filing', question: intent.question, code: intent.code });
    case 'procedure': {
      const alone = intent.aspect === null && intent.code === null ? saidAlone(text, memory, language) : null;
      if (alone !== null) return say(memory, language, alone);
      return aboutProcedure(reading, { ...intent, code: intent.code ?? plannedCode(text, reading) });
    }
  }
}

type Asked = Pick<ProcedureRequest, 'question'> & Partial<Pick<ProcedureRequest, 'wanted' | 'code' | 'aspect' | 'also'>>;

/** What is not said otherwise is not known. */
function aboutProcedure(
  reading: Reading,
  { wanted = 'answer', question, code = null, aspect = null, also = [] }: Asked,
): Promise<TurnResult> {
  const { memory, language, library, decision, signal } = reading;
  const codes = reading.filings.forms.map((form) => form.code);
  const guided = { codes, begin: (stored: StoredProcedure) => beginFiling(stored, reading) };
  return answerProcedure({ wanted, question, code, aspect, also, memory, language, library, decision, guided, signal });
}

/** While a secret is waited for, no digit of the message goes to staff or stays in the memory. */
function hidden(result: TurnResult, before: Memory): TurnResult {
  if (before.awaiting !== 'factor' && before.confirming === null) return result;
  const matter = result.memory.matter === before.matter ? before.matter : shownWhileSecret(result.memory.matter);
  const notes = result.notes.map((note) => ({ ...note, text: shownWhileSecret(note.text) }));
  return { ...result, notes, memory: { ...result.memory, matter } };
}

/** Violence is asked about: the answer stands, and whom to call stands below it. */
function warned(result: TurnResult, numbers: Emergency[], language: Language): TurnResult {
  const [first, ...rest] = result.replies;
  if (first === undefined || first.kind === 'emergency') return result;
  return { ...result, replies: [{ ...first, text: `${first.text}\n${emergencyLines(numbers, language)}` }, ...rest] };
}

function say(memory: Memory, language: Language, reply: Reply): TurnResult {
  return {
    replies: [reply],
    memory: { ...memory, language, offered: reply.choices, awaiting: null, open: null },
    notes: [],
    candidates: [],
  };
}

function awaitCode(memory: Memory, language: Language, reply: Reply): TurnResult {
  const result = say(memory, language, reply);
  return { ...result, memory: { ...result.memory, awaiting: 'dossier-code' } };
}
