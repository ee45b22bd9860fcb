import { heardDigits } from '../../speech/digits-heard.ts';
import { valueWording } from '../value-wording.ts';
import { idFacts, isPlace } from './id-facts.ts';
import { plain } from './plain.ts';
import { bad, good } from './reading.ts';
import type { Reading, World } from './world.ts';

/** Twelve digits, with blanks, dots or dashes between them, or said in words. */
export function readIdNumber(text: string, world: World): Reading {
  const said = plain(text).replace(introduction, '').trim();
  const digits = /^[\d\s.,-]+$/.test(said)
    ? said.replace(/\D/g, '')
    : (heardDigits(text.replace(spokenIntroduction, ''), [12]) ?? run(said));
  if (digits.length === 9) return bad(valueWording.idOldCard);
  if (digits === '') return bad(valueWording.idNumber);
  if (digits.length !== 12) return bad(valueWording.idLength, { COUNT: String(digits.length) });
  const place = digits.slice(0, 3);
  if (!isPlace(place)) return bad(valueWording.idPlace, { PLACE: place });
  const year = idFacts(digits)?.birthYear ?? 0;
  if (year > Number(world.today.slice(0, 4))) return bad(valueWording.idYear, { YEAR: String(year) });
  return good(digits, digits);
}

/** The one run of digits beside words; two runs are none. */
function run(said: string): string {
  const runs = said.match(/\d(?:[ .-]?\d)*/g) ?? [];
  return runs.length === 1 ? (runs[0] ?? '').replace(/\D/g, '') : '';
}

const introduction =
  /^(?:(?:so|ma|cua|dinh danh|can cuoc|cong dan|ca nhan|cccd|cmnd|cmt|the|toi|em|con|be|chau|me|bo|vo|chong|la|my|id|number|is|no)[\s:.]+)+/;
const spokenIntroduction =
  /^(?:(?:số|mã|của|định danh|căn cước|công dân|cá nhân|cccd|thẻ|tôi|em|con|bé|cháu|mẹ|bố|vợ|chồng|là|dạ|my|id|number|is)[\s:.,]+)+/iu;
