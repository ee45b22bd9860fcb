import { foldedWords } from '../text.ts';
import type { Aspect, Choice, Language, Memory } from '../types.ts';
import { aspectSaid, aspectsOf } from './aspect.ts';
import { findDossierCode, findOtherCode, findPetitionCode, findProcedureCode, type OtherCode } from './codes.ts';
import { asksWhereToComplain } from './complaint-wish.ts';
import { contentWords } from './content.ts';
import { askedOfDossier } from './dossier-asked.ts';
import { secretBeside, secretIn, wantsDetails, wantsFactor } from './factor.ts';
import { type FilingWish, filingWishOf } from './filing-wish.ts';
import { wishOf } from './kind.ts';
import { languageOf } from './language.ts';
import { addressWishOf, type NoticeWish, noticeWishOf } from './notice-wish.ts';
import { reportsMatter } from './report.ts';

/** What a message wants, by rules alone. `aspect` null: only a matter is named. */
export type Intent =
  | { kind: 'dossier'; code: string }
  /** A try of the second factor; of the dossier spoken of where it names none. */
  | { kind: 'factor'; code: string | null; secret: string }
  | { kind: 'factor-wanted' }
  | { kind: 'dossier-details' }
  /** `code`: the dossier that the message names. */
  | { kind: 'notices'; wish: NoticeWish; code: string | null }
  | { kind: 'other-code'; of: OtherCode }
  | { kind: 'dossier-code-incomplete' }
  | { kind: 'dossier-without-code' }
  | { kind: 'hand-over' }
  /** `text` is what is reported: the message, or the words that a notice offered. */
  | { kind: 'petition'; text: string }
  | { kind: 'petition-resume' }
  | { kind: 'filing-on-its-way'; wish: FilingWish }
  | { kind: 'rate-dossier'; code: string }
  | { kind: 'petition-status'; code: string; stem: string }
  | { kind: 'petition-without-code' }
  | { kind: 'small-talk'; about: 'greeting' | 'thanks' | 'about' | 'nod' }
  | { kind: 'more' }
  | { kind: 'filing'; code: string | null; question: string }
  /** `also`: what is asked for besides. */
  | { kind: 'procedure'; code: string | null; aspect: Aspect | null; also: Aspect[]; question: string };

export type Understood = { language: Language; intent: Intent };

/** Reads one message in the light of what was said before. A pick ("2", "cái thứ hai") becomes the choice it names. */
export function understand(text: string, memory: Memory): Understood {
  const picked = pickOf(text, memory.offered);
  const said = picked?.say ?? text;
  return { language: picked === null ? languageOf(text, memory.language) : memory.language, intent: intentOf(said, memory) };
}

function intentOf(text: string, memory: Memory): Intent {
  const worded = wordedPetition(text);
  if (worded !== null) return { kind: 'petition', text: worded };
  const rated = rating.test(text) ? findDossierCode(text) : null;
  if (rated?.kind === 'code') return { kind: 'rate-dossier', code: rated.code };
  const filed = findPetitionCode(text);
  if (filed.kind === 'code') return { kind: 'petition-status', code: filed.code, stem: filed.stem };
  if (filed.kind === 'incomplete') return { kind: 'petition-without-code' };
  if (memory.petition !== null && resuming.test(foldedWords(text))) return { kind: 'petition-resume' };
  const filing = memory.awaiting === null || memory.awaiting === 'procedure' ? filingWishOf(text, memory.filing !== null) : null;
  if (filing !== null) return { kind: 'filing-on-its-way', wish: filing };
  const mention = findDossierCode(text);
  const notices = noticeWishOf(text) ?? (memory.awaiting === 'address' ? addressWishOf(text) : null);
  if (notices !== null) return { kind: 'notices', wish: notices, code: mention.kind === 'code' ? mention.code : null };
  if (mention.kind === 'code') {
    const secret = secretBeside(text);
    return secret === null ? { kind: 'dossier', code: mention.code } : { kind: 'factor', code: mention.code, secret };
  }
  const other = findOtherCode(text);
  if (other !== null) return { kind: 'other-code', of: other };
  const code = findProcedureCode(text);
  const secret = code === null ? secretIn(text, memory) : null;
  if (secret !== null) return memory.dossier === null ? { kind: 'dossier-without-code' } : { kind: 'factor', code: null, secret };
  if (wantsFactor(text)) return memory.dossier === null ? { kind: 'dossier-without-code' } : { kind: 'factor-wanted' };
  if (wantsDetails(text) && memory.dossier !== null) return { kind: 'dossier-details' };
  if (mention.kind === 'incomplete') return { kind: 'dossier-code-incomplete' };
  const asked = askedOfDossier(text, memory);
  if (asked === 'details') return { kind: memory.awaiting === 'factor' ? 'factor-wanted' : 'dossier-details' };
  if (asked === 'status' && memory.dossier !== null) return { kind: 'dossier', code: memory.dossier.code };
  const wish = wishOf(text);
  // Who asks what papers a complaint takes wants the procedure, not to be noted down.
  const asksForFact = factual.has(aspectSaid(text));
  if (wish === 'hand-over' && !(asksForFact && contentWords(text).length > 4)) return { kind: 'hand-over' };
  if (wish === 'petition-status') return { kind: 'petition-without-code' };
  if (wish === 'petition' && (!(asksForFact || asksWhereToComplain(text)) || reportsMatter(text))) return { kind: 'petition', text };
  if (wish === 'status' && code === null) return { kind: 'dossier-without-code' };
  if (wish === 'more' && memory.lastTold === 'dossier' && memory.dossier !== null)
    return { kind: memory.awaiting === 'factor' ? 'factor-wanted' : 'dossier-details' };
  if (wish === 'more') return { kind: 'more' };
  // At the very start there is nothing to nod at.
  const underWay = memory.focus !== null || memory.matter !== '' || memory.dossier !== null;
  if (wish === 'nod') return { kind: 'small-talk', about: underWay ? 'nod' : 'greeting' };
  if (wish === 'greeting' || wish === 'thanks' || wish === 'about') return { kind: 'small-talk', about: wish };
  if (memory.awaiting === 'dossier-code' && /\d{4,}/.test(text) && code === null && foldedWords(text).trim().split(' ').length <= 6) {
    return { kind: 'dossier-code-incomplete' };
  }
  if (wish === 'filing') return { kind: 'filing', code, question: text };
  const [aspect = null, ...also] = aspectsOf(text);
  return { kind: 'procedure', code, aspect, also, question: text };
}

