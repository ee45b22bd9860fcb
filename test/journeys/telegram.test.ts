import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Overrides } from '../../scripts/compose.ts';
import { type FakeTelegram, fakeTelegram } from '../fakes/telegram.ts';
import type { Chat } from '../fakes/telegram-chats.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { pause } from '../support/citizen.ts';
import { embeddedPlace, type Place } from '../support/databases.ts';

const secret = 'secret-of-the-fake-webhook';
const code = 'H40.23.08-250715-0012';
const pin = '482613';

let fake: FakeTelegram;
let place: Place;
let app: RunningApp;

async function start(overrides: Overrides = {}): Promise<void> {
  const settings = {
    TELEGRAM_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.root,
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_SECRET: secret,
    PUBLIC_URL: 'https://motcua.example',
  };
  // Rates are tried with the contract of channels.
  app = await startApp(place, { pace: { turn: async () => {} }, ...overrides }, settings);
  while (fake.updates.hook() === null) await pause(5);
}

beforeEach(async () => {
  fake = await fakeTelegram();
  fake.strict = false;
  fake.updates.deliverTo = () => `${app.url}/webhooks/telegram`;
  place = embeddedPlace();
});
afterEach(async () => {
  await app.stop();
  await fake.close();
  await place.drop();
  expect(fake.faults).toEqual([]);
  expect(app.log()).not.toMatch(/fake-token|Mẫu|"9\d{5,6}"/);
});

/** All that stands in a chat, once so many messages are there and all that was said has its answer. */
async function texts(chat: Chat, count: number): Promise<string[]> {
  while (chat.sent.length < count || (await waiting()) > 0) await pause(5);
  return chat.sent.map(({ text }) => text);
}

async function waiting(): Promise<number> {
  const { rows } = await app.app.knowledge.database.pool.query<{ waiting: number }>(
    'select ((select count(*) from inbox where recorded_at is null) + (select count(*) from outbox))::integer as waiting',
  );
  return rows[0]?.waiting ?? 0;
}

function post(body: string, token: string | null = secret): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(token !== null && { 'x-telegram-bot-api-secret-token': token }) };
  return fetch(`${app.url}/webhooks/telegram`, { method: 'POST', headers, body });
}

describe('the webhook', () => {
  test('takes nothing without the secret, nothing too large, and answers 200 to what it does not know', async () => {
    await start();
    const person = { id: 1, is_bot: false };
    const message = { message_id: 1, from: person, chat: { id: 1, type: 'private' }, text: 'chào' };
    const update = JSON.stringify({ update_id: 1, message });
    expect((await post(update, null)).status).toBe(401);
    expect((await post(update, `${secret}x`)).status).toBe(401);
    expect((await post(JSON.stringify({ update_id: 1, message: { ...message, text: 'x'.repeat(1_100_000) } }))).status).toBe(413);
    expect((await post('{"update_id":')).status).toBe(400);
    const ignored = [
      { edited_message: message },
      { channel_post: { ...message, chat: { id: -5, type: 'channel' } } },
      { message: { ...message, from: { ...person, is_bot: true } } },
      { message: { ...message, text: undefined, pinned_message: message } },
      { message: 'nothing of that kind' },
      { callback_query: { id: '1', from: person, data: 'x', inline_message_id: 'elsewhere' } },
      { poll: {} },
    ];
    for (const one of ignored) expect((await post(JSON.stringify({ update_id: 2, ...one }))).status).toBe(200);
    const { rows } = await app.app.knowledge.database.pool.query('select from inbox');
    expect(rows).toEqual([]);
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toContain('motcua_telegram_updates_total{result="secret"} 2');
    expect(metrics).toContain(`motcua_telegram_updates_total{result="ignored"} ${ignored.length}`);
  });
});

