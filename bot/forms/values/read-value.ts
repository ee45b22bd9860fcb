import type { Question } from '../form.ts';
import { valueWording } from '../value-wording.ts';
import { readAddressValue } from './address.ts';
import { readAmount } from './amount.ts';
import { failedCheck } from './checks.ts';
import { readChoice } from './choice.ts';
import { readDate } from './date.ts';
import { readEmail } from './email.ts';
import { readEthnicity } from './ethnicity.ts';
import { readIdNumber } from './id-number.ts';
import { readName } from './name.ts';
import { readNationality } from './nationality.ts';
import { readNumber } from './number.ts';
import { readPartialDate } from './partial-date.ts';
import { readPhone } from './phone.ts';
import { bad, filledIn, good } from './reading.ts';
import { skips } from './skip.ts';
import { meantIn } from './taken-back.ts';
import { readText } from './text.ts';
import { readTime } from './time.ts';
import type { Reading, World } from './world.ts';
import { readYesNo } from './yes-no.ts';

export type { Reading, World };

/**
 * What a text is as the answer to this question: typed or said, in either language, with marks or without. Values: dates `YYYY-MM-DD`
 * (`YYYY-MM`, `YYYY`), times `HH:MM`, `yes`/`no`, an option's value, ISO country codes, numbers as figures, addresses as JSON. A skipped
 * optional question is `good` with `''`. `partial`: what an `ask` gave before this text.
 */
export function readValue(question: Question, text: string, world: World, partial = ''): Reading {
  const meant = meantIn(text);
  const again = meant === null ? null : readValue(question, meant, world, partial);
  if (again !== null && again.kind !== 'bad') return again;
  if (skips(text, question)) return question.optional ? good('', '') : withExample(bad(valueWording.required), question);
  const reading = text.trim() === '' ? bad(valueWording.empty) : typed(question, text.slice(0, longest), world, partial);
  if (reading.kind === 'bad') return withExample(reading, question);
  if (reading.kind === 'ask') return reading;
  const why = failedCheck(question, reading.answer.value, world);
  return why === null ? reading : withExample({ kind: 'bad', why }, question);
}

function typed(question: Question, text: string, world: World, partial: string): Reading {
  switch (question.type) {
    case 'name':
      return readName(text, world, partial);
    case 'date':
      return readDate(text, question, world, partial);
    case 'partial-date':
      return readPartialDate(text, question, world, partial);
    case 'time':
      return readTime(text, partial);
    case 'id-number':
      return readIdNumber(text, world);
    case 'phone':
      return readPhone(text);
    case 'email':
      return readEmail(text);
    case 'address':
      return readAddressValue(text, question, world, partial);
    case 'choice':
      return readChoice(text, question);
    case 'yes-no':
      return readYesNo(text);
    case 'nationality':
      return readNationality(text);
    case 'ethnicity':
      return readEthnicity(text);
    case 'text':
      return readText(text);
    case 'number':
      return readNumber(text);
    case 'amount':
      return readAmount(text);
  }
}

/** No answer of a form is longer; what is longer is read no further than to say so. */
const longest = 1000;

function withExample(reading: Extract<Reading, { kind: 'bad' }>, { example }: Question): Reading {
  const shown = filledIn(valueWording.example, { EXAMPLE: example });
  return { kind: 'bad', why: { vi: `${reading.why.vi} ${shown.vi}`, en: `${reading.why.en} ${shown.en}` } };
}
