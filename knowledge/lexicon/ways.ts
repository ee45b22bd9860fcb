/**
 * All ways of saying a pattern: `close|shut_down ~ company|firm?`. `|` divides what may stand at one place, `_` is a blank within it, a final
 * `?` lets the place stay empty, `~` is an article, a possessive or nothing.
 */
export function waysOf(pattern: string): string[] {
  return pattern
    .split(' ')
    .reduce<string[]>((said, place) => said.flatMap((before) => wordsOf(place).map((word) => `${before} ${word}`.trim())), ['']);
}

const determiners = ['', 'a', 'an', 'the', 'my', 'our', 'his', 'her'];

function wordsOf(place: string): string[] {
  if (place === '~') return determiners;
  const words = place
    .replace(/\?$/, '')
    .split('|')
    .map((word) => word.replaceAll('_', ' '));
  return place.endsWith('?') ? ['', ...words] : words;
}
