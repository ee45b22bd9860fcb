import type { Dossier } from '../dossier-types.ts';
import { hideText, namesIn } from '../skills/dossier-mask.ts';

/** The source's own words for where a dossier stands, as they are compared, kept and told. */
export function wordsOf(dossier: Dossier): string {
  return impersonal(dossier.statusText, dossier);
}

/** A source's own words without the people whom the dossier names, however written, and without personal numbers. Short: a line of a notice. */
export function impersonal(text: string, dossier: Dossier): string {
  const { applicant, factor } = dossier;
  const names = namesIn(dossier, false).map((name) => name.normalize('NFC'));
  const numbers = [applicant.phone, applicant.idNumber, factor.pin, factor.phone, factor.idNumber];
  const said = [...names, ...numbers].filter((each) => each.trim().length >= 3).sort((a, b) => b.length - a.length);
  // A number that stands in the code, as a PIN may, is no secret there.
  const without = said.reduce((left, each) => left.replaceAll(wholly(each), '•••'), text.normalize('NFC'));
  return hideText(without, said, 200);
}

/** As a whole, whatever blanks, or dots between the digits of a number, it is written with. */
function wholly(said: string): RegExp {
  const isNumber = /^[\d\s.-]+$/.test(said);
  const parts = isNumber ? [...said.replace(/\D/g, '')] : said.trim().split(/\s+/);
  const written = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join(isNumber ? '[\\s.-]?' : '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${written}(?![\\p{L}\\p{N}])`, 'giu');
}
