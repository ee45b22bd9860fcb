/** Words one slip of the fingers away: a letter missing, one too many, two swapped, one wrong; and all sound-alikes. */
export function slips(word: string): Set<string> {
  const near = soundAlikes(word);
  for (let at = 0; at < word.length; at++) {
    const head = word.slice(0, at);
    const tail = word.slice(at + 1);
    near.add(head + tail);
    if (tail !== '') near.add(head + tail.charAt(0) + word.charAt(at) + tail.slice(1));
    const letters = /[a-zđ]/.test(word.charAt(at)) ? (vowels.includes(word.charAt(at)) ? vowels : consonants) : '';
    for (const letter of letters) near.add(head + letter + tail);
  }
  for (let at = 0; at <= word.length; at++) for (const letter of consonants + vowels) near.add(word.slice(0, at) + letter + word.slice(at));
  near.delete(word);
  return near;
}

/** Words that many people say, hear or write alike: s/x, ch/tr, d/gi/r, l/n, n/ng, t/c, hỏi/ngã; z, j, f and w for what they stand for. */
export function soundAlikes(word: string): Set<string> {
  const near = new Set<string>();
  const heads = variants(word, onsets, (from, to) => (word.startsWith(from) ? to + word.slice(from.length) : null));
  for (const head of heads) {
    for (const end of variants(head, codas, (from, to) => (head.endsWith(from) ? head.slice(0, -from.length) + to : null))) {
      near.add(end);
      const other = otherTone(end);
      if (other !== null) near.add(other);
    }
  }
  near.delete(word);
  return near;
}

const consonants = 'bcdđghklmnpqrstvx';
const vowels = 'aeiouy';
const onsets: [string, string][] = [
  ['s', 'x'],
  ['ch', 'tr'],
  ['d', 'gi'],
  ['r', 'gi'],
  ['d', 'r'],
  ['v', 'd'],
  ['l', 'n'],
  ['c', 'k'],
  ['ng', 'ngh'],
  ['g', 'gh'],
  ['d', 'đ'],
];
// One way only: these are no Vietnamese beginnings.
const teen: [string, string][] = [
  ['z', 'd'],
  ['z', 'gi'],
  ['j', 'gi'],
  ['f', 'ph'],
  ['w', 'qu'],
  ['kw', 'qu'],
  ['q', 'qu'],
];
const codas: [string, string][] = [
  ['n', 'ng'],
  ['t', 'c'],
  ['t', 'p'],
  ['n', 'nh'],
  ['k', 'ch'],
  ['g', 'ng'],
  ['h', 'nh'],
  ['i', 'y'],
];

function variants(word: string, pairs: [string, string][], swap: (from: string, to: string) => string | null): Set<string> {
  const made = new Set([word]);
  const all = pairs === onsets ? [...pairs, ...teen] : pairs;
  for (const [one, other] of all) {
    const there = swap(one, other);
    if (there !== null) made.add(there);
    const back = teen.some(([from]) => from === one) ? null : swap(other, one);
    if (back !== null) made.add(back);
  }
  return made;
}

function otherTone(word: string): string | null {
  const apart = word.normalize('NFD');
  const swapped = apart.replace(/[\u0303\u0309]/, (tone) => (tone === '\u0303' ? '\u0309' : '\u0303'));
  return swapped === apart ? null : swapped.normalize('NFC');
}
