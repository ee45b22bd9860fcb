import type { Form } from '../forms/form.ts';
import type { Attempts, CallTexts, Dossiers, Meter, Visitor } from '../ports.ts';
import { plainReply } from '../reply.ts';
import type { Choice, Language, Memory, Message, Reply, TurnResult } from '../types.ts';
import type { PhoneMemory } from './phone-memory.ts';

export type PhonePorts = {
  dossiers: Dossiers;
  attempts: Attempts;
  /** The forms that filings go by. */
  forms: Form[];
  /** Null: no text messages are sent from here. */
  texts: CallTexts | null;
  /** Whether somebody who follows a dossier can be told by text message. */
  tellsByText: boolean;
  meter: Meter;
  now: () => Date;
};

/** One message of a caller. `memory` is that of the conversation, without what is the telephone's own. */
export type PhoneTurn = PhonePorts & {
  message: Message;
  text: string;
  byKeys: boolean;
  memory: Memory;
  phone: PhoneMemory;
  language: Language;
  signal: AbortSignal;
  /** What the dialogue says to these words, made fit for the telephone. */
  answer(text: string, change?: { memory?: Partial<Memory>; phone?: Partial<PhoneMemory> }): Promise<TurnResult>;
};

type Asked = {
  phone?: Partial<PhoneMemory>;
  memory?: Partial<Memory>;
  expects?: Reply['expects'];
  choices?: Choice[];
};

/** A question of the telephone's own. The conversation stays as it is. */
export function ask({ memory, phone, language }: PhoneTurn, text: string, { expects, choices = [], ...change }: Asked = {}): TurnResult {
  const reply: Reply = { ...plainReply('asked', text, choices), ...(expects !== undefined && { expects }) };
  return {
    replies: [reply],
    memory: { ...memory, language, offered: choices, ...change.memory, phone: { ...phone, asking: null, menu: [], ...change.phone } },
    notes: [],
    candidates: [],
  };
}

export function visitorOf({ channel, person, network, id }: Message): Visitor {
  return { channel, person, network: network ?? null, message: id };
}

/** A form takes what is said as its answer. */
export function isInForm({ filing, open }: Memory): boolean {
  return filing?.open === true || open !== null;
}
