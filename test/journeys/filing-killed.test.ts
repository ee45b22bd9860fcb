import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openedCase } from '../../knowledge/case-body.ts';
import { sealFor } from '../../knowledge/seals.ts';
import { type Citizen, createCitizen, pause } from '../support/citizen.ts';
import { kinds, open, type Place } from '../support/databases.ts';
import { type Server, startServer } from '../support/server.ts';

const people = 6;
const kills = 8;
/** Each answer of a filing, and what is kept of it. */
const answers: [text: string, question: string, shown: string][] = [
  ['giấy khai sinh', 'case.event', 'Khai sinh'],
  ['ở Việt Nam', 'case.state', 'Đã đăng ký ở Việt Nam'],
  ['cho tôi', 'case.who', 'Cho chính tôi'],
  ['Vũ Thị Hạnh Dung', 'applicant.name', 'Vũ Thị Hạnh Dung'],
  ['20/11/1968', 'applicant.birthDate', '20/11/1968'],
  ['040168004512', 'applicant.idNumber', '040168004512'],
  ['Ủy ban nhân dân phường Hòa Cường Bắc', 'register.place', 'Ủy ban nhân dân phường Hòa Cường Bắc'],
  ['1990', 'register.date', '1990'],
  ['bỏ qua', 'register.number', ''],
  ['phường Trường Vinh, tỉnh Nghệ An', 'office.place', 'Phường Trường Vinh, Tỉnh Nghệ An'],
];
const opening = 'tôi muốn điền tờ khai xin bản sao trích lục khai sinh';

describe.each(kinds)(`${people} filings while the server is killed ${kills} times, on $name`, ({ make }) => {
  let place: Place;
  let server: Server;

  beforeAll(async () => {
    place = await make();
    server = await startServer(place);
  });
  afterAll(async () => {
    await server?.stop();
    await place?.drop();
  });

  test('no answer is lost, and none is taken twice', { timeout: 150_000 }, async () => {
    let accepted = 0;
    const crowd = Array.from({ length: people }, () => createCitizen(() => server.url));
    for (const citizen of crowd) await citizen.history();
    const total = people * (answers.length + 1);
    const talking = crowd.map(async (citizen) => {
      // Sent without waiting for the reply: messages are taken in their order, whatever happens.
      for (const text of [opening, ...answers.map(([said]) => said)]) {
        await citizen.insist(text);
        accepted += 1;
        await pause(Math.random() * 120);
      }
    });
    const killing = async () => {
      for (let kill = 1; kill <= kills; kill += 1) {
        while (accepted < (kill * total) / (kills + 1)) await pause(2);
        await pause(Math.random() * 40);
        expect(await server.stop('SIGKILL')).toBe(null);
        await server.again();
      }
    };
    await Promise.all([...talking, killing()]);
    for (const citizen of crowd) await untilAnswered(citizen, answers.length + 1);
    for (const citizen of crowd) expect((await citizen.ask('xem lại')).text).toContain('Vũ Thị Hạnh Dung');
    expect(await server.stop()).toBe(0);

    const kept = await casesIn(place);
    expect(kept).toHaveLength(people);
    expect(new Set(kept.map(({ code }) => code)).size).toBe(people);
    for (const one of kept) {
      expect(one.order).toEqual(answers.map(([, question]) => question));
      expect(Object.fromEntries(Object.entries(one.answers).map(([id, { shown }]) => [id, shown]))).toEqual(
        Object.fromEntries(answers.map(([, question, shown]) => [question, shown])),
      );
      expect(one.asking).toBe('copies.number');
      // One save for each message that changed it: the opening, the answers, the look at it.
      expect(one.revision).toBe(answers.length + 2);
    }
  });
});

async function casesIn(place: Place) {
  const database = await open(place);
  try {
    const { rows } = await database.pool.query<{ body: string; revision: number }>('select body, revision from cases');
    const seal = await sealFor(database.pool, null, 'cases');
    return rows.map(({ body, revision }) => {
      const one = openedCase(body, revision, seal);
      if (one === null) throw new Error('a case is sealed with another key');
      return one;
    });
  } finally {
    await database.close();
  }
}

async function untilAnswered(citizen: Citizen, count: number): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await pause(100)) {
    const entries = await citizen.history();
    if (new Set(entries.flatMap(({ from, messageId }) => (from === 'assistant' ? [messageId] : []))).size >= count) return;
  }
  throw new Error('some messages were never answered');
}
