import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Listening } from '../../bot/call/line.ts';
import { bytesOfSamples } from '../../connectors/hotline/audio/pcm.ts';
import { createLineEars } from '../../connectors/hotline/ears.ts';
import { createSpeech } from '../../connectors/speech.ts';
import { secondsOf } from '../../connectors/voice/length.ts';
import { handClock } from '../fakes/hand-clock.ts';
import { type FakeSpeech, fakeSpeech } from '../fakes/speech.ts';
import { tone } from '../support/line-sound.ts';

let fake: FakeSpeech;
const told: string[] = [];
beforeAll(async () => {
  fake = await fakeSpeech(Buffer.alloc(0));
});
afterAll(() => fake.close());
beforeEach(() => {
  Object.assign(fake, { mood: 'well', knows: 'segments', heard: { text: 'làm lại căn cước' } });
  for (const list of [fake.asked, fake.faults, told]) list.length = 0;
});

const listening: Listening = { hints: ['căn cước', 'khai sinh'], language: 'vi', endMs: 700 };
const pcm = bytesOfSamples(tone(400, 1.5));
const signal = () => AbortSignal.timeout(20_000);

function opened() {
  const clock = handClock();
  const log = {
    error: () => {},
    warn: (about: object) => void told.push(`warn ${JSON.stringify(about)}`),
    info: (about: object) => void told.push(`info ${JSON.stringify(about)}`),
  };
  const speech = createSpeech({ url: fake.url, key: fake.key, ears: 'whisper-1', mouth: null, limitMs: 15_000, log });
  const ears = createLineEars({ speech, clock, log });
  return { clock, hear: (change: Partial<Listening> = {}) => ears.hear(pcm, { ...listening, ...change }, signal()), ears };
}

describe('an utterance at the speech service', () => {
  it('is sent as a WAV of the line, with what is likely to be said', async () => {
    const { hear } = opened();
    expect(await hear()).toEqual({ kind: 'heard', text: 'làm lại căn cước', sure: true });
    const [asked] = fake.asked;
    expect(asked).toMatchObject({ name: 'call.wav', type: 'audio/wav', fields: { language: 'vi', prompt: 'căn cước, khai sinh' } });
    expect(secondsOf(asked?.bytes ?? Buffer.alloc(0), 'wav')).toBe(1.5);
    expect(asked?.bytes.subarray(44).equals(Buffer.from(pcm))).toBe(true);
    expect(fake.faults).toEqual([]);
  });

  it('is heard in the language of the call', async () => {
    await opened().hear({ language: 'en' });
    expect(fake.asked[0]?.fields.language).toBe('en');
  });

  it.each([
    ['the words are unlikely', { text: 'làm lại', logprob: -0.9 }],
    ['nobody could speak that fast', { text: 'làm lại căn cước '.repeat(8) }],
  ])('is not sure where %s', async (_, heard) => {
    fake.heard = heard;
    expect(await opened().hear()).toMatchObject({ kind: 'heard', sure: false });
  });

  it.each([
    ['no words', { text: '' }],
    ['words where nobody spoke', { text: 'Hãy đăng ký kênh', logprob: -1.3, noSpeech: 0.9 }],
  ])('has nothing in it: %s', async (_, heard) => {
    fake.heard = heard;
    expect(await opened().hear()).toEqual({ kind: 'none' });
  });

  it('has nothing in it where noise gives back what the service was told, and all of a short answer of the same words', async () => {
    const hints = ['Cấp lại thẻ căn cước', 'khai sinh', 'căn cước', 'lệ phí'];
    fake.heard = { text: 'Cấp lại thẻ căn cước, khai sinh, lệ phí.' };
    expect(await opened().hear({ hints })).toEqual({ kind: 'none' });
    for (const text of ['Khai sinh, lệ phí.', 'Lệ phí khai sinh, căn cước bao nhiêu?']) {
      fake.heard = { text };
      expect(await opened().hear({ hints })).toMatchObject({ kind: 'heard', text });
    }
  });

  it('has nothing in it where the service finds no sound', async () => {
    fake.mood = 'deaf';
    expect(await opened().hear()).toEqual({ kind: 'none' });
    expect(told).toEqual([]);
  });
});

describe('a speech service that is not there', () => {
  it.each(['broken', 'busy', 'html', 'strange', 'elsewhere'] as const)('is told as down, never thrown: %s', async (mood) => {
    fake.mood = mood;
    expect(await opened().hear()).toEqual({ kind: 'down' });
    expect(told).toEqual(['warn {"party":"speech-to-text","reason":"Unavailable"}']);
  });

  it('is down when it has not answered within six seconds', async () => {
    fake.mood = 'silent';
    const { hear, clock } = opened();
    const hearing = hear();
    await vi.waitFor(() => expect(fake.asked).toHaveLength(1));
    clock.pass(5_999);
    expect(await Promise.race([hearing, new Promise((resolve) => setTimeout(resolve, 20, 'waits'))])).toBe('waits');
    clock.pass(1);
    expect(await hearing).toEqual({ kind: 'down' });
  });

  it('is not asked after three failures in a row, then by one at a time, until it answers', async () => {
    fake.mood = 'broken';
    const { hear, clock } = opened();
    for (let turn = 0; turn < 5; turn += 1) expect(await hear()).toEqual({ kind: 'down' });
    expect(fake.asked).toHaveLength(3);
    clock.pass(29_999);
    await hear();
    expect(fake.asked).toHaveLength(3);
    clock.pass(1);
    await Promise.all([hear(), hear(), hear()]);
    expect(fake.asked).toHaveLength(4);
    fake.mood = 'well';
    expect(await hear()).toEqual({ kind: 'down' });
    clock.pass(30_000);
    expect(await hear()).toMatchObject({ kind: 'heard' });
    expect(await hear()).toMatchObject({ kind: 'heard' });
    // One outage, told of once.
    expect(told).toEqual(['warn {"party":"speech-to-text","reason":"Unavailable"}', 'info {"party":"speech-to-text"}']);
  });

  it('is asked on where it fails now and then', async () => {
    const { hear } = opened();
    for (let turn = 0; turn < 4; turn += 1) {
      fake.mood = 'broken';
      await hear();
      await hear();
      fake.mood = 'well';
      expect(await hear()).toMatchObject({ kind: 'heard' });
    }
  });

  it('is not blamed for a caller who hangs up', async () => {
    fake.mood = 'silent';
    const { ears, hear } = opened();
    for (let turn = 0; turn < 4; turn += 1) {
      const stop = new AbortController();
      const hearing = ears.hear(pcm, listening, stop.signal);
      await vi.waitFor(() => expect(fake.asked).toHaveLength(turn + 1));
      stop.abort();
      expect(await hearing).toEqual({ kind: 'down' });
    }
    fake.mood = 'well';
    expect(await hear()).toMatchObject({ kind: 'heard' });
    expect(told).toEqual([]);
  });

  it('leaves nothing of what was said in the log', async () => {
    fake.mood = 'broken';
    await opened().hear({ hints: ['Nguyễn Thị An'] });
    expect(told.join()).not.toContain('An"');
    expect(told.join()).not.toContain('Nguyễn');
  });
});
