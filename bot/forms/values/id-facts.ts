/** What a personal identification number tells. `province` is its first three digits; above 100 they name a country where the birth was registered abroad. */
export type IdFacts = { province: string; sex: 'male' | 'female'; birthYear: number };

/**
 * Null where the text is no personal number of twelve digits: three for the province or country of birth registration, one for century and
 * sex, two for the year, six at random (Decree 137/2015/NĐ-CP, Article 13; codes of Circular 07/2016/TT-BCA, Article 7 and its appendices).
 */
export function idFacts(number: string): IdFacts | null {
  const [, province = '', century = '', year = ''] = shape.exec(number) ?? [];
  if (province === '' || !isPlace(province)) return null;
  const digit = Number(century);
  return { province, sex: digit % 2 === 0 ? 'male' : 'female', birthYear: 1900 + Math.floor(digit / 2) * 100 + Number(year) };
}

/** The provinces of before July 2025, whose codes stay in the numbers given then; those of today are among them. */
export function isPlace(code: string): boolean {
  return provinces.has(code) || (code >= '101' && code <= '399');
}

const shape = /^(\d{3})(\d)(\d{2})\d{6}$/;
const provinces = new Set(
  `001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 049 051 052
   054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096`.split(/\s+/),
);
