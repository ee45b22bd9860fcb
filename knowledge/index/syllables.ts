/** Calls `visit` with each token of `text` in order: NFKC, lower case, a number or code with its inner `. , / -` in one piece. Linear. */
export function eachToken(text: string, visit: (token: string) => void): void {
  const clean = text.normalize('NFKC').toLowerCase();
  const end = clean.length;
  let at = 0;
  while (at < end) {
    if (classOf(clean.charCodeAt(at)) < DIGIT) {
      at++;
      continue;
    }
    const start = at;
    let digits = false;
    let dirty = false;
    for (; at < end; at++) {
      const unit = clean.charCodeAt(at);
      const kind = classOf(unit);
      if (kind === DIGIT) digits = true;
      else if (kind === SKIPPED) dirty = true;
      else if (kind === JOINER) {
        if (!digits || !joins(clean, at)) break;
        if (unit > 0x7f) dirty = true;
      } else if (kind !== LETTER) break;
    }
    const token = clean.slice(start, Math.min(at, start + LONGEST));
    visit(dirty ? token.replace(skipped, '').replace(dashes, '-') : token);
  }
}

const OTHER = 0;
const SKIPPED = 1;
const JOINER = 2;
const DIGIT = 3;
const LETTER = 4;
const LONGEST = 64;

// Format characters (soft hyphen, zero-width, bidirectional) and combining marks that NFKC could not compose.
const skipped = /[\p{Cf}\p{Mn}]/gu;
const dashes = /[\u2010-\u2015\u2212\u2e3a\u2e3b]/g;

// Letters outside the basic plane are left out: no Vietnamese text needs them, and NFKC has turned styled alphabets into plain ones.
const classes = (() => {
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit);
    if (character.search(skipped) === 0) table[unit] = SKIPPED;
    else if ('.,/-'.includes(character) || character.search(dashes) === 0) table[unit] = JOINER;
    else if (unit >= 48 && unit <= 57) table[unit] = DIGIT;
    else if (/\p{L}/u.test(character)) table[unit] = LETTER;
  }
  return table;
})();

function classOf(unit: number): number {
  return classes[unit] ?? OTHER;
}

// `.` and `,` join two digits; `/` and `-` join a digit to digits or to a short code part such as `NĐ-CP`, never to a word.
function joins(text: string, at: number): boolean {
  const next = classOf(text.charCodeAt(at + 1));
  const mark = text[at];
  if (mark === '.' || mark === ',') return next === DIGIT && classOf(text.charCodeAt(at - 1)) === DIGIT;
  if (next === DIGIT) return true;
  if (next !== LETTER) return false;
  let part = at + 1;
  while (part - at <= 5) {
    const letter = text[part];
    if (letter === undefined || !((letter >= 'a' && letter <= 'z') || letter === 'đ')) break;
    part++;
  }
  return classOf(text.charCodeAt(part)) < DIGIT;
}
