import { maskPersonal } from '../personal.ts';
import type { Language, Reply } from '../types.ts';
import { emergencyPages, overviewUnits, statusUnits } from './answer-kinds.ts';
import { menuOf } from './answer-menu.ts';
import { withSpokenNames } from './answer-names.ts';
import { pagesOf } from './answer-pages.ts';
import type { SpokenAnswer } from './answer-types.ts';
import { type Unit, unitsOf } from './answer-units.ts';
import { answerWording as words } from './answer-wording.ts';

/**
 * A reply as a telephone says it: what was asked first and in short, further pages for whoever goes on listening, then what to press. Every figure
 * said stands in the reply. Sources are not said: they are in `whole`.
 */
export function spokenAnswer(reply: Reply, language: Language): SpokenAnswer {
  const pages =
    reply.kind === 'emergency'
      ? emergencyPages(reply.text, language)
      : pagesOf(unitsFor({ ...reply, text: withSpokenNames(reply, language) }, language), isQuestion(reply));
  return {
    pages: pages.length > 0 ? pages : [words.nothing[language]],
    menu: menuOf(reply, language),
    ...(reply.expects !== undefined && { expects: reply.expects }),
    whole: wholeOf(reply, language),
    kind: reply.kind,
    ...(isPublic(reply) && { common: true }),
  };
}

/** What a record says to anybody. */
function isPublic({ kind, sources, dossier, expects, text }: Reply): boolean {
  return kind === 'answered' && sources.length > 0 && dossier === null && expects === undefined && maskPersonal(text) === text;
}

function unitsFor(reply: Reply, language: Language): Unit[] {
  const units = unitsOf(reply.text, language);
  if (reply.kind === 'status') return statusUnits(units, reply.dossier, language);
  if (reply.aspect === 'overview') return overviewUnits(units);
  if (reply.aspect === 'fee') return plainFirst(units);
  return units;
}

/** What a question needs is said in one go: nobody presses a key to be asked. */
function isQuestion({ kind, expects }: Reply): boolean {
  return (kind !== 'answered' && kind !== 'status') || expects !== undefined;
}

/** Where a fee has its cases, what it comes to in plain words is said before them. */
function plainFirst(units: Unit[]): Unit[] {
  const [opening, ...rest] = units;
  const note = rest.filter(({ kind }) => kind === 'note');
  const own = rest.filter(({ kind }) => kind !== 'note');
  const isLong = own.some(({ text }) => text.length > 120) || own.length > 3;
  const isSum = note.some(({ text }) => /\d|[Mm]iễn|free/.test(text)) && !/(?:chỉ ghi|only says):$/.test(opening?.text ?? '');
  if (opening?.kind !== 'head' || !isLong || !isSum) return units;
  return [opening, ...note, ...own];
}

function wholeOf({ text, sources }: Reply, language: Language): string {
  const [source] = sources;
  const plain = text.replaceAll('**', '').trim();
  if (source === undefined) return plain;
  const date = source.date.split('-').reverse().join('/');
  return `${plain}\n${words.source[language]
    .replace('TITLE', () => source.title)
    .replace('CODE', source.code)
    .replace('DATE', date)}`;
}
