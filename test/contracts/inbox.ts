import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { emptyMemory } from '../../bot/memory.ts';
import type { Inbox, Taken } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import type { Memory, Message, TurnResult } from '../../bot/types.ts';

/** `expire` moves the lease of a conversation into the past, as if its holder had died. */
export type InboxWorld = { inbox: Inbox; expire(conversation: string): Promise<void> };
type Promised = { title: string; check(world: InboxWorld): Promise<void> };

/** What every Inbox promises. Each check makes conversations of its own and can be run on an inbox in use. */
export const inboxContract: Promised[] = [
  {
    title: 'takes a message once for each channel and id, whatever comes with it',
    check: async ({ inbox }) => {
      const said = message();
      const { conversation } = await accepted(inbox, said);
      expect(await inbox.accept({ ...said, text: 'khác hẳn' }, 'khác hẳn')).toEqual({ kind: 'repeated', conversation });
      expect((await inbox.accept({ ...said, channel: 'elsewhere' }, said.text)).kind).toBe('accepted');
      await hold(inbox, conversation, 'a');
      expect((await inbox.next(conversation, 'a'))?.message).toEqual(said);
      await turn(inbox, conversation, 'a');
      expect(await inbox.next(conversation, 'a')).toBeNull();
      expect((await inbox.accept(said, said.text)).kind).toBe('repeated');
      expect(await inbox.next(conversation, 'a')).toBeNull();
    },
  },
  {
    title: 'keeps the files of a message with it, in their order',
    check: async ({ inbox }) => {
      const files = ['một', 'hai'].map((name) => ({ ref: randomUUID(), name, size: 7 }));
      const said = { ...message({ text: '' }), files };
      const { conversation } = await accepted(inbox, said);
      await inbox.accept({ ...said, files: [] }, '');
      await hold(inbox, conversation, 'a');
      expect((await inbox.next(conversation, 'a'))?.message).toEqual(said);
    },
  },
  {
    title: "keeps one person's messages in order and takes each turn once",
    check: async ({ inbox }) => {
      const person = randomUUID();
      const said = ['một', 'hai', 'ba'].map((text) => message({ person, text }));
      for (const each of said) await accepted(inbox, each);
      const { conversation } = await inbox.accept(message({ person, text: 'bốn' }), 'bốn');
      await hold(inbox, conversation, 'a');
      const texts: string[] = [];
      for (let taken = await inbox.next(conversation, 'a'); taken !== null; taken = await inbox.next(conversation, 'a')) {
        texts.push(taken.message.text);
        expect(await inbox.record(taken, conversation, 'a', result(), 1)).not.toBeNull();
      }
      expect(texts).toEqual(['một', 'hai', 'ba', 'bốn']);
    },
  },
  {
    title: 'counts the attempts at a message and hands over the memory of the turn before',
    check: async ({ inbox }) => {
      const person = randomUUID();
      const { conversation } = await accepted(inbox, message({ person }));
      await hold(inbox, conversation, 'a');
      expect(await inbox.next(conversation, 'a')).toMatchObject({ attempts: 1, memory: null });
      expect(await inbox.next(conversation, 'a')).toMatchObject({ attempts: 2 });
      await turn(inbox, conversation, 'a', { memory: { ...emptyMemory, part: 7 } });
      await accepted(inbox, message({ person }));
      expect(await inbox.next(conversation, 'a')).toMatchObject({ attempts: 1, memory: { ...emptyMemory, part: 7 } });
    },
  },
  {
    title: 'leases a conversation to one owner, and to another once it is released',
    check: async ({ inbox }) => {
      const { conversation } = await accepted(inbox, message());
      await hold(inbox, conversation, 'a');
      expect(await inbox.lease(conversation, 'a')).toBe(true);
      expect(await inbox.lease(conversation, 'b')).toBe(false);
      expect(await inbox.next(conversation, 'b')).toBeNull();
      expect(await inbox.release(conversation, 'b')).toBe(false);
      await turn(inbox, conversation, 'a');
      expect(await inbox.release(conversation, 'a')).toBe(true);
      expect(await inbox.lease(conversation, 'b')).toBe(true);
    },
  },
  {
    title: 'gives the lease of a dead owner to another, and nothing more to the first',
    check: async ({ inbox, expire }) => {
      const { conversation } = await accepted(inbox, message());
      await hold(inbox, conversation, 'a');
      const taken = await next(inbox, conversation, 'a');
      await expire(conversation);
      await hold(inbox, conversation, 'b');
      expect(await inbox.next(conversation, 'a')).toBeNull();
      expect(await inbox.record(taken, conversation, 'a', result({ memory: { ...emptyMemory, part: 9 } }), 1)).toBeNull();
      const again = await inbox.next(conversation, 'b');
      expect(again).toMatchObject({ entry: taken.entry, attempts: 2, memory: null });
    },
  },
  {
    title: 'makes one message of an album, for good, and knows its parts when they come again',
    check: async ({ inbox, expire }) => {
      const person = randomUUID();
      const part = (name: string, album: string, text = '') => message({ person, text, files: [{ ref: name, name, size: 7 }], album });
      const [first, second, third] = [part('một', 'a'), part('hai', 'a', 'đây ạ'), part('ba', 'a')];
      for (const each of [first, part('khác', 'b'), second, message({ person, text: 'xong' }), third]) await accepted(inbox, each);
      const { conversation } = await inbox.accept(third, '');
      await hold(inbox, conversation, 'a');
      const taken = await next(inbox, conversation, 'a');
      const files = [...(first.files ?? []), ...(second.files ?? []), ...(third.files ?? [])];
      expect(await inbox.gather(taken, conversation, 'b')).toEqual(taken);
      expect((await inbox.gather(taken, conversation, 'a')).message).toEqual({ ...first, text: 'đây ạ', files });
      await expire(conversation);
      await hold(inbox, conversation, 'b');
      expect((await next(inbox, conversation, 'b')).message).toEqual({ ...first, text: 'đây ạ', files });
      await turn(inbox, conversation, 'b');
      expect((await inbox.accept(second, '')).kind).toBe('repeated');
      const other = await next(inbox, conversation, 'b');
      expect(await inbox.gather(other, conversation, 'b')).toEqual(other);
      await turn(inbox, conversation, 'b');
      expect(await inbox.next(conversation, 'b')).toMatchObject({ message: { text: 'xong' } });
    },
  },
  {
    title: 'renews the lease of an owner who goes on',
    check: async ({ inbox, expire }) => {
      const { conversation } = await accepted(inbox, message());
      await hold(inbox, conversation, 'a');
      await expire(conversation);
      expect(await inbox.next(conversation, 'a')).not.toBeNull();
      expect(await inbox.lease(conversation, 'b')).toBe(false);
    },
  },
  {
    title: 'records a turn once: a second record changes nothing',
    check: async ({ inbox }) => {
      const person = randomUUID();
      const { conversation } = await accepted(inbox, message({ person }));
      await hold(inbox, conversation, 'a');
      const taken = await next(inbox, conversation, 'a');
      expect(await inbox.record(taken, conversation, 'a', result({ memory: { ...emptyMemory, part: 1 } }), 1)).toHaveLength(1);
      expect(await inbox.record(taken, conversation, 'a', result({ memory: { ...emptyMemory, part: 2 } }), 1)).toBeNull();
      await accepted(inbox, message({ person }));
      expect(await inbox.next(conversation, 'a')).toMatchObject({ memory: { part: 1 } });
    },
  },
  {
    title: 'returns what is to be delivered: each reply to its person, the ids rising',
    check: async ({ inbox }) => {
      const said = message();
      const { conversation } = await accepted(inbox, said);
      await hold(inbox, conversation, 'a');
      const taken = await next(inbox, conversation, 'a');
      const replies = [plainReply('answered', 'thứ nhất'), plainReply('answered', 'thứ hai')];
      const deliveries = (await inbox.record(taken, conversation, 'a', result({ replies }), 1)) ?? [];
      expect(deliveries.map((delivery) => delivery.reply)).toEqual(replies);
      for (const delivery of deliveries) {
        expect(delivery).toMatchObject({ channel: said.channel, person: said.person, conversation, inReplyTo: said.id });
        expect(Number.isNaN(Date.parse(delivery.at))).toBe(false);
      }
      expect(deliveries[1]?.id).toBeGreaterThan(deliveries[0]?.id ?? Number.POSITIVE_INFINITY);
    },
  },
  {
    title: 'does not release a conversation while messages wait in it',
    check: async ({ inbox }) => {
      const { conversation } = await accepted(inbox, message());
      await hold(inbox, conversation, 'a');
      expect(await inbox.release(conversation, 'a')).toBe(false);
      expect(await inbox.lease(conversation, 'b')).toBe(false);
      await turn(inbox, conversation, 'a');
      expect(await inbox.release(conversation, 'a')).toBe(true);
    },
  },
  {
    title: 'gives a conversation up to the next owner at once when its holder abandons it, and only then',
    check: async ({ inbox }) => {
      const { conversation } = await accepted(inbox, message());
      await hold(inbox, conversation, 'a');
      await inbox.abandon(conversation, 'b');
      expect(await inbox.lease(conversation, 'b')).toBe(false);
      await inbox.abandon(conversation, 'a');
      expect(await inbox.lease(conversation, 'b')).toBe(true);
    },
  },
  {
    title: 'lists the conversations whose messages wait and that nobody holds',
    check: async ({ inbox, expire }) => {
      const { conversation } = await accepted(inbox, message());
      const listed = async () => (await inbox.waiting(1_000)).includes(conversation);
      expect(await listed()).toBe(true);
      await hold(inbox, conversation, 'a');
      expect(await listed()).toBe(false);
      await expire(conversation);
      expect(await listed()).toBe(true);
      await hold(inbox, conversation, 'b');
      await turn(inbox, conversation, 'b');
      expect(await inbox.release(conversation, 'b')).toBe(true);
      expect(await listed()).toBe(false);
      await accepted(inbox, message());
      expect(await inbox.waiting(1)).toHaveLength(1);
    },
  },
];

export function message(change: Partial<Message> = {}): Message {
  return { channel: 'test', id: randomUUID(), person: randomUUID(), text: 'xin chào', ...change };
}

export function result(change: Partial<TurnResult> & { memory?: Memory } = {}): TurnResult {
  return { replies: [plainReply('greeted', 'Chào bạn.')], memory: emptyMemory, notes: [], candidates: [], ...change };
}

async function accepted(inbox: Inbox, said: Message): Promise<{ conversation: string }> {
  const { kind, conversation } = await inbox.accept(said, said.text);
  expect(kind).toBe('accepted');
  return { conversation };
}

async function hold(inbox: Inbox, conversation: string, owner: string): Promise<void> {
  expect(await inbox.lease(conversation, owner)).toBe(true);
}

async function next(inbox: Inbox, conversation: string, owner: string): Promise<Taken> {
  const taken = await inbox.next(conversation, owner);
  if (taken === null) throw new Error('no message waits');
  return taken;
}

async function turn(inbox: Inbox, conversation: string, owner: string, change: Partial<TurnResult> = {}): Promise<void> {
  expect(await inbox.record(await next(inbox, conversation, owner), conversation, owner, result(change), 1)).not.toBeNull();
}