/** "Tôi phản ánh việc hồ sơ … quá hạn", "Gửi phản ánh: …": what a notice offers is a petition already worded, whatever codes stand in it. */
function wordedPetition(text: string): string | null {
  const [, whole = '', rest = ''] = worded.exec(text) ?? [];
  return rest !== '' ? rest : whole.split(' ').length < 8 ? null : whole;
}

/** What the button of a notice says, with the dossier's code. */
const rating = /^(?:đánh giá phục vụ|rate the service)(?![\p{L}])/iu;
const worded = /^(?:((?:tôi phản ánh việc|i want to make a complaint:)\s+\S.*)|(?:gửi phản ánh|send a petition)\s*:\s*(\S.*))$/isu;
const resuming =
  /^ (tiep tuc|lam tiep|quay lai|continue|back to) (gui |cai |my |the )?(phan anh|gop y|kien nghi|petition)( cua toi)?( di| nhe| a)* $/;
const factual = new Set<Aspect | null>(['documents', 'forms', 'fee', 'duration', 'place']);

const ordinals: [RegExp, number][] = [
  [/^ (cai |so |muc |thu )*(1|mot|nhat|dau|dau tien|first)( (di|nhe|a|nha))? $/, 0],
  [/^ (cai |so |muc |thu )*(2|hai|nhi|second)( (di|nhe|a|nha))? $/, 1],
  [/^ (cai |so |muc |thu )*(3|ba|third)( (di|nhe|a|nha))? $/, 2],
  [/^ (cai |so |muc |thu )*(4|bon|tu|fourth)( (di|nhe|a|nha))? $/, 3],
  [/^ (cai |so |muc |thu )*(5|nam|fifth)( (di|nhe|a|nha))? $/, 4],
  [/^ (cai |so |muc |thu )*6( (di|nhe|a|nha))? $/, 5],
  [/^ (cai |so |muc |thu )*7( (di|nhe|a|nha))? $/, 6],
  [/^ (cai |so |muc |thu )*8( (di|nhe|a|nha))? $/, 7],
  [/^ (cai |so |muc |thu )*9( (di|nhe|a|nha))? $/, 8],
];

/** Long lists are numbered past what is counted in words. */
function placeOf(words: string): number | undefined {
  const number = /^ (?:cai |so |muc |thu )*([1-9]\d?)(?: (?:di|nhe|a|nha))? $/.exec(words)?.[1];
  return number === undefined ? undefined : Number(number) - 1;
}

/** The choice that a message names, by its words or its place. */
export function pickOf(text: string, offered: Choice[]): Choice | null {
  const words = foldedWords(text);
  const byLabel = offered.find((choice) => foldedWords(choice.label) === words || foldedWords(choice.say) === words);
  if (byLabel !== undefined) return byLabel;
  const place = ordinals.find(([pattern]) => pattern.test(words))?.[1] ?? placeOf(words);
  return place === undefined ? null : (offered[place] ?? null);
}
