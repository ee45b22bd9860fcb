import { foldedWords } from '../text.ts';
import type { Aspect, Choice, Language, Memory } from '../types.ts';
import { aspectSaid, aspectsOf } from './aspect.ts';
import { findDossierCode, findOtherCode, findProcedureCode, type OtherCode } from './codes.ts';
import { contentWords } from './content.ts';
import { wishOf } from './kind.ts';
import { languageOf } from './language.ts';

/** What a message wants, by rules alone. `aspect` null: only a matter is named. */
export type Intent =
  | { kind: 'dossier'; code: string }
  | { kind: 'other-code'; of: OtherCode }
  | { kind: 'dossier-code-incomplete' }
  | { kind: 'dossier-without-code' }
  | { kind: 'hand-over' }
  | { kind: 'petition' }
  | { kind: 'small-talk'; about: 'greeting' | 'thanks' | 'about' }
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
  const mention = findDossierCode(text);
  if (mention.kind === 'code') return { kind: 'dossier', code: mention.code };
  const other = findOtherCode(text);
  if (other !== null) return { kind: 'other-code', of: other };
  if (mention.kind === 'incomplete') return { kind: 'dossier-code-incomplete' };
  const code = findProcedureCode(text);
  const wish = wishOf(text);
  // Who asks what papers a complaint takes wants the procedure, not to be noted down.
  const asksForFact = factual.has(aspectSaid(text));
  if (wish === 'hand-over' && !(asksForFact && contentWords(text).length > 4)) return { kind: 'hand-over' };
  if (wish === 'petition' && !asksForFact) return { kind: 'petition' };
  if (wish === 'status' && code === null) return { kind: 'dossier-without-code' };
  if (wish === 'more') return { kind: 'more' };
  if (wish === 'greeting' || wish === 'thanks' || wish === 'about') return { kind: 'small-talk', about: wish };
  if (memory.awaiting === 'dossier-code' && /\d{4,}/.test(text) && code === null && foldedWords(text).trim().split(' ').length <= 6) {
    return { kind: 'dossier-code-incomplete' };
  }
  if (wish === 'filing') return { kind: 'filing', code, question: text };
  const [aspect = null, ...also] = aspectsOf(text);
  return { kind: 'procedure', code, aspect, also, question: text };
}

const factual = new Set<Aspect | null>(['documents', 'forms', 'fee', 'duration', 'place']);

const ordinals: [RegExp, number][] = [
  [/^ (cai |so |muc |thu )*(1|mot|nhat|dau|dau tien|first)( (di|nhe|a|nha))? $/, 0],
  [/^ (cai |so |muc |thu )*(2|hai|nhi|second)( (di|nhe|a|nha))? $/, 1],
  [/^ (cai |so |muc |thu )*(3|ba|third)( (di|nhe|a|nha))? $/, 2],
  [/^ (cai |so |muc |thu )*(4|bon|tu|fourth)( (di|nhe|a|nha))? $/, 3],
  [/^ (cai |so |muc |thu )*(5|nam|fifth)( (di|nhe|a|nha))? $/, 4],
];

function pickOf(text: string, offered: Choice[]): Choice | null {
  const words = foldedWords(text);
  const byLabel = offered.find((choice) => foldedWords(choice.label) === words || foldedWords(choice.say) === words);
  if (byLabel !== undefined) return byLabel;
  const place = ordinals.find(([pattern]) => pattern.test(words))?.[1];
  return place === undefined ? null : (offered[place] ?? null);
}
