import { exactWords, foldedWords, hasDiacritics } from '../../text.ts';
import { valueWording } from '../value-wording.ts';
import { bad, good } from './reading.ts';
import type { Reading } from './world.ts';

export function readYesNo(text: string): Reading {
  const said = yesOrNo(text);
  if (said === null) return bad(valueWording.yesNo);
  return said ? good('yes', 'Có') : good('no', 'Không');
}

/** True for a yes, false for a no, null for what is neither: a doubt, a question, something else. */
export function yesOrNo(text: string): boolean | null {
  const marked = hasDiacritics(text);
  const words = (marked ? exactWords(text) : foldedWords(text)).trim();
  const folded = foldedWords(text);
  if (doubt.test(folded) || text.includes('?')) return null;
  const rest = folded.replace(opening, ' ').trim();
  if (rest === '') return words === '' || /^(thua|toi|em|minh|chung toi)+$/.test(words) ? null : weak.test(folded) ? true : null;
  // Marked, "đúng" says yes and "dừng" stops.
  if (marked && / dừng /.test(` ${words} `)) return null;
  if (no.test(rest)) return false;
  if (!yes.test(rest)) return null;
  return / (khong|ko|k|chua|hong)( a| nhi| vay| the)?$/.test(` ${rest}`) ? null : true;
}

const opening = /^ (?:(?:da|vang|u|um|uh|a|thua|toi|em|minh|chau|con|chung toi|ben toi|nha toi|vo chong toi|bo me|i|we) )+/;
const weak = / (da|vang|u|um|uh) /;
const doubt =
  / ((khong|ko|k|chua|chang|cha|hong) (biet|ro|nho|chac|hieu|dam)|co le|co the|hinh nhu|chac la|hay khong|hay chua|co khong|dung khong|phai khong|duoc khong|not sure|don t know|dont know|maybe) /;
const no =
  /^(?:khong|ko|kg|k|hong|hok|hem|chua|chang|no|nope|n|not|never|sai|don t|do not|did not|didn t|am not|are not|aren t|have not|haven t)(?: |$)/;
const yes =
  /^(?:co|dung|phai|roi|da|vang|u|yes|yep|yeah|y|ok|oke|okay|okie|dong y|chinh xac|chuan|correct|right|sure|that s right|do|did|am|are|have|xong roi|duoc|tat nhien|di nhien|duong nhien|chac chan)(?: |$)/;
