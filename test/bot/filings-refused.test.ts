import { describe, expect, test } from 'vitest';
import { readPlaces } from '../../knowledge/communes.ts';
import { badAnswers, breaking } from '../support/bad-answers.ts';
import { createTalk, textOf } from '../support/filing-talk.ts';
import { filing, filingNames } from '../support/filings.ts';
import { everybody, randomOf, refusedPeople, validPerson } from '../support/valid-person.ts';

const world = { today: '2026-11-22', places: readPlaces(), language: 'vi' as const };

describe.each(filingNames)('the filing %s', (name) => {
  const form = filing(name);
  const people = everybody(form, world);
  const begun = async () => {
    const talk = createTalk(form, world);
    await talk.say('bắt đầu điền tờ khai');
    return talk;
  };

  test('says why an answer cannot be taken, and keeps the question', { timeout: 60_000 }, async () => {
    const tried = new Set<string>();
    for (const person of people) {
      const talk = await begun();
      for (const { question, text } of person.said) {
        const bad = tried.has(question.id) ? { refused: [], unmet: [] } : badAnswers(question, world);
        tried.add(question.id);
        expect(bad.unmet, `${question.id}: no answer fails these checks`).toEqual([]);
        const { answers } = await talk.draft();
        for (const { text: wrong, why } of bad.refused) {
          const said = textOf(await talk.say(wrong));
          expect(why, `${question.id}: ${wrong}`).not.toBe('');
          expect(said, `${question.id}: ${wrong}`).toContain(why);
          expect(said, `${question.id}: ${wrong}`).toContain(question.ask.vi);
          expect(await talk.draft(), `${question.id}: ${wrong}`).toMatchObject({ asking: question.id, answers });
        }
        await talk.say(text);
      }
    }
  });

  test('names answers that do not agree, and asks for the last one again', { timeout: 60_000 }, async () => {
    const left = new Set(form.rules);
    const others = Array.from({ length: 400 }, (_, seed) => () => validPerson(form, randomOf(1_000 + seed), world));
    for (const make of [...people.map((person) => () => person), ...others]) {
      if (left.size === 0) break;
      const person = make();
      const slips = [...left].flatMap((rule) => {
        const slip = breaking(rule, form, person.answers, world);
        return slip === null ? [] : [{ rule, slip }];
      });
      if (slips.length === 0) continue;
      const talk = await begun();
      for (const { text } of person.said) await talk.say(text);
      const whole = await talk.draft();
      for (const { rule, slip } of slips) {
        left.delete(rule);
        const { id } = slip.question;
        await talk.say(`sửa câu ${person.said.findIndex(({ question }) => question.id === id) + 1}`);
        expect(textOf(await talk.say(slip.text)), `${id}: ${slip.text}`).toContain(slip.why);
        if (!slip.refused) {
          const { answers, asking } = await talk.draft();
          expect({ asking, answer: answers[id] }).toEqual({ asking: id, answer: undefined });
          await talk.say(person.said.find(({ question }) => question.id === id)?.text ?? '');
          expect(await talk.draft()).toMatchObject({ asking: 'confirm', answers: person.answers });
        }
        await talk.put(whole);
      }
    }
    expect([...left]).toEqual([]);
  });

  test('refuses for every reason that it has, names what is right instead, and lets the answer be changed', {
    timeout: 60_000,
  }, async () => {
    const refused = refusedPeople(form, world);
    const never = form.refusals.filter((_, place) => !refused.has(place)).map(({ say }) => say.vi);
    expect(never).toEqual([]);
    for (const [place, person] of refused) {
      const refusal = form.refusals[place];
      const talk = await begun();
      let last = '';
      for (const { text } of person.said) last = textOf(await talk.say(text));
      expect(last).toContain(refusal?.say.vi);
      const { offered, state } = await talk.draft();
      expect(state).toBe('open');
      if (refusal?.instead !== undefined) expect(offered.map(({ say }) => say)).toContain(refusal.instead);
      expect(textOf(await talk.say('sửa câu trả lời'))).toContain('Bạn muốn sửa mục nào?');
    }
  });
});
