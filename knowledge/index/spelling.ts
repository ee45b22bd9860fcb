import { withoutMarks } from '../../bot/text.ts';

/**
 * The spelling of one token: `exact` with its tone mark in the one place this project puts it (hòa, thủy, quý, toàn) and y for an open i
 * after h k l m s t (kỹ, lý); `folded` without diacritics; `toneless` with hats and horns but no tone. Codes and foreign words pass as they are.
 */
export type Spelling = { exact: string; folded: string; toneless: string };

export function spelling(token: string): Spelling {
  const known = cache.get(token);
  if (known !== undefined) return known;
  // A stream of random words must not grow the memory for ever.
  if (cache.size > 60_000) cache.clear();
  const made = spell(token);
  cache.set(token, made);
  return made;
}

const cache = new Map<string, Spelling>();
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const shape = /^(qu(?=[aeiouyăâêôơư])|gi(?=[aeiouyăâêôơư])|[bcdđghklmnpqrstvx]*)([aeiouyăâêôơư]{1,3})([cghmnpt]{0,2})$/;

function spell(token: string): Spelling {
  const source = token.replaceAll('ð', 'đ');
  const decomposed = source.normalize('NFD');
  const tone = decomposed.match(tones);
  const toneless = decomposed.replace(tones, '').normalize('NFC');
  const parts = shape.exec(toneless);
  if (parts === null || (tone !== null && tone.length > 1)) return { exact: source, folded: withoutMarks(source), toneless };
  const [, onset = '', written = '', coda = ''] = parts;
  const vowels = coda === '' && written === 'i' && /^(?:[hklmst]|qu)$/.test(onset) ? 'y' : written;
  const base = onset + vowels + coda;
  if (tone === null) return { exact: base, folded: withoutMarks(base), toneless: base };
  const at = onset.length + placeOfTone(vowels, coda);
  const exact = (base.slice(0, at + 1) + tone[0] + base.slice(at + 1)).normalize('NFC');
  return { exact, folded: withoutMarks(base), toneless: base };
}

function placeOfTone(vowels: string, coda: string): number {
  for (let at = vowels.length - 1; at >= 0; at--) if ('ăâêôơư'.includes(vowels.charAt(at))) return at;
  if (vowels.length === 3) return 1;
  return vowels.length === 2 && coda !== '' ? 1 : 0;
}
