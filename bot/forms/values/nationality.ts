import { foldedWords } from '../../text.ts';
import { valueWording } from '../value-wording.ts';
import { bad, good } from './reading.ts';
import type { Reading } from './world.ts';

/** A country as its ISO 3166-1 code in two capitals; shown by its Vietnamese name. */
export function readNationality(text: string): Reading {
  const code = nationalityIn(foldedWords(text).replace(around, ' ').trim());
  return code === null ? bad(valueWording.nationality) : good(code, vietnamese.of(code) ?? code);
}

/** `said`: folded words. */
export function nationalityIn(said: string): string | null {
  return names.get(said) ?? names.get(said.replaceAll(' ', '')) ?? null;
}

const around =
  /^ (?:(?:da|quoc tich|nguoi|nuoc|cong dan|toi|em|con|be|chau|vo|chong|me|bo|la|mang|co|a|citizen of|nationality|from|the) )+| (?:(?:a|nhe|nha|citizen|nationality|national) )+$/g;
const vietnamese = new Intl.DisplayNames(['vi'], { type: 'region' });
const english = new Intl.DisplayNames(['en'], { type: 'region' });

const codes =
  `AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ
  EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC
  LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW
  SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW`.split(
    /\s+/,
  );

/** What people say beside the names that the two languages have for a country. */
const spoken: Record<string, string> = {
  VN: 'viet, vn, viet nam ta, vietnamese, trong nuoc',
  US: 'my, hoa ky, hoa ki, usa, us, america, american, hop chung quoc hoa ky',
  GB: 'anh, anh quoc, uk, england, british, english, great britain, lien hiep anh',
  KR: 'han, han quoc, dai han, nam han, nam trieu tien, korea, korean, south korea',
  KP: 'trieu tien, bac trieu tien, north korea, north korean',
  CN: 'trung, trung quoc, tau, china, chinese',
  TW: 'dai loan, taiwan, taiwanese',
  JP: 'nhat, nhat ban, japanese',
  FR: 'phap, french',
  DE: 'duc, german',
  RU: 'nga, russian, lien bang nga',
  AU: 'uc, australian, o xtray lia',
  TH: 'thai, thai lan, thai lander',
  LA: 'lao, laos, laotian',
  KH: 'cam pu chia, campuchia, cambodia, cambodian, khmer, kampuchea',
  IN: 'an, an do, indian',
  IT: 'y, italian, italia',
  ES: 'tay ban nha, spanish',
  PT: 'bo dao nha, portuguese',
  NL: 'ha lan, dutch, holland',
  CA: 'canadian, ca na da',
  SG: 'sing, xing ga po, singaporean',
  MY: 'ma lai, malai, ma lai xi a, malaysian',
  PH: 'phi, phi luat tan, philippin, filipino, filipina',
  ID: 'indo, in do ne xi a, indonesian',
  CH: 'thuy si, thuy sy, swiss',
  SE: 'thuy dien, swedish',
  NO: 'na uy, norwegian',
  DK: 'dan mach, danish',
  FI: 'phan lan, finnish',
  PL: 'ba lan, polish',
  CZ: 'sec, tiep, tiep khac, czech, czech republic, cong hoa sec',
  UA: 'ucraina, u crai na, ukrainian',
  MM: 'mien dien, myanmar, burma',
  NZ: 'tan tay lan, niu di lan, new zealander',
  ZA: 'nam phi, south african',
  TR: 'tho nhi ky, tho nhi ki, turkey, turkish',
};

const names = new Map<string, string>();
for (const code of codes) {
  for (const name of [vietnamese.of(code), english.of(code), ...(spoken[code] ?? '').split(', ')]) {
    const key = foldedWords(name ?? '').trim();
    if (key !== '') names.set(key, code).set(key.replaceAll(' ', ''), code);
  }
}
