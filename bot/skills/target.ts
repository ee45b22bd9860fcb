import type { Library } from '../ports.ts';
import { fold, foldedWords } from '../text.ts';
import type { Aspect, Hit, Memory, StoredProcedure } from '../types.ts';
import { does, tellsAction, withoutDenied, withoutFiling } from '../understand/actions.ts';
import { withoutQuestion } from '../understand/aspect.ts';
import { contentWords } from '../understand/content.ts';
import { changesCircumstance, continues, replaces } from '../understand/continues.ts';
import { returnsTo } from '../understand/returns.ts';
import { elsewhere, soundsOfficial } from '../understand/scope.ts';
import { earlierMatter, likeness, searchInContext } from './context.ts';
import type { Decision } from './decision.ts';

/** Which procedure a message is about. `candidates` are what the search ranked, empty where none was made. */
export type Target =
  | { kind: 'found'; stored: StoredProcedure; candidates: string[] }
  | { kind: 'choose'; between: Hit[]; candidates: string[] }
  | { kind: 'choose-province'; between: StoredProcedure[] }
  | { kind: 'unsaid' }
  | { kind: 'none'; official: boolean; candidates: string[] };

export type TargetOptions = {
  wanted: 'answer' | 'filing';
  question: string;
  code: string | null;
  aspect: Aspect | null;
  memory: Memory;
  library: Library;
  decision: Decision;
  signal: AbortSignal;
};

/** A code wins; then a return to an earlier matter; then the words; then the procedure spoken of. Guesses are not made. */
export async function findTarget(options: TargetOptions): Promise<Target> {
  const { code, memory, library, decision, signal } = options;
  const meant = withoutDenied(options.question);
  const question = options.wanted === 'filing' && code === null ? withoutFiling(meant) : meant;
  const { leastChance, ownMatter } = decision;
  if (code !== null) return byCode(code, question, library, signal);
  const content = contentWords(question);
  const before = returnsTo(question) ? earlierMatter(content, memory) : null;
  const named = content.length > 0 || tellsAction(question);
  const spoken = before ?? (named ? null : memory.focus);
  if (spoken !== null) return (await stored(spoken.id, library, signal)) ?? { kind: 'unsaid' };
  if (!named && withoutQuestion(question).split(' ').length < 2) return { kind: 'unsaid' };
  const alone = await library.search(question, 10, signal);
  const together = leansOn(options, alone) ? await searchInContext(options) : null;
  const hits = together ?? alone;
  const candidates = hits.map((hit) => hit.code);
  const best = hits[0];
  if (!named && (best === undefined || best.coverage < ownMatter.chance)) return { kind: 'unsaid' };
  // Read together with what was said before, half as much will do.
  const chance = best === undefined ? 0 : together === null ? best.chance : 2 * best.coverage;
  if (best === undefined || chance < leastChance) return nothingLikely(options, content, together === null ? null : memory.focus, hits);
  if (elsewhere(question)) return { kind: 'none', official: true, candidates };
  const between = together === null && !replaces(question) ? severalMeant(options, content, best, hits) : null;
  if (between !== null) return { kind: 'choose', between, candidates };
  const found = await stored(best.id, library, signal);
  return found === null ? { kind: 'none', official: true, candidates } : { ...found, candidates };
}

/** Nothing that is likelier right than wrong: the matter at hand where a fact of it is asked for, else a question back, else "not found". */
async function nothingLikely(
  { question, aspect, memory, library, decision, signal }: TargetOptions,
  content: string[],
  focus: Memory['focus'],
  hits: Hit[],
): Promise<Target> {
  const staying = focus === null || aspect === null ? null : await stored(focus.id, library, signal);
  if (staying !== null) return staying;
  const official = memory.matter !== '' || (hits[0]?.coverage ?? 0) >= decision.leastChance || soundsOfficial(question);
  return official && content.length <= 2 ? { kind: 'unsaid' } : { kind: 'none', official, candidates: hits.map((hit) => hit.code) };
}

/** The procedures to choose from where few words fit several, or null where a clerk would not ask. */
function severalMeant({ question, wanted, aspect, decision }: TargetOptions, content: string[], best: Hit, hits: Hit[]): Hit[] | null {
  const { rivals, strangers } = decision;
  const vague = wanted === 'answer' && (aspect === null || aspect === 'steps' || aspect === 'overview');
  const rival = vague ? rivals.ofMatter : rivals.ofFact;
  const close = closeTo(best, hits, rival.share);
  const others = vague && !does(question) ? close : close.filter((hit) => !goesOn(best, hit));
  if (content.length <= rival.words && distinctNames(others) >= 3) return close.slice(0, 4);
  const strange = closeTo(best, hits, strangers.share).filter((hit) => likeness(hit.name, best.name) < strangers.likeness);
  return content.length <= strangers.words && strange.length > 0 ? [best, ...strange].slice(0, 4) : null;
}

/** True when a message is to be read with what was said before: it asks for a fact or goes on, and names no matter of its own. */
function leansOn({ question, aspect, memory, decision }: TargetOptions, alone: Hit[]): boolean {
  const { leastChance, ownMatter } = decision;
  if (memory.matter === '') return false;
  const best = alone[0];
  if (changesCircumstance(question)) return true;
  const onward = memory.awaiting === 'procedure' || aspect !== null || continues(question);
  if (best === undefined || best.coverage < leastChance) return onward || tellsAction(question);
  if (!onward) return false;
  const own = best.chance >= ownMatter.chance && (replaces(question) || distinctNames(closeTo(best, alone, ownMatter.share)) < 3);
  return !own;
}

async function byCode(code: string, question: string, library: Library, signal: AbortSignal): Promise<Target> {
  const all = await library.byCode(code, signal);
  const first = all[0];
  if (first === undefined) return { kind: 'none', official: true, candidates: [] };
  if (all.length === 1) return { kind: 'found', stored: first, candidates: [code] };
  const named = all.filter((stored) => fold(question).includes(placeName(stored)));
  if (named.length === 1 && named[0] !== undefined) return { kind: 'found', stored: named[0], candidates: [code] };
  return { kind: 'choose-province', between: all };
}

async function stored(id: string, library: Library, signal: AbortSignal): Promise<Extract<Target, { kind: 'found' }> | null> {
  const record = await library.procedure(id, signal);
  return record === null ? null : { kind: 'found', stored: record, candidates: [] };
}

function placeName(stored: StoredProcedure): string {
  return fold(stored.procedure.issuer.name).replace(/^(ubnd|uy ban nhan dan)? ?(tinh|thanh pho)? ?/, '');
}

function closeTo(best: Hit, hits: Hit[], share: number): Hit[] {
  return hits.filter((hit) => hit.score >= share * best.score);
}

// "Đổi giấy phép lái xe quân sự" is what "đổi giấy phép lái xe" would have said more of.
function goesOn(best: Hit, hit: Hit): boolean {
  const said = new Set(foldedWords(hit.name).split(' '));
  return (
    hit.id !== best.id &&
    foldedWords(best.name)
      .replace(/ (thu tuc|hanh chinh|ve)(?= )/g, '')
      .split(' ')
      .every((word) => said.has(word))
  );
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
