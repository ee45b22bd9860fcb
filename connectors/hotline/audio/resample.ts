import { lineRate } from './pcm.ts';

/** Sound of another rate at that of a line, as it comes: however it is cut, the samples are the same as of the whole. */
export type Resampler = {
  push(samples: Int16Array): Int16Array;
  /** What the last samples still give. */
  end(): Int16Array;
};

/** `rate`: samples a second, 8,000 to 48,000. The voice band is kept to 3.4 kHz; what a line cannot carry is 60 dB down before it could fold. */
export function createResampler(rate: number): Resampler {
  if (rate === lineRate) return { push: (samples) => samples, end: () => new Int16Array() };
  const { up, down, half, table } = filterFor(rate);
  const taps = half * 2;
  // The samples around the next one to be made; before the first there is silence.
  let held = new Float64Array(half - 1);
  let phase = 0;

  function push(samples: Int16Array): Int16Array {
    const sound = new Float64Array(held.length + samples.length);
    sound.set(held);
    sound.set(samples, held.length);
    const made = new Int16Array(Math.ceil(((sound.length + 1) * up) / down) + 1);
    let count = 0;
    let start = 0;
    for (; start + taps <= sound.length; count += 1) {
      const row = phase * taps;
      let sum = 0;
      for (let tap = 0; tap < taps; tap += 1) sum += (sound[start + tap] ?? 0) * (table[row + tap] ?? 0);
      made[count] = Math.max(-32_768, Math.min(32_767, Math.round(sum)));
      phase += down;
      start += Math.floor(phase / up);
      phase %= up;
    }
    // Where the next step leads past what is there, it is the beginning of what comes that is passed over.
    held = start <= sound.length ? sound.slice(start) : held;
    return made.subarray(0, count);
  }

  return { push, end: () => push(new Int16Array(half)) };
}

type Filter = { up: number; down: number; half: number; table: Float64Array };

const filters = new Map<number, Filter>();
/** Half of the filter, in samples of the line; the middle of its slope, in Hz; Kaiser's β for 60 dB. */
const halfOnLine = 12;
const cutoff = 3_750;
const beta = 5.65;

/** For each of the places between two samples at which a new one may stand, the weights of the samples around it. */
function filterFor(rate: number): Filter {
  const known = filters.get(rate);
  if (known !== undefined) return known;
  const divisor = commonDivisor(rate, lineRate);
  const [up, down] = [lineRate / divisor, rate / divisor];
  const half = Math.ceil((halfOnLine * rate) / lineRate);
  const table = new Float64Array(up * half * 2);
  for (let phase = 0; phase < up; phase += 1) {
    const row = table.subarray(phase * half * 2, (phase + 1) * half * 2);
    for (let tap = 0; tap < row.length; tap += 1) row[tap] = weight(tap - (half - 1) - phase / up, half, (2 * cutoff) / rate);
    const sum = row.reduce((all, one) => all + one, 0);
    for (let tap = 0; tap < row.length; tap += 1) row[tap] = (row[tap] ?? 0) / sum;
  }
  const filter = { up, down, half, table };
  filters.set(rate, filter);
  return filter;
}

/** A sinc under Kaiser's window. */
function weight(distance: number, half: number, band: number): number {
  const angle = Math.PI * distance * band;
  const sinc = distance === 0 ? 1 : Math.sin(angle) / angle;
  const inside = 1 - (distance / half) ** 2;
  return inside <= 0 ? 0 : sinc * bessel(beta * Math.sqrt(inside));
}

/** The modified Bessel function of order 0. */
function bessel(x: number): number {
  let [sum, term] = [1, 1];
  for (let at = 1; term > sum * 1e-9; at += 1) {
    term *= (x / 2 / at) ** 2;
    sum += term;
  }
  return sum;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
