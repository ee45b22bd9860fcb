import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Unavailable } from '../../bot/errors.ts';
import { bytesOfSamples } from '../../connectors/hotline/audio/pcm.ts';
import { wavOf } from '../../connectors/hotline/audio/wav.ts';
import { createServiceVoice } from '../../connectors/hotline/voice/service.ts';
import { createSpeech } from '../../connectors/speech.ts';
import { type FakeSpeech, fakeSpeech } from '../fakes/speech.ts';
import { tone } from '../support/line-sound.ts';
import { all, signal, slow, strength, usual } from '../support/line-voice.ts';
import { voiceFile } from '../support/voice-files.ts';

let fake: FakeSpeech;
const errors: object[] = [];
beforeAll(async () => {
  fake = await fakeSpeech(voiceFile('ogg'));
});
afterAll(() => fake.close());
beforeEach(() => {
  const pcm = Buffer.from(bytesOfSamples(tone(600, 1.5, 8_000, 24_000)));
  Object.assign(fake, { mood: 'well', pcm, gate: null, voice: voiceFile('ogg') });
  for (const list of [fake.spoken, fake.voiced, fake.faults, errors]) list.length = 0;
});

const speech = (limitMs: number) => {
  const log = { error: (about: object) => errors.push(about) };
  return createSpeech({ url: fake.url, key: fake.key, ears: 'whisper-1', mouth: { model: 'tts-1', voice: 'an' }, limitMs, log });
};
const service = (limitMs = 3_000) => createServiceVoice(speech(limitMs));

describe('a voice of a speech service', () => {
  it('is heard on a line as the service made it', async () => {
    const pcm = await all(service().speak('Xin chào quý vị.', usual, signal()));
    expect(pcm.length / 16).toBe(1_500);
    expect(strength(pcm, 600)).toBeGreaterThan(0.99);
    expect(fake.spoken).toEqual(['Xin chào quý vị.']);
    expect(fake.voiced).toEqual([{ format: 'pcm', speed: 1 }]);
    expect(fake.faults).toEqual([]);
  });

  it('is heard before all of it is there', async () => {
    const gate = Promise.withResolvers<void>();
    fake.gate = gate.promise;
    const parts = service().speak('Xin chào.', usual, signal())[Symbol.asyncIterator]();
    const got = [(await parts.next()).value ?? new Uint8Array()];
    expect(got[0]?.length).toBeGreaterThan(1_000);
    gate.resolve();
    for (let next = await parts.next(); !next.done; next = await parts.next()) got.push(next.value);
    // What came was cut in the middle of a sample.
    expect(Buffer.concat(got).length / 16).toBe(1_500);
    expect(strength(Buffer.concat(got), 600)).toBeGreaterThan(0.99);
  });

  it('may take longer than an answer may, as long as it goes on', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const gate = Promise.withResolvers<void>();
      fake.gate = gate.promise;
      fake.pcm = Buffer.alloc(1_000_000, 1);
      const parts = speech(3_000).stream('Xin chào.', 1, new AbortController().signal)[Symbol.asyncIterator]();
      let length = (await parts.next()).value?.length ?? 0;
      vi.advanceTimersByTime(2_000);
      gate.resolve();
      for (let next = await parts.next(); !next.done; next = await parts.next()) {
        length += next.value.length;
        vi.advanceTimersByTime(2_000);
      }
      expect(length).toBe(1_000_000);
    } finally {
      vi.useRealTimers();
    }
  });

  it('speaks slowly where that is asked for', async () => {
    await all(service().speak('Xin chào.', slow, signal()));
    expect(fake.voiced).toEqual([{ format: 'pcm', speed: 0.8 }]);
    expect(fake.faults).toEqual([]);
  });

  it('may hand out a WAV of any rate in the place of bare samples', async () => {
    fake.pcm = Buffer.from(wavOf(bytesOfSamples(tone(600, 1))));
    const pcm = await all(service().speak('Xin chào.', usual, signal()));
    expect(pcm.length / 16).toBeGreaterThan(990);
    expect(strength(pcm, 600)).toBeGreaterThan(0.99);
  });

  it.each(['broken', 'busy', 'html', 'strange', 'elsewhere', 'silent', 'cut'] as const)('is unavailable: %s', async (mood) => {
    fake.mood = mood;
    await expect(all(service(mood === 'silent' ? 200 : 3_000).speak('Bí mật.', usual, signal()))).rejects.toThrow(Unavailable);
    await all(service(200).speak('Bí mật.', usual, signal())).catch((error: unknown) =>
      expect(JSON.stringify(error)).not.toContain('Bí mật'),
    );
  });

  it.each(['ogg', 'mp3'] as const)('is unavailable where it hands out coded sound, which would be a terrible noise: %s', async (kind) => {
    fake.pcm = voiceFile(kind);
    await expect(all(service().speak('Xin chào.', usual, signal()))).rejects.toThrow(Unavailable);
  });

  it('stops when nobody wants it any more', async () => {
    fake.gate = new Promise(() => {});
    const stop = new AbortController();
    const speaking = all(service().speak('Xin chào.', usual, stop.signal));
    await vi.waitFor(() => expect(fake.spoken).toHaveLength(1));
    stop.abort();
    await expect(speaking).rejects.toMatchObject({ name: 'AbortError' });
  });
});
