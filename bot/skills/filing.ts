import { sourceOf } from '../answer/subject.ts';
import { vietnamDate } from '../calendar/dates.ts';
import { askNext } from '../forms/ask.ts';
import type { Case } from '../forms/case.ts';
import type { Form } from '../forms/form.ts';
import { askSubmit, noTarget, sentBefore } from '../forms/submit.ts';
import type { FilingParts, FilingTurn } from '../forms/turn.ts';
import { filingWording as words } from '../forms/wording.ts';
import type { Visitor } from '../ports.ts';
import { button, plainReply, startChoices } from '../reply.ts';
import type { Language, Memory, Reply, StoredProcedure, TurnResult } from '../types.ts';
import type { FilingWish } from '../understand/filing-wish.ts';
import { momentText } from './dossier-dates.ts';
import { newCase, toldBefore } from './new-filing.ts';

export type FilingRequest = {
  filings: FilingParts;
  text: string;
  visitor: Visitor;
  memory: Memory;
  language: Language;
  signal: AbortSignal;
};

/** Begins the filing of a procedure, or goes on with the one begun here before; null where there is no form for it. */
export async function beginFiling(stored: StoredProcedure, request: FilingRequest): Promise<TurnResult | null> {
  const { filings, visitor, language, signal } = request;
  const form = filings.forms.find(({ code }) => code === stored.procedure.code);
  if (form === undefined) return null;
  const own = await filings.cases.own(visitor, signal);
  const begun = own.find((one) => one.form === form.code && one.state === 'open');
  const draft = begun === undefined ? null : await filings.cases.find(visitor, begun.id, signal);
  if (draft !== null) return goOn(draft, form, request);
  const reuse = await toldBefore(
    request,
    own.map(({ id }) => id),
  );
  const fresh = newCase(form, await filings.cases.newCode(signal), language);
  const intro = words.begun[language].replace('TITLE', form.title[language]).replace('INTRO', form.intro[language]);
  const result = await askNext(turnOf({ ...fresh, reuse }, form, request), { ...fresh, reuse }, [intro]);
  const { procedure } = stored;
  const focus = { id: procedure.id, code: procedure.code, name: procedure.name };
  return withSource({ ...result, memory: { ...result.memory, focus } }, sourceOf(stored, 'online'));
}

/** What somebody wants of a filing that is not open: to go on, to move it, to delete it. */
export async function manageFiling(wish: FilingWish, request: FilingRequest): Promise<TurnResult> {
  const { filings, visitor, memory, language, signal } = request;
  if (wish.kind === 'filing-resume' && wish.digits !== null) return claimed(wish.digits, request);
  if ('code' in wish && wish.code !== null) return manageByCode(wish, wish.code, request);
  const own = await filings.cases.own(visitor, signal);
  const spoken = own.find(({ id }) => id === memory.filing?.case) ?? (own.length === 1 ? own[0] : undefined);
  if (spoken === undefined) {
    if (own.length === 0) return plain(memory, language, plainReply('asked', words.noCase[language], startChoices(language)));
    const choices = own.slice(0, 5).map(({ code, form }) => ({ label: `${titleOf(form, filings.forms, language)} (${code})`, say: code }));
    return plain(memory, language, plainReply('asked', words.whichCase[language], choices));
  }
  return withCase(wish, spoken.id, request);
}

/** A draft's code was said: what is wanted is done where it is one of this conversation. */
async function manageByCode(wish: FilingWish, code: string, request: FilingRequest): Promise<TurnResult> {
  const { filings, visitor, memory, language, signal } = request;
  const own = (await filings.cases.own(visitor, signal)).find((one) => one.code === code);
  if (own === undefined) return plain(memory, language, plainReply('asked', words.noCase[language], startChoices(language)));
  return withCase(wish, own.id, request);
}

async function withCase(wish: FilingWish, id: string, request: FilingRequest): Promise<TurnResult> {
  const { filings, visitor, memory, language, signal } = request;
  const draft = await filings.cases.find(visitor, id, signal);
  const form = filings.forms.find(({ code }) => code === draft?.form);
  if (draft === null || form === undefined) return goneFiling(memory, language);
  if (wish.kind === 'filing-move') {
    const digits = await filings.cases.moveCode(visitor, id, signal);
    return { ...plain(memory, language, plainReply('filing', words.moveCode[language].replaceAll('DIGITS', digits))), personal: true };
  }
  if (wish.kind === 'filing-submit') return sendOrGoOn(draft, form, request);
  const isOnItsWay = draft.state === 'submitted' && draft.dossier === null;
  if (wish.kind === 'filing-delete' && isOnItsWay) return sentBefore(turnOf(draft, form, request), draft);
  if (wish.kind === 'filing-keep')
    return plain(
      memory,
      language,
      plainReply('filing', words.keptDraft[language].replace('CODE', draft.code), [button(words.resume, language)]),
    );
  if (wish.kind === 'filing-delete' && !wish.sure) return askToDelete(draft, form, request);
  if (wish.kind === 'filing-delete') {
    const reply = plainReply('filing', words.removed[language].replace('CODE', draft.code), startChoices(language));
    return { ...plain({ ...memory, filing: null }, language, reply), filing: { kind: 'delete', id } };
  }
  return goOn(draft, form, request);
}

