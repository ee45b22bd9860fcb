import { foldedWords } from '../../text.ts';
import { yearsBetween } from '../condition.ts';
import type { Answer, Form, Question } from '../form.ts';
import { heldIn, isOption } from '../values/choice.ts';
import { readValue, type World } from '../values/read-value.ts';
import { meantIn, slipsIn, takenBackAt } from '../values/taken-back.ts';
import { type Cue, cuesIn, isBirth, isSex, personOf } from './cues.ts';
import { isChild, type Mention, mentionsIn } from './mentions.ts';
import { isPlainlyName, nameSpan, soundsLikeName } from './name-span.ts';
import { questionFor } from './question-for.ts';
import { type Said, type Span, saidOf } from './said-words.ts';
import { childSexSaid, ownSexSaid } from './sex-said.ts';
import { headOf, type Told, toldBy, valueIn } from './value-in.ts';

/**
 * The answers that one message gives to these questions (in the order of asking, the unanswered ones): only what was said in so many words of
 * that person and matter. `unsure`, by question: what was said and should be asked about once more when its turn comes, such as an old commune
 * that was divided, or a name without its marks (which stands among the answers, too). `rest` is what was left of the text.
 */
export type Several = { answers: Record<string, Answer>; unsure: Record<string, string>; rest: string };

export function hearSeveral(text: string, questions: Question[], people: Form['people'], current: Question | null, world: World): Several {
  const said = saidOf(text);
  // Who picks an option says no more than that, whatever words it has.
  if (current !== null && isOption(text, current)) return { answers: pickedOf(text, current, world), unsure: {}, rest: '' };
  const heard: Heard = { said, questions, people, current, world, answers: {}, unsure: {}, covered: [] };
  hearSex(heard, childSexSaid(said, questions, people));
  hearCued(heard);
  const told = Object.keys(heard.answers);
  hearSex(heard, ownSexSaid(said, questions, told.length > 0 || current === null || free.has(current.type) ? told : [current.id]));
  if (Object.keys(heard.answers).length > 0) hearCurrent(heard);
  return { answers: heard.answers, unsure: heard.unsure, rest: chunksLeft(heard).join(', ') };
}

/** Answers in which a clause of one word may be anything. */
const free = new Set<Question['type']>(['text', 'address', 'choice', 'yes-no']);

function pickedOf(text: string, current: Question, world: World): Several['answers'] {
  const reading = readValue(current, text, world);
  return reading.kind === 'good' ? { [current.id]: reading.answer } : {};
}

type Heard = {
  said: Said;
  questions: Question[];
  people: Form['people'];
  current: Question | null;
  world: World;
  answers: Several['answers'];
  unsure: Several['unsure'];
  covered: Span[];
};

type Event = { kind: 'cue'; cue: Cue; from: number; to: number } | { kind: 'mention'; mention: Mention; from: number; to: number };

function hearSex({ answers, covered }: Heard, found: ReturnType<typeof ownSexSaid>): void {
  if (found === null || answers[found.question.id] !== undefined) return;
  const option = found.question.options.find(({ value }) => value === found.value);
  answers[found.question.id] = { value: found.value, shown: option?.label.vi ?? '' };
  covered.push({ from: found.from, to: found.to });
}

