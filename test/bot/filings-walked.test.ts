import { describe, expect, test } from 'vitest';
import type { Answers } from '../../bot/forms/form.ts';
import { readPlaces } from '../../knowledge/communes.ts';
import { createTalk, type Talk, textOf } from '../support/filing-talk.ts';
import { filing, filingNames, plainId, questionsIn } from '../support/filings.ts';
import { everybody } from '../support/valid-person.ts';

const world = { today: '2026-11-22', places: readPlaces(), language: 'vi' as const };

describe.each(filingNames)('the filing %s', (name) => {
  const form = filing(name);
  const people = everybody(form, world);
  const begun = async () => {
    const talk = createTalk(form, world);
    await talk.say('bắt đầu điền tờ khai');
    return talk;
  };

  test('asks each of its questions of somebody', () => {
    const asked = people.flatMap(({ said }) => said.map(({ question }) => plainId(question.id)));
    expect(questionsIn(form).filter(({ id }) => !asked.includes(id))).toEqual([]);
  });

  test('takes everybody to its end, and its form is made only then', { timeout: 60_000 }, async () => {
    for (const person of people) {
      const talk = await begun();
      for (const { question, text } of person.said) {
        expect((await talk.draft()).asking).toBe(question.id);
        await talk.say(text);
      }
      await atEnd(talk, person.answers);
    }
  });

  test('answers a question in the middle and asks the same again, wherever it is', { timeout: 60_000 }, async () => {
    for (const person of people) {
      const talk = await begun();
      for (const { question, text } of person.said) {
        const { answers } = await talk.draft();
        const result = await talk.say('lệ phí bao nhiêu?');
        expect(result.replies[0]?.text, question.id).toContain('12.000');
        expect(textOf(result), question.id).toContain(question.ask.vi);
        expect(await talk.draft()).toMatchObject({ asking: question.id, answers });
        await talk.say(text);
      }
      expect((await talk.draft()).answers).toEqual(person.answers);
    }
  });

  test('is stopped and taken up again at every question, here and elsewhere, and comes to the same', { timeout: 60_000 }, async () => {
    for (const person of people) {
      let talk = await begun();
      for (const [place, { question, text }] of person.said.entries()) {
        expect(textOf(await talk.say('dừng'))).toContain('được giữ 30 ngày');
        if (place % 2 === 0) await talk.say('tiếp tục hồ sơ');
        else {
          const digits = /\*\*(\d{6})\*\*/.exec(textOf(await talk.say('chuyển hồ sơ')))?.[1];
          talk = talk.elsewhere();
          await talk.say(`tiếp tục hồ sơ ${digits}`);
        }
        expect((await talk.draft()).asking, question.id).toBe(question.id);
        await talk.say(text);
      }
      await atEnd(talk, person.answers);
    }
  });

  test('corrects every answer by its number, and goes back to where it was', { timeout: 60_000 }, async () => {
    for (const person of people) {
      const talk = await begun();
      for (const { text } of person.said) await talk.say(text);
      const whole = await talk.draft();
      for (const [place, { question, text }] of person.said.entries()) {
        const asked = await talk.say(`sửa câu ${place + 1}`);
        expect(textOf(asked), question.id).toContain(question.ask.vi);
        await talk.say(text);
        expect(await talk.draft(), question.id).toMatchObject({ asking: 'confirm', answers: person.answers });
        await talk.put(whole);
      }
    }
  });
});

async function atEnd(talk: Talk, answers: Answers): Promise<void> {
  expect(await talk.draft()).toMatchObject({ asking: 'confirm', state: 'open', answers });
  await talk.say('đúng hết');
  expect(await talk.draft()).toMatchObject({ asking: 'consent', state: 'open' });
  const { replies } = await talk.say('tôi đồng ý');
  expect(replies.at(-1)?.files?.map(({ kind }) => kind)).toEqual(['pdf', 'docx']);
  expect(await talk.draft()).toMatchObject({ state: 'ready', answers });
}
