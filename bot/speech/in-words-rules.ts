/** What is found, as the match and its groups ('' where a group is not there), and the words for it. */
export type Rule = [RegExp, (found: string[]) => string];

export function applied(rules: Rule[], text: string): string {
  return rules.reduce(
    (said, [pattern, say]) => said.replace(pattern, (...found: unknown[]) => say(found.map((one) => String(one ?? '')))),
    text,
  );
}

/** Neither in the middle of a word nor of a number. Every part of a pattern has a bounded length: the time is linear in the text. */
export const start = '(?<![\\p{L}\\p{N}]|\\d[.,]|[-/])';
export const end = '(?![\\p{L}\\p{N}]|[.,/-]\\d)';

export const rule = (pattern: string, say: Rule[1], flags = 'gu'): Rule => [new RegExp(`${start}${pattern}${end}`, flags), say];

/** "1.250.000", "1250000": what is written of a whole number. */
export const grouped = '\\d{1,3}(?:[.,]\\d{3}){1,5}(?!\\d)|\\d{1,15}';

export function whole(number: string): number {
  return Number(number.replace(/\D/g, ''));
}
