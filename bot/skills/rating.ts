import { ratingWording as words } from '../petition-wording.ts';
import type { Ratings, Visitor } from '../ports.ts';
import { button, plainReply } from '../reply.ts';
import { shownOf } from '../secrets.ts';
import { exactWords, foldedWords } from '../text.ts';
import type { Choice, Language, Memory, Reply, TurnResult } from '../types.ts';
import { aspectAsked } from '../understand/aspect.ts';
import { findDossierCode, findPetitionCode } from '../understand/codes.ts';
import { wishOf } from '../understand/kind.ts';

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

/**
 * "5", "4 sao", "chấm 3 điểm, hơi chậm", "năm điểm". Where nobody asked just now, a number alone or with "sao" or "điểm". A number word is
 * one alone or with such a unit ("ba tôi" is a father), and what stands beside a score is a short word on the service.
 */
export function ratingIn(text: string, awaited: boolean): { score: number; word: string } | null {
  const [, said = '', unit = '', rest = ''] = scored.exec(exactWords(text)) ?? [];
  if (said === '' || (rest.trim() !== '' && unit === '' && (!awaited || !/\d/.test(said)))) return null;
  const word = text.replace(leading, '').trim();
  if (!isWordOnService(word, unit !== '' || setApart.test(text))) return null;
  return { score: /\d/.test(said) ? Number(said) : numbers.indexOf(said) + 1, word: shownOf(word).slice(0, longest) };
}

/** Nothing, or a few words without a matter, a question or a wish in them. A number that runs into its words ("2 vợ chồng") must be followed by praise or blame. */
function isWordOnService(word: string, isApart: boolean): boolean {
  const words = foldedWords(word);
  if (words.trim() === '') return true;
  if (words.trim().split(' ').length > mostWords || matter.test(words) || elsewhere.has(wishOf(word))) return false;
  if (aspectAsked(word) !== null || findDossierCode(word).kind !== 'none' || findPetitionCode(word).kind !== 'none') return false;
  return isApart || judging.test(words);
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
const mostWords = 15;
const elsewhere = new Set<ReturnType<typeof wishOf>>(['hand-over', 'petition-status', 'status', 'filing', 'about']);
/** What tells of papers, procedures and needs. */
const matter =
  / (giay|thu tuc|dang ky|dang ki|khai (sinh|tu|thue)|ket hon|ly hon|ho chieu|can cuoc|cccd|cmnd|ho khau|ho tich|so (do|hong)|dat dai|bang lai|ly lich|hoc phi|tro cap|bao hiem|tam tru|thuong tru|ban sao|phan anh|kien nghi|khieu nai|to cao|(can|muon|xin|phai) (lam|cap|nop|xin|hoi|doi|mua|ban|biet)|qua doi|passport|certificate|register|apply|how|what|where) /;
const judging =
  / (nhanh|gon|cham|lau|tot|kem|te|on|duoc|tam|binh thuong|hai long|dung hen|dung gio|som|tre|niem no|that vong|thai do|phuc vu|nhiet tinh|lich su|vui ve|chu dao|tan tinh|de thuong|tuyet|dep|hay|kho chiu|cau gio|hach sach|vo ly|buc xuc|chan|cam on|rat|qua|hoi|good|great|fast|quick|slow|bad|poor|rude|kind|polite|fine|ok|okay|excellent|nice|helpful|friendly|thanks) /;
/** "1, gọi tôi", "4/5 - ổn": the score stands apart from its words. */
const setApart = /^[\s"'“”]*(?:\p{L}+\s+){0,2}[1-5](?:\s*\/\s*5)?\s*[,:;.–-]/u;
const numbers = ['một', 'hai', 'ba', 'bốn', 'năm'];
const scored = /^ (?:(?:cho|chấm|tôi chấm|đánh giá|i give|rating) )*([1-5]|một|hai|ba|bốn|năm) (?:(điểm|diem|sao|points?|stars?) )?(.*)$/u;
const leading =
  /^[\s"'“”]*(?:(?:tôi |i )?(?:cho|chấm|đánh giá|give|rating)\s+)?(?:[1-5]|một|hai|ba|bốn|năm)(?:\s*\/\s*5)?(?:\s*(?:điểm|diem|sao|points?|stars?))?[\s.,:;!–-]*/iu;
const skip = /^ (bo qua|khong cham|khong|thoi|no rating|skip|no)( (a|nhe|dau|cam on))* $/;
