import { describe, expect, test } from 'vitest';
import { type Decision, standardDecision } from '../../bot/skills/decision.ts';
import type { Hit } from '../../bot/types.ts';
import { curve, endingOf, legend, sweeps } from '../../scripts/evaluate/curve.ts';
import { memoryCases } from '../../scripts/memory-cases.ts';
import { hitOf } from '../fakes/ports.ts';
import { fakeDialog } from '../fakes/respond.ts';
import { caseOf, replyOf } from './support.ts';

const cases = [
  caseOf({ kind: 'answered', procedures: ['1.001193'] }, { id: 'T-1', turns: ['làm giấy khai sinh cho cháu ngoại mới đẻ nộp ở đâu'] }),
  caseOf({ kind: 'answered', procedures: ['2.000635'] }, { id: 'T-2', turns: ['xin bản sao trích lục khai sinh đã mất nộp ở đâu'] }),
  caseOf({ kind: 'not-found' }, { id: 'T-3', turns: ['giấy phép nuôi rồng nộp ở đâu'] }),
  caseOf({ kind: 'asked' }, { id: 'T-4', turns: ['khai sinh'] }),
];

/** The rows of one sweep by value: right, wrong, asked back, not found, other, refused rightly, asked rightly. */
async function rowsOf(search: () => Hit[], place: number): Promise<Map<string, string>> {
  const dialogWith = (decision: Decision) => fakeDialog({ search, decision });
  const swept = sweeps[place];
  if (swept === undefined) throw new Error('no such sweep');
  const page = await curve({ dialogWith, trials: memoryCases() }, cases, swept);
  const lines = page.split('\n').filter((line) => /^\| [\d.]/.test(line));
  const cells = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(cells.map(([, value = '', ...shares]) => [value, shares.join(' ').trim()]));
}

describe('the trade-off curve', () => {
  test('a stricter least chance turns answers, right and wrong, into "not found", and a matter of two words into a question back', async () => {
    const rows = await rowsOf(() => [hitOf('1.001193', 1, 0.5)], 0);
    expect(rows.get('0.45 (now)')).toBe('0.500 0.500 0.000 0.000 0.000 0.000 0.000');
    expect(rows.get('0.6')).toBe('0.000 0.000 0.000 1.000 0.000 1.000 1.000');
  });

  test('a wider circle of rivals asks back where one alone would be told', async () => {
    const near = [hitOf('1.001193', 1), hitOf('2.000635', 0.8), hitOf('1.004194', 0.8)];
    const rows = await rowsOf(() => near, 1);
    expect(rows.get('0.82 (now)')).toMatch(/0\.000$/);
    expect(rows.get('0.78')).toMatch(/1\.000$/);
  });

  test('names what is in use in every sweep, and how many cases its shares are of', async () => {
    for (const { values, now, decision } of sweeps) {
      expect(values).toContain(now);
      expect(decision(now)).toEqual(standardDecision);
      for (const value of values.filter((one) => one !== now)) expect(decision(value)).not.toEqual(standardDecision);
    }
    expect(legend({ name: 'dev', cases })).toMatch(/of 2 questions whose answer is in the base.*\n.*of 1 questions.*of 1 that/);
  });
});

describe('how a case ended', () => {
  const asked = caseOf({ kind: 'answered', procedures: ['1.000001'] });

  test('an answer is right by its first procedure', () => {
    expect(endingOf(asked, replyOf())).toBe('right');
    expect(endingOf(asked, replyOf({ procedures: ['1.000009', '1.000001'] }))).toBe('wrong');
  });

  test('a question back, a "not found" and anything else are told apart', () => {
    expect(endingOf(asked, replyOf({ kind: 'asked' }))).toBe('asked');
    expect(endingOf(asked, replyOf({ kind: 'not-found' }))).toBe('not-found');
    expect(endingOf(asked, replyOf({ kind: 'refused' }))).toBe('other');
    expect(endingOf(asked, null)).toBe('other');
  });

  test('where there is no answer, the expected kind is right', () => {
    expect(endingOf(caseOf({ kind: 'not-found' }), replyOf({ kind: 'not-found' }))).toBe('right');
    expect(endingOf(caseOf({ kind: 'not-found' }), replyOf())).toBe('wrong');
  });
});
