import type { Faq, Language, Reply } from '../types.ts';
import { followUps } from './follow-ups.ts';

/** A checked answer with the record that its facts come from; `url` is that record's page. */
export function composeFaq(faq: Faq, url: string, language: Language): Reply {
  return {
    kind: 'answered',
    text: language === 'vi' ? faq.answer : faq.english.answer,
    procedures: [faq.code],
    aspect: faq.aspect,
    sources: [{ code: faq.code, title: language === 'vi' ? faq.question : faq.english.question, section: faq.aspect, url, date: faq.date }],
    dossier: null,
    choices: followUps(faq.aspect, language),
  };
}
