import type { Unit } from './answer-units.ts';

/** Characters of a page as written; a slow voice says fifteen in a second. A single item may be longer before it is cut. */
const first = 200;
const later = 240;
const asking = 420;
const item = 300;
const inThrees = 3;
/** So short that it is no page of its own. */
const afterword = 40;
const longestHead = 120;

/**
 * Units on pages: at first two sentences, of a list three items. A head goes with what it heads, a sentence is cut only where it is long beyond
 * hearing, at a pause. `isQuestion`: what leads to a question is said together with it.
 */
export function pagesOf(units: Unit[], isQuestion = false): string[] {
  const all = headed(units);
  const pages: string[][] = [];
  let page: string[] = [];
  let items = 0;
  const turn = () => {
    if (page.length > 0) pages.push(page);
    page = [];
    items = 0;
  };
  for (const [at, { kind, text }] of all.entries()) {
    const isFirst = pages.length === 0;
    const limit = isQuestion ? asking : isFirst ? first : later;
    const together = page.join(' ').length + text.length + 1;
    const isAfterword = text.length <= afterword && (kind !== 'item' || at === all.length - 1);
    const isFull = together > limit + (isAfterword ? afterword : 0) || (items === inThrees && kind === 'item' && !isAfterword);
    const isSaid = isFirst && page.length >= 2 && kind !== 'item' && items === 0 && !isQuestion;
    // After plain words the record's own may follow, for whoever wants them.
    const isEnough = isFirst && kind === 'item' && all[at - 1]?.kind === 'note' && !isQuestion;
    // What it is about alone is no answer.
    const isHeadAlone = page.length === 1 && page[0]?.endsWith(':') === true && page[0].length <= longestHead;
    const said = isHeadAlone ? [...page, text].join(' ') : text;
    if (isHeadAlone) page = [];
    else if (isFull || isSaid || isEnough) turn();
    if (said.length > (isQuestion ? asking : pages.length === 0 ? later + afterword / 2 : item)) {
      const pieces = cut(said);
      pages.push(...pieces.slice(0, -1).map((piece) => [piece]));
      page = pieces.slice(-1);
    } else page.push(said);
    items += kind === 'item' ? 1 : 0;
  }
  turn();
  return pages.map((parts) => parts.join(' '));
}

/** Each head before what it heads; one that heads nothing is a sentence. */
function headed(units: Unit[]): Unit[] {
  const all: Unit[] = [];
  let heads: string[] = [];
  for (const unit of units) {
    // "Giấy tờ cần có khi làm …: Giấy tờ:" says the same twice.
    if (unit.kind === 'head' && heads.some((head) => head.startsWith(unit.text.replace(/:$/, '')))) continue;
    if (unit.kind !== 'head') {
      all.push({ ...unit, text: [...heads, unit.text].join(' ') });
      heads = [];
    } else if ([...heads, unit.text].join(' ').length > item) {
      if (heads.length > 0) all.push({ kind: 'sentence', text: heads.join(' ') });
      heads = [unit.text];
    } else heads.push(unit.text);
  }
  return heads.length > 0 ? [...all, { kind: 'sentence', text: heads.join(' ').replace(/:$/, '.') }] : all;
}

/** A long text in pieces that end at a pause: a sign where there is one, else a word. */
function cut(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  // What is left for the last piece is more than "(bản chính)".
  while (rest.length > later + afterword / 2) {
    const window = rest.slice(0, later);
    const at = [/^.*[.;!?…](?= )/su, /^.*[,)](?= )/su, /^.*(?= (?:và|hoặc|trong|theo|thì|đối với|để|and|or|if|when) )/su, /^.*(?= )/su]
      .map((pattern) => pattern.exec(window)?.[0].length ?? 0)
      .find((length) => length > later / 3);
    const end = at ?? later;
    pieces.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return rest === '' ? pieces : [...pieces, rest];
}
