import type { Library } from '../ports.ts';
import { fold } from '../text.ts';
import type { Aspect, Hit, Memory, StoredProcedure } from '../types.ts';
import { contentWords } from '../understand/content.ts';

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

/** Share of the question's evidence below which a hit is a guess. */
const leastCoverage = 0.35;
/** Below this, a question within a conversation is taken to be about the procedure spoken of. */
const newMatterCoverage = 0.55;
/** Who names a matter alone may mean any of its procedures; who asks for a fact has one in mind unless the rivals are all but equal. */
const rivals = { ofMatter: { words: 2, share: 0.82 }, ofFact: { words: 1, share: 0.95 } };

/** A code wins; then the words; then the procedure spoken of. Guesses are not made. */
export async function findTarget(options: TargetOptions): Promise<Target> {
  const { question, code, aspect, memory, library, signal } = options;
  if (code !== null) return byCode(code, question, library, signal);
  const content = contentWords(question);
  if (content.length === 0) return (await spokenOf(memory, library, signal)) ?? { kind: 'unsaid' };
  const hits = await library.search(question, 10, signal);
  const candidates = hits.map((hit) => hit.code);
  const best = hits[0];
  // "nhờ người khác nộp được không" asks of the matter at hand; words that ask for no fact name another, known or not.
  if (memory.focus !== null && aspect !== null && (best === undefined || best.coverage < newMatterCoverage)) {
    const stored = await library.procedure(memory.focus.id, signal);
    if (stored !== null) return { kind: 'found', stored, candidates };
  }
  if (best === undefined || best.coverage < leastCoverage) return { kind: 'none', candidates };
  const vague = aspect === null || aspect === 'steps' || aspect === 'overview' ? rivals.ofMatter : rivals.ofFact;
  const close = hits.filter((hit) => hit.score >= vague.share * best.score);
  if (content.length <= vague.words && distinctNames(close) >= 3) return { kind: 'choose', between: close.slice(0, 4), candidates };
  const stored = await library.procedure(best.id, signal);
  return stored === null ? { kind: 'none', candidates } : { kind: 'found', stored, candidates };
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

function distinctNames(hits: Hit[]): number {
  return new Set(hits.map((hit) => fold(hit.name))).size;
}
