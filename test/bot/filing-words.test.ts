import { expect, test } from 'vitest';
import { formSchema } from '../../bot/forms/form.ts';
import { hearSeveral } from '../../bot/forms/hear/several.ts';
import { readPlaces } from '../../knowledge/communes.ts';
import { shortForm } from '../support/filing-form.ts';
import { createTalk, textOf } from '../support/filing-talk.ts';
import { filing, questionsIn } from '../support/filings.ts';

const world = { today: '2026-11-22', places: readPlaces(), language: 'vi' as const };
const both = (text: string) => ({ vi: text, en: text });
const facility = {
  id: 'child.facility',
  type: 'text',
  label: both('Nơi sinh'),
  ask: both('Ở đâu?'),
  help: both('Giúp'),
  example: both('A'),
};
const [step] = shortForm.steps;
const form = formSchema.parse({ ...shortForm, steps: [{ ...step, questions: [...(step?.questions ?? []), facility] }] });

async function begun() {
  const talk = createTalk(form, world);
  await talk.say('bắt đầu điền tờ khai');
  await talk.say('Nguyễn Thị Hạnh Dung');
  await talk.say('12/5/2026');
  return talk;
}

test.each(['thuong-tru', 'tam-tru'])('who says that they are the head of the household has told no name, in %s', (name) => {
  const { people, ...rest } = filing(name);
  const questions = questionsIn({ people, ...rest });
  expect(questions.some(({ id }) => id === 'applicant.name')).toBe(true);
  for (const text of ['toi la chu ho', 'tôi là chủ hộ', 'toi la chu nha']) {
    const { answers } = hearSeveral(text, questions, people, null, world);
    expect(
      Object.keys(answers).filter((id) => id.endsWith('.name')),
      text,
    ).toEqual([]);
  }
});

test('signs that mean something to a pattern are read back and kept as they were typed', async () => {
  const talk = await begun();
  await talk.say('12 Hàng Bài, phường Hoàn Kiếm, thành phố Hà Nội');
  const odd = "Trạm $& số $1 $' $` $$ PAPERS";
  expect(textOf(await talk.say(odd))).toContain(`Nơi sinh: ${odd}\n`);
  const moved = "Trạm $& khác $'";
  expect(textOf(await talk.say(`sửa nơi sinh thành ${moved}`))).toContain(`Đã sửa: Nơi sinh: ${moved}.`);
  expect((await talk.draft()).answers['child.facility']?.value).toBe(moved);
});

test('who cannot complete an address, of which nothing can be offered, is offered a person', async () => {
  const talk = await begun();
  const first = await talk.say('tỉnh Nghệ An');
  expect(first.replies.at(-1)?.choices).toEqual([]);
  await talk.say('tỉnh Nghệ An');
  const again = await talk.say('tỉnh Nghệ An');
  expect(again.replies.at(-1)?.choices.map(({ label }) => label)).toContain('Gặp cán bộ');
  expect((await talk.draft()).asking).toBe('office.place');
});
