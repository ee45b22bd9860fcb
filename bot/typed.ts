import { hasDiacritics, withoutMarks } from './text.ts';

/**
 * What a keyboard left over when its Vietnamese mode was off, turned into what was meant: Telex (`ddawng kys`) and VNI (`d9a8ng ky1`).
 * Only words that are no Vietnamese syllable as they stand, and for `isWord` none either, and become one; English sentences and single forms such as `a1` stay.
 */
export function typed(text: string, isWord: (word: string) => boolean = () => false): string {
  if (isEnglish(text)) return text;
  const words = text.match(word) ?? [];
  const several = words.filter((piece) => /\d/.test(piece) && fromVni(piece.toLowerCase()) !== null).length >= 2;
  return text.replace(word, (piece) => {
    const lower = piece.toLowerCase();
    if (isWord(lower)) return piece;
    if (/\d/.test(lower)) return ((several || /[6-9]/.test(lower)) && fromVni(lower)) || piece;
    return fromTelex(lower) ?? piece;
  });
}

/**
 * True for a text whose function words are English, and no Vietnamese ones typed without marks; or that has an unmistakable English word and
 * nothing that would be Vietnamese alone ("my wife died"). Few words may have marks, for a place keeps its name ("in Đà Nẵng") and English
 * borrows accents ("fiancée").
 */
export function isEnglish(text: string): boolean {
  const words = (text.match(word) ?? []).map((piece) => piece.toLowerCase());
  const marked = words.filter(hasDiacritics).length;
  const sure = words.filter((piece) => english.has(piece)).length;
  if (marked > 0) return sure >= 2 && marked * 3 <= words.length;
  if (words.some((piece) => unmistakable.has(piece)) && !words.some(onlyVietnamese)) return true;
  const either = words.filter((piece) => alsoVietnamese.has(piece)).length;
  return sure >= 1 && sure + either >= 2 && sure > words.filter((piece) => vietnamese.has(piece)).length;
}

function onlyVietnamese(piece: string): boolean {
  return isSyllable(piece) && !english.has(piece) && !alsoVietnamese.has(piece) && !spelltAlike.has(piece);
}

/** True for what could be a Vietnamese syllable, its diacritics written or not. */
export function isSyllable(word: string): boolean {
  const parts = syllable.exec(word.normalize('NFD').replace(tones, '').normalize('NFC'));
  if (parts === null) return false;
  const rhyme = parts[2] ?? '';
  return rhymes.has(rhyme) || (rhyme === withoutMarks(rhyme) && plainRhymes.has(rhyme));
}

