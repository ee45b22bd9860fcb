import { heardDossierCode } from '../speech/code-heard.ts';
import { type DossierMention, isRealDate } from '../speech/code-shape.ts';
import { heardPetitionCode } from '../speech/petition-heard.ts';
import { heardProcedureCode } from '../speech/procedure-heard.ts';

export type { DossierMention };

// One to four groups of which exactly one is G or H and two digits, then a date, then a number. O, l and I stand for 0 and 1 where digits belong.
const digit = '[0-9OoIl]';
const office = `[GgHh]${digit}{2}`;
const group = `${digit}{1,3}`;
const dot = '\\s*[.,]\\s*';
const dash = '\\s*[-_\\u2010-\\u2015\\u2212]\\s*';
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}.,])((?:${office}(?:${dot}${group}){0,3})|(?:(?:${group}${dot}){1,3}${office}))${dash}(${digit}{8}|${digit}{6})${dash}(${digit}{4,7})(?![\\p{L}\\p{N}])`,
  'gu',
);
/** Finds a dossier code in any form: typed with lower case, blanks, odd dashes, commas for dots, letters for digits; or said in words. */
export function findDossierCode(text: string): DossierMention {
  for (const [, agency = '', date = '', number = ''] of text.matchAll(pattern)) {
    if (isRealDate(digits(date))) return { kind: 'code', code: `${normalAgency(agency)}-${digits(date)}-${digits(number)}` };
  }
  return heardDossierCode(text);
}

/** What a message holds of a petition's code: `stem` is its date and number alone, `code` with the characters that cannot be guessed. */
export type PetitionMention = { kind: 'code'; code: string; stem: string } | { kind: 'incomplete' } | { kind: 'none' };

/** Finds the code of a petition such as `PA-261122-0007-K3M7`, typed in any way or said. No dossier's code is one: its agency begins with G or H. */
export function findPetitionCode(text: string): PetitionMention {
  for (const [, date = '', number = '', check = ''] of text.matchAll(petitionPattern)) {
    const [day, count] = [date, number].map((part) => digits(part.toUpperCase().replaceAll('L', '1')));
    if (day !== undefined && count !== undefined && isRealDate(day)) return petitionOf(day, count, check);
  }
  const heard = heardPetitionCode(text);
  if (heard !== null && isRealDate(heard.date)) return petitionOf(heard.date, heard.number, heard.check);
  return /(?<![\p{L}\p{N}])PA[\s-]*\d{4}/iu.test(text) ? { kind: 'incomplete' } : { kind: 'none' };
}

const petitionPattern = new RegExp(
  `(?<![\\p{L}\\p{N}])P\\s?A(?:${dash}|\\s*)(${digit}{6})(?:${dash}|\\s+)(${digit}{4,6})(?:${dash}|\\s+)([A-Z0-9](?:\\s?[A-Z0-9]){3})(?![\\p{L}\\p{N}])`,
  'giu',
);

function petitionOf(date: string, number: string, check: string): PetitionMention {
  const stem = `PA-${date}-${number}`;
  return { kind: 'code', code: `${stem}-${check.replace(/\s/g, '').toUpperCase()}`, stem };
}

/** National procedure codes such as `1.004222`, typed or said, and the procedure of a case (`1.001193.02`) or of a local copy (`1.013226.H13`). */
export function findProcedureCode(text: string): string | null {
  const found = /(?<![\d.])([1-6]\.\d{6})(?:\.\d{2,3}(?:\.\d{2}\.\d{2}\.H\d{2})?|\.H\d{2})?(?![\d])/.exec(text);
  return found?.[1] ?? heardProcedureCode(text);
}

/** A code of another register, which looks like a dossier's and is none. */
export type OtherCode = 'payment' | 'social-insurance' | 'paper' | 'result';

/** The register that a code belongs to when it is no dossier's, or null. */
export function findOtherCode(text: string): OtherCode | null {
  return otherCodes.find(([, shape]) => shape.test(text))?.[0] ?? null;
}

const otherCodes: [OtherCode, RegExp][] = [
  ['payment', /(?<![\p{L}\p{N}.])[GH]\d{2}(?:\.\d{1,3}){1,3}\s*-\s*\d{12}(?!\d)/iu],
  ['social-insurance', /(?<![\d/])\d{5}\/20\d{2}\/\d{4,6}(?![\d/])/u],
  ['paper', /(?<![\p{L}\p{N}.])(?:\d{2,3}\.){2,4}[GH]\d{2}\s*-\s*[A-Z]{2}\d{4,}/iu],
  ['result', /(?<![\p{L}\p{N}.])KQ\.[GH]\d{2}\.\d{4,}/iu],
];

function normalAgency(agency: string): string {
  return agency
    .replace(/\s/g, '')
    .replaceAll(',', '.')
    .split('.')
    .map((part) => (/^[GgHh]/.test(part) ? part.charAt(0).toUpperCase() + digits(part.slice(1)) : digits(part)))
    .join('.');
}

function digits(text: string): string {
  return text.replace(/[Oo]/g, '0').replace(/[Il]/g, '1');
}
