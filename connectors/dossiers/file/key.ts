import { fold } from '../../../bot/text.ts';

/** A heading or the name of a field without regard to case, diacritics, blanks and punctuation: `Mã hồ sơ` and `MaHoSo` are one. */
export function keyOf(heading: string): string {
  return fold(heading).replace(/[^\p{L}\p{N}]/gu, '');
}
