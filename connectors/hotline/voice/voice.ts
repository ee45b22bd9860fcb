import type { Clock, LineVoice, Manner } from '../../../bot/call/line.ts';
import { reasonOf, Unavailable } from '../../../bot/errors.ts';
import type { Language } from '../../../bot/types.ts';
import { type BreakerOptions, createBreaker } from '../breaker.ts';
import type { PromptCache } from './cache.ts';
import { pauseOf } from './line-sound.ts';
import { sentencesOf } from './sentences.ts';

export type NamedVoice = { name: string; voice: LineVoice };

export type LineVoiceOptions = {
  /** The best first; each speaks where those before it cannot. */
  voices: NamedVoice[];
  /** A text as voices read it rightly: figures and short forms in words. */
  prepare(text: string, language: Language): string;
  /** Null: every prompt is spoken anew. Sounds of the first voice alone are kept. */
  cache: PromptCache | null;
  clock: Clock;
  log: BreakerOptions['log'];
};

export type PromptVoice = LineVoice & {
  /**
   * Makes the sounds of fixed prompts ahead, one after the other, at the usual pace; the slow ones are kept when they are first said. Throws
   * `Unavailable` where nothing can speak: they are kept then when they are first said, too.
   */
  warm(prompts: { text: string; language: Language }[], signal: AbortSignal): Promise<void>;
};

const restMs = 30_000;
/** Between sentences: in milliseconds, besides the little that follows each. */
const pauseMs = { usual: 130, slow: 380 };

/** The voice of all calls. A sentence is on its way while the next is not yet made; a voice that fails in the middle of one, another says it again. */
export function createLineVoice({ voices, prepare, cache, clock, log }: LineVoiceOptions): PromptVoice {
  const tried = voices.map(({ name, voice }) => {
    return { voice, breaker: createBreaker({ party: name, failures: 1, restMs, now: () => clock.now(), log }) };
  });

  async function* speak(text: string, manner: Manner, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    let isFirst = true;
    for (const sentence of sentencesOf(prepare(text, manner.language))) {
      if (!isFirst) yield pauseOf(manner.slow ? pauseMs.slow : pauseMs.usual);
      isFirst = false;
      const known = cache?.get(sentence, manner) ?? null;
      if (known === null) yield* say(sentence, manner, signal);
      else yield known;
    }
  }

  async function* say(sentence: string, manner: Manner, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    for (const [order, { voice, breaker }] of tried.entries()) {
      // There is nothing behind the last: it is asked even where it failed just now.
      if (!breaker.allows() && order < tried.length - 1) continue;
      const parts: Uint8Array[] = [];
      try {
        for await (const part of voice.speak(sentence, manner, signal)) {
          parts.push(part);
          yield part;
        }
        signal.throwIfAborted();
        breaker.worked();
      } catch (error) {
        signal.throwIfAborted();
        breaker.failed(error);
        continue;
      }
      if (order === 0) await cache?.keep(sentence, manner, Buffer.concat(parts)).catch(notKept);
      return;
    }
    throw new Unavailable('voice');
  }

  function notKept(error: unknown): void {
    log.warn({ reason: reasonOf(error) }, 'the sound of a prompt could not be kept');
  }

  async function warm(prompts: { text: string; language: Language }[], signal: AbortSignal): Promise<void> {
    if (cache === null) return;
    for (const { text, language } of prompts) {
      const manner = { slow: false, language };
      for (const sentence of sentencesOf(prepare(text, language))) {
        await cache.expect(sentence, { slow: true, language });
        if (await cache.expect(sentence, manner)) continue;
        for await (const part of say(sentence, manner, signal)) void part;
      }
    }
  }

  return { speak, warm };
}
