import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reply } from '../../bot/types.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { type Citizen, createCitizen } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';

const start = Date.parse('2026-11-10T03:00:00Z');

describe.each(kinds)('codes of petitions tried over HTTP on $name', ({ make }) => {
  let place: Place;
  let running: RunningApp;
  let now = start;
  let writer: Citizen;
  let code = '';
  const from = (network: string): Citizen => createCitizen(running.url, { 'x-forwarded-for': network });

  beforeAll(async () => {
    place = await make();
    running = await startApp(place, { now: () => new Date(now) }, { TRUST_PROXY: 'on' });
    writer = from('192.0.2.1');
    await writer.ask('tôi muốn phản ánh cây đổ chắn lối đi ở chợ Minh Họa');
    for (const answer of ['đường Lê Lợi', 'bỏ qua', '0987654321']) await writer.ask(answer);
    code = /PA-\d{6}-\d{4}-\w{4}/.exec((await writer.ask('gửi đi')).text)?.[0] ?? '';
  });
  afterAll(async () => {
    await running?.stop();
    await place?.drop();
  });

  /** Other numbers of its day, which anybody can count; and other endings of its own number, which nobody can. */
  const numbered = (at: number) => code.replace(/-\d{4}-/, `-${5_000 + at}-`);
  const ended = (at: number) => `${code.slice(0, -4)}${2_000 + at}`;
  const tried = ({ text }: Reply) => !/tạm khóa/.test(text);
  const personal = /cây đổ|Lê Lợi|0987|321/;

  test('are refused after five wrong ones of a network, and the right one with them', async () => {
    expect(code).not.toBe('');
    const network = '198.51.100.7';
    const answers: Reply[] = [];
    for (let at = 0; at < 30; at += 1) answers.push(await from(network).ask(numbered(at)));
    expect(answers.filter(tried)).toHaveLength(5);
    expect(answers.slice(0, 5).every(tried)).toBe(true);
    // Locked is locked: the right code is answered as a wrong one is.
    const right = await from(network).ask(code);
    expect(right).toEqual(answers.at(-1));
    expect(JSON.stringify([...answers, right])).not.toMatch(/cây đổ|Lê Lợi|0987|321|đã nhận|chưa trả lời/);
  });

  test('are told to whoever has the right one from elsewhere, without its words and its writer', async () => {
    const { text } = await from('203.0.113.20').ask(code);
    expect(text).toContain('chưa trả lời');
    expect(text).not.toMatch(personal);
  });

  test('are refused after five wrong endings of one number, from however many networks, but not to who wrote it', async () => {
    const answers: Reply[] = [];
    for (let at = 0; at < 12; at += 1) answers.push(await from(`203.0.113.${100 + at}`).ask(ended(at)));
    expect(answers.filter(tried)).toHaveLength(5);
    expect(tried(await from('203.0.113.21').ask(code))).toBe(false);
    expect((await writer.ask(code)).text).toContain('chưa trả lời');
    expect(JSON.stringify(answers)).not.toMatch(personal);
  });

  test('are twenty a day from one network, however long somebody waits between them', async () => {
    const network = '198.51.100.8';
    let told = 0;
    for (let round = 0; round < 8; round += 1) {
      now += 16 * 60_000;
      for (let at = 0; at < 6; at += 1) if (tried(await from(network).ask(numbered(100 + round * 10 + at)))) told += 1;
    }
    expect(told).toBe(20);
    now += 24 * 3_600_000;
    expect(tried(await from(network).ask(code))).toBe(true);
  });
});
