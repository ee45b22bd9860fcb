import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reply } from '../../bot/types.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { type Citizen, createCitizen, pause } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';

/** Of the demonstration register. */
const code = 'H40.23.08-250715-0012';
const pin = '482613';
const owner = /Trần|Thị|0900007346|000099005829|Võ Cán Bộ/;

describe.each(kinds)('a dossier looked up at the web chat on $name', (kind) => {
  let place: Place;
  let running: RunningApp;
  const clock = { now: new Date() };
  const pass = (minutes: number) => {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000);
  };
  /** Each from another network, as the proxy in front says. */
  let networks = 0;
  const citizen = (network?: string): Citizen => {
    networks += 1;
    return createCitizen(running.url, { 'x-forwarded-for': network ?? `203.0.113.${networks}` });
  };

  beforeAll(async () => {
    place = await kind.make();
    running = await startApp(place, { now: () => clock.now }, { TRUST_PROXY: 'on' });
  });
  afterAll(async () => {
    await running?.stop();
    await place?.drop();
  });

  test('is told in its status line; wrong PINs lock it, until when is said, and then the right one opens it', async () => {
    const one = citizen();
    const status = await one.ask(code);
    expect(status).toMatchObject({ kind: 'status', dossier: code });
    expect(status.text).toContain('Đang xử lý');
    expect(JSON.stringify(status)).not.toMatch(/Trần|0900|001099|Võ|N•|T•/);

    expect((await one.ask('Nhập PIN')).text).toContain('mã PIN in trên phiếu hẹn');
    for (const [wrong, left] of [
      ['111111', 4],
      ['mã pin là 222222', 3],
      ['ba ba ba ba ba ba', 2],
      ['4 4 4 4 4 4', 1],
    ] as const)
      expect((await one.ask(wrong)).text).toContain(`còn thử được ${left} lần`);
    const locked = await one.ask('555555');
    expect(locked.kind).toBe('refused');
    expect(locked.text).toMatch(/tạm khóa phần chi tiết đến \*\*\d\d:\d\d/);

    const still = await one.ask(pin);
    expect(still.kind).toBe('refused');
    expect((await one.ask(code)).kind).toBe('status');

    pass(16);
    const opened = await one.ask(pin);
    expect(opened.kind).toBe('status');
    expect(opened.text).toContain('T••• T•• M••• H••');
    expect(opened.text).toContain('Đang giữ hồ sơ: Phòng Kinh tế');
    expect(opened.text).toContain('Các bước');
    expect(opened.text).not.toMatch(owner);
  });

  test('opens by the last digits of the phone or of the ID number as well', async () => {
    for (const secret of ['7346', '4 số cuối điện thoại là 7346', 'số căn cước 000099005829']) {
      const one = citizen();
      await one.ask(code);
      expect((await one.ask(secret)).text).toContain('Đang giữ hồ sơ');
    }
  });

  test('is not tried for nothing by whoever deletes the conversation and sends the same message again', async () => {
    pass(16);
    const one = citizen();
    const answers: Reply[] = [];
    for (const guess of ['100001', '100002', '100003', '100004', '100005', pin]) {
      await one.ask(code);
      answers.push(await one.replyTo(await one.say(guess, 'the-same-id')));
      expect((await one.request('DELETE', '/chat/conversation')).status).toBe(204);
    }
    expect(answers.map(({ kind }) => kind)).toEqual(['asked', 'asked', 'asked', 'asked', 'refused', 'refused']);
  });

  test('shows no PIN, typed or said, in the history', async () => {
    const one = citizen();
    // Both at once: the second is taken in before the first is answered.
    const [first, second] = [await one.say(code), await one.say(`mã của tôi ${pin} nha`)];
    await one.replyTo(first);
    await one.replyTo(second);
    await one.ask('bốn tám hai sáu một ba');
    await one.ask(pin);
    const said = (await one.history()).filter(({ from }) => from === 'citizen').map(({ text }) => text);
    expect(said).toHaveLength(4);
    expect(said[0]).toBe(code);
    expect(said.slice(1).join(' ')).not.toMatch(/\d|bốn tám/);
  });

  test('is slowed for who tries many codes, whoever they say they are, and says so', async () => {
    const network = '198.51.100.7';
    const answers: Reply[] = [];
    for (let at = 0; at < 40; at += 1) answers.push(await citizen(network).ask(`H40.23.08-250715-${String(5_000 + at)}`));
    expect(answers.filter(({ kind }) => kind === 'status')).toHaveLength(30);
    expect(answers.at(-1)).toMatchObject({ kind: 'refused' });
    expect(answers.at(-1)?.text).toContain('Từ mạng bạn đang dùng');
    expect((await citizen().ask(code)).kind).toBe('status');
  });

  test('is counted for the operator, who sees it from this machine or with the token', async () => {
    const read = async (headers: Record<string, string> = {}) => fetch(`${running.url}/metrics`, { headers });
    const text = await (await read()).text();
    expect(text).toMatch(/motcua_turns_total\{kind="status",channel="web"\} \d+/);
    for (const line of ['factor_tries_total{result="wrong"}', 'factor_tries_total{result="locked"}', 'factor_tries_total{result="right"}'])
      expect(text).toContain(`motcua_${line}`);
    expect(text).toMatch(/motcua_look_ups_slowed_total\{by="network"\} 10\b/);
    expect((await read({ 'x-forwarded-for': '203.0.113.9' })).status).toBe(404);
  });

  test('leaves no personal datum in logs, metrics or anything kept but the register itself', async () => {
    await pause(50);
    const { pool } = running.app.knowledge.database;
    const { rows: tables } = await pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const skipped = new Set([
      'dossiers',
      'procedures',
      'procedure_versions',
      'passages',
      'explanations',
      'faqs',
      'search_snapshots',
      'everyday_names',
    ]);
    const kept: string[] = [];
    for (const { name } of tables.filter((table) => !skipped.has(table.name)))
      kept.push(...(await pool.query<{ row: string }>(`select t::text as row from ${name} t`)).rows.map(({ row }) => `${name}: ${row}`));
    expect(kept.length).toBeGreaterThan(100);
    const metrics = await (await fetch(`${running.url}/metrics`)).text();
    const everything = [running.log(), metrics, ...kept].join('\n');
    expect(everything).not.toMatch(/482613|0900007346|000099005829|Trần Thị Minh|222222|555555|203\.0\.113|198\.51\.100/);
    expect(running.log()).toContain('"msg":"turn"');
  });
});
