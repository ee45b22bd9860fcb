import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Citizen, createCitizen, pause } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';
import { type Ended, runScript } from '../support/run-script.ts';
import { type Server, settingsOf, startServer } from '../support/server.ts';

/** A demonstration dossier that has its result, and its PIN. */
const done = { code: 'H40.23.08-250801-0007', pin: '905174' };
const phone = '0987654321';

describe.each(kinds)('a petition at the web chat, answered at the desk of a running server, on $name', ({ make }) => {
  let place: Place;
  let server: Server;
  let said = '';

  beforeAll(async () => {
    place = await make();
    server = await startServer(place);
  });
  afterAll(async () => {
    await server?.stop();
    await place?.drop();
  });

  const desk = async (...given: string[]): Promise<Ended> => {
    const ended = await runScript('scripts/desk.ts', given, settingsOf(place, { LOG_LEVEL: 'error' }));
    if (given[0] !== 'show') said += ended.out + ended.err;
    return ended;
  };
  const heard = async (citizen: Citizen, words: string) => (await citizen.history()).filter((entry) => entry.text.includes(words)).length;
  /** Sent twice by the same id, as a page does that got no answer. */
  const sendTwice = async (citizen: Citizen, text: string) => {
    const id = randomUUID();
    await citizen.say(text, id);
    await citizen.say(text, id);
    return citizen.replyTo(id);
  };

  test('comes back once with the reply, and stays without its writer', async () => {
    const citizen = createCitizen(server.url);
    await citizen.ask('tôi muốn phản ánh ổ gà trước chợ Minh Họa, tôi có chụp hình');
    await citizen.ask('đường Lê Lợi');
    await citizen.ask('bỏ qua');
    expect((await citizen.ask(phone)).text).toContain('•••••••321');
    const sent = await sendTwice(citizen, 'gửi đi');
    const code = /PA-\d{6}-\d{4}-\w{4}/.exec(sent.text)?.[0] ?? '';
    expect((await citizen.ask(`${code.toLowerCase()} tới đâu rồi`)).text).toContain('chưa trả lời');

    const list = await desk('petitions');
    expect(list.out).toMatch(new RegExp(`^${code}\\t.*\\treceived\\t.*ổ gà.*\\n1 open petitions\\n$`));
    const show = await desk('show', code.toLowerCase());
    expect(show.out).toContain(phone);
    expect(show.out).toContain('a picture or a file');
    expect((await desk()).out).toContain('1 petition waits for a reply');

    expect((await desk('reply', code, 'Phường sẽ vá', 'trong tuần này.')).out).toContain('on its way');
    for (let waited = 0; waited < 200 && (await heard(citizen, 'trong tuần này')) === 0; waited += 1) await pause(50);
    expect(await heard(citizen, 'Phường sẽ vá trong tuần này.')).toBe(1);
    expect((await createCitizen(server.url).ask(code)).text).toMatch(/Cán bộ đã trả lời[\s\S]*Phường sẽ vá/);

    expect((await citizen.request('DELETE', '/chat/conversation')).status).toBe(204);
    const after = await desk('show', code);
    expect(after.out).toContain('ổ gà');
    expect(after.out).not.toContain(phone);
    expect((await desk('close', code)).out).toContain('not told');
    expect((await desk('reply', code, 'nữa')).err).toBe(`Petition ${code} is closed.\n`);
    expect((await createCitizen(server.url).ask(code)).text).toContain('Đã xong');
  });

  test('is followed by a rating, which the desk shows per agency', async () => {
    const citizen = createCitizen(server.url);
    await citizen.ask(done.code);
    const id = await citizen.say(done.pin);
    await citizen.replyTo(id);
    const asked = (await citizen.history())
      .filter((entry) => entry.messageId === id && entry.from === 'assistant')
      .map((entry) => entry.text);
    expect(asked.at(-1)).toContain('mấy điểm');
    expect((await sendTwice(citizen, '4 nhanh, gọi tôi 0987654321')).text).toContain('Cảm ơn');
    const ratings = await desk('ratings');
    expect(ratings.out).toMatch(/1 rating, mean 4\.00 {2}\(1: 0 · 2: 0 · 3: 0 · 4: 1 · 5: 0\)\n {2}4 {2}nhanh, gọi tôi •••••••321/);
    expect((await desk('ratings', '--month', '2020-01')).out).toBe('No ratings in 2020-01.\n');
  });

  test.each([
    [['--close', '9'.repeat(40)], 'There is no open note 999999'],
    [['--close', '-1'], ''],
    [['--close', '12345'], 'There is no open note 12345.'],
    [['--nonsense'], "'--nonsense'"],
    [['show', 'PA-200101-0001-AAAA'], 'There is no petition PA-200101-0001-AAAA.'],
    [['show', 'H40.23.08-250715-0012'], 'is no petition code'],
    [['reply', 'PA-200101-0001-AAAA', ' \n '], 'The reply is empty.'],
    [['reply', 'PA-200101-0001-AAAA', 'có'], 'There is no petition'],
    [['close', 'PA-200101-0001-AAAA'], 'There is no petition'],
    [['ratings', '--month', '2026-13'], '--month is a year and a month'],
  ])('%j ends with a sentence and no trace', async (given, sentence) => {
    const { status, out, err } = await desk(...given);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('tells how it is used when it is not told what to do', async () => {
    for (const given of [['petition'], ['show'], ['reply', 'PA-200101-0001-AAAA']]) {
      const { status, out } = await desk(...given);
      expect(status).toBe(2);
      expect(out).toContain('npm run desk -- petitions');
    }
  });

  test('leaves no number and no word of a citizen in the log, and no number at the desk but where it is shown', async () => {
    const log = server.err() + server.out();
    expect(log).toContain('"msg":"turn"');
    for (const secret of [phone, 'ổ gà', 'Lê Lợi', done.pin, 'Phường sẽ vá']) expect(log).not.toContain(secret);
    expect(said).not.toContain(phone);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    for (const secret of [phone, 'PA-', 'Lê Lợi', done.code, done.pin]) expect(metrics).not.toContain(secret);
  });
});
