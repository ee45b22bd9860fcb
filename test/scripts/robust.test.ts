import { expect, test } from 'vitest';
import { Unavailable } from '../../bot/errors.ts';
import { hasDiacritics } from '../../bot/text.ts';
import type { Hit } from '../../bot/types.ts';
import { robustness } from '../../scripts/evaluate/robust.ts';
import { memoryCases } from '../../scripts/memory-cases.ts';
import { hitOf } from '../fakes/ports.ts';
import { fakeDialog } from '../fakes/respond.ts';
import { caseOf } from './support.ts';

const question = 'Đăng ký khai sinh, cần giấy gì?';
const birth = { kind: 'answered', procedures: ['1.001193'] };
const set = (...cases: ReturnType<typeof caseOf>[]) => ({ name: 'dev', cases });

/** The table's rows by variation, without the interval: n, same first, share, hit@1. */
async function rows(search: (question: string) => Hit[], ...cases: ReturnType<typeof caseOf>[]) {
  const dialog = fakeDialog({ search });
  const { page, broken } = await robustness({ dialog, trials: memoryCases() }, set(...cases));
  const cells = page.split('\n').flatMap((line) => (line.startsWith('|') ? [line.split('|').map((cell) => cell.trim())] : []));
  return { broken, of: new Map(cells.map(([, name = '', n, same, share, , hit]) => [name, [n, same, share, hit].join(' ')])) };
}

test('each variation tells how often the first hit stays and how often it is right', async () => {
  const search = (text: string) => [hitOf(hasDiacritics(text) ? '1.001193' : '2.000635')];
  const { of, broken } = await rows(search, caseOf(birth, { turns: [question] }));
  expect(of.get('as written')).toBe('1 1 1.000 1.000');
  expect(of.get('without diacritics')).toBe('1 0 0.000 0.000');
  expect(of.get('without punctuation')).toBe('1 1 1.000 1.000');
  expect(of.get('decomposed (NFD)')).toBe('1 1 1.000 1.000');
  expect(broken).toBe(0);
});

test('cases of several turns, or without a known procedure, are left out', async () => {
  const left = [caseOf(birth, { turns: [question, question] }), caseOf({ kind: 'greeted' }, { id: 'T-2', turns: [question] })];
  const { of } = await rows(() => [hitOf('1.001193')], ...left);
  expect(of.get('as written')).toBe('0 0 – –');
});

test('a turn that breaks is counted, and the others go on', async () => {
  const search = (text: string) => {
    if (!hasDiacritics(text)) throw new Unavailable('database');
    return [hitOf('1.001193')];
  };
  const { of, broken } = await rows(search, caseOf(birth, { turns: [question] }));
  expect(broken).toBe(1);
  expect(of.get('without diacritics')).toBe('1 0 0.000 0.000');
  expect(of.get('one letter doubled')).toBe('1 1 1.000 1.000');
});
