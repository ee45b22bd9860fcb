import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Citizen, createCitizen, pause } from '../support/citizen.ts';
import { kinds, open, type Place } from '../support/databases.ts';
import { type Server, startServer } from '../support/server.ts';

const people = 25;
const each = 40;
const kills = 20;
const texts = ['xin chào', 'đăng ký tạm trú cần giấy tờ gì', 'còn lệ phí?', 'cảm ơn', 'H40.23.08-250715-0012'];

describe.each(kinds)(`${people * each} messages while the server is killed ${kills} times, on $name`, ({ name, make }) => {
  let place: Place;
  let servers: Server[];
  // Several processes share a PostgreSQL; an embedded database has one.
  const replicas = name === 'PostgreSQL' ? 2 : 1;

  beforeAll(async () => {
    place = await make();
    servers = [];
    for (let made = 0; made < replicas; made += 1) servers.push(await startServer(place));
  });
  afterAll(async () => {
    await Promise.all((servers ?? []).map((server) => server.stop()));
    await place?.drop();
  });

  test('every message is kept and answered once, each person in order', { timeout: 150_000 }, async () => {
    let accepted = 0;
    const crowd = Array.from({ length: people }, () => ({ citizen: createCitizen(() => anyOf(servers).url), sent: [] as string[] }));
    for (const { citizen } of crowd) await citizen.history();

    const talking = crowd.map(async ({ citizen, sent }) => {
      for (let turn = 0; turn < each; turn += 1) {
        sent.push(await citizen.insist(texts[turn % texts.length] ?? ''));
        accepted += 1;
      }
    });
    const killing = async () => {
      for (let kill = 1; kill <= kills; kill += 1) {
        // Somewhere in the middle of the traffic, never at the same point of the work.
        while (accepted < (kill * people * each) / (kills + 1)) await pause(2);
        await pause(Math.random() * 40);
        const server = anyOf(servers);
        expect(await server.stop('SIGKILL')).toBe(null);
        if (kill % 3 === 0 && kill < kills) {
          // Once more while it is still starting.
          kill += 1;
          const broken = server.again().catch(() => {});
          await pause(Math.random() * 1_200);
          await server.stop('SIGKILL');
          await broken;
        }
        await server.again();
      }
    };
    await Promise.all([...talking, killing()]);
    expect(accepted).toBe(people * each);

    for (const { citizen, sent } of crowd) await untilAnswered(citizen, sent.length);
    for (const { citizen, sent } of crowd) {
      const entries = await citizen.history();
      expect(entries.filter((entry) => entry.from === 'citizen').map((entry) => entry.messageId)).toEqual(sent);
      expect(entries.filter((entry) => entry.from === 'assistant').map((entry) => entry.messageId)).toEqual(sent);
    }

    for (const server of servers) expect(await server.stop()).toBe(0);
    const database = await open(place);
    const { rows } = await database.pool.query(`
      select (select count(*) from inbox) as messages, (select count(*) from inbox where recorded_at is null) as waiting,
        (select count(*) from turns) as turns, (select count(*) from entries) as entries, (select count(*) from turns where kind = 'not-found') as given_up`);
    await database.close();
    expect(rows[0]).toEqual({ messages: people * each, waiting: 0, turns: people * each, entries: 2 * people * each, given_up: 0 });
  });
});

async function untilAnswered(citizen: Citizen, count: number): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await pause(100)) {
    const entries = await citizen.history();
    if (entries.filter((entry) => entry.from === 'assistant').length >= count) return;
  }
  throw new Error('some messages were never answered');
}

function anyOf(servers: Server[]): Server {
  const server = servers[Math.floor(Math.random() * servers.length)];
  if (server === undefined) throw new Error('no server was started');
  return server;
}
