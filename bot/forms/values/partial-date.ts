import type { Question } from '../form.ts';
import { valueWording } from '../value-wording.ts';
import { readDate, shownDate, wholeYears } from './date.ts';
import { datesIn } from './date-shapes.ts';
import { yearIn } from './date-words.ts';
import { plain, withoutPoliteness } from './plain.ts';
import { bad, good } from './reading.ts';
import type { Reading, World } from './world.ts';

/** A whole date, a month and year, or a year alone: `1960-05-12`, `1960-05`, `1960`. */
export function readPartialDate(text: string, question: Question, world: World, partial = ''): Reading {
  const said = plain(withoutPoliteness(text));
  const month = /^\D*?(?:thang\s*)?(?<!\d)(\d{1,2})\s*(?:[-/.]|nam|,|\s)+\s*((?:18|19|20)\d{2})\D*$/.exec(said);
  if (month !== null && datesIn(said, world.today).length === 0) {
    const value = `${month[2]}-${(month[1] ?? '').padStart(2, '0')}`;
    const real = Number(month[1]) >= 1 && Number(month[1]) <= 12;
    return real ? good(value, shownDate(value)) : bad(valueWording.partialDate);
  }
  const whole = readDate(text, question, world, partial);
  if (whole.kind !== 'bad' || datesIn(said, world.today).length > 0) return whole;
  const words = said.replace(around, ' ').trim();
  const year = /^\d{4}$|^\d{2}$/.test(words) ? words : /^[a-z ]+$/.test(words) ? yearIn(words.split(/\s+/)) : null;
  const [only, ...others] = year === null ? [] : year.length === 4 ? [year] : wholeYears(year, world.today);
  if (only === undefined || others.length > 0 || Number(only) < 1850 || Number(only) > 2150) return bad(valueWording.partialDate);
  return good(only, only);
}

/** What stands around a year: "ông chỉ nhớ năm 1960 thôi". */
const around =
  /^(?:(?:sinh|nam|chi|nho|biet|khong|ro|ngay|thang|con|la|toi|ong|ba|bo|me|cha|vo|chong|duoc|moi|only|the|year|born|in)[\s,:]+)+|[\s,]+(?:thoi|a|khong ro ngay(?: thang)?|khong nho ngay(?: thang)?|only)$/g;
