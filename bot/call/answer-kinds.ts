import type { Language } from '../types.ts';
import { type Unit, unitsOf } from './answer-units.ts';
import { answerWording as words } from './answer-wording.ts';

/** Whom to call comes before everything, in the first sentence. */
export function emergencyPages(text: string, language: Language): string[] {
  const numbers = [...text.matchAll(/^- \*\*(\d{3})\*\* ?[–-] ?(.+)$/gm)].map(([, number = '', who = '']) =>
    words.call[language].replace('NUMBER', number).replace('WHO', () => who.trim()),
  );
  const others = unitsOf(text.replace(/^- .*$/gm, ''), language).filter(({ kind }) => kind === 'sentence');
  const told = others.map((unit) => unit.text).filter((sentence) => sentence !== words.urgent[language]);
  if (numbers.length === 0) return [told.join(' ')];
  const [call = '', ...also] = numbers;
  return [[`${words.hangUp[language]} ${call}${also.map((one) => `, ${words.or[language]} ${one}`).join('')}.`, ...told].join(' ')];
}

/** Of an overview where, how long and how much, as far as that is short; the rest is asked for. */
export function overviewUnits(units: Unit[]): Unit[] {
  const [head, ...rest] = units;
  // More than it was asked for: everything is told in its order.
  if (head === undefined || rest.some(({ kind }) => kind === 'head')) return units;
  const name = head.text.replace(/, (?:lĩnh vực|field:?) .*$/su, '').replace(/[:.]$/, '');
  const items = rest.filter(({ kind }) => kind === 'item');
  const wanted = [/^(?:Nơi nhận|Where|Received)/i, /^(?:Thời hạn|Time|How long)/i, /^(?:Lệ phí|Phí|Fee|Cost)/i];
  const told = wanted.flatMap((label) => items.filter(({ text }) => label.test(text) && text.length <= mostOfOverview).slice(0, 1));
  const opening: Unit = { kind: 'sentence', text: [`${name}.`, ...told.map(({ text }) => text)].join(' ') };
  return [
    opening,
    ...rest.filter(({ kind }) => kind === 'note'),
    ...items.filter((unit) => !told.includes(unit) && unit.text.length <= mostOfOverview),
  ];
}

const mostOfOverview = 90;

/** How it stands with a dossier: its code was read back before, and is not said again. */
export function statusUnits(units: Unit[], dossier: string | null, language: Language): Unit[] {
  if (dossier === null) return units;
  return units.flatMap((unit): Unit[] => {
    const rest = unit.text.includes(dossier) ? unit.text.slice(unit.text.indexOf(dossier) + dossier.length).replace(/^[,.:\s]+/, '') : null;
    if (rest === null) return [unit];
    if (rest === '') return [];
    const status = `${rest.charAt(0).toLowerCase()}${rest.slice(1)}`;
    return [{ ...unit, kind: unit.kind === 'head' ? 'head' : 'sentence', text: `${words.dossier[language]} ${status}` }];
  });
}
