import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../bot/calendar/calendar.ts';
import { askedBy } from '../../bot/forms/condition.ts';
import { type LifeCase, type LifeEvent, lifeEventSchema } from '../../bot/life-events/event.ts';
import { nextQuestion, planOf } from '../../bot/life-events/plan.ts';
import { planAppointments, planSheet } from '../../bot/life-events/print.ts';
import { createPrinter } from '../../connectors/print/printer.ts';
import { readLifeEvents, shippedLifeEvents } from '../../scripts/life-events.ts';
import { readPdf } from '../connectors/print-read.ts';
import { filing, filingNames } from '../support/filings.ts';
import { lifeEventProcedures } from '../support/life-event-procedures.ts';

const events = readLifeEvents(shippedLifeEvents);
const calendar = createCalendar();
const eventOf = (id: string) => events.find((event) => event.id === id) ?? events[0];
const plan = (id: string, date: string | null, answers: LifeCase['answers'] = {}, today = '2026-05-01') =>
  planOf({ event: eventOf(id) as LifeEvent, known: { event: id, date, answers }, today, calendar });

/** Every way of answering some of the questions of an event. */
const casesOf = (event: LifeEvent): LifeCase['answers'][] =>
  event.questions.reduce<LifeCase['answers'][]>(
    (all, { id, options }) => all.flatMap((one) => [one, ...options.map(({ value }) => ({ ...one, [id]: value }))]),
    [{}],
  );
const everyCase = events.flatMap((event) => casesOf(event).map((answers) => [event.id, JSON.stringify(answers), event, answers] as const));

test('eight events are planned', () => {
  expect(events.map(({ id }) => id)).toEqual([
    'chuyen-nha',
    'ket-hon',
    'mat-giay-to',
    'mo-quan-an',
    'mua-nha',
    'nghi-huu',
    'nguoi-than-mat',
    'sinh-con',
  ]);
});

describe.each(events.map((event) => [event.id, event] as const))('the event %s', (_, event) => {
  test('names procedures that there are', () => {
    const named = event.steps.flatMap(({ code, replaces, deadline, filing: form }) => [code, ...replaces, deadline?.source, form]);
    expect(named.filter((code) => code !== undefined && !(code in lifeEventProcedures))).toEqual([]);
  });

  test('lets its steps wait for its own questions alone', () => {
    const questions = new Map(event.questions.map(({ id, options }) => [id, options.map(({ value }) => value)]));
    const asked = event.steps.flatMap(({ when }) => (when === undefined ? [] : askedBy(when)));
    expect(asked.filter((id) => !questions.has(id))).toEqual([]);
    const values = [...JSON.stringify(event.steps.map(({ when }) => when ?? null)).matchAll(/"is":\[([^\]]+)\]/g)].map(
      ([, list = '']) => JSON.parse(`[${list}]`) as string[], // what was just written as JSON
    );
    for (const [id = '', ...said] of values) expect(questions.get(id)).toEqual(expect.arrayContaining(said));
  });

  test('calls a paper as the filing does that asks for it', () => {
    const names = new Map(
      filingNames.flatMap((name) => filing(name).papers.map((paper) => [`${filing(name).code} ${paper.id}`, paper.name.vi])),
    );
    const other = event.steps.flatMap(({ code, filing: form, papers }) =>
      papers.filter((id) => {
        const name = names.get(`${form ?? code} ${id}`);
        return name !== undefined && name !== event.papers.find((paper) => paper.id === id)?.name.vi;
      }),
    );
    expect(other).toEqual([]);
  });
});

test.each(everyCase)('%s, told %s, takes seven lines at most, each step after those it waits for', (_id, _told, event, answers) => {
  const { steps, papers } = planOf({ event, known: { event: event.id, date: null, answers }, today: '2026-05-01', calendar });
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.length).toBeLessThanOrEqual(7);
  for (const { number, after } of steps) for (const before of after) expect(before).toBeLessThan(number);
  const names = papers.map(({ paper }) => paper.name.vi);
  expect(new Set(names).size).toBe(names.length);
  for (const { step, number } of steps)
    for (const id of step.papers) expect(papers.find(({ paper }) => paper.id === id)?.steps).toContain(number);
});

