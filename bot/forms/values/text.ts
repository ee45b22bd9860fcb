import { clean } from '../../text.ts';
import { valueWording } from '../value-wording.ts';
import { bad, good } from './reading.ts';
import type { Reading } from './world.ts';

/** Free words, on one line as a form has it. */
export function readText(text: string): Reading {
  const words = clean(text).replace(/\s+/g, ' ');
  if (!/[\p{L}\p{N}]/u.test(words)) return bad(valueWording.empty);
  return words.length > most ? bad(valueWording.tooLong, { MOST: String(most) }) : good(words, words);
}

const most = 500;
