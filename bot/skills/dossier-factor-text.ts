import { factorWording as words } from '../dossier-factor-wording.ts';
import type { Factor } from '../dossier-types.ts';
import type { Door } from '../ports.ts';
import { button } from '../reply.ts';
import type { Choice, Language } from '../types.ts';
import { choiceWording } from '../wording.ts';
import { momentText } from './dossier-dates.ts';

type Locked = Omit<Extract<Door, { kind: 'locked' }>, 'kind'>;

export function factorButton(accepted: Factor[], language: Language): Choice {
  return button(accepted.includes('pin') ? choiceWording.enterPin : choiceWording.enterDigits, language);
}

/** Below the status line. */
export function forDetails(accepted: Factor[], language: Language): string {
  return `${words.forDetails[language]} ${named(accepted, language)}.`;
}

export function askFor(accepted: Factor[], language: Language): string {
  return `${words.enter[language]} ${named(accepted, language)}`;
}

export function wrongText(left: number, accepted: Factor[], language: Language): string {
  const tries = `${words.left[language]} ${left} ${words.leftUnit[language]}`.trimEnd();
  return `${words.wrong[language]} ${askFor(accepted, language)}. ${tries}`;
}

export function lockedText({ by, until }: Locked, now: Date, language: Language): string {
  return `${words.locked[by][language]} **${wholeMinute(until, now, language)}**. ${words.lockedThen[language]}`;
}

export function slowedText({ by, until }: Locked, now: Date, language: Language): string {
  const why = words.slowed[by === 'network' ? 'network' : 'person'];
  return `${why[language]} **${wholeMinute(until, now, language)}**. ${words.slowedThen[language]}`;
}

function named(accepted: Factor[], language: Language): string {
  const all = accepted.map((factor) => words[factor][language]);
  return [all.slice(0, -1).join(', '), ...all.slice(-1)].filter((part) => part !== '').join(words.or[language]);
}

/** Rounded up: at that minute it is open. */
function wholeMinute(until: string, now: Date, language: Language): string {
  const minute = 60_000;
  return momentText(new Date(Math.ceil(Date.parse(until) / minute) * minute).toISOString(), now, language);
}