test('a faulty event is refused with what is wrong', () => {
  const [event] = events;
  const { steps, papers } = event as LifeEvent;
  const faulty = {
    ...event,
    steps: steps.map((step, place) => (place === 0 ? { ...step, after: [steps[1]?.id], papers: ['no-such'] } : step)),
    papers: [...papers, papers[0]],
  };
  const faults = lifeEventSchema.safeParse(faulty).error?.issues.map(({ message }) => message) ?? [];
  expect(faults.some((fault) => fault.includes('does not come before it'))).toBe(true);
  expect(faults.some((fault) => fault.includes('which is no paper'))).toBe(true);
  expect(faults.some((fault) => fault.includes('stands there twice'))).toBe(true);
});

describe('what is to be done, in order', () => {
  const joint = '2.000986 khai-sinh-lien-thong';
  test.each<[string, LifeCase['answers'], string[]]>([
    ['sinh-con', {}, ['2.000986', '1.014166', '1.014168', '1.014170']],
    ['sinh-con', { 'parents.married': 'yes', 'parents.insurance': 'none' }, ['2.000986']],
    ['sinh-con', { 'parents.married': 'no', 'parents.insurance': 'voluntary' }, ['1.000689', '1.004222', '1.001939', '1.014170']],
    ['nguoi-than-mat', {}, ['1.000656', '1.003197', '1.014177', '1.014028', '1.001731', '2.001406']],
    ['nguoi-than-mat', { 'dead.insured': 'yes' }, ['1.000656', '1.003197', '1.014177', '1.014178', '1.014179', '2.000717', '2.001406']],
    ['nguoi-than-mat', { 'dead.insured': 'no' }, ['1.000656', '1.003197', '1.014028', '1.001731', '2.001406']],
    ['ket-hon', { 'couple.registered': 'yes', 'couple.moves': 'no' }, ['1.010038', '2.000635']],
    ['mo-quan-an', { 'shop.place': 'first' }, ['1.001612', '1.013855', '1.011022']],
    ['mo-quan-an', { 'shop.place': 'more' }, ['1.009824', '1.013855', '1.011022']],
    ['mua-nha', { 'home.title': 'own' }, ['2.001035', '1.007674', '1.007277', '1.013831', '1.007695', '1.004222']],
    ['mua-nha', { 'home.title': 'project' }, ['1.007674', '1.007277', '1.012787', '1.007695', '1.004222']],
    ['chuyen-nha', { 'home.stay': 'temporary' }, ['1.004194', '1.013134', '1.013137', '2.002854', '1.014176', '1.010827']],
  ])('%s %j', (id, answers, codes) => {
    expect(plan(id, null, answers).steps.map(({ step }) => step.code)).toEqual(codes);
  });

  test('one joint procedure stands for those it replaces', () => {
    const { steps } = plan('sinh-con', null, { 'parents.married': 'yes' });
    const first = steps[0]?.step;
    expect(`${first?.code} ${first?.id}`).toBe(joint);
    expect(steps.some(({ step }) => first?.replaces.includes(step.code))).toBe(false);
  });

  test('a paper that several steps take is listed once, with all of them', () => {
    const { papers } = plan('nguoi-than-mat', null, { 'dead.insured': 'yes' });
    const copies = papers.filter(({ paper }) => paper.id === 'ban-sao-khai-tu');
    expect(copies.map(({ steps }) => steps)).toEqual([[3, 4, 5]]);
    expect(papers.find(({ paper }) => paper.id === 'giay-to-tuy-than')?.steps).toEqual([1, 7]);
  });
});

