import type { Logger } from 'pino';
import type { MessageFile } from '../../bot/paper-types.ts';
import type { Channel, Drafts, History, Meter, Pace } from '../../bot/ports.ts';
import type { Message } from '../../bot/types.ts';

/** What a channel is made from, in this suite as in the application. `receive` resolves when the message is durable. */
export type Parts = {
  receive(message: Message): Promise<unknown>;
  pace: Pace;
  drafts: Drafts;
  history: History;
  meter: Meter;
  log: Logger;
};

/** One running server of ours, joined to the platform. `fetch`: the bytes of a file that came with a message, where files can come. */
export type Joined = {
  channel: Channel;
  fetch?: (from: { channel: string; person: string }, file: MessageFile, signal: AbortSignal) => Promise<Uint8Array | null>;
  close(): Promise<void>;
};

/** One message as a person sees it at the platform: markup turned into what it looks like, links as `words: address`. */
export type Seen = { text: string; buttons: string[]; file: { name: string; bytes: Uint8Array } | null };

/** Somebody at the platform. Every method resolves when our server has acknowledged what the platform told it. */
export type Person = {
  say(text: string): Promise<void>;
  /** Taps the button with this label below the newest message that has it. */
  tap?(label: string): Promise<void>;
  attach?(name: string, bytes: Uint8Array): Promise<void>;
  /** The platform tells our server once more what this person did last, as it was. */
  repeat(): Promise<void>;
  /** Two messages whose webhooks arrive the other way round. */
  swapped?(first: string, second: string): Promise<void>;
  /** All that arrived for this person, the oldest first. */
  seen(): Promise<Seen[]>;
};

/** A platform that outlives our servers, and what it can be made to do. What is not there is not tried. */
export type Platform = {
  /** The longest text that it takes in one message; null: any. */
  longest: number | null;
  /** True where a filing's files arrive as files. */
  files: boolean;
  join(parts: Parts): Promise<Joined>;
  person(): Person;
  /** The next calls of ours are answered so: too many (with the shortest wait that it knows), or a fault of its own (5xx). */
  answers?(how: 'too-many' | 'broken', times: number): void;
  /** This person takes nothing from us any more. */
  blocks?(person: Person): void;
  close(): Promise<void>;
};

export type PlatformFactory = () => Promise<Platform>;
