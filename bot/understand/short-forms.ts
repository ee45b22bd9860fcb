import { shortForms } from '../short-forms.ts';

// How people shorten the words that ask. The names of matters are the search's own concern.
const forms: Record<string, string> = {
  ...shortForms,
  gj: 'gì',
  ji: 'gì',
  jì: 'gì',
  jấy: 'giấy',
  hổng: 'không',
  nhiu: 'nhiêu',
  nhưnào: 'như nào',
  lp: 'lệ phí',
  đìu: 'điều',
  phãi: 'phải',
  típ: 'tiếp',
  tnao: 'thế nào',
  hso: 'hồ sơ',
  nhg: 'những',
  cquan: 'cơ quan',
  cq: 'cơ quan',
  tgian: 'thời gian',
  lphí: 'lệ phí',
  mag: 'mạng',
  mạg: 'mạng',
  hum: 'hôm',
  khog: 'không',
  khg: 'không',
  hk: 'không',
  hog: 'không',
  bnhieu: 'bao nhiêu',
  bnhiêu: 'bao nhiêu',
  nhju: 'nhiêu',
  thía: 'thế',
  cầ: 'cần',
  lâug: 'lâu',
  đâug: 'đâu',
};

/** Short forms spelt out, in a text of words with one blank between and at each end. */
export function spellOut(words: string): string {
  return words.replace(/(?<= )[^ ]{1,6}(?= )/g, (word) => forms[word] ?? word);
}