/** From left to right: who is spoken of, which question is answered, and what follows as far as it can be the value. */
function hearCued(heard: Heard): void {
  const { said, people, questions } = heard;
  const slips = slipsIn(said.text);
  const mentions = mentionsIn(said, people).filter((one) => !slips.some(({ from, to }) => from <= one.from && one.to <= to));
  const cues = cuesIn(said, questions, mentions);
  const events: Event[] = [
    ...cues.map((cue): Event => ({ kind: 'cue', cue, from: cue.from, to: cue.to })),
    ...mentions.map((mention): Event => ({ kind: 'mention', mention, from: mention.from, to: mention.to })),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  let subject: string | null = null;
  let done = 0;
  for (const [place, event] of events.entries()) {
    if (event.from < done) continue;
    const next = events.slice(place + 1).filter(({ from }) => from >= event.to);
    if (event.kind === 'mention') {
      subject = event.mention.person;
      done = hearNamed(event, subject, heard);
      continue;
    }
    const [after] = next;
    const beside = after?.kind === 'mention' && /^ *(?:của|cua|of)? *$/iu.test(said.text.slice(event.to, after.from)) ? after : null;
    const question = questionFor(event.cue, beside?.mention.person ?? subject, beside !== null, heard);
    if (question === null) {
      if (beside !== null) subject = beside.mention.person;
      continue;
    }
    if (people.some(({ id }) => id === personOf(question))) subject = personOf(question);
    // "Hôm" in a cue is the first word of "hôm qua"; "tên con | tôi" goes on with whom the cue names.
    const hom = /h[oô]m$/iu.exec(said.text.slice(event.from, event.to))?.[0].length ?? 0;
    const over = mentions.find(({ from, to }) => from > event.from && from < event.to && to > event.to);
    const start = beside?.to ?? over?.to ?? event.to - hom;
    const ends = next.filter((one) => one !== beside && one.from >= start).map(({ from }) => from);
    done = take(question, start, ends, event.from, heard);
    // "Sinh 12/5/2026, à nhầm, 13/5/2026": what was said last counts.
    const again = heard.answers[question.id] === undefined ? null : takenBackAt(said.text, done);
    if (again !== null) done = take(question, again, ends, event.from, heard);
  }
}

/** "Vợ tôi là Trần Thị Bình". */
function hearNamed({ to, from }: Event, person: string, heard: Heard): number {
  const { said, questions, answers } = heard;
  const lead = /^\s*(?:là|la|is|:)\s+/iu.exec(said.text.slice(to));
  const question = questions.find((one) => one.type === 'name' && personOf(one) === person && one.id.endsWith('.name'));
  if (question === undefined || answers[question.id] !== undefined) return to;
  const span = nameSpan(to + (lead?.[0].length ?? 0), said);
  const name = said.text.slice(span.from, span.to);
  // Without "là" only capitals after a family name tell that a name begins.
  if (!soundsLikeName(name) || (lead === null && !isPlainlyName(name, said.text))) return to;
  // "Tôi là chủ hộ", without its marks, begins like the family name Chu.
  if (!/\p{Lu}/u.test(name) && questions.some((one) => heldIn(foldedWords(`tôi là ${name}`), one.options) !== null)) return to;
  return (
    keep(
      question,
      toldBy(readValue(question, name, heard.world), question, { text: name, length: name.length }),
      { from, to: span.to },
      heard,
    ) ?? to
  );
}

/** Reads the value behind a cue and keeps it; the place up to which the text is used. */
function take(question: Question, start: number, ends: number[], from: number, heard: Heard): number {
  const { said, world } = heard;
  const lead = /^\s*(?:(?:là|la|is|are|was|:|=|số|so|vào|vao|ngày|ngay)(?=[\s:]|$)\s*)*/iu.exec(said.text.slice(start))?.[0] ?? '';
  const begin = question.type === 'text' ? headOf(said.text.slice(from, start), from, start + lead.length) : start + lead.length;
  if (question.type === 'name') {
    const span = nameSpan(begin, said);
    const name = said.text.slice(span.from, span.to);
    return (
      keep(question, toldBy(readValue(question, name, world), question, { text: name, length: 0 }), { from, to: span.to }, heard) ?? start
    );
  }
  const end = ends.find((place) => place >= begin && !withinValue(question, said.text.slice(begin, place))) ?? said.text.length;
  // "Sinh năm 1995": the word for the year belongs to the date.
  const stretch = said.text.slice(/date$/.test(question.type) ? start : begin, end);
  const told = valueIn(question, stretch, world);
  if (told === null || bornOrGaveBirth(question, told, said.text.slice(from, start), heard)) return start;
  return keep(question, told, { from, to: (/date$/.test(question.type) ? start : begin) + told.length }, heard) ?? start;
}

/** Words inside a value are no new cue: the first word of an address, or a figure's neighbour. */
function withinValue(question: Question, before: string): boolean {
  return (
    before.trim() === '' ||
    (question.type === 'address' && !/[,;.\n]|\s(?:và|còn|con)\s*$/u.test(before) && before.trim().split(/\s+/).length < 3)
  );
}

/** "Vợ tôi sinh ngày 12/5": with a child in the form a mother's recent "birth" is the child's, and nobody said so. */
function bornOrGaveBirth(question: Question, told: Told, cue: string, { people, world }: Heard): boolean {
  const child = people.some(({ id, hear }) => id === personOf(question) && isChild(hear));
  const named = /ngày sinh|ngay sinh|năm sinh|nam sinh|date|birthday/iu.test(cue);
  return isBirth(question) && !child && !named && people.length > 1 && (yearsBetween(told.answer?.value, world.today) ?? 99) < 10;
}

function keep(question: Question, told: Told | null, span: Span, { answers, unsure, covered }: Heard): number | null {
  if (told === null) return null;
  if (told.answer !== null) answers[question.id] = told.answer;
  if (!told.sure) unsure[question.id] = told.text;
  covered.push(span);
  return span.to;
}

/** What stands alone between commas may answer the question at hand: "Nguyễn Minh An, sinh 12/5/2026". */
function hearCurrent(heard: Heard): void {
  const { current, answers, world, people } = heard;
  if (current === null || answers[current.id] !== undefined || current.type === 'text' || current.type === 'address') return;
  const chunks = current.type === 'choice' ? [heard.said.text, ...chunksLeft(heard)] : chunksLeft(heard);
  const meant = chunks.flatMap((chunk) => meantIn(`, ${chunk}`) ?? []);
  for (const chunk of [...meant, ...chunks]) {
    const others = mentionsIn(saidOf(chunk), people).some(
      ({ person }) => current.type === 'name' || (current.type !== 'choice' && person !== personOf(current)),
    );
    const reading = others ? null : readValue(current, chunk, world);
    if (reading === null || (current.type === 'choice' && !isSex(current) && chunk.length < 2)) continue;
    const told = toldBy(reading, current, { text: chunk, length: 0 });
    if (told?.answer) {
      answers[current.id] = told.answer;
      if (!told.sure) heard.unsure[current.id] = told.text;
      return;
    }
  }
}

function chunksLeft({ said, covered }: Heard): string[] {
  let left = said.text;
  for (const { from, to } of covered) left = left.slice(0, from) + ','.repeat(to - from) + left.slice(to);
  return left
    .split(/[,;\n]+|\.(?:\s|$)/)
    .map((chunk) => chunk.trim())
    .filter((chunk) => /[\p{L}\p{N}]/u.test(chunk));
}
