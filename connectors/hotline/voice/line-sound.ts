import { setImmediate as turn } from 'node:timers/promises';
import { Unavailable } from '../../../bot/errors.ts';
import { sniff } from '../../voice/sniff.ts';
import { bytesOfSamples, samplesOf } from '../audio/pcm.ts';
import { createResampler, type Resampler } from '../audio/resample.ts';
import { trimmed } from '../audio/trim.ts';
import { wavHead } from '../audio/wav.ts';

/** So much is worked on at once, then others have their turn: a fifth of a second of sound, a third of a millisecond of work. */
const slice = 8_192;
/** Enough to tell what it is. */
const headBytes = 64;

/**
 * What a voice gives, as a line plays it: a WAV, or bare samples of `bareRate` (null: there is to be a WAV), in 16 bits and mono. Silence before it goes,
 * and that behind it but for a little. Throws `Unavailable` where it is anything else: played all the same, it would be a terrible noise.
 */
export function lineSound(parts: AsyncIterable<Uint8Array>, bareRate: number | null, party: string): AsyncGenerator<Uint8Array> {
  return trimmed(resampled(parts, bareRate, party));
}

async function* resampled(parts: AsyncIterable<Uint8Array>, bareRate: number | null, party: string): AsyncGenerator<Int16Array> {
  let resampler: Resampler | null = null;
  let rest: Uint8Array = new Uint8Array();
  for await (const part of parts) {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part]);
    if (resampler === null) {
      const begun = beginning(rest, bareRate, party);
      if (begun === null) continue;
      resampler = createResampler(begun.rate);
      rest = rest.subarray(begun.start);
    }
    // A sample may be cut in two.
    const whole = rest.length - (rest.length % 2);
    for (let at = 0; at < whole; at += slice) {
      if (at > 0) await turn();
      yield resampler.push(samplesOf(rest.subarray(at, Math.min(at + slice, whole))));
    }
    rest = rest.subarray(whole);
  }
  if (resampler === null) throw new Unavailable(party, { cause: new Error('no sound') });
  yield resampler.end();
}

/** Null: more is needed to tell. */
function beginning(bytes: Uint8Array, bareRate: number | null, party: string): { rate: number; start: number } | null {
  const head = wavHead(bytes);
  if (head === 'more') return null;
  if (head !== 'not') {
    if (head.channels === 1 && head.bits === 16 && head.rate >= 8_000 && head.rate <= 48_000) return head;
    throw new Unavailable(party, { cause: new Error('a WAV of another kind') });
  }
  if (bytes.length < headBytes) return null;
  if (bareRate === null || sniff(bytes) !== null) throw new Unavailable(party, { cause: new Error('a sound of another kind') });
  return { rate: bareRate, start: 0 };
}

/** A pause on a line. */
export function pauseOf(ms: number): Uint8Array {
  return bytesOfSamples(new Int16Array(ms * 8));
}
