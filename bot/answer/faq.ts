import type { Faq, Language, Reply, StoredProcedure } from '../types.ts';
import { followUps } from './follow-ups.ts';

/** A checked answer with the record that its facts come from, on the date on which they were compared. */
export function composeFaq(faq: Faq, { procedure, provenance }: StoredProcedure, language: Language): Reply {
  return {
    kind: 'answered',
    text: language === 'vi' ? faq.answer : faq.english.answer,
    procedures: [faq.code],
    aspect: faq.aspect,
    sources: [{ code: faq.code, title: procedure.name, section: faq.aspect, url: provenance.url, date: faq.date }],
    dossier: null,
    choices: followUps(faq.aspect, language),
  };
}