describe('the menu', () => {
  test('stands in Vietnamese and in English', async () => {
    await start();
    const commands = ['tracuu', 'nophoso', 'canbo', 'xoadulieu', 'help', 'start'];
    expect([...fake.menus.keys()]).toEqual(['', 'en']);
    for (const menu of fake.menus.values()) expect((menu as { command: string }[]).map(({ command }) => command)).toEqual(commands);
    expect(JSON.stringify(fake.menus.get(''))).toContain('Tra cứu hồ sơ');
    expect(JSON.stringify(fake.menus.get('en'))).toContain('Where is my dossier?');
  });

  test.each([
    ['/start', 'Bạn cần làm giấy tờ gì'],
    ['/start H40_23_08-250715-0012', `Hồ sơ ${code}`],
    ['/start hs_H40_23_08-250715-0012', `Hồ sơ ${code}`],
    ['/start 1_001193', '1.001193'],
    ['/start tracuu', 'mã hồ sơ in trên phiếu hẹn'],
    ['/start ../../etc', 'Bạn cần làm giấy tờ gì'],
    ['/tracuu', 'mã hồ sơ in trên phiếu hẹn'],
    [`/tracuu@MotCuaThuBot ${code}`, `Hồ sơ ${code}`],
    ['/nophoso', 'thủ tục hay giấy tờ nào'],
    ['/canbo', 'Bạn gặp cán bộ'],
    ['/help', 'Tôi giúp được ba việc'],
  ])('%s is understood', async (command, holds) => {
    await start();
    const person = fake.person();
    await fake.say(person, command);
    expect((await texts(fake.chatOf(person), 1)).join('\n')).toContain(holds);
  });

  test('is understood in English where the app is in English', async () => {
    await start();
    const person = fake.person('en');
    await fake.say(person, '/help');
    await fake.say(person, '/canbo');
    const [help, staff] = await texts(fake.chatOf(person), 2);
    expect(help).toContain('I can do three things');
    expect(staff).toContain('You can reach a person');
  });

  test('deletes all that is kept, once that is confirmed', async () => {
    await start();
    const person = fake.person();
    const chat = fake.chatOf(person);
    await fake.say(person, 'xin chào');
    await texts(chat, 1);
    await fake.say(person, '/xoadulieu');
    const kept = () => app.app.history.read('telegram', String(person.id), 0, 10);
    const asked = () => {
      const question = chat.sent.at(-1);
      if (question === undefined) throw new Error('nothing was asked');
      return question;
    };
    expect(
      asked()
        .buttons.flat()
        .map(({ text }) => text),
    ).toEqual(['Xóa hết', 'Giữ lại']);
    await fake.tap(person, asked(), '!giu');
    expect(asked()).toMatchObject({ text: 'Tôi giữ nguyên, không xóa gì.', buttons: [] });
    expect(await kept()).toHaveLength(2);
    await fake.say(person, '/xoadulieu');
    await fake.tap(person, asked(), '!xoa');
    expect(asked().text).toContain('Đã xóa.');
    expect(await kept()).toEqual([]);
    await fake.updates.repeat();
    expect(await kept()).toEqual([]);
  });
});

describe('a button', () => {
  test('is answered at once, shows what was picked, and counts once however often it is pressed', async () => {
    await start();
    const person = fake.person();
    const chat = fake.chatOf(person);
    await fake.say(person, 'xin chào');
    await texts(chat, 1);
    const [first] = chat.sent;
    if (first === undefined) throw new Error('there is no answer');
    const taps = await Promise.all([fake.tap(person, first, 'Làm giấy khai sinh'), fake.tap(person, first, 'Làm giấy khai sinh')]);
    await texts(chat, 2);
    while (first.buttons.flat().length > 1 || taps.some((tap) => fake.taps.get(tap) === null)) await pause(5);
    expect(first.buttons).toEqual([[{ text: '✓ Làm giấy khai sinh', callback_data: '!' }]]);
    const again = await fake.tap(person, first, '!');
    while (fake.taps.get(again) === null) await pause(5);
    expect(await texts(chat, 2)).toHaveLength(2);
  });

  test('with a token of an offer that is over says so, and what was never offered is only words', async () => {
    await start();
    const person = fake.person();
    const chat = fake.chatOf(person);
    await fake.say(person, 'xin chào');
    await texts(chat, 1);
    const [first] = chat.sent;
    if (first === undefined) throw new Error('there is no answer');
    const old = await fake.tap(person, first, '~AAAAAAAAAAAAAAAA');
    while (fake.taps.get(old) === null) await pause(5);
    expect(fake.taps.get(old)).toContain('Nút này đã cũ');
    await fake.tap(person, first, 'cảm ơn');
    expect((await texts(chat, 2)).at(-1)).toContain('Rất vui được giúp bạn');
  });
});

