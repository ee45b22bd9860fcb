import { describe, expect, test } from 'vitest';
import { layersOf } from '../../scripts/evaluate/layers.ts';
import { tallyOf } from '../../scripts/evaluate/tally.ts';
import { caseOf, outcomeOf, replyOf } from './support.ts';

const gold = { kind: 'answered', procedures: ['1.000001'], aspect: 'fee' };
const right = replyOf();
const wrongKind = replyOf({ kind: 'not-found' });
const wrongProcedure = replyOf({ procedures: ['1.000002'] });
const wrongAspect = replyOf({ aspect: 'place' });

describe('the search', () => {
  test('is judged by the place of the first expected procedure', () => {
    const places = [['1.000001'], ['x', '1.000001'], ['a', 'b', 'c', 'd', 'e', '1.000001'], []];
    const { layers, mrr } = tallyOf(places.map((candidates) => outcomeOf(caseOf(gold), right, candidates)));
    expect(layers['hit@1']).toMatchObject({ n: 4, right: 1, share: 0.25 });
    expect(layers['hit@5']).toMatchObject({ n: 4, right: 2, share: 0.5 });
    expect(mrr).toBeCloseTo((1 + 1 / 2 + 1 / 6) / 4, 10);
  });

  test('is not judged on later turns nor where no procedure is known', () => {
    const { layers, mrr } = tallyOf([
      outcomeOf(caseOf(gold, { turns: ['một', 'hai'] }), right, []),
      outcomeOf(caseOf({ kind: 'greeted' }), right, ['1.000001']),
      outcomeOf(caseOf(gold), right, ['1.000001']),
    ]);
    expect([layers['hit@1'].n, layers['hit@1'].share, layers['hit@5'].share, mrr]).toEqual([1, 1, 1, 1]);
  });

  test('is right of a question that was not answered, when it ranked the procedure first', () => {
    expect(layersOf([outcomeOf(caseOf(gold), wrongKind, ['1.000001'])])['hit@1'].right).toBe(1);
  });
});

describe('the kind', () => {
  test('is judged on every case, any accepted one is right, and no reply is a wrong one', () => {
    const either = { ...gold, kind: ['asked', 'answered'] };
    const { kind } = layersOf([
      outcomeOf(caseOf(either), right),
      outcomeOf(caseOf(gold), wrongProcedure),
      outcomeOf(caseOf(gold), wrongKind),
      outcomeOf(caseOf(gold), null),
    ]);
    expect(kind).toMatchObject({ n: 4, right: 2 });
  });
});

describe('the aspect', () => {
  test('is judged on answers from an expected procedure alone', () => {
    const { aspect } = layersOf([
      outcomeOf(caseOf(gold), right),
      outcomeOf(caseOf(gold), wrongAspect),
      outcomeOf(caseOf(gold), replyOf({ procedures: ['1.000002'], aspect: 'place' })),
      outcomeOf(caseOf(gold), wrongKind),
      outcomeOf(caseOf({ ...gold, kind: ['asked', 'answered'] }), replyOf({ kind: 'asked' })),
      outcomeOf(caseOf({ kind: 'answered', procedures: ['1.000001'] }), wrongAspect),
    ]);
    expect(aspect).toMatchObject({ n: 2, right: 1 });
  });
});

describe('the facts', () => {
  const fee = { ...gold, must: ['20\\.000'], mustNot: ['miễn phí'] };

  test('are judged on cases that have some, where the procedure is right', () => {
    const { facts } = layersOf([
      outcomeOf(caseOf(fee), right),
      outcomeOf(caseOf(fee), replyOf({ text: 'Lệ phí: 50.000 đồng' })),
      outcomeOf(caseOf(fee), replyOf({ text: '20.000 đồng, hoặc miễn phí' })),
      outcomeOf(caseOf(fee), replyOf({ procedures: ['1.000002'], text: 'Lệ phí: 50.000 đồng' })),
      outcomeOf(caseOf(fee), wrongKind),
      outcomeOf(caseOf(gold), right),
    ]);
    expect(facts).toMatchObject({ n: 3, right: 1 });
  });

  test('are judged though the aspect is wrong', () => {
    expect(layersOf([outcomeOf(caseOf(fee), wrongAspect)])).toMatchObject({ facts: { n: 1, right: 1 }, aspect: { n: 1, right: 0 } });
  });

  test('are not judged on a question back, which tells nothing yet', () => {
    const either = { ...fee, kind: ['asked', 'answered'] };
    const back = replyOf({ kind: 'asked', text: 'Thủ tục nào?', choices: [{ label: 'Cấp thẻ', say: '1.000001' }] });
    expect(layersOf([outcomeOf(caseOf(either), back)]).facts.n).toBe(0);
  });
});

describe('refusal', () => {
  test('is judged on what is to be refused or not found, and by the kind', () => {
    const { refusal } = layersOf([
      outcomeOf(caseOf({ kind: 'refused' }), replyOf({ kind: 'refused' })),
      outcomeOf(caseOf({ kind: ['not-found', 'handed-over'] }), replyOf({ kind: 'handed-over' })),
      outcomeOf(caseOf({ kind: 'not-found' }), right),
      outcomeOf(caseOf(gold), wrongKind),
    ]);
    expect(refusal).toMatchObject({ n: 3, right: 2 });
  });
});

test('a layer without a case has share 0 and says nothing', () => {
  expect(layersOf([outcomeOf(caseOf({ kind: 'greeted' }), replyOf({ kind: 'greeted' }))]).facts).toEqual({
    n: 0,
    right: 0,
    share: 0,
    low: 0,
    high: 1,
  });
});
