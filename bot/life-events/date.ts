import { addDays } from '../calendar/dates.ts';
import type { Question } from '../forms/form.ts';
import { readDate } from '../forms/values/date.ts';
import type { Places } from '../places/places.ts';
import type { Choice, Language } from '../types.ts';
import { nearDay } from '../understand/life-event.ts';
import { planWording as words } from './wording.ts';

export type EventDateOptions = { today: string; future: boolean; places: Places; language: Language };

/** `none`: the text speaks of something else. `again`: it means a day that must be said more clearly. */
export type EventDate = { kind: 'day'; day: string } | { kind: 'again'; why: string; choices: Choice[] } | { kind: 'none' };

/** The day of an event as somebody tells it: "12/5/2026", "hôm qua". */
export function readEventDate(text: string, { today, future, places, language }: EventDateOptions): EventDate {
  const near = nearDay(text);
  if (near !== null) return { kind: 'day', day: addDays(today, near) };
  const read = readDate(text, question, { today, places, language });
  if (read.kind === 'ask') return { kind: 'again', why: read.why[language], choices: read.choices };
  if (read.kind === 'bad') return dateLike.test(text) ? { kind: 'again', why: words.dateUnclear[language], choices: [] } : { kind: 'none' };
  if (!future && read.answer.value > today) return { kind: 'again', why: words.dateFuture[language], choices: [] };
  return { kind: 'day', day: read.answer.value };
}

/** Figures and little else. */
const dateLike = /^\D{0,16}\d{1,2}\D{1,8}\d{1,2}(?:\D{1,6}\d{2,4})?\D{0,8}$/;

const none = { vi: '-', en: '-' };
const question: Question = {
  id: 'event.date',
  type: 'date',
  label: none,
  ask: none,
  help: none,
  example: none,
  options: [],
  optional: false,
  checks: [],
  sameAs: [],
  hear: [],
};
