import type { Answers } from '../../bot/forms/form.ts';

export const today = '2026-11-22';

/** The usual case of each civil-status filing: what chooses it. */
export const birth = {
  'case.registered': 'chua',
  'case.foreign': 'no',
  'case.parents': 'married',
  'case.place': 'facility',
  'case.proof': 'notice',
  'applicant.relation': 'me',
  'copies.wanted': 'no',
};
export const death = {
  'case.registered': 'chua',
  'case.person': 'citizen',
  'case.proof': 'notice',
  'case.residence': 'yes',
  'applicant.relation': 'con',
  'copies.wanted': 'no',
};
export const marriage = {
  'case.registered': 'chua',
  'case.foreign': 'no',
  'case.conditions': 'yes',
  'bride.status': 'never',
  'groom.status': 'never',
  'copies.wanted': 'no',
};
export const status = {
  'case.purpose': 'other',
  'case.abroad': 'no',
  'case.who': 'self',
  'case.again': 'no',
  'marital.status': 'never',
  'period.wanted': 'no',
};
export const extract = { 'case.event': 'khai-sinh', 'case.state': 'vietnam', 'case.who': 'self' };

export function answers(said: Record<string, string>): Answers {
  return Object.fromEntries(Object.entries(said).map(([id, value]) => [id, { value, shown: value }]));
}
