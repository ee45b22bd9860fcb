import { describe, expect, test } from 'vitest';
import type { Answers } from '../../bot/forms/form.ts';
import { questionsOf } from '../../bot/forms/plan.ts';
import { brokenRule } from '../../bot/forms/rules.ts';
import { readValue, type World } from '../../bot/forms/values/read-value.ts';
import { filing, filingNames, questionsIn } from '../support/filings.ts';

/** Addresses are read by the directory of places, which has tests of its own. */
const places = { provinces: [], communes: [], before: [] };
const worlds: World[] = [
  { today: '2026-11-22', places, language: 'vi' },
  { today: '2026-11-22', places, language: 'en' },
];

describe.each(filingNames)('the filing %s', (name) => {
  const form = filing(name);
  const questions = questionsIn(form).filter(({ type }) => type !== 'address');

  test('understands the examples that it gives', () => {
    const misread = questions.flatMap((question) =>
      worlds.flatMap((world) => {
        const text = question.example[world.language];
        const reading = readValue(question, text, world);
        return reading.kind === 'good' && reading.answer.value !== '' ? [] : [`${question.id}: ${text}: ${reading.kind}`];
      }),
    );
    expect(misread).toEqual([]);
  });

  test('understands every option by its labels, its number and the words for it', () => {
    const misread = questions.flatMap((question) =>
      question.options.flatMap(({ value, label, hear }, place) =>
        [label.vi, label.en, String(place + 1), ...hear].flatMap((text) => {
          const reading = readValue(question, text, { today: '2026-11-22', places, language: 'vi' });
          return reading.kind === 'good' && reading.answer.value === value ? [] : [`${question.id}: ${text}: ${reading.kind}`];
        }),
      ),
    );
    expect(misread).toEqual([]);
  });

  test('gives examples that fit each other', () => {
    const answers: Answers = {};
    for (const question of questions) {
      if (!questionsOf(form, answers, '2026-11-22').some(({ id }) => id === question.id)) continue;
      const reading = readValue(question, question.example.vi, { today: '2026-11-22', places, language: 'vi' });
      if (reading.kind === 'good') answers[question.id] = reading.answer;
    }
    expect(brokenRule(form, answers, '2026-11-22')).toBeNull();
  });
});
