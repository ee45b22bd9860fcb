import type { Words } from '../../wording.ts';
import { yearsBetween } from '../condition.ts';
import type { Check, Question } from '../form.ts';
import { valueWording } from '../value-wording.ts';
import { filledIn } from './reading.ts';
import type { World } from './world.ts';

/** Why a good value is refused all the same, or null. */
export function failedCheck(question: Question, value: string, world: World): Words | null {
  const failed = question.checks.find((check) => !passes(check, question, value, world.today));
  if (failed === undefined) return null;
  if (failed.say !== undefined) return failed.say;
  switch (failed.check) {
    case 'not-future':
      return valueWording.future;
    case 'not-past':
      return valueWording.past;
    case 'min':
      return filledIn(valueWording.atLeast, { VALUE: failed.value.toLocaleString('vi') });
    case 'max':
      return filledIn(valueWording.atMost, { VALUE: failed.value.toLocaleString('vi') });
    default:
      return null;
  }
}

/** A date of which the day is not known passes where some day of it would. */
function passes(check: Check, question: Question, value: string, today: string): boolean {
  const [first, last] = [`${value}${'-01-01'.slice(value.length - 4)}`, `${value}${'-12-31'.slice(value.length - 4)}`];
  switch (check.check) {
    case 'not-future':
      return first <= today;
    case 'not-past':
      return last >= today;
    case 'age-at-least':
      return (yearsBetween(first, today) ?? check.years) >= check.years;
    case 'age-under':
      return (yearsBetween(last, today) ?? 0) < check.years;
    case 'min':
      return measure(question, value) >= check.value;
    case 'max':
      return measure(question, value) <= check.value;
    case 'pattern':
      return new RegExp(check.pattern, 'u').test(value);
  }
}

/** A number itself; of a text its length. */
function measure(question: Question, value: string): number {
  return question.type === 'number' || question.type === 'amount' ? Number(value) : value.length;
}
