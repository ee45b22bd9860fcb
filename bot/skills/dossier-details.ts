import { money } from '../answer/money.ts';
import { hasEnded } from '../dossier-due.ts';
import type { Dossier, DossierPolicy, Missing, Step } from '../dossier-types.ts';
import { dossierWording as words } from '../dossier-wording.ts';
import type { Language } from '../types.ts';
import { dayText, momentText } from './dossier-dates.ts';
import { maskName, maskNumber, maskText, namesIn } from './dossier-mask.ts';
import { mappedStatus } from './dossier-status.ts';
import { plainReasons } from './plain-reasons.ts';

export type DetailOptions = { dossier: Dossier; policy: DossierPolicy; now: Date; language: Language; allSteps: boolean };

/** More are told when asked for. */
const mostSteps = 4;
const mostMissing = 7;

/** What whoever has proved that the dossier is theirs is told below the status line; their own name and numbers only as far as they prove it. */
export function detailLines(options: DetailOptions): string[] {
  const { dossier, policy, language } = options;
  const { applicant, holder } = dossier;
  const names = namesIn(dossier, policy.officials);
  const own = (text: string) => maskText(text, names);
  const numbers = [numbered(words.phone[language], applicant.phone), numbered(words.idNumber[language], applicant.idNumber)];
  const official = policy.officials && holder.person !== '' ? ` (${holder.person})` : '';
  return [
    field(words.procedure[language], own(dossier.procedure.name)),
    field(words.applicant[language], [maskName(applicant.name), ...numbers].filter((text) => text !== '').join(', ')),
    field(words.received[language], dossier.receivedOn === null ? '' : dayText(dossier.receivedOn)),
    hasEnded(dossier)
      ? ''
      : field(words.holder[language], holder.office === '' && official === '' ? '' : `${own(holder.office)}${official}`.trim()),
    ...missingLines(options, names),
    ...feeLines(dossier, names, language),
    ...resultLines(dossier, names, language),
    field(words.note[language], own(dossier.note)),
    ...stepLines(options, names),
  ].filter((line) => line !== '');
}

export function hasMoreSteps({ timeline }: Dossier): boolean {
  return timeline.length > mostSteps;
}

function field(name: string, value: string): string {
  return value === '' ? '' : `- ${name}: ${value}`;
}

function numbered(name: string, number: string): string {
  const masked = maskNumber(number);
  return masked === '' ? '' : `${name} ${masked}`;
}

/** The official words first, as they stand; then what they ask for in plain ones, and how to bring it. */
function missingLines({ dossier, now, language }: DetailOptions, names: string[]): string[] {
  if (dossier.status !== 5 && (dossier.missing.length === 0 || hasEnded(dossier))) return [];
  const { missing } = dossier;
  const told = missing.slice(-mostMissing).flatMap((each) => missingText(each, names, now, language));
  const plain = new Set(missing.flatMap((each) => plainReasons([each.text, ...each.papers].join('. '))).map((each) => each[language]));
  return [
    `**${words.missing[language]}**`,
    ...(told.length > 0 ? told : [`- ${words.missingUnsaid[language]}`]),
    ...[...plain].slice(0, 3).map((text) => `${words.plainly[language]}: ${text}`),
    words.supplement[language],
  ];
}

function missingText({ text, askedAt, papers }: Missing, names: string[], now: Date, language: Language): string[] {
  const asked = askedAt === null ? '' : ` (${momentText(askedAt, now, language)})`;
  const reason = text === '' ? [] : [`- “${maskText(text, names, 500)}”${asked}`];
  return [...reason, ...papers.map((paper) => `- ${maskText(paper, names)}`)];
}

function feeLines({ fees, status }: Dossier, names: string[], language: Language): string[] {
  if (fees.length === 0) return status === 6 ? [words.feeUnsaid[language]] : [];
  const name = status === 6 ? words.feeDue : words.fee;
  return fees.map((fee) => {
    const sum = fee.amount === null ? maskText(fee.text, names, 120) : money(fee.amount, 'VND', language);
    return field(name[language], [maskText(fee.name, names, 120), sum].filter((text) => text !== '').join(': '));
  });
}

/** Some sources write the label into the value. */
const ownLabel = /^\s*kết quả\s*:\s*/iu;

/** The note of a record says itself where the result lies. */
const placeNoted = /(nhận|trả)\s+kết\s+quả\s+(tại|ở)/iu;

/**
 * Ready: where it lies, as far as the record says so. The agency that works on a dossier is often not the one that hands it out. What kind of
 * result it is, is no secret of the dossier's owner.
 */
function resultLines({ status, results, note }: Dossier, names: string[], language: Language): string[] {
  const named = results.map((result) => maskText(result.replace(ownLabel, ''), names, 160)).join('; ');
  if (status !== 9) return [field(words.result[language], named)];
  const where = placeNoted.test(note.normalize('NFC')) ? words.pickUpAsNoted : words.pickUpWhereFiled;
  return [field(words.result[language], named), where[language]];
}

/** The latest steps in the order in which they were taken. */
function stepLines({ dossier, policy, now, language, allSteps }: DetailOptions, names: string[]): string[] {
  const { timeline } = dossier;
  if (timeline.length === 0) return [];
  const shown = allSteps ? timeline : timeline.slice(-mostSteps);
  const left = timeline.length - shown.length;
  const heading =
    left > 0
      ? `**${words.steps[language]}** (${words.latest[language]} ${shown.length}/${timeline.length})`
      : `**${words.steps[language]}**`;
  return [heading, ...shown.map((step) => `- ${stepText(step, names, policy, now, language)}`)];
}

function stepText(step: Step, names: string[], policy: DossierPolicy, now: Date, language: Language): string {
  const mapped = mappedStatus(step.status, language);
  const what = [step.text, step.statusText, mapped ?? ''].find((text) => text !== '') ?? '';
  const who = policy.officials ? step.person : '';
  const where = [step.office, who].filter((text) => text !== '').join(', ');
  const when = step.at === null ? '' : momentText(step.at, now, language);
  const said = [maskText(where, names, 160), maskText(what, names, 200)].filter((text) => text !== '').join(': ');
  return [when, said].filter((text) => text !== '').join(' · ');
}
