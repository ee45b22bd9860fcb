import type { Meter, TextToSpeech } from '../../bot/ports.ts';
import { voiceLimits } from '../../bot/voice-types.ts';
import type { Speech } from '../speech.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import { secondsOf } from './length.ts';
import { sniff } from './sniff.ts';

export type MouthOptions = { speech: Pick<Speech, 'speak'>; ffmpeg: Ffmpeg | null; meter: Meter; limitMs: number };

const mostKept = 50;

/** Answers spoken by a speech service, each once: a reply that is tried again is not paid for again. Whatever goes wrong, there is then no voice. */
export function createMouth({ speech, ffmpeg, meter, limitMs }: MouthOptions): TextToSpeech {
  const kept = new Map<number, Promise<Uint8Array | null>>();

  async function make(text: string, signal: AbortSignal): Promise<Uint8Array | null> {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
    const made = await speech
      .speak(text, limited)
      .then((bytes) => opusOf(bytes, ffmpeg, limited))
      .catch(() => null);
    meter.count('voice', { result: made === null ? 'unspoken' : 'spoken' });
    return made;
  }

  return {
    speak: async (delivery, text, signal) => {
      const before = kept.get(delivery);
      if (before !== undefined) return before;
      const making = make(text, signal);
      kept.set(delivery, making);
      for (const [oldest] of kept) {
        if (kept.size <= mostKept) break;
        kept.delete(oldest);
      }
      return making;
    },
  };
}

/** As messengers show voice notes, and no longer than one listens; services may hand out another format than they were asked for. */
async function opusOf(bytes: Uint8Array, ffmpeg: Ffmpeg | null, signal: AbortSignal): Promise<Uint8Array | null> {
  const container = sniff(bytes);
  if (container === null) return null;
  const opus = container === 'ogg-opus' ? bytes : ((await ffmpeg?.toOpus(bytes, container, voiceLimits.answer + 1, signal)) ?? null);
  const seconds = opus === null ? null : secondsOf(opus, 'ogg-opus');
  return seconds !== null && seconds <= voiceLimits.answer ? opus : null;
}
