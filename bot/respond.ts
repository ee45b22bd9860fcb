import { type Emergency, screen } from './guard.ts';
import { maskPersonal } from './personal.ts';
import type { DossierSource, Library, Visitor } from './ports.ts';
import { button, plainReply, startChoices } from './reply.ts';
import { type Decision, standardDecision } from './skills/decision.ts';
import { dossierReply } from './skills/dossier.ts';
import { emergencyLines, emergencyReply } from './skills/emergency.ts';
import { answerProcedure, tellMore } from './skills/procedure.ts';
import type { Language, Memory, Reply, TurnResult } from './types.ts';
import { contentWords } from './understand/content.ts';
import { type Intent, understand } from './understand/understand.ts';
import { choiceWording, wording } from './wording.ts';

export type RespondOptions = { library: Library; dossiers: DossierSource; decision?: Decision };
/** What was written, and by whom. */
export type Incoming = { text: string; visitor: Visitor };
export type Respond = (incoming: Incoming, memory: Memory, signal: AbortSignal) => Promise<TurnResult>;

/** Longer than any question: a page pasted by mistake is asked for again in short. */
const longestQuestion = 4_000;

/** One message, in the order that matters: danger, then what is wanted, then the skill that does it. */
export function createRespond({ library, dossiers, decision = standardDecision }: RespondOptions): Respond {
  return async ({ text, visitor }, memory, signal) => {
    if (!/[\p{L}\p{N}]/u.test(text))
      return say(memory, memory.language, plainReply('asked', wording.empty[memory.language], startChoices(memory.language)));
    if (text.length > longestQuestion) return say(memory, memory.language, plainReply('asked', wording.tooLong[memory.language]));

    const { language, intent } = understand(text, memory);
    const screening = screen(text);
    if (screening.kind === 'emergency') return say(memory, language, emergencyReply(screening.numbers, language));
    if (screening.kind === 'refused') return say(memory, language, plainReply('refused', wording.refused[screening.reason][language]));

    const result = await answerTo({ text, visitor, memory, language, intent, library, dossiers, decision, signal });
    return screening.warn.length === 0 ? result : warned(result, screening.warn, language);
  };
}

type Reading = Required<RespondOptions> & Incoming & { memory: Memory; language: Language; intent: Intent; signal: AbortSignal };

async function answerTo({ text, memory, language, intent, library, dossiers, decision, signal }: Reading): Promise<TurnResult> {
  switch (intent.kind) {
    case 'dossier':
      return say(memory, language, await dossierReply(intent.code, language, dossiers, signal));
    case 'other-code':
      return awaitCode(memory, language, plainReply('asked', wording.otherCode[intent.of][language]));
    case 'dossier-code-incomplete':
      return awaitCode(memory, language, plainReply('asked', wording.codeIncomplete[language]));
    case 'dossier-without-code':
      return awaitCode(memory, language, plainReply('asked', wording.askCode[language]));
    case 'hand-over':
      return {
        ...say(memory, language, plainReply('handed-over', wording.handOver[language])),
        notes: [{ kind: 'hand-over', text: maskPersonal(text) }],
      };
    case 'petition':
      return openPetition(text, memory, language);
    case 'small-talk':
      return say(
        memory,
        language,
        plainReply('greeted', wording[intent.about][language], intent.about === 'thanks' ? [] : startChoices(language)),
      );
    case 'more':
      return (
        (await tellMore(memory, language, library, signal)) ??
        answerProcedure({ ...asked(text), memory, language, library, decision, signal })
      );
    case 'filing':
      return answerProcedure({
        wanted: 'filing',
        question: intent.question,
        code: intent.code,
        aspect: null,
        also: [],
        memory,
        language,
        library,
        decision,
        signal,
      });
    case 'procedure':
      if (intent.aspect === null && onlyNumbers(text)) return say(memory, language, plainReply('asked', wording.noNumbers[language]));
      return answerProcedure({
        wanted: 'answer',
        question: intent.question,
        code: intent.code,
        aspect: intent.aspect,
        also: intent.also,
        memory,
        language,
        library,
        decision,
        signal,
      });
  }
}

/** A personal number with next to nothing beside it, such as what it is: no matter is named. */
function onlyNumbers(text: string): boolean {
  const masked = maskPersonal(text);
  return masked !== text && contentWords(masked.replace(/[•\d]+/g, ' ')).length <= 2;
}

function asked(text: string): { wanted: 'answer'; question: string; code: null; aspect: null; also: [] } {
  return { wanted: 'answer', question: text, code: null, aspect: null, also: [] };
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

/** Recorded at once; the dialog then asks where and when. */
function openPetition(text: string, memory: Memory, language: Language): TurnResult {
  const reply = plainReply('recorded', wording.petitionOpened[language], [button(choiceWording.stop, language)]);
  return { ...say(memory, language, reply), notes: [{ kind: 'petition', text: maskPersonal(text) }] };
}
