// How people shorten the words that ask. The names of matters are the search's own concern.
const forms: Record<string, string> = {
  j: 'gì',
  gj: 'gì',
  ji: 'gì',
  jì: 'gì',
  jấy: 'giấy',
  k: 'không',
  ko: 'không',
  kg: 'không',
  hok: 'không',
  hong: 'không',
  hông: 'không',
  hem: 'không',
  hổng: 'không',
  dc: 'được',
  đc: 'được',
  bn: 'bao nhiêu',
  bnh: 'bao nhiêu',
  bnhiu: 'bao nhiêu',
  nhiu: 'nhiêu',
  nhìu: 'nhiều',
  ntn: 'như thế nào',
  nhưnào: 'như nào',
  sđt: 'số điện thoại',
  hs: 'hồ sơ',
  lp: 'lệ phí',
};

/** Short forms spelt out, in a text of words with one blank between and at each end. */
export function spellOut(words: string): string {
  return words.replace(/(?<= )[^ ]{1,6}(?= )/g, (word) => forms[word] ?? word);
}
