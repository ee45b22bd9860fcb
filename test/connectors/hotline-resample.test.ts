import { describe, expect, it } from 'vitest';
import { decodeLaw, encodeLaw, type Law } from '../../connectors/hotline/audio/mu-law.ts';
import { bytesOfSamples, samplesOf } from '../../connectors/hotline/audio/pcm.ts';
import { createResampler } from '../../connectors/hotline/audio/resample.ts';
import { trimmed } from '../../connectors/hotline/audio/trim.ts';
import { wavHead, wavOf } from '../../connectors/hotline/audio/wav.ts';
import { chance, silence, tone } from '../support/line-sound.ts';

const rates = [22_050, 24_000, 16_000, 48_000];

/** The whole sound, handed in pieces of these lengths, again and again. */
function resampled(sound: Int16Array, rate: number, lengths = [sound.length]): Int16Array {
  const resampler = createResampler(rate);
  const parts: Int16Array[] = [];
  for (let at = 0, turn = 0; at < sound.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    parts.push(resampler.push(sound.subarray(at, at + length)).slice());
    at += length;
  }
  parts.push(resampler.end());
  return Int16Array.from(parts.flatMap((part) => [...part]));
}

/** Decibels of the middle of a sound against that of another. */
function decibels(sound: Int16Array, against: Int16Array): number {
  const power = (all: Int16Array) => {
    const middle = all.subarray(all.length >> 2, -(all.length >> 2));
    return middle.reduce((sum, one) => sum + one * one, 1) / middle.length;
  };
  return 10 * Math.log10(power(sound) / power(against));
}

describe.each(rates)('sound of %i samples a second on a line', (rate) => {
  const noise = () => {
    const random = chance(rate);
    return Int16Array.from({ length: rate }, () => (random() - 0.5) * 60_000);
  };

  it('lasts as long as before', () => {
    expect(resampled(noise(), rate)).toHaveLength(8_000);
    expect(resampled(tone(500, 0.37, 8_000, rate), rate).length).toBe(Math.ceil((Math.floor(0.37 * rate) * 8_000) / rate));
  });

  it.each([[[1]], [[7, 160, 33]], [[441, 1, 2_048]], [[8_192]]])('is the same however it was cut: %j', (lengths) => {
    expect(resampled(noise(), rate, lengths)).toEqual(resampled(noise(), rate));
  });

  it.each([300, 1_000, 3_000])('keeps what is said: %i Hz', (hertz) => {
    const kept = resampled(tone(hertz, 1, 8_000, rate), rate);
    expect(Math.abs(decibels(kept, tone(hertz, 1)))).toBeLessThan(0.2);
    // Sample by sample the same tone, not one that begins later.
    const expected = tone(hertz, 1);
    for (let at = 2_000; at < 6_000; at += 1) expect(Math.abs((kept[at] ?? 0) - (expected[at] ?? 0))).toBeLessThan(120);
  });

  it.each([4_600, 5_000, 6_000, 7_500])('leaves out what a line cannot carry, which would be heard as another tone: %i Hz', (hertz) => {
    const high = tone(hertz, 1, 16_000, rate);
    expect(decibels(resampled(high, rate), high)).toBeLessThan(-55);
  });

  it('never turns over where it is too loud', () => {
    const square = Int16Array.from({ length: rate }, (_, at) => (Math.floor(at / (rate / 800)) % 2 === 0 ? 32_767 : -32_768));
    const sound = resampled(square, rate);
    const turned = sound.filter((one, at) => Math.abs(one - (sound[at - 1] ?? one)) > 60_000);
    expect(turned).toHaveLength(0);
  });
});

it('is left as it is where it has the rate of a line', () => {
  expect(resampled(tone(1_000, 0.1), 8_000, [33])).toEqual(tone(1_000, 0.1));
});

