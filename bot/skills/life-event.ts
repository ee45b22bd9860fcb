import { sourceOf } from '../answer/subject.ts';
import { vietnamDate } from '../calendar/dates.ts';
import type { FilingParts } from '../forms/turn.ts';
import { readEventDate } from '../life-events/date.ts';
import type { LifeCase, LifeEvent } from '../life-events/event.ts';
import { type PlanSeal, planFiles } from '../life-events/files.ts';
import { dateQuestion, type Plan, planOf } from '../life-events/plan.ts';
import { papersReply, planReply, questionOf } from '../life-events/tell.ts';
import { planWording as words } from '../life-events/wording.ts';
import type { Library, Visitor } from '../ports.ts';
import { plainReply } from '../reply.ts';
import type { Choice, Focus, Language, Memory, Reply, Source, StoredProcedure, TurnResult } from '../types.ts';
import { answers, eventIn, planWishOf } from '../understand/life-event.ts';
import { type Intent, pickOf } from '../understand/understand.ts';

/** What plans need beside what filings do. Without events nothing is planned. */
export type LifeEventParts = { events: LifeEvent[]; seal: PlanSeal };

export const noLifeEvents: LifeEventParts = { events: [], seal: { seal: () => '', open: () => null } };

export type LifeEventRequest = {
  lifeEvents: LifeEventParts;
  filings: FilingParts;
  library: Library;
  text: string;
  visitor: Visitor;
  memory: Memory;
  language: Language;
  intent: Intent;
  signal: AbortSignal;
};

/** A message about an event of life as a whole: that it has happened, an answer to what its plan asks, a wish about the plan. Null: something else. */
export async function takeLifeEvent(request: LifeEventRequest): Promise<TurnResult | null> {
  const { lifeEvents, memory, intent, filings } = request;
  // A code, a petition, a wish about notices is what it says it is, whatever the plan has just asked.
  if (!open.has(intent.kind)) return null;
  const said = pickOf(request.text, memory.offered)?.say ?? request.text;
  const known = knownIn(request);
  const event = lifeEvents.events.find(({ id }) => id === known?.event);
  if (known !== null && event !== undefined) {
    const answered = await takeAnswer(said, event, known, request);
    if (answered !== null) return answered;
    const wish = planWishOf(said);
    if (wish?.kind === 'plan') return tellPlan(event, known, request);
    if (wish?.kind === 'papers') return tellPapers(event, known, request, wish.part);
  }
  if ('code' in intent && intent.code !== null) return null;
  const found = eventIn(said, lifeEvents.events, today(request), filings.places);
  if (found === null) return null;
  const { date: counted } = found.event;
  const date = counted !== undefined && found.date !== null && (counted.future || found.date <= today(request)) ? found.date : null;
  const fresh: LifeCase = { event: found.event.id, date, answers: {} };
  const asked = { ...request, language: found.language };
  return found.wants === 'papers' ? tellPapers(found.event, fresh, asked, 0) : tellPlan(found.event, fresh, asked);
}

/** What is known of the event told last. Its day is sealed while it is remembered; one that cannot be opened is asked for again. */
function knownIn({ memory, lifeEvents }: Pick<LifeEventRequest, 'memory' | 'lifeEvents'>): LifeCase | null {
  const { plan = null } = memory;
  return plan === null || plan.date === null ? plan : { ...plan, date: lifeEvents.seal.open(plan.date) };
}

const open = new Set<Intent['kind']>(['procedure', 'filing', 'small-talk', 'more']);

/** The code of the step that "việc 2" means, where a plan was told. */
export function plannedCode(text: string, request: Pick<LifeEventRequest, 'lifeEvents' | 'filings' | 'memory'>): string | null {
  const wish = planWishOf(text);
  const known = knownIn(request);
  const event = request.lifeEvents.events.find(({ id }) => id === known?.event);
  if (wish?.kind !== 'step' || known === null || event === undefined) return null;
  return planFor(event, known, request).steps[wish.number - 1]?.step.code ?? null;
}

