import { type Calendar, createCalendar } from '../calendar/calendar.ts';
import type { PaperCount } from '../paper-types.ts';
import type { Appointments, Cases, FilingTargets, Library, Visitor } from '../ports.ts';
import type { Choice, Memory, Reply, TurnResult } from '../types.ts';
import type { Case, Stage } from './case.ts';
import type { Form } from './form.ts';
import type { Places, World } from './values/world.ts';

/** What every filing needs, whoever files. */
export type FilingParts = {
  forms: Form[];
  places: Places;
  cases: Cases;
  library: Library;
  calendar: Calendar;
  now: () => Date;
  /** Systems that take filings, and appointments at the counter, where there are any. */
  targets?: FilingTargets;
  appointments?: Appointments;
  /** How many papers of a filing are kept; absent where none are taken. */
  papers?: (visitor: Visitor, id: string, signal: AbortSignal) => Promise<PaperCount>;
};

/** Where nothing is filed: in tests of other things. */
export const noFilings: FilingParts = {
  forms: [],
  places: { provinces: [], communes: [], before: [] },
  cases: {
    newCode: async () => '',
    find: async () => null,
    own: async () => [],
    moveCode: async () => '',
    claim: async () => ({ kind: 'wrong' }),
  },
  library: {
    search: async () => [],
    procedure: async () => null,
    byCode: async () => [],
    explanation: async () => null,
    faq: async () => null,
  },
  calendar: createCalendar({}),
  now: () => new Date(0),
};

/** One message to an open filing. `elsewhere` answers what is asked in the middle of it. */
export type FilingTurn = FilingParts & {
  text: string;
  visitor: Visitor;
  memory: Memory;
  form: Form;
  draft: Case;
  /** `YYYY-MM-DD` in Vietnam. */
  today: string;
  elsewhere: (text: string) => Promise<TurnResult>;
  signal: AbortSignal;
};

const stages: Stage[] = ['reuse', 'confirm', 'change', 'papers', 'consent', 'submit', 'restart'];

export function stageOf({ asking }: Case): Stage | null {
  return stages.find((stage) => stage === asking) ?? null;
}

/** What values are read by. */
export function worldOf({ today, places, draft }: FilingTurn): World {
  return { today, places, language: draft.language };
}

export type Said = {
  lines: string[];
  choices: Choice[];
  sources?: Reply['sources'];
  files?: Reply['files'];
  closes?: true;
  submit?: string;
};

/** What a turn of a filing comes to: the reply, and the case saved with it. All of it is personal. */
export function filingResult(turn: Pick<FilingTurn, 'memory' | 'form'>, draft: Case, said: Said): TurnResult {
  const { memory, form } = turn;
  const reply: Reply = {
    kind: 'filing',
    text: said.lines.filter((line) => line !== '').join('\n'),
    procedures: [form.code],
    aspect: null,
    sources: said.sources ?? [],
    dossier: draft.dossier,
    choices: said.choices,
    ...(said.files === undefined ? {} : { files: said.files }),
  };
  return {
    replies: [reply],
    memory: {
      ...memory,
      // What is offered may be personal: it stands in the case, which is sealed. What is offered behind it never is.
      offered: said.closes === undefined ? [] : said.choices,
      awaiting: null,
      pending: null,
      open: null,
      filing: { case: draft.id, open: said.closes === undefined },
    },
    notes: [],
    candidates: [],
    filing: {
      kind: 'save',
      case: { ...draft, offered: said.choices },
      take: false,
      ...(said.submit === undefined ? {} : { submit: said.submit }),
    },
    personal: true,
  };
}
