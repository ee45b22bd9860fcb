import { exactWords } from '../text.ts';

/** A record's text as list lines: one a line, and one for each bullet that the record wrote in the middle of a line. */
export function textLines(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.split(/(?<=[:;.])\s+(?=[-+]+\s+\p{L})|\s+(?=[-+]\s+\p{Lu}\p{Ll})/u))
    .map(bare)
    .filter((line) => line !== '');
}

/** A name on one line, without its bullet or number, with a capital. */
export function oneLine(text: string): string {
  const joined = textLines(text)
    .join('\n')
    .replace(/([:;,.])\n/g, '$1 ')
    .replace(/\n/g, '; ');
  return capital(
    bare(
      joined
        .replace(numbering, '')
        .replace(/^[\s.,;:]+/, '')
        .replace(/([.;])[.;\s]+$/, '$1'),
    ),
  );
}

/** Cut at a sentence, else at a clause, else at a word; an ellipsis says that it was cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const whole = sentences(text)[0] ?? '';
  if (whole.length <= limit && whole.length >= limit / 3) return whole;
  const piece = outsideBrackets(text.slice(0, limit));
  const clause = Math.max(piece.lastIndexOf('; '), piece.lastIndexOf(', '), piece.lastIndexOf(' ('));
  const end = clause > limit / 2 ? clause : piece.lastIndexOf(' ');
  return `${piece.slice(0, end > 0 ? end : limit).replace(/[\s,;:(-]+$/, '')}…`;
}

export function sentences(text: string): string[] {
  return text.split(/(?<=[\p{Ll}\d)”"][.!?])\s+(?=[-+(“"]?\s*[\p{Lu}\d(]|[a-zđ](?:\.\d)*\)\s)/u).filter((part) => part !== '');
}

/** A cut inside a bracket would read as a mistake: better before it, unless little is left. */
function outsideBrackets(piece: string): string {
  const open = piece.lastIndexOf('(');
  return open > piece.lastIndexOf(')') && open > piece.length / 3 ? piece.slice(0, open) : piece;
}

/** The whole text in pieces of at most `limit` characters, parted at sentences where there are any. */
export function pieces(text: string, limit: number): string[] {
  const parts = sentences(text).flatMap((sentence) => hardPieces(sentence, limit));
  const result: string[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last !== undefined && last.length + part.length < limit) result[result.length - 1] = `${last} ${part}`;
    else result.push(part);
  }
  return result;
}

/** Without the full stop: for a name that stands inside a sentence. */
export function unstopped(text: string): string {
  return text.replace(/[\s.;:,]+$/, '');
}

export function capital(text: string): string {
  return /^[a-zđ]\)/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

export function unique(items: string[]): string[] {
  const byFold = new Map(items.map((item) => [exactWords(item), item] as const).reverse());
  return items.filter((item) => item !== '' && byFold.get(exactWords(item)) === item && byFold.delete(exactWords(item)));
}

function bare(line: string): string {
  return line
    .replace(/^(?:[-+*]\s*)+(?=\S)/, '')
    .replace(/\s*[;,]$/, '')
    .trim();
}

/** "a) ", "(1) ", "2.1. ": not "02 ảnh" and not "3.500 đồng". */
const numbering =
  /^\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[ivx]{1,4})[).](?!\d)\s*(?=\p{L}|\d{2}\s|["“(])|\d{1,2}(?:\.[1-9]\d?)+\s+(?=\p{Lu}))/u;

function hardPieces(sentence: string, limit: number): string[] {
  if (sentence.length <= limit) return [sentence];
  const piece = sentence.slice(0, limit);
  const cut = [piece.lastIndexOf('; '), piece.lastIndexOf(', '), piece.lastIndexOf(' ')].find((at) => at > limit / 3) ?? limit - 1;
  return [sentence.slice(0, cut + 1).trim(), ...hardPieces(sentence.slice(cut + 1).trim(), limit)];
}