async function takeAnswer(said: string, event: LifeEvent, known: LifeCase, request: LifeEventRequest): Promise<TurnResult | null> {
  const { memory, language, filings } = request;
  const asking = questionOf(event, known, language);
  // Whatever was said since has offered something else: then the question is not open any more.
  if (asking === null || !asking.choices.every(({ say }) => memory.offered.some((choice) => choice.say === say))) return null;
  const answer = (value: string): LifeCase => ({ ...known, answers: { ...known.answers, [asking.id]: value } });
  if (asking.id !== dateQuestion) {
    const options = event.questions.find(({ id }) => id === asking.id)?.options ?? [];
    const option = options.find(({ label, hear }) => label[language] === said || answers(said, hear));
    if (option !== undefined) return tellPlan(event, answer(option.value), request);
    // Its day is wanted as well: it may be told before it is asked for.
    if (event.date === undefined || known.date !== null || said.trim().split(/\s+/).length > 5) return null;
    const day = readEventDate(said, { today: today(request), future: event.date.future, places: filings.places, language });
    return day.kind === 'day' ? tellPlan(event, { ...known, date: day.day }, request) : null;
  }
  if (said === words.dateUnknown[language]) {
    const plan = planFor(event, known, request);
    const choices = [
      ...filingOf(plan, request),
      ...[words.allPapers, words.showPlan].map((each) => ({ label: each[language], say: each[language] })),
    ];
    return told(request, event, answer('unknown'), plainReply('answered', words.withoutDate[language], choices), undefined);
  }
  const read = readEventDate(said, { today: today(request), future: event.date?.future === true, places: filings.places, language });
  if (read.kind === 'none') return null;
  if (read.kind === 'day') return tellPlan(event, { ...known, date: read.day }, request);
  return told(request, event, known, plainReply('asked', read.why, [...read.choices, ...asking.choices]), undefined);
}

async function tellPlan(event: LifeEvent, known: LifeCase, request: LifeEventRequest): Promise<TurnResult> {
  const { language, visitor, lifeEvents } = request;
  const plan = planFor(event, known, request);
  const stored = await recordsOf(plan, request);
  const files = planFiles({ event, known, plan, person: visitor.person, seal: lifeEvents.seal, language });
  const sources = sourcesOf(stored, 'steps');
  const reply = planReply({
    event,
    known,
    first: request.memory.plan?.event !== event.id,
    plan,
    today: today(request),
    language,
    sources,
    filing: filingOf(plan, request),
    files,
  });
  return told(
    request,
    event,
    known,
    reply,
    stored.find(({ procedure }) => procedure.code === plan.steps[0]?.step.code),
  );
}

async function tellPapers(event: LifeEvent, known: LifeCase, request: LifeEventRequest, part: number): Promise<TurnResult> {
  const { language, memory } = request;
  const plan = planFor(event, known, request);
  const stored = await recordsOf(plan, request);
  const first = memory.plan?.event !== event.id;
  const sources = sourcesOf(stored, 'documents');
  return told(
    request,
    event,
    known,
    papersReply({ event, first, plan, language, sources, filing: filingOf(plan, request), part }),
    stored[0],
  );
}

function told(
  { memory, language, lifeEvents }: LifeEventRequest,
  event: LifeEvent,
  known: LifeCase,
  reply: Reply,
  first: StoredProcedure | undefined,
): TurnResult {
  const focus = first === undefined ? memory.focus : focusOf(first);
  return {
    replies: [reply],
    memory: {
      ...memory,
      language,
      plan: { ...known, date: known.date === null ? null : lifeEvents.seal.seal(known.date) },
      focus,
      matter: first === undefined ? memory.matter : event.title.vi,
      aspect: reply.aspect,
      part: 0,
      offered: reply.choices,
      awaiting: null,
      lastTold: 'procedure',
      pending: null,
      open: null,
    },
    notes: [],
    candidates: [],
    // The day of a birth or a death is nobody's but theirs.
    ...(known.date === null && Object.keys(known.answers).length === 0 ? {} : { personal: true }),
  };
}

function planFor(event: LifeEvent, known: LifeCase, { filings }: Pick<LifeEventRequest, 'filings'>): Plan {
  return planOf({ event, known, today: vietnamDate(filings.now()), calendar: filings.calendar });
}

/** The records that the plan stands on, in its order, each once. One that is not there any more is left out. */
async function recordsOf(plan: Plan, { library, signal }: LifeEventRequest): Promise<StoredProcedure[]> {
  const codes = new Set(plan.steps.flatMap(({ step }) => [step.code, ...(step.deadline === undefined ? [] : [step.deadline.source])]));
  const found = await Promise.all([...codes].map((code) => library.byCode(code, signal)));
  return found.flatMap(([first]) => (first === undefined ? [] : [first]));
}

function sourcesOf(stored: StoredProcedure[], section: Source['section']): Source[] {
  return stored.map((one) => sourceOf(one, section));
}

/** The button that begins the first form of the plan that there is. */
function filingOf(plan: Plan, { filings, language }: Pick<LifeEventRequest, 'filings' | 'language'>): Choice[] {
  const codes = plan.steps.map(({ step }) => step.filing ?? step.code);
  const form = codes.map((code) => filings.forms.find((one) => one.code === code)).find((one) => one !== undefined);
  if (form === undefined) return [];
  const label = words.filing[language].replace('TITLE', form.title[language]);
  return [{ label, say: `${label} – ${form.code}` }];
}

function focusOf({ procedure }: StoredProcedure): Focus {
  return { id: procedure.id, code: procedure.code, name: procedure.name };
}

function today({ filings }: Pick<LifeEventRequest, 'filings'>): string {
  return vietnamDate(filings.now());
}
