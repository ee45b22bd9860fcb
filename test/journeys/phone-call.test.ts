import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Reply } from '../../bot/types.ts';
import { appointmentCommands } from '../../scripts/appointments/commands.ts';
import { type FakeSmsGateway, fakeSmsGateway, smsKey, smsSettings } from '../fakes/sms-gateway.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import type { Speaker } from '../support/channels.ts';
import { kinds, type Place } from '../support/databases.ts';
import { type Calling, openPhone } from '../support/drivers/phone.ts';

const number = '0912345678';
const patience = { timeout: 20_000 };

describe.each(kinds)('a call that is announced, on $name', ({ make }) => {
  let place: Place;
  let running: RunningApp;
  let gateway: FakeSmsGateway;
  let calling: Calling;
  let count = 0;
  /** A Monday at ten in the morning in Vietnam. */
  const now = () => new Date('2026-11-23T03:00:00Z');
  beforeAll(async () => {
    [place, gateway] = await Promise.all([make(), fakeSmsGateway()]);
    const file = join(place.dataDir, 'sms.json');
    writeFileSync(file, JSON.stringify(smsSettings(gateway.url)));
    calling = openPhone(() => running);
    const settings = {
      NOTICE_KEY: randomBytes(32).toString('hex'),
      SMS_GATEWAY: file,
      SMS_KEY: smsKey,
      PUBLIC_URL: 'https://motcua.vidu.vn',
    };
    running = await startApp(place, { now }, settings, calling.channels);
  });
  afterAll(async () => {
    await running?.stop();
    await gateway?.close();
    await place?.drop();
  });

  /** Somebody who calls from this number, or withholds it. */
  const caller = async (from: string | null): Promise<Speaker> => {
    count += 1;
    const { person } = await running.app.calls.calls.begin({ call: `call-${count}`, system: 'asterisk', from, to: '1022', turn: 1 });
    return calling.join(person);
  };
  const ask = async (speaker: Speaker, text: string, keys = false): Promise<Reply> => {
    const replies = await speaker.replies(await speaker.say(text, keys));
    return replies.at(-1) ?? expect.fail('no reply came');
  };
  const press = (speaker: Speaker, text: string) => ask(speaker, text, true);
  const labels = ({ choices }: Reply) => choices.map(({ label }) => label);

  describe('wants the answer as a text message', () => {
    test('and has it at the number that calls, once it was agreed to', async () => {
      const speaker = await caller(number);
      expect((await press(speaker, 'gửi tin nhắn')).text).toContain('Chưa có gì để nhắn');
      const answer = await ask(speaker, 'nộp ở đâu khi đăng ký khai sinh');
      expect(labels(answer)).toContain('Nhận câu trả lời bằng tin nhắn');
      const consent = await press(speaker, 'gửi tin nhắn');
      expect(consent).toMatchObject({ expects: 'yes-no', text: expect.stringContaining('Đồng ý bấm 1') });
      expect(gateway.sent).toEqual([]);
      expect((await press(speaker, 'không')).text).toContain('Tôi không gửi');
      expect(gateway.sent).toEqual([]);
      await ask(speaker, 'nhắn địa chỉ vào điện thoại này giúp tôi');
      expect((await press(speaker, 'có')).text).toContain('Tin nhắn đang được gửi');
      await vi.waitFor(() => expect(gateway.sent).toHaveLength(1), patience);
      expect(gateway.sent[0]).toMatchObject({ to: '84912345678', text: expect.stringContaining('Trung tâm Phục vụ hành chính công') });
      expect(gateway.sent[0]?.text).toContain('https://');
    });

    test('and presses the number where the one that calls is withheld', async () => {
      const before = gateway.sent.length;
      const speaker = await caller(null);
      await ask(speaker, 'lệ phí đăng ký kết hôn');
      await ask(speaker, 'gửi tin nhắn cho tôi');
      const asked = await press(speaker, 'có');
      expect(asked).toMatchObject({ expects: 'digits', text: expect.stringContaining('bấm số điện thoại di động') });
      expect((await press(speaker, '091234')).text).toContain('chưa phải số di động');
      // What is spoken may be misheard: a stranger would have it.
      expect(await ask(speaker, '0987654321')).toMatchObject({ expects: 'digits' });
      expect((await press(speaker, '0987654321')).text).toContain('Tin nhắn đang được gửi');
      await vi.waitFor(() => expect(gateway.sent).toHaveLength(before + 1), patience);
      expect(gateway.sent.at(-1)).toMatchObject({ to: '84987654321' });
      const history = await running.app.history.read('phone', (await pressed(speaker)).person, 0, 100);
      expect(JSON.stringify(history)).not.toContain('0987654321');
    });

    test('but nothing of a dossier leaves, nor too much to one number', async () => {
      const speaker = await caller('0903334445');
      const before = gateway.sent.length;
      await press(speaker, '4023082507150012');
      await press(speaker, 'có');
      expect((await press(speaker, 'gửi tin nhắn')).text).toContain('không gửi qua tin nhắn');
      for (let round = 1; round <= 3; round += 1) {
        await ask(speaker, 'lệ phí đăng ký kết hôn');
        await press(speaker, 'gửi tin nhắn');
        expect((await press(speaker, 'có')).text).toContain('đang được gửi');
      }
      // From another call, too.
      const again = await caller('0903334445');
      await ask(again, 'lệ phí đăng ký kết hôn');
      await press(again, 'gửi tin nhắn');
      expect((await press(again, 'có')).text).toContain('Đã gửi đủ số tin nhắn');
      await vi.waitFor(() => expect(gateway.sent).toHaveLength(before + 3), patience);
      expect(gateway.faults).toEqual([]);
    });
  });

  test('wants to be told of a dossier, which means a text message to a number whose code is pressed', async () => {
    const speaker = await caller(number);
    const before = gateway.sent.length;
    await press(speaker, '4023082507150012');
    const status = await press(speaker, 'có');
    expect(labels(status)).toContain('Nhận tin nhắn khi có kết quả');
    const wish = status.choices.find(({ label }) => label === 'Nhận tin nhắn khi có kết quả')?.say ?? '';
    expect(await press(speaker, wish)).toMatchObject({ expects: 'digits', text: expect.stringContaining('bấm số điện thoại di động') });
    expect(await press(speaker, '0977111222')).toMatchObject({ expects: 'secret' });
    expect(await press(speaker, '482613')).toMatchObject({ expects: 'secret', text: expect.stringContaining('mã 6 chữ số') });
    await vi.waitFor(() => expect(gateway.sent).toHaveLength(before + 1), patience);
    const code = /\b\d{6}\b/.exec(gateway.sent.at(-1)?.text ?? '')?.[0] ?? '';
    expect((await ask(speaker, [...code].join(' '))).text).toContain('đừng đọc to');
    expect((await press(speaker, code)).text).toContain('•••••••222');
    const { rowCount } = await running.app.knowledge.database.pool.query('select from subscriptions');
    expect(rowCount).toBe(1);
  });

  test('books an appointment by keys, three times to choose from at once', async () => {
    const file = join(place.dataDir, 'offices.json');
    const office = { id: 'hoan-kiem', name: 'Trung tâm Phục vụ hành chính công phường Hoàn Kiếm', address: '', serves: ['00070', '01'] };
    writeFileSync(file, JSON.stringify([{ ...office, perSlot: 1 }]));
    const { pool } = running.app.knowledge.database;
    await appointmentCommands({ pool, now })({ kind: 'import', file }, { out: () => {}, err: () => {} }, AbortSignal.timeout(10_000));
    const speaker = await caller('0936363636');
    const days = await ask(speaker, 'tôi muốn đặt lịch hẹn');
    expect(labels(days)).toEqual(['Thứ Hai 23/11', 'Thứ Ba 24/11', 'Thứ Tư 25/11', 'Nghe lựa chọn khác']);
    const later = await press(speaker, days.choices[3]?.say ?? '');
    expect(labels(later).slice(0, 3)).toEqual(['Thứ Năm 26/11', 'Thứ Sáu 27/11', 'Thứ Hai 30/11']);
    const times = await press(speaker, later.choices[0]?.say ?? '');
    expect(labels(times)).toEqual(['07:30', '08:00', '08:30', 'Nghe lựa chọn khác']);
    const booked = await press(speaker, '2');
    expect(booked).toMatchObject({ kind: 'recorded', text: expect.stringMatching(/08:00 Thứ Năm 26\/11\/2026/) });
    expect(booked.text).toContain('Số thứ tự trong ngày: **1**');
    expect(booked.files).toBeUndefined();
    const before = gateway.sent.length;
    expect(labels(booked)).toContain('Nhận câu trả lời bằng tin nhắn');
    await press(speaker, 'gửi tin nhắn');
    await press(speaker, 'có');
    await vi.waitFor(() => expect(gateway.sent).toHaveLength(before + 1), patience);
    expect(gateway.sent.at(-1)?.text).toMatch(/08:00 Thứ Năm 26\/11\/2026[\s\S]*LH-\d{6}-/);
  });

  test('speaks a PIN aloud, which stands nowhere afterwards', async () => {
    const speaker = await caller(number);
    await press(speaker, '4023082507150012');
    await press(speaker, 'có');
    for (const spoken of ['bốn tám hai sáu một ba', 'à quên, mã pin là 4826 13']) {
      expect(await ask(speaker, spoken)).toMatchObject({ expects: 'secret', text: expect.stringContaining('đừng đọc to') });
    }
    expect((await press(speaker, '482613')).text).toContain('Ngày nhận');
    const { pool } = running.app.knowledge.database;
    const tables = ['conversations', 'inbox', 'entries', 'outbox', 'desk_notes', 'turns', 'wrong_tries', 'looked_up'];
    const kept = await Promise.all(tables.map(async (table) => (await pool.query(`select * from ${table}`)).rows));
    expect(JSON.stringify(kept)).not.toMatch(/482613|4826 13|tám hai sáu/);
    expect(running.log()).not.toMatch(/482613|4826 13|tám hai sáu/);
  });

  test('is remembered by nobody: the next call from the same number begins anew', async () => {
    const first = await caller(number);
    await press(first, '4023082507150012');
    await press(first, 'có');
    expect((await press(first, '482613')).text).toContain('Ngày nhận');
    const second = await caller(number);
    expect(await press(second, '482613')).not.toMatchObject({ kind: 'status' });
    await press(second, '4023082507150012');
    expect((await press(second, 'có')).text).not.toContain('Ngày nhận');
  });

  async function pressed(speaker: Speaker): Promise<{ person: string }> {
    const id = await speaker.say('cảm ơn');
    await speaker.replies(id);
    return { person: id.split(':')[0] ?? '' };
  }
});
