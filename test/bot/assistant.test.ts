import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { createAssistant } from '../../bot/assistant.ts';
import type { Dialog } from '../../bot/dialog.ts';
import { Unavailable } from '../../bot/errors.ts';
import type { Channel, Delivery } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import { createHistory } from '../../knowledge/conversations.ts';
import { createInbox } from '../../knowledge/inbox.ts';
import { createOutbox } from '../../knowledge/outbox.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

const echo: Dialog = async (message, memory) => ({
  replies: [plainReply('greeted', `nghe: ${message.text}`)],
  memory,
  notes: [],
  candidates: [],
});

describe.each(kinds)('the assistant on $name', (kind) => {
  const database = useDatabase(kind);

  function assistantWith(dialog: Dialog, send: Channel['send'] = async () => {}) {
    const { pool } = database;
    const sent: Delivery[] = [];
    const channel: Channel = {
      name: 'test',
      send: async (delivery, signal, handedOver) => {
        await send(delivery, signal, handedOver);
        sent.push(delivery);
      },
    };
    const assistant = createAssistant({
      inbox: createInbox(pool),
      outbox: createOutbox(pool),
      dialog,
      channels: [channel],
      log: pino({ level: 'silent' }),
      replica: 'r',
    });
    const until = async (count: number) => {
      for (let tries = 0; sent.length < count && tries < 400; tries += 1) await wait(25);
      return sent.map((delivery) => delivery.reply.text);
    };
    return { assistant, sent, until };
  }

  test('answers one person in order, one turn at a time', async () => {
    let running = 0;
    let most = 0;
    const { assistant, until } = assistantWith(async (message, memory, signal) => {
      running += 1;
      most = Math.max(most, running);
      await wait(1);
      running -= 1;
      return echo(message, memory, signal);
    });
    for (let at = 0; at < 20; at += 1) await assistant.receive({ channel: 'test', id: `order-${at}`, person: 'order', text: String(at) });
    expect(await until(20)).toEqual(Array.from({ length: 20 }, (_, at) => `nghe: ${at}`));
    expect(most).toBe(1);
    await assistant.stop();
  });

  test('takes the same message id once', async () => {
    const { assistant, until, sent } = assistantWith(echo);
    const kindsSeen = [];
    for (let at = 0; at < 3; at += 1)
      kindsSeen.push((await assistant.receive({ channel: 'test', id: 'same', person: 'same', text: 'a' })).kind);
    expect(kindsSeen).toEqual(['accepted', 'repeated', 'repeated']);
    await until(1);
    await assistant.stop();
    expect(sent).toHaveLength(1);
  });

  test('apologises when the turn fails, and goes on with the next message', async () => {
    const { assistant, until } = assistantWith(async (message, memory, signal) => {
      if (message.text === 'hỏng') throw new Error('broken');
      return echo(message, memory, signal);
    });
    await assistant.receive({ channel: 'test', id: 'fail-1', person: 'fail', text: 'hỏng' });
    await assistant.receive({ channel: 'test', id: 'fail-2', person: 'fail', text: 'tiếp' });
    const texts = await until(2);
    expect(texts[0]).toContain('trục trặc');
    expect(texts[1]).toBe('nghe: tiếp');
    await assistant.stop();
  });

  test('tries again, without a word, what failed because somebody was away for a moment', async () => {
    let away = 2;
    const { assistant, until, sent } = assistantWith(async (message, memory, signal) => {
      away -= 1;
      if (away >= 0) throw new Unavailable('database');
      return echo(message, memory, signal);
    });
    assistant.start();
    await assistant.receive({ channel: 'test', id: 'away', person: 'away', text: 'a' });
    expect(await until(1)).toEqual(['nghe: a']);
    await assistant.stop();
    expect(sent).toHaveLength(1);
  });

  test('takes up what a dead process left behind', async () => {
    const inbox = createInbox(database.pool);
    const { conversation } = await inbox.accept({ channel: 'test', id: 'left-1', person: 'left', text: 'còn lại' }, 'còn lại');
    await inbox.lease(conversation, 'dead');
    await inbox.next(conversation, 'dead');
    await database.pool.query("update conversations set lease_until = now() - interval '1 second' where id = $1", [conversation]);
    const { assistant, until } = assistantWith(echo);
    assistant.start();
    expect(await until(1)).toEqual(['nghe: còn lại']);
    await assistant.stop();
  });

  test('gives up a message that has ended the process again and again, with a sentence', async () => {
    const inbox = createInbox(database.pool);
    await inbox.accept({ channel: 'test', id: 'poison', person: 'poison', text: 'độc' }, 'độc');
    await database.pool.query("update inbox set attempts = 3 where message_id = 'poison'");
    const { assistant, until } = assistantWith(echo);
    assistant.start();
    expect((await until(1))[0]).toContain('trục trặc');
    await assistant.stop();
  });

  test('sends a reply again that the channel did not take, once', async () => {
    let tries = 0;
    const { assistant, until, sent } = assistantWith(echo, async () => {
      tries += 1;
      if (tries === 1) throw new Error('line down');
    });
    assistant.start();
    await assistant.receive({ channel: 'test', id: 'again', person: 'again', text: 'a' });
    for (let at = 0; tries < 1 && at < 200; at += 1) await wait(25);
    await database.pool.query('update outbox set due_at = now()');
    expect(await until(1)).toEqual(['nghe: a']);
    await assistant.stop();
    expect(sent).toHaveLength(1);
    expect((await database.pool.query('select count(*) as count from outbox')).rows).toEqual([{ count: 0 }]);
  });

  test('keeps personal numbers out of the history', async () => {
    const { assistant, until } = assistantWith(async (_message, memory) => ({
      replies: [plainReply('greeted', 'vâng')],
      memory,
      notes: [],
      candidates: [],
    }));
    await assistant.receive({ channel: 'test', id: 'mask', person: 'mask', text: 'căn cước 001099012345' });
    await until(1);
    await assistant.stop();
    const said = await createHistory(database.pool).read('test', 'mask', 0, 10);
    expect(JSON.stringify(said)).not.toContain('001099012345');
    expect(said.map((entry) => entry.from)).toEqual(['citizen', 'assistant']);
  });
});
