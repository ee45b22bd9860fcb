import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Fvad, openFvad } from '../../connectors/hotline/audio/fvad.ts';
import { samplesOf } from '../../connectors/hotline/audio/pcm.ts';
import { createUtterances, type UtteranceEvent } from '../../connectors/hotline/audio/utterance.ts';
import { createVad } from '../../connectors/hotline/audio/vad.ts';
import { framesOf, mixed, type Noise, noise, silence, speech, spoken, tone } from '../support/line-sound.ts';

let fvad: () => Fvad;
beforeAll(async () => {
  fvad = await openFvad();
});

type Told = { kind: 'open' | UtteranceEvent['kind']; at: number; ms: number };

/** What comes of a sound: when, in seconds, and how long what was said is. */
function listened(sound: Int16Array, { bargeInMs = 300, endMs = 700, raiseDb = 0 } = {}): { told: Told[]; isOpen: boolean } {
  const vad = createVad(fvad());
  const utterances = createUtterances(bargeInMs);
  const told: Told[] = [];
  for (const [index, frame] of framesOf(sound).entries()) {
    const wasOpen = utterances.isOpen();
    const event = utterances.next(frame, vad.isVoice(samplesOf(frame), raiseDb), endMs);
    const at = Math.round((index + 1) * 20) / 1_000;
    if (!wasOpen && utterances.isOpen()) told.push({ kind: 'open', at, ms: 0 });
    if (event !== null) told.push({ kind: event.kind, at, ms: event.kind === 'ended' ? event.pcm.length / 16 : 0 });
  }
  vad.free();
  return { told, isOpen: utterances.isOpen() };
}

const recorded = () => spoken(readFileSync(join(import.meta.dirname, '../fixtures/voice/can-cuoc.wav')));
const voices: [string, () => ArrayLike<number>][] = [
  ['made of formants', () => speech(3.7)],
  ['a recorded question', recorded],
];
const around: [Noise, number][] = [
  ['clean', 20],
  ['white', 20],
  ['white', 10],
  ['brown', 20],
  ['brown', 10],
];

describe.each(voices)('speech in noise: %s', (_, voice) => {
  const length = voice().length / 8_000;

  it.each(around.flatMap(([kind, decibels]) => [7, 8, 9].map((seed) => [kind, decibels, seed] as const)))(
    'begins with the voice, once, and ends behind it: %s at %i dB (%i)',
    (kind, decibels, seed) => {
      const { told, isOpen } = listened(mixed(voice(), 5, noise(kind, 14, seed), decibels));
      expect(told.map((event) => event.kind)).toEqual(['open', 'voice', 'ended']);
      expect(isOpen).toBe(false);
      const [open, interrupts, ended] = told;
      expect(open?.at).toBeGreaterThanOrEqual(5.06);
      expect(open?.at).toBeLessThan(5.2);
      expect(interrupts?.at).toBeLessThan(5.5);
      // The silence that ends it, 700 ms, is counted from the last voice in it.
      expect(ended?.at).toBeGreaterThan(5 + length + 0.3);
      expect(ended?.at).toBeLessThan(5 + length + 0.9);
      expect(ended?.ms).toBeGreaterThan(length * 1_000);
    },
  );

  it.each([7, 8, 9])('is heard over voices in the background, which may be taken for speech themselves: babble at 20 dB (%i)', (seed) => {
    const { told } = listened(mixed(voice(), 5, noise('babble', 14, seed), 20));
    const open = told.findIndex(({ kind, at }) => kind === 'open' && at >= 5.06 && at < 5.2);
    expect(told.slice(open, open + 3).map(({ kind }) => kind)).toEqual(['open', 'voice', 'ended']);
    expect(told[open + 2]?.at).toBeLessThan(5 + length + 0.9);
  });
});

