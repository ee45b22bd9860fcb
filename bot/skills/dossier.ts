import type { Calendar } from '../calendar/calendar.ts';
import { hasEnded } from '../dossier-due.ts';
import { factorWording as factor } from '../dossier-factor-wording.ts';
import type { Dossier, DossierPolicy } from '../dossier-types.ts';
import { dossierWording as words } from '../dossier-wording.ts';
import type { Attempts, Door, Dossiers, Library, Meter, Ratings, Visitor } from '../ports.ts';
import { button, plainReply } from '../reply.ts';
import type { Choice, Language, Memory, Reply, ReplyKind, TurnResult } from '../types.ts';
import { choiceWording } from '../wording.ts';
import { computedDue } from './dossier-dates.ts';
import { detailLines, hasMoreSteps } from './dossier-details.ts';
import { factorsOf, isProven, opens, provenUntil } from './dossier-factor.ts';
import { askFor, factorButton, forDetails, lockedText, slowedText, wrongText } from './dossier-factor-text.ts';
import { awayLines, statusLines } from './dossier-status.ts';
import { withRatingQuestion } from './rating.ts';

/** What the dossier skill works with: the same for every turn. */
export type DossierParts = {
  library: Library;
  dossiers: Dossiers;
  attempts: Attempts;
  meter: Meter;
  ratings: Ratings;
  calendar: Calendar;
  policy: DossierPolicy;
  now: () => Date;
};

export type DossierRequest = DossierParts & { visitor: Visitor; memory: Memory; language: Language; signal: AbortSignal };

/** The status line for anybody who has the code; the details for who has proved, in this conversation and not long ago, that it is theirs. */
export async function tellDossier(request: DossierRequest, code: string, allSteps = false): Promise<TurnResult> {
  const { now, memory, language, policy } = request;
  const found = await lookUp(request, code);
  if (found.kind === 'ended') return found.result;
  const { dossier } = found;
  if (isProven(memory, code, now())) return proven(request, dossier, allSteps);
  const accepted = factorsOf(dossier.factor, policy.factors);
  const lines = [
    ...(await statusOf(request, dossier)),
    accepted.length === 0 ? factor.none[language] : forDetails(accepted, language),
    marked(dossier, language),
  ];
  const choices = [
    ...(accepted.length === 0 ? [] : [factorButton(accepted, language), ...followable(dossier, language)]),
    button(choiceWording.person, language),
  ];
  const next = { dossier: { code, provenUntil: null }, awaiting: accepted.length === 0 ? null : ('factor' as const) };
  return done(request, reply('status', code, lines, choices), next);
}

/** "Nhập PIN": what may be given, or until when nothing may. */
export async function askFactor(request: DossierRequest, code: string): Promise<TurnResult> {
  const { attempts, visitor, memory, language, policy, now } = request;
  if (isProven(memory, code, now())) return tellDossier(request, code);
  const found = await lookUp(request, code);
  if (found.kind === 'ended') return found.result;
  const accepted = factorsOf(found.dossier.factor, policy.factors);
  if (accepted.length === 0) return tellDossier(request, code);
  const door = await attempts.door(visitor, code);
  if (door.kind === 'locked') return locked(request, code, door);
  const lines = [`${askFor(accepted, language)} ${factor.enterFor[language]} **${code}**.`, factor.hiddenInHistory[language]];
  return done(request, reply('asked', code, lines, [button(choiceWording.person, language)]), unproven(code));
}

/** One try of a secret. It is counted before it is compared, and taken back when it was right. */
export async function tryFactor(request: DossierRequest, code: string, secret: string): Promise<TurnResult> {
  const { attempts, meter, visitor, language, policy, now } = request;
  const door = await attempts.door(visitor, code);
  if (door.kind === 'locked') return locked(request, code, door);
  const found = await lookUp(request, code);
  if (found.kind === 'ended') return found.result;
  const { dossier } = found;
  const accepted = factorsOf(dossier.factor, policy.factors);
  if (accepted.length === 0) return tellDossier(request, code);
  const { before, after } = await attempts.take(visitor, code);
  if (before.kind === 'locked') return locked(request, code, before);
  if (!opens(secret, dossier.factor, accepted)) {
    meter.count('factor', { result: 'wrong' });
    if (after.kind === 'locked') return locked(request, code, after, 'now');
    const person = button(choiceWording.person, language);
    return done(request, reply('asked', code, [wrongText(after.left, accepted, language)], [person]), unproven(code));
  }
  await attempts.right(visitor, code);
  meter.count('factor', { result: 'right' });
  const memory: Memory = { ...request.memory, dossier: { code, provenUntil: provenUntil(now()) } };
  return proven({ ...request, memory }, dossier, false);
}

