import type { Clock, HeardOnLine, LineEars } from '../../bot/call/line.ts';
import type { Speech } from '../speech.ts';
import { heardOf } from '../voice/heard.ts';
import { msOf } from './audio/pcm.ts';
import { wavOf } from './audio/wav.ts';
import { type BreakerOptions, createBreaker } from './breaker.ts';

export type LineEarsOptions = {
  speech: Pick<Speech, 'transcribe'>;
  clock: Clock;
  log: BreakerOptions['log'];
  /** An utterance that was not understood by then is not any more; 6 s. */
  limitMs?: number;
};

/** Where no service is set. */
export const noEars: LineEars = { hear: async () => ({ kind: 'down' }) };

const failures = 3;
const restMs = 30_000;

/** Utterances heard by a speech service. One for all calls: an outage that one call has found out is not waited for by the others. */
export function createLineEars({ speech, clock, log, limitMs = 6_000 }: LineEarsOptions): LineEars {
  const breaker = createBreaker({ party: 'speech-to-text', failures, restMs, now: () => clock.now(), log });
  return {
    hear: async (pcm, { hints, language }, signal) => {
      if (!breaker.allows()) return { kind: 'down' };
      const late = new AbortController();
      const inTime = clock.after(limitMs, () => late.abort());
      try {
        const sound = { bytes: wavOf(pcm), name: 'call.wav', type: 'audio/wav' };
        const transcript = await speech.transcribe(sound, { language, words: hints }, AbortSignal.any([signal, late.signal]));
        breaker.worked();
        const heard: HeardOnLine = transcript === null ? { kind: 'none' } : heardOf(transcript, msOf(pcm) / 1_000);
        return heard.kind === 'heard' && isEcho(heard.text, hints) ? { kind: 'none' } : heard;
      } catch (error) {
        // Who has hung up says nothing about the service.
        if (!signal.aborted) breaker.failed(error);
        return { kind: 'down' };
      } finally {
        inTime();
      }
    },
  };
}

/** Nobody says so many of them in a row, and nothing else. */
const echoed = 3;

/** Whisper's kind gives back what it was told where it hears noise. */
function isEcho(text: string, hints: string[]): boolean {
  let rest = text.toLowerCase();
  let found = 0;
  for (const hint of hints.map((one) => one.toLowerCase()).sort((one, other) => other.length - one.length)) {
    if (!rest.includes(hint)) continue;
    found += 1;
    rest = rest.replaceAll(hint, ' ');
  }
  return found >= echoed && !/[\p{L}\p{N}]/u.test(rest);
}
