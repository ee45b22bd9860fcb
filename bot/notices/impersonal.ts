import type { Dossier } from '../dossier-types.ts';
import { maskPersonal } from '../personal.ts';

/** The source's own words for where a dossier stands, as they are compared, kept and told. */
export function wordsOf(dossier: Dossier): string {
  return impersonal(dossier.statusText, dossier).replace(/\s+/g, ' ').trim();
}

/** A source's own words without the people whom the dossier names and without personal numbers. Short: it is a line of a notice. */
export function impersonal(text: string, dossier: Dossier): string {
  const { applicant, holder, factor, timeline } = dossier;
  const names = [applicant.name, holder.person, ...timeline.map((step) => step.person)];
  const numbers = [applicant.phone, applicant.idNumber, factor.pin, factor.phone, factor.idNumber];
  const said = [...names, ...numbers].filter((each) => each.trim().length >= 3).sort((a, b) => b.length - a.length);
  // A number that stands in the code, as a PIN may, is no secret there.
  const without = said.reduce((left, each) => left.replaceAll(wholly(each), '•••'), text);
  return maskPersonal(without).slice(0, 200);
}

/** As a whole, whatever blanks, or dots between the digits of a number, it is written with. */
function wholly(said: string): RegExp {
  const isNumber = /^[\d\s.-]+$/.test(said);
  const parts = isNumber ? [...said.replace(/\D/g, '')] : said.trim().split(/\s+/);
  const written = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join(isNumber ? '[\\s.-]?' : '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${written}(?![\\p{L}\\p{N}])`, 'giu');
}