/** What is deleted is gone for good: asked once more where it was not called a draft. */
function askToDelete({ code }: Case, form: Form, { memory, language }: FilingRequest): TurnResult {
  const choices = [
    { label: `${words.remove[language]} ${code}`, say: `${words.remove[language]} ${code}` },
    { label: words.keep[language], say: `${words.keepDraft[language]} ${code}` },
  ];
  const line = words.reallyRemove[language].replace('TITLE', form.title[language]).replace('CODE', code);
  return plain(memory, language, plainReply('asked', line, choices));
}

/** The filing spoken of is not here any more. */
export function goneFiling(memory: Memory, language: Language): TurnResult {
  return plain({ ...memory, filing: null }, language, plainReply('asked', words.moved[language], startChoices(language)));
}

async function claimed(digits: string, request: FilingRequest): Promise<TurnResult> {
  const { filings, visitor, memory, language, signal } = request;
  const claim = await filings.cases.claim(visitor, digits, signal);
  if (claim.kind === 'wrong') return plain(memory, language, plainReply('asked', words.wrongMoveCode[language]));
  if (claim.kind === 'locked') {
    const until = momentText(claim.until, filings.now(), language);
    return plain(memory, language, plainReply('refused', words.moveLocked[language].replace('TIME', until)));
  }
  const form = filings.forms.find(({ code }) => code === claim.case.form);
  if (form === undefined) return goneFiling(memory, language);
  const result = await goOn(claim.case, form, request);
  return result.filing?.kind === 'save' ? { ...result, filing: { ...result.filing, take: true } } : result;
}

/** "Gửi hồ sơ": what is ready is asked about once more, as it leaves for good; what is not is gone on with. */
async function sendOrGoOn(draft: Case, form: Form, request: FilingRequest): Promise<TurnResult> {
  if (draft.state !== 'ready') return goOn(draft, form, request);
  const turn = turnOf(draft, form, request);
  return askSubmit(turn, { ...draft, asking: 'submit' }, []) ?? noTarget(turn, draft);
}

async function goOn(draft: Case, form: Form, request: FilingRequest): Promise<TurnResult> {
  const { language } = request;
  if (draft.state === 'submitted') return sentBefore(turnOf(draft, form, request), draft);
  // A form that has changed since asks anew what it did not ask then; what is kept still counts.
  const open: Case = {
    ...draft,
    version: form.version,
    language,
    state: draft.state === 'ready' ? 'open' : draft.state,
    tries: 0,
    partial: '',
  };
  const line = words.resumed[language].replace('TITLE', form.title[language]).replace('CODE', draft.code);
  return askNext(turnOf(open, form, request), open, [line]);
}

/** A turn of a filing as its engine takes it. */
export function turnOf(draft: Case, form: Form, request: FilingRequest, elsewhere: FilingTurn['elsewhere'] = nothingElse): FilingTurn {
  const { filings, text, visitor, memory, language, signal } = request;
  return { ...filings, text, visitor, memory: { ...memory, language }, form, draft, today: vietnamDate(filings.now()), elsewhere, signal };
}

async function nothingElse(): Promise<TurnResult> {
  throw new Error('nothing is asked elsewhere while a filing begins');
}

function titleOf(code: string, forms: Form[], language: Language): string {
  return forms.find((form) => form.code === code)?.title[language] ?? code;
}

function withSource(result: TurnResult, source: Reply['sources'][number]): TurnResult {
  return {
    ...result,
    replies: result.replies.map((reply) => ({ ...reply, sources: reply.sources.length > 0 ? reply.sources : [source] })),
  };
}

function plain(memory: Memory, language: Language, reply: Reply): TurnResult {
  return {
    replies: [reply],
    memory: {
      ...memory,
      language,
      offered: reply.choices,
      awaiting: null,
      open: null,
      filing: memory.filing === null ? null : { ...memory.filing, open: false },
    },
    notes: [],
    candidates: [],
  };
}
