import type { Aspect, Explanation, Language, Reply, StoredProcedure } from '../types.ts';
import { conditionsSection, eligibleSection, formsSection, legalBasisSection, resultSection, stepsSection } from './details.ts';
import { documentsSection } from './documents.ts';
import { durationSection } from './duration.ts';
import { feeSection } from './fee.ts';
import { followUps } from './follow-ups.ts';
import { onlineSection } from './online.ts';
import { overviewSection } from './overview.ts';
import { cutIntoParts } from './parts.ts';
import { placeSection } from './place.ts';
import type { Section, Subject } from './section.ts';
import { sourceOf, subjectOf } from './subject.ts';
import { shorten } from './text.ts';
import { words } from './words.ts';

export { composeChecklist } from './checklist.ts';

export type AnswerOptions = {
  stored: StoredProcedure;
  aspect: Aspect;
  explanation: Explanation | null;
  language: Language;
  /** Which screen of a long answer, from 0. Beyond the last it is the last. */
  part?: number;
};

/** The answer to one aspect from the record alone: its words and figures, nothing added. A record that is silent is said to be. */
export function composeAnswer({ stored, aspect, explanation, language, part = 0 }: AnswerOptions): Reply {
  const subject = subjectOf({ stored, explanation, language });
  const section = sections[aspect](subject);
  const parts = cutIntoParts(section.lines);
  const index = Math.min(Math.max(part, 0), parts.length - 1);
  const shown = parts[index] ?? { text: '', left: 0 };
  const say = words[language];
  const isLast = index === parts.length - 1;
  const lead = index === 0 ? section.lead : `${subject.title} ${say.continued}:`;
  const blocks = [
    lead,
    shown.text,
    isLast ? section.close.join(' ') : say.left(shown.left, aspect),
    index === 0 ? explained(explanation, aspect, language) : '',
  ].filter((block) => block !== '');
  const choices = followUps(aspect, language);
  return {
    kind: 'answered',
    text: blocks.join('\n'),
    procedures: [stored.procedure.code],
    aspect,
    sources: [sourceOf(stored, aspect)],
    dossier: null,
    choices: isLast ? choices : [say.more, ...choices.slice(0, 4)],
  };
}

/** One reply to several aspects, in the order of asking; the conversation goes on from the first. */
export function composeAnswers({ also, ...options }: AnswerOptions & { also: Aspect[] }): Reply {
  const first = composeAnswer(options);
  const more = also.map((aspect) => composeAnswer({ ...options, aspect }));
  const told = also.map((aspect) => words[options.language].choices[aspect]?.say);
  return {
    ...first,
    text: [first, ...more].map(({ text }) => text).join('\n\n'),
    // One record, one line to read: the section is the first one's.
    sources: first.sources,
    choices: first.choices.filter(({ say }) => !told.includes(say)),
  };
}

const sections: Record<Aspect, (subject: Subject) => Section> = {
  overview: overviewSection,
  documents: documentsSection,
  fee: feeSection,
  duration: durationSection,
  steps: stepsSection,
  place: placeSection,
  online: onlineSection,
  forms: formsSection,
  conditions: conditionsSection,
  result: resultSection,
  'legal-basis': legalBasisSection,
  eligible: eligibleSection,
};

/** Our own plain words, set apart from the record's. The notes are Vietnamese, so an English answer has the overview alone. */
function explained(explanation: Explanation | null, aspect: Aspect, language: Language): string {
  const english = aspect === 'overview' ? explanation?.english.plain : undefined;
  const note = language === 'en' ? english : aspect === 'overview' ? explanation?.plain : explanation?.notes[aspect];
  return note ? `${words[language].explained}: ${shorten(note, 320)}` : '';
}
