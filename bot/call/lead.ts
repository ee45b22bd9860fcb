import type { Accepted, Calls, Delivery, Meter } from '../ports.ts';
import type { Region } from '../speech/said.ts';
import type { Language, Message, Reply } from '../types.ts';
import type { Office } from './leaving.ts';
import type { CallStart, Clock, Line, LineEvent } from './line.ts';
import type { CallPolicy } from './policy.ts';
import type { CallSystem } from './record.ts';
import { leadStretch } from './stretch.ts';

export type CallLeaderOptions = {
  calls: Pick<Calls, 'begin' | 'keepNext' | 'ended'>;
  /** Resolves once the message is durable. */
  receive(message: Message): Promise<Accepted>;
  policy: CallPolicy;
  /** To whom callers are put through: an extension or a queue by the operator's name for it. */
  person: string;
  office(language: Language): Office;
  /** Words likely to be said. */
  hints: string[];
  region: Region;
  /** What the operator adds to the greeting; null: nothing. */
  notice: string | null;
  meter: Meter;
  /** True time: the clock of a stretch may stand still while the far end has the word. */
  clock: Clock;
  /** What could not be done, by its name: nothing of the call but its id. */
  failed(what: string, call: string, error: unknown): void;
};

/** One stretch of a call with the assistant: what brings it, and how it is recorded where the operator wants that. */
export type Stretch = {
  system: CallSystem;
  start: CallStart;
  line: Line;
  clock: Clock;
  /** Milliseconds from the begin of the call to its first sound; null: none yet. */
  firstAudioMs(): number | null;
  recorder: { start(): void; told(reply: Reply): void; stop(): Promise<void> } | null;
};

/** What the line's events go to. */
export type Led = {
  heard(event: LineEvent): void;
  /** An answer of the assistant is to come. */
  waits(): boolean;
  /** A piece could not be spoken. */
  lost(): void;
};

export type CallLeader = {
  lead(stretch: Stretch): Led;
  /** Says a reply to who it is for, once. False: this process has no such call. */
  answer(delivery: Pick<Delivery, 'id' | 'person' | 'reply'>): boolean;
  /** Says sorry in all calls, and puts them through. */
  letGo(): void;
  /** Whose calls this process has. */
  people(): string[];
};

/** What answers of the assistant go to. */
export type Present = { answer(delivery: Pick<Delivery, 'id' | 'reply'>): void; letGo(): void };

/** Leads the calls of this process: each its own session, its messages those of any other channel. */
export function createCallLeader(options: CallLeaderOptions): CallLeader {
  const present = new Map<string, Present>();

  return {
    lead: (stretch) =>
      leadStretch({
        ...options,
        stretch,
        known: (person, call) => {
          present.set(person, call);
          // A stretch that is heard of late must not take away the one that follows it.
          return () => {
            if (present.get(person) === call) present.delete(person);
          };
        },
      }),
    answer: ({ person, id, reply }) => {
      const call = present.get(person);
      call?.answer({ id, reply });
      return call !== undefined;
    },
    letGo: () => {
      for (const call of present.values()) call.letGo();
    },
    people: () => [...present.keys()],
  };
}
