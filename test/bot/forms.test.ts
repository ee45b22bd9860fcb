import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../bot/calendar/calendar.ts';
import { deadlineLines } from '../../bot/forms/deadline.ts';
import { fillSheet } from '../../bot/forms/fill.ts';
import type { Answers } from '../../bot/forms/form.ts';
import { liveAnswers, nextQuestion, progressOf, questionsOf } from '../../bot/forms/plan.ts';
import { brokenRule, papersOf, refusalOf } from '../../bot/forms/rules.ts';
import { smallForm as form } from '../fakes/small-form.ts';

const today = '2026-11-22';
const said = (values: Record<string, string>): Answers =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, shown: value }]));
const idsOf = (answers: Answers) => questionsOf(form, answers, today).map(({ id }) => id);
const liveOf = (answers: Answers) => liveAnswers(questionsOf(form, answers, today), answers);

describe('the questions of a form', () => {
  it('are those that apply so far, and no more', () => {
    expect(idsOf({})).toEqual([
      'case.where',
      'child.name',
      'child.birthDate',
      'child.note',
      'mother.birthDate',
      'mother.idNumber',
      'member.1.more',
    ]);
    expect(idsOf(said({ 'case.where': 'home' }))).toContain('case.witness');
    expect(idsOf(said({ 'case.where': 'hospital' }))).not.toContain('case.witness');
  });

  it('come again for each repetition, with conditions of their own, and stop at no or at the most', () => {
    const one = said({ 'member.1.more': 'yes', 'member.1.adult': 'yes' });
    expect(idsOf(one).slice(-5)).toEqual(['member.1.more', 'member.1.name', 'member.1.adult', 'member.1.idNumber', 'member.2.more']);
    expect(idsOf({ ...one, ...said({ 'member.2.more': 'no' }) }).at(-1)).toBe('member.2.more');
    const three = said({ 'member.1.more': 'yes', 'member.2.more': 'yes', 'member.3.more': 'yes' });
    expect(idsOf(three).at(-1)).toBe('member.3.adult');
  });

  it('are asked in order, and a skipped one is not asked again', () => {
    const answers = {
      ...said({ 'case.where': 'hospital', 'child.name': 'A', 'child.birthDate': '2026-10-12' }),
      'child.note': { value: '', shown: '' },
    };
    expect(nextQuestion(questionsOf(form, answers, today), answers)?.id).toBe('mother.birthDate');
    expect(liveOf(answers)).not.toHaveProperty('child.note');
  });

  it('leave out answers that no longer apply', () => {
    const answers = said({ 'case.where': 'hospital', 'case.witness': 'no' });
    expect(liveOf(answers)).not.toHaveProperty('case.witness');
  });

  it('say how far somebody is', () => {
    const asked = questionsOf(form, {}, today);
    const name = asked.find(({ id }) => id === 'child.name');
    if (name === undefined) throw new Error('no such question');
    expect(progressOf(form, asked, name)).toMatchObject({ step: 2, of: 4, opens: true });
  });
});

describe('what several answers say together', () => {
  it('refuses early, with what is right instead', () => {
    expect(refusalOf(form, said({ 'case.where': 'abroad' }), today)?.instead).toBe('9.000002');
    expect(refusalOf(form, said({ 'case.where': 'home' }), today)).toBeNull();
  });

  it('gives one list of papers, each once, for this case alone', () => {
    const ids = (answers: Answers) => papersOf(form, answers, today).map(({ id }) => id);
    expect(ids(said({ 'case.where': 'hospital' }))).toEqual(['giay-chung-sinh', 'giay-to-tuy-than', 'cu-tru']);
    expect(ids(said({ 'case.where': 'home', 'case.witness': 'no' }))).toEqual(['cam-doan', 'giay-to-tuy-than', 'cu-tru']);
  });

  it('finds a parent too young for the child, by the year alone where the day is not known', () => {
    const child = { 'child.birthDate': '2026-10-12' };
    expect(brokenRule(form, said({ ...child, 'mother.birthDate': '2015' }), today)?.questions).toEqual([
      'mother.birthDate',
      'child.birthDate',
    ]);
    expect(brokenRule(form, said({ ...child, 'mother.birthDate': '1995-03' }), today)).toBeNull();
  });

  it('finds a personal number of another year or sex', () => {
    const mother = { 'mother.birthDate': '1995-03-04' };
    // Third place: century and sex, 1 for a woman born in the 1900s; then the year.
    expect(brokenRule(form, said({ ...mother, 'mother.idNumber': '001195000012' }), today)).toBeNull();
    expect(brokenRule(form, said({ ...mother, 'mother.idNumber': '001095000012' }), today)).not.toBeNull();
    expect(brokenRule(form, said({ ...mother, 'mother.idNumber': '001196000012' }), today)).not.toBeNull();
  });

  it('says a deadline once, and otherwise when it has passed', () => {
    const draft = { language: 'vi', told: [] as string[] };
    const lines = (birth: string, told: string[]) =>
      deadlineLines({
        form,
        live: said({ 'child.birthDate': birth }),
        today,
        calendar: createCalendar({}),
        draft: { language: 'vi', told },
      });
    expect(lines('2026-10-12', draft.told).lines).toEqual(['Trong 60 ngày.']);
    expect(lines('2026-08-12', draft.told).lines).toEqual(['Đã quá 60 ngày.']);
    expect(lines('2026-10-12', lines('2026-10-12', []).told).lines).toEqual([]);
  });
});

describe('the printed form', () => {
  const answers = said({
    'case.where': 'home',
    'child.name': 'Nguyễn Minh An',
    'child.birthDate': '2026-05-12',
    'member.1.more': 'yes',
    'member.1.name': 'Lê Văn Bình',
  });
  const sheet = fillSheet({ form, live: liveOf(answers), code: 'BN-1', today, foot: '' });

  it('holds the answers in their shapes', () => {
    expect(sheet.blocks).toEqual([
      { kind: 'line', fields: [{ label: 'Họ tên:', value: 'NGUYỄN MINH AN' }] },
      { kind: 'text', text: 'Sinh ngày mười hai tháng năm năm hai nghìn không trăm hai mươi sáu, số BN-1' },
      {
        kind: 'boxes',
        label: 'Nơi sinh',
        boxes: [
          { text: 'Bệnh viện', ticked: false },
          { text: 'Tại nhà', ticked: true },
          { text: 'Nước ngoài', ticked: false },
        ],
      },
      { kind: 'digits', label: 'Số định danh', value: '', length: 12 },
      {
        kind: 'table',
        columns: [
          { title: 'Số', width: 1 },
          { title: 'Tên', width: 3 },
        ],
        rows: [
          ['1', 'Lê Văn Bình'],
          ['', ''],
        ],
      },
    ]);
    expect(sheet.placeAndDate).toBe('Phường, ngày 22 tháng 11 năm 2026');
    expect(sheet.signatures[0]?.name).toBe('Nguyễn Minh An');
  });
});
