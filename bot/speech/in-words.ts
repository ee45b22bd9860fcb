import { addressRules } from './in-words-addresses.ts';
import { codeRules } from './in-words-codes.ts';
import { dayRules } from './in-words-days.ts';
import { letterRules } from './in-words-letters.ts';
import { numberRules } from './in-words-numbers.ts';
import { applied, type Rule } from './in-words-rules.ts';
import type { Region } from './said.ts';

/**
 * A Vietnamese text with all that voices misread in words: sums, days, hours, codes, numbers of laws and telephones, other numbers, short forms.
 * No figure and no two capitals in a row are left. Lines become sentences. Its own result it leaves as it is.
 */
export function inWords(text: string, region: Region = 'north'): string {
  return applied(tidy, applied(rulesOf[region], inLine(text)));
}

// From what is longest and surest to what is left.
const rulesFor = (region: Region): Rule[] => [
  ...addressRules,
  ...codeRules(region),
  ...dayRules(region),
  ...numberRules(region),
  ...letterRules(region),
];
const rulesOf: Record<Region, Rule[]> = { north: rulesFor('north'), centre: rulesFor('centre'), south: rulesFor('south') };

/** One line in compatibility form ("㎡" as "m2", "Ⅱ" as "II"): marks of emphasis and of lists go, a line without an end gets one. */
function inLine(text: string): string {
  return applied(
    lines,
    text
      .toWellFormed()
      .replace(/(?<=\d)²/g, ' mũ 2')
      .normalize('NFKC'),
  );
}

const lines: Rule[] = [
  [/\*\*|__|\p{Cf}|\p{Co}/gu, () => ''],
  [/(?!\n)(?:\s|\p{Cc}|\p{Extended_Pictographic})+/gu, () => ' '],
  [/ ?\n[\n ]*/g, () => '\n'],
  [/(?<![^\n])[-+*•–—·] ?(?!\d)/gu, () => ''],
  [/(?<![^\n])(\d{1,2}(?=[.)])|\p{Ll}\d?(?=\)))[.)] (?=\p{L})/gu, ([, mark = '']) => `${mark}, `],
  [/(?<=[\p{L}\p{N})\]”"%])\n/gu, () => '. '],
];

const tidy: Rule[] = [
  [/&/g, () => ' và '],
  [/≥/g, () => ' lớn hơn hoặc bằng '],
  [/≤/g, () => ' nhỏ hơn hoặc bằng '],
  [/(?<=\p{L}) ?\/ ?(?=\p{L})/gu, () => ' hoặc '],
  [/(?<=\p{L})[-‐‑](?=\p{L})/gu, () => ' '],
  [/[()[\]{}“”"«»„·•→|/\\–—]/gu, () => ','],
  [/ -+(?= )/g, () => ','],
  // What has no name, and letters of other scripts.
  [/[^\p{Script=Latin}\p{M}\s.,;:!?]+/gu, () => ' '],
  [/\s+/g, () => ' '],
  [/(?:[.,;:!?] ?)+/g, ([signs = '']) => `${[...'?!.:;,'].find((sign) => signs.includes(sign))} `],
  [/ (?=[.,;:!?])/g, () => ''],
  [/^[.,;:!? ]+|[,; ]+$/g, () => ''],
];
