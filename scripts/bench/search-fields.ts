import { fold } from '../../bot/text.ts';
import type { IndexDocument } from '../../knowledge/index/document.ts';

/** Every text that our index reads too. */
export const textFields = [
  'name',
  'alsoCalled',
  'results',
  'keywords',
  'field',
  'issuer',
  'code',
  'papers',
  'conditions',
  'steps',
  'places',
] as const;
export type TextField = (typeof textFields)[number];

/** A document as search libraries take it: flat, lists as lines. */
export function flat(document: IndexDocument): Record<TextField, string> & { id: string } {
  const texts = textFields.map((field) => [field, [document[field]].flat().join('\n')] as const);
  // `fromEntries` forgets the names of the fields.
  return { id: document.id, ...Object.fromEntries(texts) } as Record<TextField, string> & { id: string };
}

/** Words without case and diacritics, codes whole: half of all people type so, and neither library folds Vietnamese by itself. */
export function words(text: string): string[] {
  return [...(fold(text).match(/[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu) ?? [])];
}
