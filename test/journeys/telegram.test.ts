import { describe, expect, test } from 'vitest';
import { openAlerts } from '../../knowledge/channel-alerts.ts';
import { pause } from '../support/citizen.ts';
import { useTelegram } from '../support/telegram.ts';

const code = 'H40.23.08-250715-0012';
const telegram = useTelegram();

function post(body: string, token: string | null = telegram.secret): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(token !== null && { 'x-telegram-bot-api-secret-token': token }) };
  return fetch(`${telegram.app.url}/webhooks/telegram`, { method: 'POST', headers, body });
}

describe('the webhook', () => {
  test('takes nothing without the secret, nothing too large, and answers 200 to what it does not know', async () => {
    await telegram.start();
    const person = { id: 1, is_bot: false };
    const message = { message_id: 1, from: person, chat: { id: 1, type: 'private' }, text: 'chào' };
    const update = JSON.stringify({ update_id: 1, message });
    expect((await post(update, null)).status).toBe(401);
    expect((await post(update, `${telegram.secret}x`)).status).toBe(401);
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
    const { rows } = await telegram.app.app.knowledge.database.pool.query('select from inbox');
    expect(rows).toEqual([]);
    const metrics = await (await fetch(`${telegram.app.url}/metrics`)).text();
    expect(metrics).toContain('motcua_telegram_updates_total{result="secret"} 2');
    expect(metrics).toContain(`motcua_telegram_updates_total{result="ignored"} ${ignored.length}`);
  });
});

describe('the menu', () => {
  test('stands in Vietnamese and in English', async () => {
    await telegram.start();
    const commands = ['tracuu', 'nophoso', 'canbo', 'xoadulieu', 'help', 'start'];
    expect([...telegram.fake.menus.keys()]).toEqual(['', 'en']);
    for (const menu of telegram.fake.menus.values())
      expect((menu as { command: string }[]).map(({ command }) => command)).toEqual(commands);
    expect(JSON.stringify(telegram.fake.menus.get(''))).toContain('Tra cứu hồ sơ');
    expect(JSON.stringify(telegram.fake.menus.get('en'))).toContain('Where is my dossier?');
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
    await telegram.start();
    const person = telegram.fake.person();
    await telegram.fake.say(person, command);
    expect((await telegram.texts(telegram.fake.chatOf(person), 1)).join('\n')).toContain(holds);
  });

  test('is understood in English where the app is in English', async () => {
    await telegram.start();
    const person = telegram.fake.person('en');
    await telegram.fake.say(person, '/help');
    await telegram.fake.say(person, '/canbo');
    const [help, staff] = await telegram.texts(telegram.fake.chatOf(person), 2);
    expect(help).toContain('I can do three things');
    expect(staff).toContain('You can reach a person');
  });

  test('deletes all that is kept, once that is confirmed', async () => {
    await telegram.start();
    const person = telegram.fake.person();
    const chat = telegram.fake.chatOf(person);
    await telegram.fake.say(person, 'xin chào');
    await telegram.texts(chat, 1);
    await telegram.fake.say(person, '/xoadulieu');
    const kept = () => telegram.app.app.history.read('telegram', String(person.id), 0, 10);
    const asked = async (count: number) => {
      await telegram.texts(chat, count);
      const question = chat.sent.at(-1);
      if (question === undefined) throw new Error('nothing was asked');
      return question;
    };
    const first = await asked(2);
    expect(first.buttons.flat().map(({ text }) => text)).toEqual(['Xóa hết', 'Giữ lại']);
    await telegram.fake.tap(person, first, '!giu');
    await expect.poll(() => first).toMatchObject({ text: 'Tôi giữ nguyên, không xóa gì.', buttons: [] });
    expect(await kept()).toHaveLength(2);
    await telegram.fake.say(person, '/xoadulieu');
    const second = await asked(3);
    await telegram.fake.tap(person, second, '!xoa');
    expect(await kept()).toEqual([]);
    await expect.poll(() => second.text).toContain('Đã xóa.');
    await telegram.fake.updates.repeat();
    expect(await kept()).toEqual([]);
  });
});

describe('a button', () => {
  test('is answered at once, shows what was picked, and counts once however often it is pressed', async () => {
    await telegram.start();
    const person = telegram.fake.person();
    const chat = telegram.fake.chatOf(person);
    await telegram.fake.say(person, 'xin chào');
    await telegram.texts(chat, 1);
    const [first] = chat.sent;
    if (first === undefined) throw new Error('there is no answer');
    const taps = await Promise.all([
      telegram.fake.tap(person, first, 'Làm giấy khai sinh'),
      telegram.fake.tap(person, first, 'Làm giấy khai sinh'),
    ]);
    await telegram.texts(chat, 2);
    while (first.buttons.flat().length > 1 || taps.some((tap) => telegram.fake.taps.get(tap) === null)) await pause(5);
    expect(first.buttons).toEqual([[{ text: '✓ Làm giấy khai sinh', callback_data: '!' }]]);
    const again = await telegram.fake.tap(person, first, '!');
    while (telegram.fake.taps.get(again) === null) await pause(5);
    expect(await telegram.texts(chat, 2)).toHaveLength(2);
  });

  test('with a token of an offer that is over says so, and what was never offered is only words', async () => {
    await telegram.start();
    const person = telegram.fake.person();
    const chat = telegram.fake.chatOf(person);
    await telegram.fake.say(person, 'xin chào');
    await telegram.texts(chat, 1);
    const [first] = chat.sent;
    if (first === undefined) throw new Error('there is no answer');
    const old = await telegram.fake.tap(person, first, '~AAAAAAAAAAAAAAAA');
    while (telegram.fake.taps.get(old) === null) await pause(5);
    expect(telegram.fake.taps.get(old)).toContain('Nút này đã cũ');
    await telegram.fake.tap(person, first, 'cảm ơn');
    expect((await telegram.texts(chat, 2)).at(-1)).toContain('Rất vui được giúp bạn');
  });
});

describe('a token that the platform refuses', () => {
  const alerts = async () => (await openAlerts(telegram.app.app.knowledge.database.pool)).map(({ channel, why }) => `${channel} ${why}`);

  test('calls staff when an answer cannot be sent, until one is', async () => {
    await telegram.start();
    const person = telegram.fake.person();
    const { token } = telegram.fake;
    telegram.fake.token = '700001:what-came-after-it-was-revoked';
    await telegram.fake.say(person, 'xin chào');
    await expect.poll(alerts, { timeout: 20_000 }).toEqual(['telegram telegram-token']);
    telegram.fake.token = token;
    await telegram.texts(telegram.fake.chatOf(person), 1);
    expect(await alerts()).toEqual([]);
  });

  test('calls staff when the bot cannot be set up, until it is', async () => {
    const before = telegram.app;
    const { token } = telegram.fake;
    const started = telegram.start();
    telegram.fake.token = '700001:what-came-after-it-was-revoked';
    while (telegram.app === before) await pause(5);
    await expect.poll(alerts, { timeout: 20_000 }).toEqual(['telegram telegram-token']);
    telegram.fake.token = token;
    await started;
    await expect.poll(alerts, { timeout: 20_000 }).toEqual([]);
  });
});
