import { describe, expect, test } from 'vitest';
import { appSecret, type FakeApp, fakeApp, messageOf } from '../fakes/messaging-app.ts';
import { pause } from '../support/citizen.ts';
import { kinds, open } from '../support/databases.ts';
import { type Server, startServer } from '../support/server.ts';

/** Several processes share a PostgreSQL; an embedded database has one. */
const drills = {
  PostgreSQL: { people: 200, each: 20, kills: 10, replicas: 2 },
  PGlite: { people: 30, each: 20, kills: 3, replicas: 1 },
};
const said = ['xin chào', 'bạn giúp được gì', 'cảm ơn', 'tra cứu hồ sơ', 'làm lại căn cước cần giấy tờ gì'];

describe.each(kinds)('people on an app of their own while servers are killed, on $name', ({ name, make }) => {
  const { people, each, kills, replicas } = drills[name];

  test(`all ${people * each} messages are answered once, each person in order`, { timeout: 420_000 }, async () => {
    const place = await make();
    const app = await fakeApp();
    const settings = { MESSAGING_CLIENTS: 'tinh', MESSAGING_TINH_SECRET: appSecret, MESSAGING_TINH_CALLBACK: app.url };
    const servers: Server[] = [];
    for (let made = 0; made < replicas; made += 1) servers.push(await startServer(place, settings));

    let accepted = 0;
    const sent = new Map<string, string[]>();
    const talking = Array.from({ length: people }, async (_, number) => {
      const person = `nguoi-${number}`;
      const ids = Array.from({ length: each }, (_, at) => `${person}-${at}`);
      sent.set(person, ids);
      for (const [at, id] of ids.entries()) {
        await insist(app, () => servers[(number + at) % replicas]?.url ?? '', messageOf(person, said[at % said.length] ?? '', id));
        accepted += 1;
      }
    });
    const killing = async () => {
      for (let kill = 1; kill <= kills; kill += 1) {
        while (accepted < (kill * people * each) / (kills + 1)) await pause(2);
        await pause(Math.random() * 200);
        const server = servers[kill % replicas];
        expect(await server?.stop('SIGKILL')).toBe(null);
        await server?.again();
      }
    };
    await Promise.all([...talking, killing()]);
    const end = Date.now() + 240_000;
    while (app.replies.length < people * each && Date.now() < end) await pause(100);

    const answered = Map.groupBy(app.replies, ({ person }) => person);
    for (const [person, ids] of sent) expect(answered.get(person)?.map(({ inReplyTo }) => inReplyTo)).toEqual(ids);
    expect(app.replies).toHaveLength(people * each);
    expect(app.faults).toEqual([]);

    for (const server of servers) expect(await server.stop()).toBe(0);
    const database = await open(place);
    const { rows } = await database.pool.query(
      'select (select count(*) from inbox) as messages, (select count(*) from turns) as turns, (select count(*) from outbox) as left, (select count(*) from undelivered) as lost',
    );
    await database.close();
    expect(rows[0]).toEqual({ messages: people * each, turns: people * each, left: 0, lost: 0 });
    await app.close();
    await place.drop();
  });
});

/** As any client does that was not told that its message is taken. */
async function insist(app: FakeApp, server: () => string, body: ReturnType<typeof messageOf>): Promise<void> {
  for (;;) {
    const status = await app.post(server(), 'tinh', body).then(
      (response) => response.status,
      () => null,
    );
    if (status !== null && status < 300) return;
    await pause(50);
  }
}
