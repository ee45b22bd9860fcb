import type { Language } from '../types.ts';
import type { Address } from './places.ts';
import { englishKinds, formerly } from './wording.ts';

/** An address on one line: house and street, commune, province; the old name behind it in brackets where it was told by that. */
export function showAddress({ detail, commune, province, was }: Address, language: Language): string {
  const inWords = (name: string) => (language === 'vi' ? name : inEnglish(name));
  const line = [detail, inWords(commune.name), inWords(province.name)].filter((part) => part !== '').join(', ');
  return was === undefined ? line : `${line} ${formerly[language](was.split(', ').map(inWords).join(', '))}`;
}

function inEnglish(name: string): string {
  const [start, behind] = englishKinds.find(([kind]) => name.startsWith(kind)) ?? ['', ''];
  const bare = name.slice(start.length);
  if (behind === '') return bare;
  return /^\d+$/.test(bare) ? `${behind} ${bare}` : `${bare} ${behind}`;
}
