import type { Reply } from '../../bot/types.ts';
import { readCases, type ScoredCase } from '../../scripts/evaluate/expected.ts';
import { failuresOf } from '../../scripts/evaluate/score.ts';
import type { Outcome } from '../../scripts/evaluate/tally.ts';

/** A case as it stands in a file, read as files are read. */
export function caseOf(expect: Record<string, unknown>, other: Record<string, unknown> = {}): ScoredCase {
  const [scored] = readCases(JSON.stringify({ id: 'T-1', slice: 'standard', turns: ['câu hỏi'], expect, ...other }), 'test.jsonl');
  if (scored === undefined) throw new Error('no case');
  return scored;
}

/** An answer to the fee of 1.000001 from its record, but for what is given. */
export function replyOf(other: Partial<Reply> = {}): Reply {
  const source = { code: '1.000001', title: 'Cấp thẻ', section: 'fee', url: 'https://example.vn/1', date: '2026-07-18' } as const;
  return {
    kind: 'answered',
    text: 'Lệ phí: **20.000 đồng**',
    procedures: ['1.000001'],
    aspect: 'fee',
    sources: [source],
    dossier: null,
    choices: [],
    ...other,
  };
}

export function outcomeOf(scored: ScoredCase, reply: Reply | null, candidates: string[] = [], ms = 1): Outcome {
  return { scored, reply, failures: failuresOf(scored.expect, reply === null ? [] : [reply]), candidates, ms };
}
