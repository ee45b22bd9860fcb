import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formSchema } from '../../../bot/forms/form.ts';
import { commandOf } from '../../../bot/forms/hear/command.ts';
import { correctionOf } from '../../../bot/forms/hear/correction.ts';
import { asksSomething } from '../../../bot/forms/hear/is-question.ts';
import { hearSeveral } from '../../../bot/forms/hear/several.ts';
import { readValue } from '../../../bot/forms/values/read-value.ts';
import { readPlaces } from '../../../knowledge/communes.ts';

const folder = join(import.meta.dirname, '../../../bot/forms/filings');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const world = { today: '2026-11-22', places: readPlaces(), language: 'vi' as const };

test('there are filings', () => {
  expect(files.length).toBeGreaterThan(0);
});

test.each(files)('every example and every name of an option in %s is an answer to its question, and to no other', (file) => {
  const form = formSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  const questions = form.steps.flatMap((step) => step.questions);
  const wrong = questions.flatMap((question) => {
    const named = question.options.flatMap(({ value, label, hear }) => [label.vi, label.en, ...hear].map((text) => ({ text, value })));
    const examples = [question.example.vi, question.example.en].map((text) => ({ text, value: null }));
    return [...examples, ...named].flatMap(({ text, value }) => {
      const reading = readValue(question, text, world);
      const others = Object.keys(hearSeveral(text, questions, form.people, question, world).answers).filter((id) => id !== question.id);
      const faults = [
        reading.kind !== 'good'
          ? reading.kind
          : value !== null && reading.answer.value !== value
            ? `read as ${reading.answer.value}`
            : null,
        asksSomething(text, question, world) ? 'a question' : null,
        commandOf(text) === null || (reading.kind === 'good' && reading.answer.value === '') ? null : 'a command',
        correctionOf(text, questions, form.people, questions, question) === null ? null : 'a correction',
        others.length > 0 ? `also ${others.join()}` : null,
      ].filter((fault) => fault !== null);
      return faults.length === 0 ? [] : [`${question.id} "${text}": ${faults.join('; ')}`];
    });
  });
  expect(wrong).toEqual([]);
});
