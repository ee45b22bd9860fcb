import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel, Delivery } from '../../bot/ports.ts';
import type { Reply } from '../../bot/types.ts';
import { readConfig } from '../../scripts/config.ts';
import { deskCommands } from '../../scripts/desk/commands.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { kinds, type Place } from '../support/databases.ts';
import { settingsOf } from '../support/server.ts';

describe.each(kinds)('a caller whom nobody can be put through to, on $name', ({ make }) => {
  let place: Place;
  let running: RunningApp;
  /** A Friday at eight in the evening in Vietnam. */
  const now = () => new Date('2026-11-27T13:00:00Z');
  const waiting = new Map<string, (reply: Reply) => void>();
  const phone: Channel = {
    name: 'phone',
    send: async ({ inReplyTo, reply }: Delivery) => waiting.get(inReplyTo ?? '')?.(reply),
  };
  beforeAll(async () => {
    place = await make();
    running = await startApp(place, { now }, {}, [phone]);
  });
  afterAll(async () => {
    await running?.stop();
    await place?.drop();
  });

  let count = 0;
  const say = async (person: string, text: string): Promise<Reply> => {
    count += 1;
    const id = `call:${count}`;
    const { promise, resolve } = Promise.withResolvers<Reply>();
    waiting.set(id, resolve);
    await running.assistant.receive({ channel: 'phone', id, person, text });
    return promise;
  };
  const staff = async (request: unknown): Promise<string> => {
    let said = '';
    const out = (text: string) => {
      said += text;
    };
    const desk = deskCommands({ config: readConfig(settingsOf(place)), pool: running.app.knowledge.database.pool });
    await desk(request, { out, err: out }, AbortSignal.timeout(10_000));
    return said;
  };

  test('is called back on the next working day: staff see when, what for, and the number', async () => {
    const { calls } = running.app.calls;
    const { person } = await calls.begin({ call: '1.1', system: 'asterisk', from: '0912345678', to: '1900', turn: 1 });
    expect((await say(person, 'đăng ký khai sinh lệ phí bao nhiêu')).kind).toBe('answered');
    const when = await say(person, 'gọi lại cho tôi');
    expect(when.choices.map(({ label }) => label)).toEqual([
      'chọn sáng Thứ Hai, ngày 30/11, từ 07:30 đến 11:30',
      'chọn chiều Thứ Hai, ngày 30/11, từ 13:30 đến 17:30',
      'chọn bất cứ lúc nào trong giờ làm việc Thứ Hai, ngày 30/11',
    ]);
    expect((await say(person, when.choices[0]?.say ?? '')).expects).toBe('yes-no');
    expect((await say(person, 'có')).text).toContain('có đuôi 6 7 8');
    const list = await staff({ kind: 'call-backs' });
    expect(list).toMatch(/\t2026-11-30 07:30-11:30\t•••••••678\t.*[Đđ]ăng ký khai sinh/);
    const id = Number(list.split('\t')[0]);
    expect(await staff({ kind: 'call-back', id, by: 'Lan' })).toContain('0912345678');
    expect(await staff({ kind: 'notes' })).toContain('1 caller waits to be called back: npm run desk -- call-backs');
    await staff({ kind: 'mark-call-back', id, what: 'done' });
    expect(await staff({ kind: 'notes' })).not.toContain('called back');
    expect(await calls.number(person)).toBeNull();
  });

  test('leaves another number by keys, and it is nowhere to be read: neither in what was said nor in the log', async () => {
    const { person } = await running.app.calls.calls.begin({ call: '1.2', system: 'twilio', from: null, to: '1900', turn: 1 });
    await say(person, 'gọi lại cho tôi');
    expect((await say(person, '2')).expects).toBe('digits');
    expect((await say(person, '0987654321#')).text).toContain('3 2 1');
    expect((await say(person, '1')).kind).toBe('recorded');
    const { pool } = running.app.knowledge.database;
    const { rows } = await pool.query("select to_jsonb(conversations) as kept from conversations where channel = 'phone' and person = $1", [
      person,
    ]);
    expect(rows).toHaveLength(1);
    const history = await running.app.history.read('phone', person, 0, 50);
    expect(history.length).toBeGreaterThan(5);
    expect(JSON.stringify([rows, history, running.log()])).not.toContain('987654321');
    expect(await staff({ kind: 'call-backs' })).toContain('•••••••321');
  });
});
