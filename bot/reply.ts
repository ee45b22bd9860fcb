import type { Choice, Language, Reply, ReplyKind } from './types.ts';
import { choiceWording, type Words } from './wording.ts';

/** A reply that names no record: everything but answers, filings and statuses. */
export function plainReply(kind: ReplyKind, text: string, choices: Choice[] = []): Reply {
  return { kind, text, procedures: [], aspect: null, sources: [], dossier: null, choices };
}

/** A button that says what is written on it. */
export function button(words: Words, language: Language): Choice {
  return { label: words[language], say: words[language] };
}

export function startChoices(language: Language): Choice[] {
  const { startBirth, startIdentity, startResidence, startDossier } = choiceWording;
  return [startBirth, startIdentity, startResidence, startDossier].map((words) => button(words, language));
}
