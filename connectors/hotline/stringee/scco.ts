import type { Manner } from '../../../bot/call/line.ts';

/**
 * Stringee's call control: an array of actions, one after the other; the call ends with the last. Numbers and yes-no go as the samples of Stringee have
 * them, as text, and a waiting time under both of its names, as it is not told which of them counts.
 */
export type Action = { action: 'talk' | 'input' | 'recordMessage' | 'connect' } & Record<string, unknown>;
export type Scco = Action[];

export type Spoken = { text: string; manner: Manner };

/** `bargeIn`: a key ends it and counts for the `input` that follows; nothing else may follow then. */
export function talk({ text, manner }: Spoken, voices: Record<Manner['language'], string>, bargeIn: boolean, loop = 1): Action {
  return { action: 'talk', text, voice: voices[manner.language], speed: manner.slow ? -1 : 0, bargeIn, loop };
}

/** Keys, until so many are there, or the hash, or nothing more for so long. `most` null: as many as come. */
export function input(eventUrl: string, seconds: number, most: number | null): Action {
  const until = most === null ? { submitOnHash: 'true' } : { submitOnHash: 'false', maxDigits: String(most) };
  return { action: 'input', eventUrl, timeout: String(seconds), timeOut: seconds, ...until };
}

/** What is said after the beep, until a silence of so long or the hash. */
export function recordMessage(eventUrl: string, silenceMs: number, mostMs: number): Action {
  const ends = { silenceThresh: 12, silenceTimeout: silenceMs, endOnKey: '#' };
  return { action: 'recordMessage', eventUrl, format: 'wav', beepStart: 'true', timeout: String(mostMs), ...ends };
}

export type Connecting = {
  /** Our number at Stringee. */
  from: string;
  /** A number, or `user:…` for somebody who has Stringee's own app. */
  to: string;
  seconds: number;
  onFailEventUrl: string;
};

export function connect({ from, to, seconds, onFailEventUrl }: Connecting): Action {
  const user = /^user:(.+)$/.exec(to)?.[1];
  const number = user ?? to.replace(/^\+/, '');
  return {
    action: 'connect',
    from: { type: 'external', number: from, alias: from },
    to: { type: user === undefined ? 'external' : 'internal', number, alias: number },
    timeout: seconds,
    continueOnFail: false,
    onFailEventUrl,
    peerToPeerCall: false,
  };
}
