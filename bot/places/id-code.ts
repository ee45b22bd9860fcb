import type { Place, Places } from './places.ts';

/**
 * The province where a birth was registered, by the three digits that open a personal ID number: its name before July 2025 and today's province it belongs to.
 * Null for any other code, those of foreign countries among them. Source: annex 1 of Circular 07/2016/TT-BCA.
 */
export function provinceOfIdCode(code: string, places: Places): { code: string; name: string; now: Place } | null {
  const old = places.before.find((province) => province.code === code);
  const now = places.provinces.find((province) => province.code === old?.province);
  return old === undefined || now === undefined ? null : { code, name: old.name, now };
}
