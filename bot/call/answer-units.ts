import { sayNumber } from '../speech/said.ts';
import type { Language } from '../types.ts';
import { onThePhone } from './answer-phrases.ts';

/**
 * What an answer is made of: a sentence; the head of what follows it; an item of a list; a note of ours in plain words.
 */
export type Unit = { kind: 'sentence' | 'head' | 'item' | 'note'; text: string };

/** The lines of a reply in words of the telephone. What only a screen can show is left out. */
export function unitsOf(text: string, language: Language): Unit[] {
  const units: Unit[] = [];
  const left: Unit[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || /^(?:Nguồn|Source): /.test(line)) continue;
    if (isLeft.test(line)) {
      left.push({ kind: 'sentence', text: line });
      continue;
    }
    const note = /^(?:Giải thích|In plain words|Explanation): (.+)$/.exec(line)?.[1];
    const item = /^(?:(\d{1,2})\. |[-•+] )(.+)$/.exec(line);
    if (note !== undefined) units.push(...sentences(note, language).map((said): Unit => ({ kind: 'note', text: said })));
    else if (item !== null) units.push(...itemUnits(item[1], item[2] ?? '', language));
    else if (isHead(line)) units.push(...spoken(line, language).map((said): Unit => ({ kind: 'head', text: headed(said) })));
    else units.push(...sentences(line, language).map((said): Unit => ({ kind: said.endsWith(':') ? 'head' : 'sentence', text: said })));
  }
  return [...units, ...left];
}

/** How much more there is comes last: the key that goes on follows it. */
const isLeft = /^(?:Còn \d+ .+ nữa|\d+ more .+ to come)\.$/;

/** Sentences of a line; the abbreviation of a town does not end one. */
export function sentences(line: string, language: Language): string[] {
  return line
    .split(/(?<=[\p{L}\d)*]{2}[.!?…]["”)]?)(?<!(?:^|\s)TP\.)\s+(?=["“(*]{0,3}[\p{Lu}\d])/u)
    .flatMap((sentence) => spoken(sentence, language))
    .map(ended);
}

function itemUnits(number: string | undefined, text: string, language: Language): Unit[] {
  if (isHead(text) && text.startsWith('**')) return [{ kind: 'head', text: headed(text.replaceAll('**', '')) }];
  const said = spoken(text, language).map(ended)[0];
  if (said === undefined) return [];
  const marked = number === undefined ? said : `${counted(Number(number), language)} ${said}`;
  return said.endsWith(':') ? [{ kind: 'head', text: marked }] : [{ kind: 'item', text: marked }];
}

function isHead(line: string): boolean {
  return /:\**$/.test(line) || /^\*\*[^*]+\*\*$/.test(line) || / \((?:tiếp|continued)\)[:.]?$/.test(line);
}

function headed(text: string): string {
  return `${text.replace(/[:.\s]+$/, '').replace(/ \((?:tiếp|continued)\)$/, '')}:`;
}

function counted(number: number, language: Language): string {
  if (language === 'en') return `Number ${number}:`;
  const words = sayNumber(number);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} là`;
}

/** None where the sentence makes sense on a screen alone. */
function spoken(text: string, language: Language): string[] {
  const said = onThePhone(text.replaceAll('**', '').replace(/^(?:\p{Ll}\d?|\d{1,2}(?:\.\d{1,2})?)\) ?(?=\p{L})/u, ''), language)
    .replace(/https?:\/\/(?:www\.)?([\w.-]+)\S*/g, (_, host: string) => `${language === 'vi' ? 'trang ' : ''}${host}`)
    .replace(/ · /g, ', ')
    .replace(/\s+/g, ' ')
    .trim();
  return said === '' || said.includes('•') ? [] : [said];
}

function ended(sentence: string): string {
  return /[.!?…:]["”)]?$/.test(sentence) ? sentence : `${sentence.replace(/[;,\s]+$/, '')}.`;
}
