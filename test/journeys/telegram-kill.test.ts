import { describe, expect, test } from 'vitest';
import { fakeTelegram } from '../fakes/telegram.ts';
import { pause } from '../support/citizen.ts';
import { kinds, open } from '../support/databases.ts';
import { type Server, startServer } from '../support/server.ts';

const people = 50;
const kills = 2;
/** What is said, and what its answer alone holds. */
const turns = [
  ['xin chào', 'Bạn cần làm giấy tờ gì'],
  ['gặp cán bộ', 'Bạn gặp cán bộ'],
  ['bạn giúp được gì', 'Tôi giúp được ba việc'],
  ['tra cứu hồ sơ', 'mã hồ sơ in trên phiếu hẹn'],
  ['cảm ơn', 'Rất vui được giúp bạn'],
] as const;

describe.each(kinds)(`${people} people on Telegram while servers are killed, on $name`, ({ name, make }) => {
  test('every message is answered once, each person in order', { timeout: 150_000 }, async () => {
    const place = await make();
    const fake = await fakeTelegram();
    const settings = {
      TELEGRAM_TOKEN: fake.token,
      TELEGRAM_API_ROOT: fake.root,
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_SECRET: 'secret-of-the-fake-webhook',
      PUBLIC_URL: 'https://motcua.example',
    };
    // Several processes share a PostgreSQL; an embedded database has one.
    const servers: Server[] = [];
    for (let made = 0; made < (name === 'PostgreSQL' ? 2 : 1); made += 1) servers.push(await startServer(place, settings));
    fake.updates.deliverTo = (update) => `${servers[update.update_id % servers.length]?.url}/webhooks/telegram`;
    while (fake.updates.hook() === null) await pause(10);

    let said = 0;
    const crowd = Array.from({ length: people }, () => fake.person());
    const talking = crowd.map(async (person) => {
      for (const [text] of turns) {
        await fake.say(person, text);
        said += 1;
      }
    });
    const killing = async () => {
      for (let kill = 1; kill <= kills; kill += 1) {
        while (said < (kill * people * turns.length) / (kills + 1)) await pause(2);
        await pause(Math.random() * 300);
        const server = servers[kill % servers.length];
        expect(await server?.stop('SIGKILL')).toBe(null);
        await server?.again();
      }
    };
    await Promise.all([...talking, killing()]);

    const chats = crowd.map((person) => fake.chatOf(person));
    const isDone = () => chats.every(({ sent }) => sent.at(-1)?.text.includes(turns[4][1]));
    for (const end = Date.now() + 90_000; !isDone() && Date.now() < end; ) await pause(100);
    let repeated = 0;
    for (const { sent } of chats) {
      const answers = sent.map(({ text }) => turns.findIndex(([, holds]) => text.includes(holds)));
      // A part in flight when its server died may have arrived: it comes once more, at its place.
      const once = answers.filter((answer, at) => answer !== answers[at - 1]);
      repeated += answers.length - once.length;
      expect(once).toEqual([0, 1, 2, 3, 4]);
    }
    // No more than were in flight in a server that died.
    expect(repeated).toBeLessThanOrEqual(kills * 20);
    // Two replicas keep the platform's rates together, but for calls that a busy machine has held up.
    expect(fake.tooMany).toBeLessThan((people * turns.length) / 20);
    expect(fake.faults).toEqual([]);

    for (const server of servers) expect(await server.stop()).toBe(0);
    const database = await open(place);
    const { rows } = await database.pool.query(
      'select (select count(*) from inbox) as messages, (select count(*) from turns) as turns, (select count(*) from outbox) as left, (select count(*) from undelivered) as lost',
    );
    await database.close();
    expect(rows[0]).toEqual({ messages: people * turns.length, turns: people * turns.length, left: 0, lost: 0 });
    await fake.close();
    await place.drop();
  });
});
