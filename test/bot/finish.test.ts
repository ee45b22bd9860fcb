import { describe, expect, test } from 'vitest';
import { shownName } from '../../bot/answer/subject.ts';
import { finish } from '../../bot/forms/finish.ts';
import { noFilings } from '../../bot/forms/turn.ts';
import { readChoice } from '../../bot/forms/values/choice.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { Library } from '../../bot/ports.ts';
import type { Way } from '../../bot/types.ts';
import { aCase } from '../fakes/case.ts';
import { only } from '../fakes/ports.ts';
import { fee, stored, way } from '../fakes/record.ts';
import { filing, questionsIn } from '../support/filings.ts';

const form = filing('cap-lai-can-cuoc');
const told = async (ways: Way[]) => {
  const record = stored({ code: form.code, ways });
  const turn = {
    ...noFilings,
    library: only<Library>('library', { byCode: async () => [record] }),
    text: '',
    visitor: { channel: 'web', person: 'p', network: null, message: 'm' },
    memory: emptyMemory,
    form,
    draft: aCase({ form: form.code }),
    today: '2026-11-22',
    elsewhere: () => Promise.reject(new Error('nothing else was asked')),
    signal: AbortSignal.timeout(5_000),
  };
  return (await finish(turn)).replies.map(({ text }) => text).join('\n');
};

describe('what is said when a form is ready', () => {
  test('of the post, no more than the record says', async () => {
    const text = await told([way('direct', [fee(70_000)]), { ...way('postal', []), text: 'Trả kết quả qua dịch vụ bưu chính.' }]);
    expect(text).toContain('Qua bưu chính: Trả kết quả qua dịch vụ bưu chính');
    expect(text).not.toContain('gửi');
    expect(await told([way('direct', [fee(70_000)]), { ...way('postal', []), text: '' }])).not.toContain('bưu chính');
  });

  test('who pays nothing is not told how to pay', async () => {
    expect(await told([way('direct', [fee(0, 'Miễn phí')])])).not.toContain('Có phí thì');
    expect(await told([way('direct', [fee(70_000)])])).toContain('Có phí thì');
  });
});

test('a name that its record shouts is shown as a sentence', () => {
  expect(shownName({ name: 'CẤP LẠI THẺ CĂN CƯỚC' })).toBe('Cấp lại thẻ căn cước');
  expect(shownName({ name: 'Cấp thẻ ABTC' })).toBe('Cấp thẻ ABTC');
});

test('the options of a question stand below it, not in the sentence', () => {
  const question = questionsIn(form).find(({ type }) => type === 'choice');
  if (question === undefined) throw new Error('no choice in this form');
  const read = readChoice('xyz', question);
  expect(read).toMatchObject({ kind: 'bad' });
  for (const { label } of question.options) expect(JSON.stringify(read)).not.toContain(label.vi);
});