const word = /[\p{L}\d]+/gu;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const syllable = /^(ngh|ng|nh|ch|tr|th|kh|ph|gh|qu|gi|[bcdđghklmnpqrstvx])?([aăâeêioôơuưy]+(?:ch|ng|nh|[cmnpt])?)$/;
const rhymes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
   i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oan oang oanh oat oay oăc oăn oăng oăt oc oe oen oet oi om on ong
   op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uât uây uc uê uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uyên uyêt
   uynh uyt uych ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêt yêu ên êt êng`.split(/\s+/),
);
const plainRhymes = new Set([...rhymes].map(withoutMarks));
const english = new Set(
  `of for is are how what does you need get and where when much which who with from should must want apply register we our your they their
   this have has had was were been if or as by will would could please about after before without obtain extend renew replace change convert
   open start wife husband child`.split(/\s+/),
);
// "can giay to gi" and "lam the" are Vietnamese; so may be what stands beside a sure word.
const alsoVietnamese = new Set('the do to my i can in long a an it at on'.split(' '));
// What no Vietnamese sentence borrows: "visa", "passport", "online" and "form" stand in both tongues.
const unmistakable = new Set(
  `register registration registered birth born marriage married marry divorce divorced death died deceased husband wife daughter father mother
   parents brother sister spouse fiance fiancee newborn certificate certified license licence driving driver permit permits renewal renew
   renewed renewing replace replacement lost stolen expired identity citizen citizenship nationality foreigner foreigners residence resident
   temporary permanent address household adopt adoption inheritance notary legalize legalise insurance pension retirement unemployment
   disability veteran allowance benefit benefits business company enterprise construction building house apartment property ownership tax
   taxes declare declaration application applying apply applied submit document documents papers paperwork requirements required fee fees
   cost costs price office authority weather human someone somebody speak english hello please thanks thanked status tracking complaint
   complain complaints petition notify school student teacher university health hospital vehicle motorbike motorcycle lawyer court criminal record police
   foreign work working worker employer employee salary money rent rental landlord neighbor neighbour yesterday today tomorrow`.split(
    /\s+/,
  ),
);
// English words that have the letters of a Vietnamese syllable.
const spelltAlike = new Set(
  'me he she so no go be by us am man men son mom ten pen pay hat not let set met that then than them they day lay buy guy up hi hey any on chat hot top tip pin van lot its due bit cut run sit new old one two at as all off out'.split(
    ' ',
  ),
);
const vietnamese = new Set('giay gi lam dau xin muon duoc nhieu nao toi khong nop mat bao ho'.split(' '));
const telexTones: Record<string, string> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const vniTones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

function fromTelex(piece: string): string | null {
  if (!/^[a-z]{2,8}$/.test(piece) || isSyllable(piece)) return null;
  const toned = /^(.*[aeiouyw])([sfrxj])([cghmnptiuy]*)$|^(.*[aeiouyw][cghmnpt]*)([sfrxj])$/.exec(piece);
  const [whole, tone] =
    toned === null
      ? [piece, '']
      : toned[4] === undefined
        ? [(toned[1] ?? '') + (toned[3] ?? ''), toned[2] ?? '']
        : [toned[4], toned[5] ?? ''];
  const letters = whole
    .replace(/^dd/, 'đ')
    .replace(/uw?ow/, 'ươ')
    .replace('aa', 'â')
    .replace('ee', 'ê')
    .replace('oo', 'ô')
    .replace('aw', 'ă')
    .replace('ow', 'ơ')
    .replace(/uw|w/, 'ư');
  return made(letters, telexTones[tone] ?? '');
}

function fromVni(piece: string): string | null {
  const letters = piece.replace(/\d/g, '');
  const marks = piece.replace(/\D/g, '');
  if (!/^[a-z]+$/.test(letters) || !/^[a-z]/.test(piece) || letters.length > 7 || (letters.length < 2 && !/[678]/.test(marks))) return null;
  const tone = marks.replace(/[6-9]/g, '');
  if (tone.length > 1 || tone === '0' || new Set(marks).size < marks.length) return null;
  let base = letters;
  if (marks.includes('9') || /^dd/.test(base)) base = base.replace(/^dd?/, 'đ');
  if (marks.includes('6')) base = base.replace(/[aeo](?=[^aeo]*$)/, (vowel) => ({ a: 'â', e: 'ê', o: 'ô' })[vowel] ?? vowel);
  if (marks.includes('7')) base = /uo/.test(base) ? base.replace('uo', 'ươ') : base.replace(/[uo]/, (vowel) => (vowel === 'u' ? 'ư' : 'ơ'));
  if (marks.includes('8')) base = base.replace('a', 'ă');
  return made(base, vniTones[Number(tone)] ?? '');
}

function made(base: string, tone: string): string | null {
  if (!isSyllable(base)) return null;
  if (tone === '') return base;
  const hatted = base.search(/[ăâêôơư](?![ăâêôơư])/);
  const vowels = base.search(/(?<!^g(?=i[aeou]))(?<!^q)[aăâeêioôơuưy]/);
  const at = hatted >= 0 ? hatted : vowels + (/[aeiouy]{2}(?:[cghmnpt])/.test(base.slice(vowels)) ? 1 : 0);
  return (base.slice(0, at + 1) + tone + base.slice(at + 1)).normalize('NFC');
}
