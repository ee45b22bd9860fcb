import type { Language } from '../types.ts';
import { inWords } from './in-words.ts';

/** As many characters as slow voices say in 20 s. */
const longest = 220;
const mostItems = 3;

/**
 * The beginning of an answer as it is spoken: whole sentences, as many as 20 s hold, of a list the first three at most, numbers, days, sums and
 * codes in words. What is left out stands in the text. Empty: nothing of it can be said.
 */
export function spokenText(text: string, language: Language): string {
  const lines = text
    .replaceAll('**', '')
    .split('\n')
    .map((line) => line.trim());
  const end = lines.findIndex((line) => /^(Nguồn|Source):/.test(line));
  const own = (end < 0 ? lines : lines.slice(0, end)).filter((line) => line !== '');
  const pieces = piecesOf(own);
  const taken: Spoken[] = [];
  for (const { text: piece, head } of pieces) {
    const said = language === 'vi' ? inWords(piece) : bare(piece);
    if (joined([...taken, { said, head }]).length > longest) break;
    taken.push({ said, head });
  }
  // The head of a list says nothing without an item.
  while (taken.at(-1)?.head) taken.pop();
  const said = joined(taken);
  if (said === '') return '';
  const isAll = spokenLength(own.join(' '), language) <= said.length;
  const rest = inText[language];
  return isAll || said.length + rest.length + 1 > longest + 25 ? said : `${said} ${rest}`;
}

const inText: Record<Language, string> = { vi: 'Phần còn lại trong tin nhắn.', en: 'The rest is in the message.' };

type Piece = { text: string; head: boolean };
type Spoken = { said: string; head: boolean };

function joined(taken: Spoken[]): string {
  return taken.map(({ said }) => said).join(' ');
}

/** Sentences in their order, then of a list its first items; what follows a list is left to the text. */
function piecesOf(lines: string[]): Piece[] {
  const pieces: Piece[] = [];
  let items = 0;
  for (const line of lines) {
    const item = /^(?:\d{1,2}\.|-|•)\s+(.+)$/.exec(line)?.[1];
    if (item !== undefined) {
      items += 1;
      if (items > mostItems) break;
      pieces.push({ text: ended(sentencesOf(item)[0] ?? item), head: false });
    } else if (items > 0) break;
    else pieces.push(...sentencesOf(line).map((text) => ({ text: text.endsWith(':') ? text : ended(text), head: text.endsWith(':') })));
  }
  return pieces;
}

function sentencesOf(line: string): string[] {
  return line
    .split(/(?<=[\p{L}\d)]{2}[.!?…;]["”)]?)(?<!(?:^|\s)TP\.)\s+(?=["“(]?[\p{Lu}\d])/u)
    .filter((sentence) => sentence !== '' && !/https?:\/\//.test(sentence));
}

function ended(sentence: string): string {
  return /[.!?…]["”)]?$/.test(sentence) ? sentence : `${sentence.replace(/[;,]$/, '')}.`;
}

function spokenLength(text: string, language: Language): number {
  return (language === 'vi' ? inWords(text) : bare(text)).length;
}

/** English voices read figures rightly; addresses of the web nobody listens to. */
function bare(text: string): string {
  return text
    .replace(/https?:\/\/\S+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
