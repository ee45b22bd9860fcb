import type { LineVoice, Manner } from '../../bot/call/line.ts';
import { Unavailable } from '../../bot/errors.ts';
import { bytesOfSamples, samplesOf } from '../../connectors/hotline/audio/pcm.ts';
import type { PromptCache } from '../../connectors/hotline/voice/cache.ts';
import { createLineVoice } from '../../connectors/hotline/voice/voice.ts';
import { handClock } from '../fakes/hand-clock.ts';
import { tone } from '../support/line-sound.ts';

export const usual: Manner = { slow: false, language: 'vi' };
export const slow: Manner = { slow: true, language: 'vi' };
export const signal = () => AbortSignal.timeout(20_000);

export async function all(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const got: Uint8Array[] = [];
  for await (const part of parts) got.push(part);
  return Buffer.concat(got);
}

/** How strong a tone is in a sound, from 0 to 1. */
export function strength(pcm: Uint8Array, hertz: number): number {
  const samples = samplesOf(pcm);
  let [a, b, all] = [0, 0, 1];
  samples.forEach((one, at) => {
    a += one * Math.cos((2 * Math.PI * hertz * at) / 8_000);
    b += one * Math.sin((2 * Math.PI * hertz * at) / 8_000);
    all += one * one;
  });
  return (2 * (a * a + b * b)) / (all * samples.length);
}

/** Says a tone for every letter, and counts. */
export function spoken(hertz: number): LineVoice & { said: string[]; fails: boolean; breaks: boolean } {
  const voice = {
    said: [] as string[],
    fails: false,
    breaks: false,
    speak: async function* (text: string, manner: Manner) {
      voice.said.push(manner.slow ? `${text} (slowly)` : text);
      if (voice.fails) throw new Unavailable('it');
      yield Buffer.from(bytesOfSamples(tone(hertz, 0.2)));
      if (voice.breaks) throw new Unavailable('it');
      yield Buffer.from(bytesOfSamples(tone(hertz, text.length / 100)));
    },
  };
  return voice;
}

export function voiced(cache: PromptCache | null = null) {
  const [first, second] = [spoken(500), spoken(1_000)];
  const clock = handClock();
  const told: string[] = [];
  const log = { warn: (about: object) => told.push(`warn ${JSON.stringify(about)}`), info: () => told.push('info') };
  const voices = [
    { name: 'service', voice: first },
    { name: 'espeak-ng', voice: second },
  ];
  const prepare = (text: string, language: string) => (language === 'vi' ? text.replace('UBND', 'ủy ban nhân dân') : text);
  const voice = createLineVoice({ voices, prepare, cache, clock, log });
  return { voice, first, second, clock, told, say: (text: string, manner = usual) => all(voice.speak(text, manner, signal())) };
}
