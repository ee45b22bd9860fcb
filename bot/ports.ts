import type { Dossier, LookUp } from './dossier-types.ts';
import type { Explanation, Faq, Hit, Memory, Message, Reply, StoredProcedure, TurnResult } from './types.ts';

/** What the assistant reads of the knowledge base. Every method may throw `Unavailable`. */
export type Library = {
  /** Public procedures for a question, best first; empty when no word of it is known. */
  search(question: string, limit: number, signal: AbortSignal): Promise<Hit[]>;
  /** The current version of one procedure, or null. Internal procedures are never returned. */
  procedure(id: string, signal: AbortSignal): Promise<StoredProcedure | null>;
  /** All public procedures with this code (a code is not a key), most general first. */
  byCode(code: string, signal: AbortSignal): Promise<StoredProcedure[]>;
  explanation(code: string, signal: AbortSignal): Promise<Explanation | null>;
  /** A checked answer and the record that its facts come from, only when the question is as good as the same. */
  faq(question: string, signal: AbortSignal): Promise<{ faq: Faq; stored: StoredProcedure } | null>;
};

/** One system that holds dossiers. A missing dossier is null; a source that is down throws `Unavailable`. */
export type DossierSource = {
  find(code: string, signal: AbortSignal): Promise<Dossier | null>;
};

/** All sources together, with what they said last. */
export type Dossiers = {
  lookUp(code: string, signal: AbortSignal): Promise<LookUp>;
};

/** Who writes, for counting tries and for sending notices. `message` is the id of the message at hand: what it does happens once. */
export type Visitor = { channel: string; person: string; network: string | null; message: string };

/** Whether a secret may be tried: `left` tries until it is locked, or locked until a time (ISO 8601). */
export type Door = { kind: 'open'; left: number } | { kind: 'locked'; until: string };

/** Wrong tries and look-ups, counted per person, per code and per network address for 15 minutes, by all replicas together. */
export type Attempts = {
  /** The door before a try. */
  door(visitor: Visitor, code: string): Promise<Door>;
  /** Counts a wrong try, once for each message. */
  wrong(visitor: Visitor, code: string): Promise<Door>;
  /** Forgets this person's wrong tries at this code. */
  right(visitor: Visitor, code: string): Promise<void>;
  /** Counts a look-up; locked for who asks for too many different codes. */
  lookedUp(visitor: Visitor, code: string): Promise<Door>;
};

/** Counters for the operator. Labels are words of ours, never of a citizen. */
export type Meter = { count(event: string, labels?: Record<string, string>): void };

export type Accepted = { kind: 'accepted' | 'repeated'; conversation: string };

/** A message taken from the inbox under the lease of its conversation. */
export type Taken = { entry: number; message: Message; memory: Memory | null; attempts: number };

/** The durable inbox: accepted before acknowledged, one person in order, once for each message id. */
export type Inbox = {
  /** `shown` is what the history keeps: the text with personal numbers masked. */
  accept(message: Message, shown: string): Promise<Accepted>;
  /** The lease of one conversation for `owner` (30 s), or false while another holds it. */
  lease(conversation: string, owner: string): Promise<boolean>;
  /** False when the lease was lost, or when more messages wait: then the holder goes on. */
  release(conversation: string, owner: string): Promise<boolean>;
  /** Gives the lease up whatever waits: a process that stops leaves the rest to the others at once. */
  abandon(conversation: string, owner: string): Promise<void>;
  /** The oldest message of the conversation without a recorded turn, or null; also null when the lease was lost. Counts the attempt and renews the lease. */
  next(conversation: string, owner: string): Promise<Taken | null>;
  /**
   * ONE transaction: turn, memory, notes for staff and replies to deliver. Returns the recorded deliveries, or null when the lease was
   * lost or the turn is recorded already: then nothing is written and nothing may be sent.
   */
  record(taken: Taken, conversation: string, owner: string, result: TurnResult, ms: number): Promise<Delivery[] | null>;
  /** Conversations with messages that wait and that nobody holds. */
  waiting(limit: number): Promise<string[]>;
};

/** One reply on its way to one person. `id` rises in a conversation: a channel may drop what it has sent. */
export type Delivery = { id: number; channel: string; person: string; conversation: string; reply: Reply; inReplyTo: string; at: string };

/** Replies recorded but not yet delivered, taken under a lease so that one replica sends each. */
export type Outbox = {
  due(channels: string[], owner: string, limit: number): Promise<Delivery[]>;
  delivered(id: number): Promise<void>;
  failed(id: number, reason: string): Promise<void>;
};

/** One side of what was said, for the history that a page shows on reload. Personal numbers are masked. */
export type HistoryEntry = { id: number; from: 'citizen' | 'assistant'; messageId: string; text: string; reply: Reply | null; at: string };

export type History = {
  /** Oldest first: with `after` 0 the newest entries, else the next ones above that id; `limit` at most. */
  read(channel: string, person: string, after: number, limit: number): Promise<HistoryEntry[]>;
  /** The newest entry id of each of these people, where there is one. */
  newest(channel: string, persons: string[]): Promise<Map<string, number>>;
  /** Deletes the conversation with all that was said. A petition stays with staff, without the person. */
  forget(channel: string, person: string): Promise<void>;
};

/** A way to a citizen. `send` resolves when the reply is handed over for good; a throw means: try again later. */
export type Channel = {
  name: string;
  send(delivery: Delivery, signal: AbortSignal): Promise<void>;
};
