import { heardNumber } from '../../speech/numbers-heard.ts';
import { valueWording } from '../value-wording.ts';
import { figure } from './number.ts';
import { plain, withoutPoliteness } from './plain.ts';
import { bad, good } from './reading.ts';
import type { Reading } from './world.ts';

/** An amount in whole dong: "5 triệu", "5tr5", "500k", "1,5 tỷ", "5.000.000 đ", "năm triệu rưỡi". A few dong alone are a slip. */
export function readAmount(text: string): Reading {
  const said = plain(withoutPoliteness(text)).replace(lead, '').replace(rate, '');
  if (foreign.test(said)) return bad(valueWording.amountForeign);
  const value = amountIn(said, withoutPoliteness(text).replace(rate, ''));
  if (value === null || value < 1000 || !Number.isSafeInteger(value)) return bad(valueWording.amount);
  return good(String(value), `${value.toLocaleString('vi')} đồng`);
}

function amountIn(said: string, text: string): number | null {
  const bare = said.replace(/\s*(?:dong|vnd|vnđ|d|₫)\.?$/, '').trim();
  const figures = /^-?[\d.,]+$/.exec(bare);
  if (figures !== null) return figure(bare);
  const scaled = /^([\d.,]+)\s*(k|nghin|ngan|ng|tr|trieu|m|ty|ti)(?:\s*(ruoi|\d{1,9})(?:\s*(k|nghin|ngan|tr|trieu))?)?$/.exec(bare);
  if (scaled === null)
    return /\d/.test(bare)
      ? null
      : heardNumber(text.replace(/^.{0,20}?(?:là|khoảng|lương)\s+/iu, '').replace(/\s*(?:đồng|dong)\s*$/iu, ''));
  const [, whole = '', unit = '', part, partUnit] = scaled;
  const [number, scale] = [figure(whole), scales[unit] ?? 1];
  if (number === null) return null;
  const value = Math.round(number * scale);
  if (part === undefined) return value;
  if (part === 'ruoi') return value + scale / 2;
  // "5tr5" is five and a half, "1 tỷ 200 triệu" says its own unit.
  return value + (partUnit === undefined ? Number(part) * (scale / 10 ** part.length) : Number(part) * (scales[partUnit] ?? 1));
}

const scales: Record<string, number> = { k: 1e3, nghin: 1e3, ngan: 1e3, ng: 1e3, tr: 1e6, trieu: 1e6, m: 1e6, ty: 1e9, ti: 1e9 };
const lead = /^(?:(?:la|tong|tong cong|luong|thu nhap|von|so tien|muc|it is|about)\s+)+/;
/** What it is paid for. */
const rate = /\s*(?:\/|một|mot|mỗi|moi|per|a)\s*(?:tháng|thang|năm|nam|month|year)$/iu;
const foreign = /\$|\busd\b|\beur\b|€|\bdo la\b|\bdollars?\b|\beuros?\b|\byen\b/;