describe('a group', () => {
  const mention = (text: string) => ({ entities: [{ type: 'mention', offset: text.indexOf('@'), length: '@MotCuaThuBot'.length }] });

  test('is answered where it names us or answers us, in reply, and each person on their own', async () => {
    await start();
    const [one, two, group] = [fake.person(), fake.person(), fake.group()];
    await fake.say(one, 'làm giấy khai sinh cần gì', {}, group);
    const named = '@motcuathubot làm giấy khai sinh cần gì';
    const question = await fake.say(one, named, mention(named), group);
    const first = await texts(group, 1);
    expect(first).toHaveLength(1);
    expect(first[0]).toContain('khai sinh');
    expect(group.sent[0]?.answers).toBe(question);
    await fake.say(two, 'cảm ơn', { reply_to_message: { message_id: 11, from: { id: 5 } } }, group);
    await fake.say(two, 'cảm ơn', { reply_to_message: { message_id: 12, from: fake.me } }, group);
    expect((await texts(group, 2)).at(-1)).toContain('Rất vui được giúp bạn');
    expect(fake.chatOf(one).sent).toEqual([]);
  });

  test.each([
    code,
    'hồ sơ của tôi tới đâu rồi',
    'nộp giúp tôi hồ sơ khai sinh online',
    'tôi muốn phản ánh vỉa hè bị lấn chiếm',
    'số căn cước của tôi 040168004512',
    '/tracuu@MotCuaThuBot',
  ])('is told nothing personal and asked for none: %s', async (text) => {
    await start();
    const [person, group] = [fake.person(), fake.group()];
    const said = text.startsWith('/') ? text : `${text} @MotCuaThuBot`;
    await fake.say(person, said, text.startsWith('/') ? {} : mention(said), group);
    const [answer] = await texts(group, 1);
    expect(answer).toContain('không trả lời trong nhóm');
    expect(answer).toContain('https://t.me/MotCuaThuBot');
    await fake.say(person, `${pin} @MotCuaThuBot`, mention(`${pin} @MotCuaThuBot`), group);
    expect((await texts(group, 2)).join('\n')).not.toMatch(/Đang xử lý|Bước 1|BN-/);
  });

  test('in danger is told whom to call', async () => {
    await start();
    const [person, group] = [fake.person(), fake.group()];
    const said = '@MotCuaThuBot cháy nhà rồi cứu với';
    await fake.say(person, said, mention(said), group);
    expect((await texts(group, 1))[0]).toContain('114');
  });
});

describe('beside words', () => {
  test('papers come in, as documents and as photos', async () => {
    await start();
    const person = fake.person();
    const chat = fake.chatOf(person);
    const photo = [{ file_id: 'gone', file_unique_id: 'u', file_size: 400 }];
    await fake.say(person, '', { photo });
    expect((await texts(chat, 1))[0]).toContain('ảnh.jpg');
    await fake.say(person, '', { sticker: { file_id: 's' } });
    expect((await texts(chat, 2))[1]).toContain('nhắn bằng chữ');
  });

  test('typing is shown while an answer is on its way', async () => {
    const person = fake.person();
    const find = async () => {
      while (fake.chatOf(person).typing === 0) await pause(5);
      return null;
    };
    await start({ dossiers: { find } });
    await fake.say(person, 'H40.23.08-250715-9999');
    await texts(fake.chatOf(person), 1);
    expect(fake.chatOf(person).typing).toBeGreaterThan(0);
  });

  test('who blocks us is told of nothing any more', async () => {
    await start();
    const person = fake.person();
    const chat = fake.chatOf(person);
    for (const [at, text] of [code, pin, 'báo tôi khi có kết quả'].entries()) {
      await fake.say(person, text);
      await texts(chat, at + 1);
    }
    const followed = async () => (await app.app.knowledge.database.pool.query('select from subscriptions where ended_at is null')).rowCount;
    expect(await followed()).toBe(1);
    await fake.block(person);
    expect(await followed()).toBe(0);
  });
});