describe('the last day of a step', () => {
  test.each([
    ['sinh-con', '2026-05-12', 'khai-sinh-lien-thong', '2026-07-11'],
    ['sinh-con', '2026-12-31', 'thai-san-tu-nguyen', '2027-03-01'],
    ['sinh-con', '2026-05-12', 'thai-san-me', null],
    ['nguoi-than-mat', '2026-11-21', 'khai-tu', '2026-12-06'],
    ['nguoi-than-mat', '2026-11-21', 'xoa-thuong-tru', '2026-11-28'],
    ['nguoi-than-mat', '2026-11-21', 'tro-cap-mai-tang', '2027-02-19'],
    ['nguoi-than-mat', '2028-02-20', 'khai-tu', '2028-03-06'],
    ['mua-nha', '2026-02-24', 'thue-thu-nhap', '2026-03-06'],
    // 25 December 2026 is a Friday; New Year's Day is a holiday.
    ['mo-quan-an', '2026-12-25', 'dia-diem', '2027-01-11'],
    // 30 April and 1 May are holidays, then comes a weekend.
    ['mat-giay-to', '2026-04-29', 'ho-chieu', '2026-05-05'],
  ])('of %s on %s: %s by %s', (id, date, step, due) => {
    expect(plan(id, date).steps.find((one) => one.step.id === step)?.due).toBe(due);
  });

  test('is none without the day of the event', () => {
    for (const { id } of events) expect(plan(id, null).steps.every(({ due }) => due === null)).toBe(true);
  });

  test('has passed on the day after', () => {
    const passedOn = (today: string) => plan('sinh-con', '2026-05-12', {}, today).steps[0]?.passed;
    expect([passedOn('2026-07-11'), passedOn('2026-07-12')]).toEqual([false, true]);
  });
});

test('what changes the plan is asked first, then the day; what was answered is not asked again', () => {
  const birth = eventOf('sinh-con') as LifeEvent;
  const known: LifeCase = { event: 'sinh-con', date: null, answers: {} };
  expect(nextQuestion(birth, known)).toBe('parents.married');
  expect(nextQuestion(birth, { ...known, answers: { 'parents.married': 'no' } })).toBe('parents.insurance');
  const told = { 'parents.married': 'no', 'parents.insurance': 'none' };
  expect(nextQuestion(birth, { ...known, answers: told })).toBe('event.date');
  expect(nextQuestion(birth, { ...known, answers: { ...told, 'event.date': 'unknown' } })).toBeNull();
  expect(nextQuestion(birth, { ...known, date: '2026-05-12', answers: told })).toBeNull();
});

describe('on paper', () => {
  const printer = createPrinter();
  test.each(everyCase)('%s, told %s, is one page without a letter missing', async (id, _told, event, answers) => {
    const known: LifeCase = { event: id, date: event.date === undefined ? null : '2026-05-12', answers };
    const planned = planOf({ event, known, today: '2026-05-01', calendar });
    const { bytes, replaced } = await printer.pdf(planSheet({ event, known, plan: planned }), AbortSignal.timeout(20_000));
    const { pages } = await readPdf(bytes);
    expect(pages.length).toBe(1);
    expect(replaced).toEqual([]);
    const text = pages[0]?.text.replace(/\s/g, '') ?? '';
    for (const { step } of planned.steps) expect(text).toContain(step.code);
    expect(text).not.toContain('Kínhgửi');
  });

  test('the calendar has one whole day for each deadline whose day is known', async () => {
    const event = eventOf('nguoi-than-mat') as LifeEvent;
    const known: LifeCase = { event: event.id, date: '2026-11-21', answers: { 'dead.insured': 'no' } };
    const planned = planOf({ event, known, today: '2026-11-22', calendar });
    const text = await printer.ics(planAppointments({ event, known, plan: planned }), new Date('2026-11-22T03:00:00Z'));
    expect([...text.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map(([, day]) => day)).toEqual(['20261206', '20261128']);
    expect(
      planAppointments({ event, known, plan: planOf({ event, known: { ...known, date: null }, today: '2026-11-22', calendar }) }),
    ).toEqual([]);
  });
});
