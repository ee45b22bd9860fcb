import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPdf } from '../connectors/print-read.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { createCitizen } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';

describe.each(kinds)('the plan for an event of life, on $name', ({ make }) => {
  let place: Place;
  let running: RunningApp;

  beforeAll(async () => {
    place = await make();
    running = await startApp(place, { now: () => new Date('2026-11-22T03:00:00Z') });
  });
  afterAll(async () => {
    await running?.stop();
    await place?.drop();
  });

  test('is told at the web chat, grows with the answers, and is taken away as a page and a calendar', async () => {
    const citizen = createCitizen(running.url);
    const first = await citizen.ask('vợ tôi sắp sinh');
    expect(first.text).toContain('Cha mẹ của bé đã đăng ký kết hôn chưa?');
    await citizen.ask('Đã đăng ký kết hôn');
    await citizen.ask('Có, tự nguyện');
    const whole = await citizen.ask('12/12/2026');
    expect(whole.text).toContain('hạn **10/02/2027**');

    const address = (kind: string) => {
      const file = whole.files?.find((one) => one.kind === kind);
      return `/chat/filings/${file?.case}/${kind}`;
    };
    const { pages } = await readPdf(await citizen.download(address('pdf')));
    expect(pages.map(({ text }) => text).join('')).toContain('10/02/2027');
    const dates = await citizen.request('GET', address('ics'));
    expect(dates.type).toBe('text/calendar; charset=utf-8');
    expect(dates.text).toContain('DTSTART;VALUE=DATE:20270210');

    const stranger = createCitizen(running.url);
    await stranger.ask('xin chào');
    expect((await stranger.request('GET', address('pdf'))).status).toBe(404);
    expect((await citizen.request('GET', address('pdf').replace('plan.', 'plan.AAAA'))).status).toBe(404);
  });

  test('is followed by its first form, whose questions begin at the button', async () => {
    const citizen = createCitizen(running.url);
    const told = await citizen.ask('bố tôi mới mất');
    const begin = told.choices.find(({ say }) => say.includes('1.000656'));
    const asked = await citizen.ask(begin?.say ?? '');
    expect(asked.kind).toBe('filing');
    expect(asked.procedures).toEqual(['1.000656']);
  });

  test('leaves a question about one matter to that matter', async () => {
    const reply = await createCitizen(running.url).ask('vợ tôi mới sinh cần giấy tờ gì để làm khai sinh');
    expect(reply.procedures).toEqual(['1.001193']);
    expect(reply.aspect).toBe('documents');
  });

  test('writes nothing of the event into the log', async () => {
    const citizen = createCitizen(running.url);
    await citizen.ask('mẹ tôi qua đời ngày 19/11/2026');
    expect(running.log()).not.toContain('qua đời');
    expect(running.log()).not.toMatch(/19\/11\/2026|2026-11-19/);
  });
});
