/** What a message holds of a dossier code: the whole one in its normal form, the beginning of one, or none. */
export type DossierMention = { kind: 'code'; code: string } | { kind: 'incomplete' } | { kind: 'none' };

/** G or H and two digits: the part of an office code that names the province or ministry. */
export const agencyShape = /^[GH]\d{2}$/;

/** `yyMMdd` or `yyyyMMdd`, from 2000 on. */
export function isRealDate(text: string): boolean {
  if (!/^\d{6}(\d{2})?$/.test(text)) return false;
  const year = yearOf(text);
  const month = Number(text.slice(-4, -2));
  const day = Number(text.slice(-2));
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 2000 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A date at which one-stop shops had computers: asked for where only the shape tells where a date begins. */
export function isLikelyDate(text: string): boolean {
  return isRealDate(text) && yearOf(text) >= 2012 && yearOf(text) < 2040;
}

function yearOf(text: string): number {
  return text.length === 8 ? Number(text.slice(0, 4)) : 2000 + Number(text.slice(0, 2));
}
