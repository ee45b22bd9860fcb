import type { Delivery, Inbox } from '../../bot/ports.ts';
import type { Memory, Message } from '../../bot/types.ts';

type Conversation = { memory: Memory | null; owner: string | null; live: boolean };
type Entry = { conversation: string; message: Message; attempts: number; recorded: boolean };

export type MemoryInbox = { inbox: Inbox; expire(conversation: string): Promise<void> };

/** An inbox that forgets with its process: for tests that need the promises of an Inbox and no database. */
export function memoryInbox(): MemoryInbox {
  const conversations = new Map<string, Conversation>();
  const entries: Entry[] = [];
  let deliveries = 0;
  const of = (id: string): Conversation => conversations.get(id) ?? { memory: null, owner: null, live: false };
  const open = (id: string) => entries.filter((entry) => entry.conversation === id && !entry.recorded);
  const holds = (id: string, owner: string) => of(id).owner === owner;
  const set = (id: string, change: Partial<Conversation>) => conversations.set(id, { ...of(id), ...change });

  const inbox: Inbox = {
    accept: async (message) => {
      const conversation = `${message.channel}/${message.person}`;
      if (!conversations.has(conversation)) set(conversation, {});
      const known = entries.some((entry) => entry.message.channel === message.channel && entry.message.id === message.id);
      if (!known) entries.push({ conversation, message, attempts: 0, recorded: false });
      return { kind: known ? 'repeated' : 'accepted', conversation };
    },
    lease: async (conversation, owner) => {
      if (of(conversation).live && !holds(conversation, owner)) return false;
      set(conversation, { owner, live: true });
      return true;
    },
    release: async (conversation, owner) => {
      if (!holds(conversation, owner) || open(conversation).length > 0) return false;
      set(conversation, { owner: null, live: false });
      return true;
    },
    abandon: async (conversation, owner) => {
      if (holds(conversation, owner)) set(conversation, { owner: null, live: false });
    },
    next: async (conversation, owner) => {
      if (!holds(conversation, owner)) return null;
      set(conversation, { live: true });
      const entry = open(conversation)[0];
      if (entry === undefined) return null;
      entry.attempts += 1;
      return { entry: entries.indexOf(entry), message: entry.message, memory: of(conversation).memory, attempts: entry.attempts };
    },
    gather: async (taken, conversation, owner) => {
      const entry = entries[taken.entry];
      if (!holds(conversation, owner) || entry === undefined) return taken;
      const parts = open(conversation).filter(
        (other) => entries.indexOf(other) > taken.entry && other.message.album === taken.message.album,
      );
      for (const part of parts) part.recorded = true;
      const all = [entry, ...parts].map(({ message }) => message);
      const text = all
        .map((each) => each.text)
        .filter((said) => said !== '')
        .join('\n');
      if (parts.length > 0) entry.message = { ...entry.message, text, files: all.flatMap(({ files = [] }) => files) };
      return { ...taken, message: entry.message };
    },
    record: async (taken, conversation, owner, result) => {
      const entry = entries[taken.entry];
      if (!holds(conversation, owner) || entry === undefined || entry.recorded) return null;
      entry.recorded = true;
      set(conversation, { memory: result.memory });
      const { channel, person, id } = taken.message;
      return result.replies.map((reply): Delivery => {
        deliveries += 1;
        return { id: deliveries, channel, person, conversation, reply, inReplyTo: id, at: new Date().toISOString(), done: 0 };
      });
    },
    waiting: async (limit) => [...conversations.keys()].filter((id) => !of(id).live && open(id).length > 0).slice(0, limit),
  };
  return {
    inbox,
    expire: async (conversation) => {
      set(conversation, { live: false });
    },
  };
}
