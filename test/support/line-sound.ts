/** Sound made for tests, 8,000 samples a second, the same on every run. */
export type Noise = 'clean' | 'white' | 'brown' | 'babble';

const rate = 8_000;

/** Numbers from 0 to 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function tone(hertz: number, seconds: number, size = 8_000, at = rate): Int16Array {
  return Int16Array.from({ length: seconds * at }, (_, n) => Math.round(size * Math.sin((2 * Math.PI * hertz * n) / at)));
}

export function silence(seconds: number): Int16Array {
  return new Int16Array(Math.round(seconds * rate));
}

/** Something like speech: syllables of a voice with formants, some begun by a hiss, with gaps between them. */
export function speech(seconds: number, seed = 1, pitch = 130): Float64Array {
  const random = chance(seed);
  const sound = new Float64Array(seconds * rate);
  for (let at = 0; at < sound.length; ) {
    const formants = [300 + random() * 500, 900 + random() * 1_200, 2_400 + random() * 400];
    const [hiss, length] = [random() < 0.4 ? 400 : 0, Math.round((0.14 + random() * 0.12) * rate)];
    const [low, rise] = [pitch * (0.9 + random() * 0.2), (random() - 0.5) * 0.4];
    for (let n = 0; n < hiss && at + n < sound.length; n += 1) sound[at + n] = (random() - 0.5) * 1_500;
    let angle = 0;
    for (let n = 0; n < length && at + hiss + n < sound.length; n += 1) {
      const f0 = low * (1 + (rise * n) / length);
      angle += (2 * Math.PI * f0) / rate;
      let sum = 0;
      for (let harmonic = 1; harmonic * f0 < 3_400; harmonic += 1) {
        const near = formants.reduce(
          (all, formant, order) => all + Math.exp(-(((harmonic * f0 - formant) / 180) ** 2)) / (order + 1),
          0.02,
        );
        sum += near * Math.sin(harmonic * angle);
      }
      sound[at + hiss + n] = 2_500 * sum * Math.sin((Math.PI * n) / length) ** 0.5;
    }
    at += hiss + length + Math.round((random() < 0.15 ? 0.25 : 0.03 + random() * 0.05) * rate);
  }
  return sound;
}

const made = new Map<string, Float64Array>();

export function noise(kind: Noise, seconds: number, seed = 7): Float64Array {
  const key = `${kind} ${seconds} ${seed}`;
  const sound = made.get(key) ?? noiseOf(kind, seconds, seed);
  made.set(key, sound);
  return sound;
}

function noiseOf(kind: Noise, seconds: number, seed: number): Float64Array {
  const random = chance(seed);
  const length = Math.round(seconds * rate);
  if (kind === 'clean') return new Float64Array(length);
  if (kind === 'babble') {
    const voices = Array.from({ length: 7 }, (_, n) => speech(seconds, seed * 31 + n, 95 + n * 22));
    return new Float64Array(length).map((_, at) => voices.reduce((all, voice) => all + (voice[at] ?? 0), 0));
  }
  let walk = 0;
  return new Float64Array(length).map(() => {
    const step = random() + random() + random() - 1.5;
    walk = walk * 0.995 + step;
    return kind === 'white' ? step : walk;
  });
}

/** The speech at `from` seconds within noise that is so many decibels weaker, as 16-bit samples. */
export function mixed(voice: ArrayLike<number>, from: number, around: Float64Array, decibels: number): Int16Array {
  const power = (sound: ArrayLike<number>) => Array.from(sound).reduce((all, one) => all + one * one, 0) / sound.length;
  const scale = power(around) === 0 ? 0 : Math.sqrt(power(voice) / power(around) / 10 ** (decibels / 10));
  const start = Math.round(from * rate);
  return Int16Array.from(around, (one, at) => {
    const value = one * scale + (at >= start && at < start + voice.length ? (voice[at - start] ?? 0) : 0);
    return Math.max(-32_768, Math.min(32_767, Math.round(value)));
  });
}

/** Frames of 20 ms as a leg tells them. */
export function framesOf(sound: Int16Array): Uint8Array[] {
  const bytes = new Uint8Array(sound.buffer, sound.byteOffset, sound.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 320) }, (_, at) => bytes.slice(at * 320, at * 320 + 320));
}

/** The recorded question of the fixtures, 2.7 s, spoken by espeak-ng at 8 kHz: its samples. */
export function spoken(wav: Uint8Array): Int16Array {
  const data = Buffer.from(wav).indexOf('data') + 8;
  return new Int16Array(wav.slice(data, wav.length - ((wav.length - data) % 2)).buffer);
}