type Found = { kind: 'found'; dossier: Dossier } | { kind: 'ended'; result: TurnResult };

/** The dossier, or what is said instead. A code that this person may not look up now does not reach the source. */
async function lookUp(request: DossierRequest, code: string): Promise<Found> {
  const { attempts, dossiers, meter, visitor, language, now, memory, signal } = request;
  const ended = (text: string[], choices: Choice[], next: Partial<Memory>, kind: ReplyKind = 'status'): Found => ({
    kind: 'ended',
    result: done(request, reply(kind, code, text, choices), next),
  });
  const person = button(choiceWording.person, language);
  const door = await attempts.lookedUp(visitor, code);
  if (door.kind === 'locked') {
    meter.count('slowed', { by: door.by });
    return ended([slowedText(door, now(), language)], [person], {}, 'refused');
  }
  const found = await dossiers.lookUp(code, signal);
  meter.count('look-up', { result: found.kind });
  if (found.kind === 'found') return found;
  if (found.kind === 'none')
    return ended([`${words.dossier[language]} **${code}**`, words.unknown[language]], [person], {
      awaiting: 'dossier-code',
      dossier: null,
    });
  const again = { label: choiceWording.tryAgain[language], say: code };
  // What was proven stays proven: the source comes back.
  const kept = isProven(memory, code, now()) ? memory.dossier : { code, provenUntil: null };
  return ended(awayLines(code, found.last, now(), language), [again, person], { dossier: kept });
}

async function proven(request: DossierRequest, dossier: Dossier, allSteps: boolean): Promise<TurnResult> {
  const { language, now, policy } = request;
  const details = detailLines({ dossier, policy, now: now(), language, allSteps });
  const choices = [
    ...(hasMoreSteps(dossier) && !allSteps ? [button(choiceWording.allSteps, language)] : []),
    ...followable(dossier, language),
    button(choiceWording.person, language),
  ];
  const told = reply('status', dossier.code, [...(await statusOf(request, dossier)), ...details, marked(dossier, language)], choices);
  const { code } = dossier.procedure;
  const result = done(request, { ...told, procedures: code === '' ? [] : [code] }, {});
  return withRatingQuestion(result, { dossier, visitor: request.visitor, ratings: request.ratings });
}

async function statusOf({ library, calendar, now, language, signal }: DossierRequest, dossier: Dossier): Promise<string[]> {
  const { code } = dossier.procedure;
  const records = code === '' || hasEnded(dossier) ? [] : await library.byCode(code, signal);
  const computed = computedDue(dossier, records, calendar, language);
  return statusLines({ dossier, computed, calendar, now: now(), language });
}

function marked({ demonstration }: Dossier, language: Language): string {
  return demonstration ? words.demonstration[language] : '';
}

/** A dossier that has come to its end has no news to wait for. */
function followable(dossier: Dossier, language: Language): Choice[] {
  return dossier.status === 10 || dossier.status === 3 || dossier.status === 7 ? [] : [button(choiceWording.notify, language)];
}

type Shut = Extract<Door, { kind: 'locked' }>;

/** `now`: this very try has locked it. */
function locked(request: DossierRequest, code: string, door: Shut, since: 'before' | 'now' = 'before'): TurnResult {
  const { meter, now, language } = request;
  if (since === 'now') meter.count('lock', { by: door.by });
  else meter.count('factor', { result: 'locked' });
  const text = lockedText(door, now(), language);
  return done(request, reply('refused', code, [text], [button(choiceWording.person, language)]), unproven(code));
}

/** It goes on being awaited: what is typed next is hidden, whatever the door says. */
function unproven(code: string): Partial<Memory> {
  return { dossier: { code, provenUntil: null }, awaiting: 'factor' };
}

function reply(kind: ReplyKind, code: string, lines: string[], choices: Choice[]): Reply {
  return { ...plainReply(kind, lines.filter((line) => line !== '').join('\n'), choices), dossier: code };
}

function done({ memory, language }: DossierRequest, told: Reply, next: Partial<Memory>): TurnResult {
  return {
    replies: [told],
    memory: { ...memory, language, offered: told.choices, awaiting: null, lastTold: 'dossier', open: null, ...next },
    notes: [],
    candidates: [],
  };
}
