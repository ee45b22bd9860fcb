import type { Dossier } from '../dossier-types.ts';
import { maskPersonal } from '../personal.ts';
import { fold } from '../text.ts';

/** `Nguyễn Văn An` → `N••• V•• A•`: enough to know one's own, too little for a stranger. */
export function maskName(name: string): string {
  return name
    .split(' ')
    .filter(Boolean)
    .map((part) => part.charAt(0) + '•'.repeat(Math.max(1, part.length - 1)))
    .join(' ');
}

/** Only the last three digits are shown. */
export function maskNumber(number: string): string {
  const digits = number.replace(/\D/g, '');
  return digits.length < 6 ? '' : `${'•'.repeat(digits.length - 3)}${digits.slice(-3)}`;
}

/** Whose names may stand in a source's own words: the applicant's always, the officials' unless they are told. */
export function namesIn({ applicant, holder, timeline }: Dossier, officials: boolean): string[] {
  const people = officials ? [] : [holder.person, ...timeline.map(({ person }) => person)];
  return [...new Set([applicant.name, ...people])].filter((name) => name !== '');
}

/** A source's own words on one line, not longer than `most`: personal numbers masked, and these names wherever they stand. */
export function maskText(text: string, names: string[], most = 300): string {
  return masked(text, names, maskName, most);
}

/** The same for whoever has proved nothing: not even first letters and last digits are left. */
export function hideText(text: string, names: string[], most = 300): string {
  return masked(text, names, () => '•••', most).replace(/•+[\d•]*/g, '•••');
}

function masked(text: string, names: string[], mask: (name: string) => string, most: number): string {
  const line = maskPersonal(text.normalize('NFC').replace(/\s+/g, ' ').trim());
  const masked = names.reduce((left, name) => withoutName(left, name, mask), line);
  return masked.length <= most ? masked : `${masked.slice(0, most - 1).trimEnd()}…`;
}

/** Sources write a name with and without marks, in capitals or not. Folding keeps the length of composed text. */
function withoutName(text: string, name: string, mask: (name: string) => string): string {
  const wanted = fold(name.normalize('NFC').replace(/\s+/g, ' ').trim());
  const folded = fold(text);
  if (wanted.length < 4 || folded.length !== text.length) return text;
  let masked = '';
  let from = 0;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, from)) {
    masked += text.slice(from, at) + mask(text.slice(at, at + wanted.length));
    from = at + wanted.length;
  }
  return masked + text.slice(from);
}
