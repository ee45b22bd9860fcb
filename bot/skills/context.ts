import { memo } from '../memo.ts';
import type { Library } from '../ports.ts';
import { foldedWords } from '../text.ts';
import type { Focus, Hit, Memory } from '../types.ts';
import { supposes, tellsAction, withoutAction, withoutDenied } from '../understand/actions.ts';

export type ContextOptions = { question: string; memory: Memory; library: Library; signal: AbortSignal };

/**
 * How much a relative of the procedure spoken of is preferred; that procedure itself where nothing about it is taken back, and how much
 * less where something is; and how much what is said now counts beside both messages together.
 */
const preference = { kinship: 0.6, staying: 0.2, leaving: 0.2, now: 0.5 };
const mostRelatives = 40;

/**
 * What a message means that leaves out what was named before: searched together with it, relatives of the procedure spoken of first. Who
 * tells another action ("à nhầm, bị mất") takes the one said before back.
 */
export async function searchInContext({ question: said, memory, library, signal }: ContextOptions): Promise<Hit[]> {
  const question = withoutDenied(said);
  const changes = tellsAction(question) || supposes(question);
  const matter = tellsAction(question) ? withoutAction(memory.matter) : memory.matter;
  const hits = await library.search(`${matter}, ${question}`, mostRelatives, signal);
  const { focus } = memory;
  if (focus === null) return hits.slice(0, 10);
  const now = new Map((await library.search(question, 3 * mostRelatives, signal)).map((hit) => [hit.id, hit.score]));
  const least = Math.min(...now.values(), 10);
  const relatives = hits.map((hit) => ({ hit, likeness: hit.id === focus.id ? 1 : likeness(hit.name, focus.name) }));
  const nearest = Math.max(0, ...relatives.filter(({ hit }) => hit.id !== focus.id).map((each) => each.likeness));
  const preferred = relatives.map(({ hit, likeness: own }) => {
    const kinship = preference.kinship * (changes ? Math.min(own, nearest) : own);
    const staying = hit.id !== focus.id ? 0 : changes ? -preference.leaving : preference.staying;
    return { ...hit, score: hit.score + kinship + staying + preference.now * ((now.get(hit.id) ?? least) - least) };
  });
  return preferred.sort((a, b) => b.score - a.score).slice(0, 10);
}

/** The matter spoken of before the last one that a message returns to, by the words it names it with; the latest when it names none. */
export function earlierMatter(words: string[], memory: Memory): Focus | null {
  const all = [...memory.earlier, ...(memory.focus === null ? [] : [memory.focus])];
  const shared = (focus: Focus) => words.filter((word) => foldedWords(focus.name).includes(foldedWords(word))).length;
  const named = all.map((focus) => ({ focus, count: shared(focus) })).sort((a, b) => b.count - a.count)[0];
  if (named !== undefined && named.count > 0) return named.focus;
  return words.length === 0 ? (memory.earlier[0] ?? memory.focus) : null;
}

/** How near two names are, 0–1: what they have in common, and how much of the first the other says again. */
export function likeness(other: string, first: string): number {
  const a = wordsOf(other);
  const b = wordsOf(first);
  const common = [...b].filter((word) => a.has(word)).length;
  return (common / (a.size + b.size - common || 1) + common / (b.size || 1)) / 2;
}

const wordsOf = memo(
  (name): ReadonlySet<string> =>
    new Set(
      foldedWords(name)
        .split(' ')
        .filter((word) => word !== '' && !common.has(word)),
    ),
  2_000,
);

// They stand in hundreds of names.
const common = new Set(
  'thu tuc hanh chinh ve viec thuc hien tai cap xa tinh trung uong dang ky giay chung nhan xac nhan cho nguoi cua va doi voi truong hop theo tham quyen'.split(
    ' ',
  ),
);
