import { maskPersonal } from '../personal.ts';
import { ratingWording as words } from '../petition-wording.ts';
import type { Ratings, Visitor } from '../ports.ts';
import { button, plainReply } from '../reply.ts';
import { exactWords, foldedWords } from '../text.ts';
import type { Choice, Language, Memory, Reply, TurnResult } from '../types.ts';

/** Done, or handed over: then the service may be rated. */
export const resultStatuses: ReadonlySet<number | null> = new Set([9, 10]);

/** The question itself, for the reply to a look-up and for a notice. */
export function ratingQuestion(language: Language): Reply {
  const scores = [1, 2, 3, 4, 5].map((score): Choice => ({ label: String(score), say: `${score} ${words.points[language]}` }));
  return plainReply('asked', words.ask[language], [...scores, button(words.skip, language)]);
}

export type RateOptions = { dossier: { code: string; agency: string; status: number | null }; visitor: Visitor; ratings: Ratings };

/** Asks how it was, below what was told of a dossier that has its result: once for each dossier and person. */
export async function withRatingQuestion(result: TurnResult, { dossier, visitor, ratings }: RateOptions): Promise<TurnResult> {
  if (!resultStatuses.has(dossier.status) || dossier.agency === '') return result;
  if (!(await ratings.ask(visitor, dossier.code, dossier.agency))) return result;
  const question = ratingQuestion(result.memory.language);
  return {
    ...result,
    replies: [...result.replies, question],
    memory: { ...result.memory, offered: question.choices, awaiting: 'rating' },
  };
}

/** The button of a notice that tells of a result: who taps it is asked. */
export function rateChoice(code: string, language: Language): Choice {
  return { label: words.rate[language], say: `${words.rate[language]} ${code}` };
}

export type AskOptions = RateOptions & { memory: Memory; language: Language };

/** Asks because somebody wants to rate; null where there is no result to rate. */
export async function askRating({ dossier, visitor, ratings, memory, language }: AskOptions): Promise<TurnResult | null> {
  if (!resultStatuses.has(dossier.status) || dossier.agency === '') return null;
  const due = await ratings.ask(visitor, dossier.code, dossier.agency);
  const reply = due ? ratingQuestion(language) : plainReply('recorded', words.asked[language]);
  return {
    replies: [reply],
    memory: { ...memory, language, offered: reply.choices, awaiting: due ? 'rating' : null, open: null },
    notes: [],
    candidates: [],
  };
}

/** The rating that a message gives, thanked for, or null where it gives none or none was asked for. */
export async function takeRating(text: string, visitor: Visitor, memory: Memory, ratings: Ratings): Promise<TurnResult | null> {
  const { language } = memory;
  const awaited = memory.awaiting === 'rating';
  if (awaited && skip.test(foldedWords(text))) return answered(memory, words.skipped[language]);
  const rated = ratingIn(text, awaited);
  if (rated === null || (!awaited && picks(text, memory))) return null;
  const token = await ratings.waiting(visitor);
  if (token === null) return null;
  return { ...answered(memory, words.thanks[language]), rating: { token, ...rated } };
}

/** "5", "4 sao", "chấm 3 điểm, hơi chậm", "năm điểm". Where nobody asked just now, a number alone or with "sao" or "điểm". */
export function ratingIn(text: string, awaited: boolean): { score: number; word: string } | null {
  const [, said = '', unit = '', rest = ''] = scored.exec(exactWords(text)) ?? [];
  if (said === '' || (rest !== '' && unit === '' && !awaited)) return null;
  const score = /\d/.test(said) ? Number(said) : numbers.indexOf(said) + 1;
  const word = text.replace(leading, '').trim();
  return { score, word: maskPersonal(word).slice(0, longest) };
}

/** A bare number picks what was offered before it rates. */
function picks(text: string, memory: Memory): boolean {
  return /^\W*\d\W*$/.test(text) && memory.offered.length > 0;
}

function answered(memory: Memory, text: string): TurnResult {
  return {
    replies: [plainReply('recorded', text)],
    memory: { ...memory, offered: [], awaiting: null, open: null },
    notes: [],
    candidates: [],
  };
}

const longest = 300;
const numbers = ['một', 'hai', 'ba', 'bốn', 'năm'];
const scored = /^ (?:(?:cho|chấm|tôi chấm|đánh giá|i give|rating) )*([1-5]|một|hai|ba|bốn|năm) (?:(điểm|diem|sao|points?|stars?) )?(.*)$/u;
const leading =
  /^[\s"'“”]*(?:(?:tôi |i )?(?:cho|chấm|đánh giá|give|rating)\s+)?(?:[1-5]|một|hai|ba|bốn|năm)(?:\s*\/\s*5)?(?:\s*(?:điểm|diem|sao|points?|stars?))?[\s.,:;–-]*/iu;
const skip = /^ (bo qua|khong cham|khong|thoi|no rating|skip|no)( (a|nhe|dau|cam on))* $/;
