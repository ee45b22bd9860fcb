import { heardNumber } from '../../speech/numbers-heard.ts';
import { valueWording } from '../value-wording.ts';
import { withoutPoliteness } from './plain.ts';
import { bad, good } from './reading.ts';
import type { Reading } from './world.ts';

/** One number, with a decimal comma or point, beside a unit or none: "72,5 m2", "hai tầng". */
export function readNumber(text: string): Reading {
  const value = numberIn(withoutPoliteness(text));
  return value === null ? bad(valueWording.number) : good(String(value), value.toLocaleString('vi', { maximumFractionDigits: 6 }));
}

function numberIn(text: string): number | null {
  const figures = [...text.replace(/(?<=\p{L})[²³2-3](?!\p{L}|\d)/gu, '').matchAll(/(?<![\p{L}\d])-?\d[\d.,]*(?<![.,])/gu)].map(
    ([number]) => number,
  );
  if (figures.length === 1) return figure(figures[0] ?? '');
  if (figures.length > 1) return null;
  const words = text.replace(units, ' ').replace(lead, '').trim();
  return /^[a-z\p{L}\s]+$/u.test(words) ? heardNumber(words) : null;
}

/** Dots and commas in threes part thousands; one alone before other than three figures is the decimal one. */
export function figure(text: string): number | null {
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

const units =
  /(?<!\p{L})(?:mét vuông|met vuong|mét|met|m|tầng|tang|người|nguoi|con|cái|cai|phòng|phong|căn|can|bản|ban|tháng|thang|ngày|ngay|tuổi|tuoi|lần|lan|kg|floors?|people|persons?|copies|copy|rooms?)(?!\p{L})/giu;
const lead = /^\s*(?:(?:có|co|là|la|tất cả|tat ca|tổng cộng|khoảng|gồm)\s+)+/iu;
