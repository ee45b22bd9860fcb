import { heardDigits } from '../../speech/digits-heard.ts';
import { valueWording } from '../value-wording.ts';
import { bad, good } from './reading.ts';
import type { Reading } from './world.ts';

/** A Vietnamese mobile or landline number; the value begins with 0 and has no blanks. */
export function readPhone(text: string): Reading {
  const [typed = ''] = text.match(/\+?\(?\d(?:[\s().-]{0,2}\d)+/) ?? [];
  const figures = typed.replace(/\D/g, '');
  const spoken = figures.length < 4 ? heardDigits(text.replace(introduction, ''), [10, 11]) : null;
  const national = withZero(spoken ?? figures, typed.startsWith('+') || typed.startsWith('00'));
  if (national === null) return bad(valueWording.phoneForeign);
  if (/\d{4}/.test(text.replace(typed, ''))) return bad(valueWording.phone);
  if (mobile.test(national)) return good(national, national.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3'));
  const [, area = '', rest = ''] = landline.exec(national) ?? [];
  if (area !== '') return good(national, `${area} ${rest.slice(0, -4)} ${rest.slice(-4)}`);
  return bad(oldMobile.test(national) ? valueWording.phoneOld : valueWording.phone);
}

/** 84 and 0084 as 0; null for another country's number. */
function withZero(digits: string, international: boolean): string | null {
  const bare = digits.replace(/^00/, '');
  if (/^84\d{9,10}$/.test(bare)) return `0${bare.slice(2)}`;
  if (/^840\d{9,10}$/.test(bare)) return bare.slice(2);
  return international ? null : digits;
}

const introduction = /^.{0,40}?(?:là|số)[\s:]+(?=\S+ \S+ \S+)/iu;
/** The prefixes in use under the numbering plan of Circular 25/2014/TT-BTTTT as carried out since 2018. */
const mobile = /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/;
const landline =
  /^(02[48]|02(?:0[3-9]|1[0-689]|2[0-25-9]|3[2-9]|5[124-9]|6[0-39]|7[0-7]|9[0-469]))(?=(?:(?<=^02[48])\d{8}|(?<!^02[48])\d{7})$)(\d+)$/;
const oldMobile = /^01[2-9]\d{8}$/;
