import { describe, expect, test } from 'vitest';
import { bestReply, failuresOf } from '../../scripts/evaluate/score.ts';
import { caseOf, replyOf } from './support.ts';

const gold = { kind: 'answered', procedures: ['1.000001', '1.000002'], aspect: 'fee', must: ['20[.,]?000'] };

function wrong(expected: Record<string, unknown>, ...replies: ReturnType<typeof replyOf>[]) {
  return failuresOf(caseOf(expected).expect, replies);
}

describe('a reply is right only when all of it is', () => {
  test('an answer with kind, procedure, aspect, facts and a source is right', () => {
    expect(wrong(gold, replyOf())).toEqual([]);
  });

  test('each part alone makes it wrong and is named', () => {
    expect(wrong(gold, replyOf({ kind: 'not-found' }))).toEqual(['kind']);
    expect(wrong(gold, replyOf({ procedures: ['1.000009'] }))).toEqual(['procedure']);
    expect(wrong(gold, replyOf({ aspect: 'documents' }))).toEqual(['aspect']);
    expect(wrong(gold, replyOf({ aspect: null }))).toEqual(['aspect']);
    expect(wrong(gold, replyOf({ text: 'Lệ phí: 30.000 đồng' }))).toEqual(['must']);
    expect(wrong(gold, replyOf({ sources: [] }))).toEqual(['source']);
    expect(wrong({ ...gold, mustNot: ['20'] }, replyOf())).toEqual(['mustNot']);
  });

  test('no reply at all is wrong', () => {
    expect(wrong(gold)).toEqual(['no reply']);
  });

  test('every fact must be there, not only one', () => {
    expect(wrong({ ...gold, must: ['20', 'miễn'] }, replyOf())).toEqual(['must']);
  });

  test('an answer that names the right procedure second answers from another one', () => {
    expect(wrong(gold, replyOf({ procedures: ['1.000009', '1.000001'] }))).toEqual(['procedure']);
  });

  test('expectations may be lists of which any is right', () => {
    expect(wrong({ ...gold, kind: ['asked', 'answered'], aspect: ['documents', 'fee'] }, replyOf({ procedures: ['1.000002'] }))).toEqual(
      [],
    );
  });
});

describe('several replies to one message', () => {
  test('one that is wholly right is enough', () => {
    const [first, second] = [replyOf({ kind: 'greeted' }), replyOf()];
    expect(wrong(gold, first, second)).toEqual([]);
    expect(bestReply(caseOf(gold).expect, [first, second])).toBe(second);
  });

  test('the parts of a right one may not be gathered from two', () => {
    expect(wrong(gold, replyOf({ aspect: 'place' }), replyOf({ procedures: ['1.000009'] }))).not.toEqual([]);
  });

  test('what must not be said is wrong in whichever it is said', () => {
    expect(wrong({ ...gold, mustNot: ['cấm'] }, replyOf(), replyOf({ text: 'Cấm' }))).toEqual(['mustNot']);
  });
});

describe('facts', () => {
  test('capitals do not matter, Vietnamese ones neither', () => {
    expect(wrong({ kind: 'answered', must: ['miễn lệ phí'] }, replyOf({ text: 'MIỄN LỆ PHÍ' }))).toEqual([]);
  });

  test('the same letters written in two ways are the same', () => {
    const decomposed = 'miễn phí'.normalize('NFD');
    expect(wrong({ kind: 'answered', must: [decomposed] }, replyOf({ text: 'miễn phí' }))).toEqual([]);
    expect(wrong({ kind: 'answered', must: ['miễn phí'] }, replyOf({ text: decomposed }))).toEqual([]);
  });

  test('a pattern that the unicode flag refuses is still read', () => {
    expect(wrong({ kind: 'answered', must: ['20\\.000\\ đồng'] }, replyOf())).toEqual([]);
  });

  test('a pattern of code points outside the first plane is read by code points', () => {
    expect(wrong({ kind: 'answered', must: ['^.$'] }, replyOf({ text: '😀' }))).toEqual([]);
  });
});

describe('kinds that tell no record', () => {
  const either = { ...gold, kind: ['answered', 'asked'] };
  const asked = replyOf({ kind: 'asked', text: 'Bạn hỏi việc nào?', procedures: [], aspect: null, sources: [] });

  test('a question back must offer an expected procedure', () => {
    expect(wrong(either, { ...asked, choices: [{ label: 'Cấp thẻ', say: 'Cấp thẻ – 1.000002' }] })).toEqual([]);
    expect(wrong(either, { ...asked, choices: [{ label: 'Cấp lại', say: 'Cấp lại – 1.000009' }] })).toEqual(['procedure']);
  });

  test('handing over instead of answering is right where the case says so, without facts', () => {
    const handed = replyOf({ kind: 'handed-over', text: 'Tôi chuyển cho cán bộ.', procedures: [], aspect: null, sources: [] });
    expect(wrong({ ...gold, kind: ['answered', 'handed-over'] }, handed)).toEqual([]);
    expect(wrong({ kind: 'handed-over', must: ['1022'] }, handed)).toEqual(['must']);
  });

  test('a filing must be of an expected procedure and needs no source', () => {
    const filing = replyOf({ kind: 'filing', aspect: null, sources: [] });
    expect(wrong({ kind: 'filing', procedures: ['1.000001'] }, filing)).toEqual([]);
    expect(wrong({ kind: 'filing', procedures: ['1.000009'] }, filing)).toEqual(['procedure']);
  });

  test('a status must have recognised the very dossier', () => {
    const status = replyOf({ kind: 'status', dossier: 'H40.23.08-250715-0012', procedures: [], aspect: null, sources: [] });
    expect(wrong({ kind: 'status', dossier: 'H40.23.08-250715-0012' }, status)).toEqual([]);
    expect(wrong({ kind: 'status', dossier: 'H40.23.08-250715-0013' }, status)).toEqual(['dossier']);
    expect(wrong({ kind: 'status', dossier: 'H40.23.08-250715-0012' }, { ...status, dossier: null })).toEqual(['dossier']);
  });
});
