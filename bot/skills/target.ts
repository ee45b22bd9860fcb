import type { Library } from '../ports.ts';
import { fold } from '../text.ts';
import type { Aspect, Hit, Memory, StoredProcedure } from '../types.ts';
import { contentWords } from '../understand/content.ts';
import { continues, replaces } from '../understand/continues.ts';

/** Which procedure a message is about. `candidates` are what the search ranked, empty where none was made. */
export type Target =
  | { kind: 'found'; stored: StoredProcedure; candidates: string[] }
  | { kind: 'choose'; between: Hit[]; candidates: string[] }
  | { kind: 'choose-province'; between: StoredProcedure[] }
  | { kind: 'unsaid' }
  | { kind: 'none'; candidates: string[] };

export type TargetOptions = {
  question: string;
  code: string | null;
  aspect: Aspect | null;
  memory: Memory;
  library: Library;
  signal: AbortSignal;
};

/** A hit that is likelier wrong than right is a guess. */
const leastCoverage = 0.45;
/** From here on a message names a matter of its own, whatever was spoken of before. */
const ownMatterCoverage = 0.93;
/** Who names a matter alone may mean any of its procedures; who asks for a fact has one in mind unless the rivals are all but equal. */
const rivals = { ofMatter: { words: 2, share: 0.82 }, ofFact: { words: 1, share: 0.95 } };

/** A code wins; then the words; then the procedure spoken of. Guesses are not made. */
export async function findTarget(options: TargetOptions): Promise<Target> {
  const { question, code, aspect, memory, library, signal } = options;
  if (code !== null) return byCode(code, question, library, signal);
  const content = contentWords(question);
  if (content.length === 0) return (await spokenOf(memory, library, signal)) ?? { kind: 'unsaid' };
  const alone = await library.search(question, 10, signal);
  const together = await inContext(options, alone);
  const hits = together ?? alone;
  const candidates = hits.map((hit) => hit.code);
  const best = hits[0];
  if (best === undefined || best.coverage < leastCoverage) {
    const spoken = together === null ? null : await spokenOf(memory, library, signal);
    return spoken ?? { kind: 'none', candidates };
  }
  if (together === null) {
    const vague = aspect === null || aspect === 'steps' || aspect === 'overview' ? rivals.ofMatter : rivals.ofFact;
    const close = closeTo(best, hits, vague.share);
    if (content.length <= vague.words && !replaces(question) && distinctNames(close) >= 3)
      return { kind: 'choose', between: close.slice(0, 4), candidates };
  }
  const stored = await library.procedure(best.id, signal);
  return stored === null ? { kind: 'none', candidates } : { kind: 'found', stored, candidates };
}

/**
 * What a message means that leaves out what was named before: "vợ tôi là người Thái thì sao" after a marriage. Null when it stands alone:
 * nothing was spoken of, it names a matter of its own, or it asks for no fact and does not go on from anything.
 */
async function inContext({ question, aspect, memory, library, signal }: TargetOptions, alone: Hit[]): Promise<Hit[] | null> {
  if (memory.focus === null || (aspect === null && !continues(question))) return null;
  const best = alone[0];
  if (
    best !== undefined &&
    best.coverage >= ownMatterCoverage &&
    (replaces(question) || distinctNames(closeTo(best, alone, rivals.ofFact.share)) < 3)
  )
    return null;
  return library.search(`${memory.matter} ${question}`, 10, signal);
}

async function byCode(code: string, question: string, library: Library, signal: AbortSignal): Promise<Target> {
  const all = await library.byCode(code, signal);
  const first = all[0];
  if (first === undefined) return { kind: 'none', candidates: [] };
  if (all.length === 1) return { kind: 'found', stored: first, candidates: [code] };
  const named = all.filter((stored) => fold(question).includes(placeName(stored)));
  if (named.length === 1 && named[0] !== undefined) return { kind: 'found', stored: named[0], candidates: [code] };
  return { kind: 'choose-province', between: all };
}

async function spokenOf(memory: Memory, library: Library, signal: AbortSignal): Promise<Target | null> {
  if (memory.focus === null) return null;
  const stored = await library.procedure(memory.focus.id, signal);
  return stored === null ? null : { kind: 'found', stored, candidates: [] };
}

function placeName(stored: StoredProcedure): string {
  return fold(stored.procedure.issuer.name).replace(/^(ubnd|uy ban nhan dan)? ?(tinh|thanh pho)? ?/, '');
}

function closeTo(best: Hit, hits: Hit[], share: number): Hit[] {
  return hits.filter((hit) => hit.score >= share * best.score);
}

function distinctNames(hits: Hit[]): number {
  // The same thing at another level is one choice less.
  return new Set(
    hits.map((hit) =>
      fold(hit.name)
        .replace(/\(.*?\)|(thuc hien )?(tai |o )?(cap (tinh|xa|trung uong|bo))/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  ).size;
}
