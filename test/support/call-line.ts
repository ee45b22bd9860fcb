import { setImmediate as turn } from 'node:timers/promises';
import type { HeardOnLine, LineEars, LineEvent, LineVoice, Listening, Manner } from '../../bot/call/line.ts';
import { Unavailable } from '../../bot/errors.ts';
import { openFvad } from '../../connectors/hotline/audio/fvad.ts';
import { createVad, type Vad } from '../../connectors/hotline/audio/vad.ts';
import { createLine, type LineOptions } from '../../connectors/hotline/line.ts';
import { handClock } from '../fakes/hand-clock.ts';
import { fakeLeg } from '../fakes/leg.ts';
import { framesOf, mixed, noise, silence, speech, tone } from './line-sound.ts';

const fvad = await openFvad();

/** A sense of voices, of one call. */
export const vadOf = () => createVad(fvad());

export const usual: Manner = { slow: false, language: 'vi' };
export const listening: Listening = { hints: ['khai sinh'], language: 'vi', endMs: 700 };
/** Words of so many seconds within the quiet noise of a line, with a second before and one and a half behind. */
export const words = (seconds: number, seed = 1) => mixed(speech(seconds, seed), 1, noise('white', seconds + 2.5), 30);
export const hush = (seconds: number) => Int16Array.from(noise('white', seconds), (one) => one * 20);
export const quiet = (seconds: number) => silence(seconds);

/** "3 a" is spoken for three seconds, in parts of a tenth; "? a" cannot be spoken, and "1? a" only for its first second. */
export const tones: LineVoice = {
  speak: async function* (text, _, signal) {
    const [, seconds = '0', breaks = ''] = /^(\d*)(\??)/.exec(text) ?? [];
    for (let part = 0; part < Number(seconds) * 10; part += 1) {
      signal.throwIfAborted();
      yield Buffer.from(tone(440, 0.1).buffer);
    }
    if (breaks !== '') throw new Unavailable('voice');
  },
};

/** A line between a fake leg, scripted ears and the voice above, with the time of a call going by in frames. */
export function opened(change: Partial<LineOptions> = {}, answers: HeardOnLine[] = []) {
  const far = fakeLeg();
  const clock = handClock();
  const told: string[] = [];
  const asked: { ms: number; listening: Listening; signal: AbortSignal }[] = [];
  const lost: string[] = [];
  const ears: LineEars = {
    hear: async (pcm, how, signal) => {
      asked.push({ ms: pcm.length / 16, listening: how, signal });
      return answers.shift() ?? { kind: 'none' };
    },
  };
  const made = { leg: far.leg, voice: tones, ears, vad: vadOf(), clock, bargeInMs: 300, tell: (what: string) => lost.push(what) };
  const line = createLine({ ...made, ...change });
  line.open((event) => told.push(named(event)));
  line.listen(listening);

  /** The caller is heard for so long; null: nothing comes from there. */
  async function pass(sound: Int16Array | null, seconds = 0): Promise<void> {
    const frames = sound === null ? Array.from({ length: seconds * 50 }, () => null) : framesOf(sound);
    await turn();
    for (const frame of frames) {
      far.pass(frame);
      clock.pass(20);
      await turn();
    }
  }
  return { ...far, orders: far.told, line, pass, told, asked, lost, clock };
}

export function named(event: LineEvent): string {
  switch (event.kind) {
    case 'key':
      return `key ${event.key}`;
    case 'said':
      return `said ${event.piece}`;
    case 'heard':
      return `heard ${event.utterance} ${event.heard.kind === 'heard' ? event.heard.text : event.heard.kind}`;
    case 'closed':
      return 'closed';
    default:
      return `${event.kind} ${event.utterance}`;
  }
}

/** A far end whose caller says nothing for three seconds. */
export function fakeAndPass() {
  const far = fakeLeg();
  const pass = async () => {
    for (let frame = 0; frame < 150; frame += 1) {
      await turn();
      far.pass(null);
    }
  };
  return { leg: far.leg, pass, heard: far.heard };
}

export const noEars: LineEars = { hear: async () => ({ kind: 'down' }) };

/** A sense for voice that tells when it is given back. */
export function freed(tell: () => void): Vad {
  const vad = vadOf();
  return {
    ...vad,
    free: () => {
      vad.free();
      tell();
    },
  };
}