describe('noise alone', () => {
  it.each(['clean', 'white', 'brown'] as const)('is never speech, from the first frame on: %s', (kind) => {
    const loud = noise(kind, 20, 3).map((one) => one * (kind === 'white' ? 4_000 : 150));
    expect(listened(Int16Array.from(loud))).toEqual({ told: [], isOpen: false });
  });

  it('may become louder: that is not speech for ever', () => {
    const [before, after] = [noise('white', 5, 3).map((one) => one * 200), noise('white', 10, 4).map((one) => one * 4_000)];
    expect(listened(Int16Array.from([...before, ...after])).isOpen).toBe(false);
  });

  it('may be a tone that holds on: it ends', () => {
    const { told, isOpen } = listened(Int16Array.from([...silence(3), ...tone(425, 12)]));
    expect(isOpen).toBe(false);
    for (const { kind, at } of told) if (kind === 'ended') expect(at).toBeLessThan(7);
  });
});

describe('an utterance', () => {
  const said = () => mixed(speech(1.2), 1, noise('white', 4), 30);

  it('has what was said before it was noticed, and little of the silence behind', () => {
    const { told } = listened(said());
    const [length] = told.flatMap(({ kind, ms }) => (kind === 'ended' ? [ms] : []));
    expect(length).toBeGreaterThanOrEqual(1_200 + 200);
    expect(length).toBeLessThanOrEqual(1_200 + 300 + 240);
  });

  it('ends after as long a silence as is asked for', () => {
    const ends = [500, 700, 1_500].map((endMs) => listened(said(), { endMs }).told.at(-1)?.at ?? 0);
    expect(ends.map((at) => Math.round((at - (ends[0] ?? 0)) * 1_000))).toEqual([0, 200, 1_000]);
  });

  it('interrupts after as long a voice as is asked for', () => {
    const starts = [300, 500].map((bargeInMs) => listened(said(), { bargeInMs }).told.find(({ kind }) => kind === 'voice')?.at ?? 0);
    expect(starts[0]).toBeGreaterThanOrEqual(1.3);
    expect(starts[0]).toBeLessThan(1.45);
    expect(starts[1]).toBeGreaterThanOrEqual(1.5);
  });

  it.each([40, 100])('is none where it lasts %i ms: a click, a breath', (ms) => {
    const click = mixed(speech(1, 4).slice(800, 800 + ms * 8), 2, noise('white', 5), 20);
    expect(listened(click).told.filter(({ kind }) => kind !== 'open')).toEqual([]);
  });

  it('may be a short word, which interrupts nothing', () => {
    const word = mixed(speech(1, 4).slice(0, 1_800), 2, noise('white', 5), 20);
    expect(listened(word).told.map(({ kind }) => kind)).toEqual(['open', 'ended']);
  });

  it('is cut after twenty seconds, and what is said on is the next', () => {
    const { told } = listened(mixed(speech(27), 1, noise('white', 30), 30));
    const ends = told.filter(({ kind }) => kind === 'ended');
    expect(ends[0]?.at).toBeGreaterThan(20.5);
    expect(ends[0]?.at).toBeLessThan(21.5);
    expect(ends).toHaveLength(2);
    expect(ends.reduce((all, { ms }) => all + ms, 0)).toBeGreaterThan(26_500);
  });

  it('goes on over a gap in which no frames come', () => {
    const sound = mixed(recorded(), 1, noise('white', 6), 20);
    // Frames that are left out are a key that is held: nothing is counted for them.
    const held = Int16Array.from([...sound.subarray(0, 16_000), ...sound.subarray(17_600)]);
    expect(listened(held).told.map(({ kind }) => kind)).toEqual(['open', 'voice', 'ended']);
  });

  it('must be louder where our own voice may come back', () => {
    const weak = mixed(speech(2), 3, noise('white', 8), 9);
    const voiced = (raiseDb: number) => {
      const vad = createVad(fvad());
      return framesOf(weak).filter((frame) => vad.isVoice(samplesOf(frame), raiseDb)).length;
    };
    expect(voiced(6)).toBeLessThan(voiced(0) / 2);
  });
});

it('gives back what a call held', () => {
  const before = process.memoryUsage().external;
  for (let call = 0; call < 50_000; call += 1) {
    const one = fvad();
    one.free();
    one.free();
  }
  // Not given back, they are 37 MB.
  expect(process.memoryUsage().external - before).toBeLessThan(8_000_000);
  expect(fvad().isVoice(new Int16Array(160))).toBe(false);
});