describe('G.711', () => {
  const pcm = (...samples: number[]) => bytesOfSamples(Int16Array.from(samples));
  const coded = (law: Law, ...samples: number[]) => [...encodeLaw(law, pcm(...samples))];
  const read = (law: Law, ...codes: number[]) => [...samplesOf(decodeLaw(law, Uint8Array.from(codes)))];

  it('has the values of the recommendation: µ-law, of 14 bits', () => {
    // Table 2a of G.711: the first and last value of segments, 4 to a step of ours.
    const table: [number, number][] = [
      [0x80, 8_031],
      [0x8f, 4_191],
      [0x9f, 2_079],
      [0xaf, 1_023],
      [0xbf, 495],
      [0xcf, 231],
      [0xdf, 99],
      [0xef, 33],
      [0xfe, 2],
      [0xff, 0],
    ];
    for (const [code, value] of table) {
      expect(read('mu-law', code, code & 0x7f)).toEqual([value * 4, value === 0 ? 0 : -value * 4]);
      expect(coded('mu-law', value * 4)).toEqual([code]);
    }
    expect(coded('mu-law', 32_767, -32_768)).toEqual([0x80, 0x00]);
  });

  it('has the values of the recommendation: A-law, of 13 bits', () => {
    // Table 1a of G.711, with every second bit turned round: 8 to a step of ours.
    const table: [number, number][] = [
      [0xaa, 4_032],
      [0xa5, 2_112],
      [0xb5, 1_056],
      [0x85, 528],
      [0x95, 264],
      [0xe5, 132],
      [0xf5, 66],
      [0xd4, 3],
      [0xd5, 1],
    ];
    for (const [code, value] of table) {
      expect(read('a-law', code, code & 0x7f)).toEqual([value * 8, -value * 8]);
      expect(coded('a-law', value * 8, -value * 8)).toEqual([code, code & 0x7f]);
    }
    expect(coded('a-law', 0, -1, 32_767, -32_768)).toEqual([0xd5, 0x55, 0xaa, 0x2a]);
  });

  it.each(['mu-law', 'a-law'] as const)('codes what it has read as it was, and is near to any sample: %s', (law) => {
    const codes = Uint8Array.from({ length: 256 }, (_, code) => code);
    const again = encodeLaw(law, decodeLaw(law, codes));
    // µ-law has two zeros.
    expect([...again].filter((code, at) => code !== at)).toEqual(law === 'mu-law' ? [0xff] : []);
    for (let sample = -32_768; sample < 32_768; sample += 97) {
      const [back = 0] = read(law, ...coded(law, sample));
      expect(Math.abs(back - sample)).toBeLessThanOrEqual(Math.max(16, Math.abs(sample) / 30));
    }
  });
});

describe('PCM', () => {
  it('is read from any place in memory, in its own order of bytes', () => {
    const memory = Uint8Array.from([0, 0, 0x01, 0x80, 0xff, 0x7f, 9]);
    expect([...samplesOf(memory.subarray(2, 6))]).toEqual([-32_767, 32_767]);
    // Whose `slice` is a view, as of what a socket gives.
    const odd = Buffer.concat([Buffer.alloc(1), memory]).subarray(1);
    expect([...samplesOf(odd.subarray(2, 6))]).toEqual([-32_767, 32_767]);
    expect([...samplesOf(Uint8Array.from([7, 0x01, 0x80, 0xff, 0x7f]).subarray(1))]).toEqual([-32_767, 32_767]);
    expect([...samplesOf(memory.subarray(2, 7))]).toEqual([-32_767, 32_767]);
  });

  it('loses its silence in front, and most of that behind, not that between', async () => {
    const sound = Int16Array.from([...silence(0.4), ...tone(400, 0.5), ...silence(0.6), ...tone(400, 0.5), ...silence(0.9)]);
    for (const length of [97, 1_000, 30_000]) {
      const parts: Uint8Array[] = [];
      const cut = async function* () {
        for (let at = 0; at < sound.length; at += length) yield sound.subarray(at, at + length);
      };
      for await (const part of trimmed(cut())) parts.push(part.slice());
      const samples = samplesOf(Buffer.concat(parts));
      expect(samples.length).toBeGreaterThan(1.6 * 8_000);
      expect(samples.length).toBeLessThan(1.75 * 8_000);
      expect(Buffer.from(bytesOfSamples(samples)).includes(Buffer.from(bytesOfSamples(sound.subarray(3_201, 15_999))))).toBe(true);
    }
  });

  it('is nothing where it is silence alone', async () => {
    const parts: Uint8Array[] = [];
    for await (const part of trimmed(
      (async function* () {
        yield silence(2);
      })(),
    ))
      parts.push(part);
    expect(parts).toEqual([]);
  });
});

describe('a WAV', () => {
  it('of a line is read as one', () => {
    const wav = wavOf(bytesOfSamples(tone(500, 0.1)));
    expect(wavHead(wav)).toEqual({ rate: 8_000, channels: 1, bits: 16, start: 44 });
    expect(Buffer.from(wav).readUInt32LE(40)).toBe(1_600);
  });

  it('tells its kind as soon as its head is there, whatever length it tells', () => {
    const wav = Buffer.from(wavOf(bytesOfSamples(tone(500, 0.1))));
    wav.writeUInt32LE(0x7ffff000, 40);
    for (let length = 0; length < 44; length += 1) expect(wavHead(wav.subarray(0, length))).toBe('more');
    expect(wavHead(wav.subarray(0, 44))).toMatchObject({ start: 44 });
  });

  it.each([
    ['a page', Buffer.from('<html><body>gateway')],
    ['an Ogg', Buffer.from('OggS\0\0\0\0\0\0\0\0\0\0')],
    [
      'coded sound in a WAV',
      Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVEfmt \x10\0\0\0', 'latin1'), Buffer.from([7, 0]), Buffer.alloc(40)]),
    ],
  ])('is not %s', (_, bytes) => {
    expect(wavHead(bytes)).toBe('not');
  });
});
