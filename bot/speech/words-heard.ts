import { clean, foldedWords } from '../text.ts';

/**
 * A transcript as somebody would have typed it: in one line, without the full stop that ends a sentence. Empty for what services are known to write
 * where nobody speaks: the leave-takings of films, or the `hints` that they were given.
 */
export function wordsHeard(transcript: string, hints: string[]): string {
  const text = clean(transcript)
    .replace(/\s+/g, ' ')
    .replace(/^["“”'‘’\s-]+|["“”'‘’\s]+$/g, '')
    .replace(/(?:\.|…|,)+$/, '')
    .trim();
  const folded = foldedWords(text);
  if (folded.trim() === '' || ofFilms.test(folded)) return '';
  const given = foldedWords(hints.join(' '));
  // One or two of the hints may well be what was said; a row of them is the list itself.
  const isList = folded.trim().split(' ').length >= 8 && given.includes(folded);
  return isList ? '' : text.slice(0, longest);
}

// Whisper has learnt from subtitles.
const ofFilms =
  /^ (?:(?:cam on|xin cam on|cam on cac ban|cac ban|hay|va|nho|da|quy vi|minh)(?= ) ?)*(?: ?(?:subscribe|dang ky kenh|dang ky cho kenh|cho kenh|ghien mi go|theo doi va hen gap lai|theo doi video|xem video|video hap dan|hen gap lai cac ban trong|phu de|thanks for watching|thank you for watching)(?= ))/;
/** Two minutes of quick speech. */
const longest = 2_000;
