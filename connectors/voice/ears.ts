import type { Heard, SpeechToText } from '../../bot/ports.ts';
import { voiceLimits } from '../../bot/voice-types.ts';
import type { Sound, Speech } from '../speech.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import { heardOf } from './heard.ts';
import { secondsOf } from './length.ts';
import { type Container, sniff } from './sniff.ts';

export type EarsOptions = {
  speech: Pick<Speech, 'transcribe'>;
  /** Null: it is not installed, and what services do not take as it is cannot be heard. */
  ffmpeg: Ffmpeg | null;
};

type Ready = { kind: 'ready'; sound: Sound; seconds: number };

/** Voice notes heard by a speech service: looked at first, so that it gets no more than a minute of what really is sound. */
export function createEars({ speech, ffmpeg }: EarsOptions): SpeechToText {
  return {
    hear: async (note, hints, signal) => {
      if (note.length > voiceLimits.bytes) return { kind: 'unfit', why: 'too-big' };
      const ready = await readyFor(note, ffmpeg, signal);
      if (ready.kind !== 'ready') return ready;
      if (ready.seconds < shortest) return { kind: 'none' };
      const transcript = await speech.transcribe(ready.sound, hints, signal);
      return transcript === null ? broken : heardOf(transcript, ready.seconds);
    },
  };
}

const broken: Heard = { kind: 'unfit', why: 'no-sound' };
/** A slip of the finger, in seconds. */
const shortest = 0.3;
/** Phones stop a second late. */
const longest = voiceLimits.seconds + 1;
const direct: Partial<Record<Container, Pick<Sound, 'name' | 'type'>>> = {
  'ogg-opus': { name: 'note.ogg', type: 'audio/ogg' },
  mp3: { name: 'note.mp3', type: 'audio/mpeg' },
  wav: { name: 'note.wav', type: 'audio/wav' },
};

async function readyFor(note: Uint8Array, ffmpeg: Ffmpeg | null, signal: AbortSignal): Promise<Ready | Heard> {
  const container = sniff(note);
  if (container === null) return broken;
  const seconds = secondsOf(note, container);
  if (seconds !== null && seconds > longest) return { kind: 'unfit', why: 'too-long' };
  const named = direct[container];
  if (named !== undefined) return seconds === null ? broken : { kind: 'ready', sound: { bytes: note, ...named }, seconds };
  const wav = (await ffmpeg?.toWav(note, container, longest + 1, signal)) ?? null;
  signal.throwIfAborted();
  const length = wav === null ? null : secondsOf(wav, 'wav');
  if (wav === null || length === null) return broken;
  if (length > longest) return { kind: 'unfit', why: 'too-long' };
  return { kind: 'ready', sound: { bytes: wav, name: 'note.wav', type: 'audio/wav' }, seconds: length };
}
