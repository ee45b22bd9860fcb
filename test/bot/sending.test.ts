import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { createAssistant } from '../../bot/assistant.ts';
import { Later, Refused, Unavailable } from '../../bot/errors.ts';
import type { Channel } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import { createInbox } from '../../knowledge/inbox.ts';
import { createOutbox } from '../../knowledge/outbox.ts';
import { listUndelivered } from '../../knowledge/undelivered.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('replies on their way, on $name', (kind) => {
  const database = useDatabase(kind);

  /** An assistant that says back what it hears, two replies for each "và" in it. */
  function assistantWith(...channels: Channel[]) {
    return createAssistant({
      inbox: createInbox(database.pool),
      outbox: createOutbox(database.pool),
      dialog: async ({ text }, memory) => {
        const replies = text.split(' và ').map((part) => plainReply('answered', part));
        return { replies, memory, notes: [], candidates: [] };
      },
      channels,
      log: pino({ level: 'silent' }),
      replica: randomUUID().slice(0, 8),
    });
  }
  const say = (channel: string, person: string, text: string) => ({ channel, id: randomUUID(), person, text });
  const until = async (is: () => boolean) => {
    for (let tries = 0; !is() && tries < 600; tries += 1) await wait(25);
  };
  const waitIsOver = (channel: string) => database.pool.query('update outbox set due_at = now() where channel = $1', [channel]);
  const left = async (channel: string) => {
    const { rows } = await database.pool.query('select attempts, done, put_off from outbox where channel = $1 order by entry_id', [
      channel,
    ]);
    return rows;
  };

  test('a reply of three parts goes on where it broke off', async () => {
    const name = randomUUID();
    const sent: number[] = [];
    let breaks = 1;
    const channel: Channel = {
      name,
      send: async ({ done }, _signal, handedOver) => {
        for (const part of [0, 1, 2].slice(done)) {
          if (part === 2 && breaks-- > 0) throw new Unavailable(name);
          sent.push(part);
          if (part < 2) await handedOver();
        }
      },
    };
    const assistant = assistantWith(channel);
    assistant.start();
    await assistant.receive(say(name, 'p', 'một'));
    await until(() => sent.length === 2);
    await until(() => breaks === 0);
    await wait(50);
    expect(await left(name)).toEqual([{ attempts: 1, done: 2, put_off: false }]);
    await waitIsOver(name);
    await until(() => sent.length >= 3);
    await assistant.stop();
    expect(sent).toEqual([0, 1, 2]);
    expect(await left(name)).toEqual([]);
  });

  test('what a person is told stays in order when the first reply has to be tried again', async () => {
    const name = randomUUID();
    const sent: string[] = [];
    let away = true;
    const channel: Channel = {
      name,
      send: async ({ reply }) => {
        if (away) throw new Unavailable(name);
        sent.push(reply.text);
      },
    };
    const assistant = assistantWith(channel);
    assistant.start();
    for (const text of ['một và hai', 'ba', 'bốn']) await assistant.receive(say(name, 'p', text));
    for (let tries = 0; (await left(name)).length < 4 && tries < 200; tries += 1) await wait(25);
    away = false;
    await waitIsOver(name);
    await until(() => sent.length >= 4);
    await assistant.stop();
    expect(sent).toEqual(['một', 'hai', 'ba', 'bốn']);
  });

  test('a channel that hangs, and hears no signal, holds up none of the others', async () => {
    const [dead, live] = [randomUUID(), randomUUID()];
    const sent: string[] = [];
    const hung = Promise.withResolvers<void>();
    let hanging = 0;
    const assistant = assistantWith(
      {
        name: dead,
        atOnce: 3,
        send: () => {
          hanging += 1;
          return hung.promise;
        },
      },
      { name: live, send: async ({ reply }) => void sent.push(reply.text) },
    );
    assistant.start();
    for (let person = 0; person < 10; person += 1) await assistant.receive(say(dead, `p${person}`, 'mãi'));
    for (let person = 0; person < 10; person += 1) await assistant.receive(say(live, `p${person}`, `tin ${person}`));
    await until(() => sent.length === 10);
    expect(sent).toHaveLength(10);
    expect(hanging).toBe(3);
    hung.resolve();
    for (let tries = 0; (await left(dead)).length > 0 && tries < 400; tries += 1) await wait(25);
    await assistant.stop();
    expect(await left(dead)).toEqual([]);
    expect(hanging).toBe(10);
  });

  test('who refuses is given up with a reason for staff, and nobody else waits for it', async () => {
    const name = randomUUID();
    const sent: string[] = [];
    const assistant = assistantWith({
      name,
      send: async ({ person, reply }) => {
        if (person === 'blocked') throw new Refused(name, '403');
        sent.push(reply.text);
      },
    });
    for (const person of ['blocked', 'other']) await assistant.receive(say(name, person, `cho ${person}`));
    await until(() => sent.length === 1);
    await assistant.stop();
    expect(sent).toEqual(['cho other']);
    const seen = (await listUndelivered(database.pool, 1, 100)).filter(({ channel }) => channel === name);
    expect(seen).toMatchObject([{ kind: 'given-up', reason: 'Refused 403' }]);
    expect(await left(name)).toEqual([]);
  });

  test('who says later is asked then, and it counts as no failure', async () => {
    const name = randomUUID();
    let asked = 0;
    const assistant = assistantWith({
      name,
      send: async () => {
        asked += 1;
        if (asked === 1) throw new Later(name, new Date(Date.now() + 3_600_000), '429');
      },
    });
    assistant.start();
    await assistant.receive(say(name, 'p', 'một'));
    await until(() => asked === 1);
    for (let tries = 0; (await left(name))[0]?.put_off !== true && tries < 100; tries += 1) await wait(25);
    expect(await left(name)).toEqual([{ attempts: 0, done: 0, put_off: true }]);
    await waitIsOver(name);
    await until(() => asked === 2);
    await assistant.stop();
    expect(await left(name)).toEqual([]);
  });
});
