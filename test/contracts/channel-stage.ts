import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import pino from 'pino';
import { type Assistant, createAssistant } from '../../bot/assistant.ts';
import type { Dialog } from '../../bot/dialog.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { NotDelivered, Outbox } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import type { Choice, Reply } from '../../bot/types.ts';
import { pickOf } from '../../bot/understand/understand.ts';
import { createHistory } from '../../knowledge/conversations.ts';
import { createInbox } from '../../knowledge/inbox.ts';
import { createOutbox } from '../../knowledge/outbox.ts';
import { createPace } from '../../knowledge/pace.ts';
import type { Joined, Parts, Person, Platform, Seen } from './channel-world.ts';

/** A platform, a database, and servers of ours that come and go between them. */
export type Stage = {
  platform: Platform;
  pool: pg.Pool;
  /** What the dialogue heard, in order, choices as what they say. */
  heard: string[];
  /** The bytes of files that came in. */
  files: Uint8Array[];
  /** What became of tries that did not arrive. */
  troubles: NotDelivered[];
  /** A server that takes messages in and dies before it answers. */
  startDoomed(): Promise<void>;
  /** A server that answers. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Everything seen by a person once so many messages are there, and a moment later: what comes too often shows. */
  sees(person: Person, count: number, hurry?: boolean): Promise<Seen[]>;
  /** Everything seen once the last of it, text or buttons, holds this. */
  seesLast(person: Person, text: string): Promise<Seen[]>;
  close(): Promise<void>;
};

export const pdf = new TextEncoder().encode('%PDF-1.4 tờ khai');
export const sentences = Array.from({ length: 240 }, (_, at) => `Câu thứ ${at + 1} của một câu trả lời rất dài.`);
export const few: Choice[] = ['Lệ phí', 'Nơi nộp', 'Giấy tờ'].map((label) => ({ label, say: `hỏi ${label}` }));
export const many: Choice[] = Array.from({ length: 12 }, (_, at) => ({
  label: `Thủ tục ${String.fromCharCode(97 + at)}`,
  say: `chọn ${String.fromCharCode(97 + at)}`,
}));

export type StageOptions = { pool: pg.Pool; platform: Platform; patienceMs?: number };

export function openStage({ pool, platform, patienceMs = 15_000 }: StageOptions): Stage {
  const stage = { heard: [] as string[], files: [] as Uint8Array[], troubles: [] as NotDelivered[] };
  let running: { joined: Joined; assistant: Assistant | null } | null = null;

  const dialog: Dialog = async (message, memory, signal) => {
    const said = pickOf(message.text, memory.offered)?.say ?? message.text;
    stage.heard.push(said);
    for (const file of message.files ?? []) {
      const bytes = await running?.joined.fetch?.({ channel: message.channel, person: message.person }, file, signal);
      if (bytes) stage.files.push(Uint8Array.from(bytes));
    }
    const reply = replyTo(said);
    return { replies: [reply], memory: { ...emptyMemory, ...memory, offered: reply.choices }, notes: [], candidates: [] };
  };

  async function join(receive: Parts['receive']): Promise<Joined> {
    const drafts = { file: async () => ({ name: 'to-khai.pdf', type: 'application/pdf', bytes: pdf }) };
    const log = pino({ level: 'silent' });
    return platform.join({ receive, pace: createPace({ pool }), drafts, history: createHistory(pool), meter: { count: () => {} }, log });
  }

  const start = async () => {
    const later = Promise.withResolvers<Assistant>();
    const joined = await join(async (message) => (await later.promise).receive(message));
    const outbox = heardOutbox(createOutbox(pool), stage.troubles);
    const log = pino({ level: 'silent' });
    const assistant = createAssistant({ inbox: createInbox(pool), outbox, dialog, channels: [joined.channel], log, replica: randomUUID() });
    running = { joined, assistant };
    assistant.start();
    later.resolve(assistant);
  };
  const stop = async () => {
    await running?.joined.close();
    await running?.assistant?.stop();
    running = null;
  };

  async function until(person: Person, is: (seen: Seen[]) => boolean, hurry: boolean): Promise<Seen[]> {
    for (const end = performance.now() + patienceMs; ; await wait(20)) {
      const seen = await person.seen();
      if (is(seen) || performance.now() > end) break;
      if (hurry) await pool.query('update outbox set due_at = now() where attempts > 0');
    }
    await wait(150);
    return person.seen();
  }

  return {
    ...stage,
    pool,
    platform,
    start,
    stop,
    startDoomed: async () => {
      const inbox = createInbox(pool);
      running = { joined: await join((message) => inbox.accept(message, message.text)), assistant: null };
    },
    sees: (person, count, hurry = false) => until(person, (seen) => seen.length >= count, hurry),
    seesLast: (person, text) => until(person, (seen) => wordsOf(seen.at(-1)).includes(text), false),
    close: async () => {
      await stop();
      await platform.close();
    },
  };
}

function wordsOf(seen: Seen | undefined): string {
  return seen === undefined ? '' : [seen.text, ...seen.buttons].join('\n');
}

/** What this dialogue says to what. Everything else is said back. */
function replyTo(said: string): Reply {
  if (said === 'dài') return plainReply('answered', `${sentences.join(' ')}\nHết.`);
  if (said === 'chọn ít') return plainReply('asked', 'Bạn hỏi gì?', few);
  if (said === 'chọn nhiều') return plainReply('asked', 'Thủ tục nào?', many);
  if (said === 'đậm') return plainReply('answered', 'Phí: **Miễn phí** & <không> mất gì.');
  if (said === 'tệp') {
    const files: Reply['files'] = [{ kind: 'pdf', label: 'Tờ khai (PDF)', name: 'to-khai.pdf', case: randomUUID() }];
    return { ...plainReply('filing', 'Tờ khai đã xong.'), files };
  }
  return plainReply('answered', `nghe: ${said}`);
}

function heardOutbox(outbox: Outbox, troubles: NotDelivered[]): Outbox {
  return {
    ...outbox,
    notDelivered: async (id, what) => {
      troubles.push(what);
      await outbox.notDelivered(id, what);
    },
  };
}
