import type { Choice, Language, Reply, Source } from '../types.ts';
import type { LifeCase, LifeEvent } from './event.ts';
import { dateQuestion, nextQuestion, type Plan, type PlannedPaper, type PlannedStep } from './plan.ts';
import { planWording as words } from './wording.ts';

export type TellOptions = {
  event: LifeEvent;
  known: LifeCase;
  /** Told for the first time. */
  first: boolean;
  plan: Plan;
  today: string;
  language: Language;
  sources: Source[];
  /** The button that begins the first filing there is a form for. */
  filing: Choice[];
  files: NonNullable<Reply['files']>;
};

/** A screen shows no more. */
const mostLines = 7;

/** The plan in at most seven lines, then the one question that still changes it. */
export function planReply({ event, known, first, plan, today, language, sources, filing, files }: TellOptions): Reply {
  const asking = questionOf(event, known, language);
  const lines = [
    // A wish or condolences are said once.
    first ? event.lead[language] : words.now[language],
    ...plan.steps.map((step) => stepLine(step, language)),
    known.date !== null && known.date > today ? words.early[language].replace('DATE', shownDay(known.date)) : '',
    words.record[language].replace('DATE', shownDay(event.recordDate)),
    asking === null ? '' : `\n${asking.ask}`,
  ];
  const papers = said(words.allPapers[language]);
  return {
    ...replyOf(plan, lines, sources),
    choices: [...(asking?.choices ?? []), ...filing, papers].slice(0, 5),
    ...(files.length === 0 ? {} : { files }),
  };
}

/** All papers of the plan, each once; `part` 1: those that the first screen left out. */
export function papersReply({
  event,
  first: unsaid,
  plan,
  language,
  sources,
  filing,
  part,
}: Pick<TellOptions, 'event' | 'first' | 'plan' | 'language' | 'sources' | 'filing'> & { part: number }): Reply {
  const needed = plan.papers.filter(({ paper }) => paper.how !== 'known');
  const known = plan.papers.filter(({ paper }) => paper.how === 'known').map(({ paper }) => paper.name[language]);
  // What would leave a single paper for another screen stays on this one.
  const first = needed.length <= mostLines + 1 ? needed.length : mostLines;
  const shown = part === 0 ? needed.slice(0, first) : needed.slice(first);
  const left = part === 0 ? needed.length - first : 0;
  const lines = [
    ...(unsaid ? [wishOf(event, language), words.papersOf[language].replace('TITLE', event.title[language])] : [words.papers[language]]),
    ...shown.map((one, place) => `${(part === 0 ? 0 : first) + place + 1}. ${paperLine(one, language)}`),
    left > 0 ? words.papersLeft[language].replace('COUNT', String(left)) : '',
    left === 0 && known.length > 0 ? words.known[language].replace('NAMES', known.join(', ')) : '',
  ];
  const more = left > 0 ? [said(words.morePapers[language])] : [];
  return { ...replyOf(plan, lines, sources), aspect: 'documents', choices: [...more, ...filing, said(words.showPlan[language])] };
}

/** What is wished, or the condolences, before anything else. */
function wishOf({ lead }: LifeEvent, language: Language): string {
  return /^[^.]+\.(?= )/.exec(lead[language])?.[0] ?? '';
}

/** The question that is asked now, with its buttons; null where nothing is left to ask. */
export function questionOf(event: LifeEvent, known: LifeCase, language: Language): { id: string; ask: string; choices: Choice[] } | null {
  const id = nextQuestion(event, known);
  if (id === null) return null;
  if (id === dateQuestion) return { id, ask: event.date?.ask[language] ?? '', choices: [said(words.dateUnknown[language])] };
  const question = event.questions.find((each) => each.id === id);
  if (question === undefined) return null;
  return { id, ask: question.ask[language], choices: question.options.map(({ label }) => said(label[language])) };
}

/** `dd/mm/yyyy`. */
export function shownDay(day: string): string {
  return day.split('-').reverse().join('/');
}

function stepLine({ number, step, due, passed, after }: PlannedStep, language: Language): string {
  const only = step.only === undefined ? '' : ` (${step.only[language]})`;
  // What follows the step before it goes without saying.
  const waits =
    after.length === 0 || after.join() === String(number - 1) ? '' : ` ${words.after[language].replace('NUMBERS', after.join(', '))}`;
  return `${number}. **${step.title[language]}**${only}: ${step.who[language]}.${waits}${deadlineOf({ step, due, passed }, language)}`;
}

function deadlineOf({ step, due, passed }: Pick<PlannedStep, 'step' | 'due' | 'passed'>, language: Language): string {
  if (step.deadline === undefined) return '';
  const text = step.deadline.say[language];
  const day = due === null ? '' : `, ${(passed ? words.passed : words.due)[language].replace('DATE', shownDay(due))}`;
  return ` ${text.charAt(0).toUpperCase()}${text.slice(1)}${day}.`;
}

function paperLine({ paper, steps }: PlannedPaper, language: Language): string {
  const notes = [paper.how === 'show' ? words.show[language] : '', steps.join(', ')].filter((note) => note !== '').join('; ');
  return `${paper.name[language]} (${notes})${paper.where === undefined ? '' : `: ${paper.where[language]}`}`;
}

function replyOf(plan: Plan, lines: string[], sources: Source[]): Reply {
  return {
    kind: 'answered',
    text: lines.filter((line) => line !== '').join('\n'),
    procedures: plan.steps.map(({ step }) => step.code),
    aspect: 'steps',
    sources,
    dossier: null,
    choices: [],
  };
}

function said(text: string): Choice {
  return { label: text, say: text };
}
