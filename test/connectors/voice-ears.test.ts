import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Unavailable } from '../../bot/errors.ts';
import { createSpeech } from '../../connectors/speech.ts';
import { createEars } from '../../connectors/voice/ears.ts';
import { createFfmpeg, type Ffmpeg } from '../../connectors/voice/ffmpeg.ts';
import { secondsOf } from '../../connectors/voice/length.ts';
import { createMouth } from '../../connectors/voice/mouth.ts';
import { type FakeSpeech, fakeSpeech } from '../fakes/speech.ts';
import { pdf } from '../support/paper-files.ts';
import { amrFile, ffmpegPath, longVoice, voiceFile } from '../support/voice-files.ts';

let fake: FakeSpeech;
const errors: object[] = [];
const log = { error: (about: object) => errors.push(about) };
beforeAll(async () => {
  fake = await fakeSpeech(voiceFile('ogg'));
});
afterAll(() => fake.close());
beforeEach(() => {
  Object.assign(fake, { mood: 'well', knows: 'segments', heard: { text: 'làm lại căn cước' }, voice: voiceFile('ogg') });
  for (const list of [fake.asked, fake.spoken, fake.faults, errors]) list.length = 0;
});

const made = (change: Partial<Parameters<typeof createSpeech>[0]> = {}) =>
  createSpeech({ url: fake.url, key: fake.key, ears: 'whisper-1', mouth: { model: 'tts-1', voice: 'an' }, limitMs: 3_000, log, ...change });
const hints = { language: 'vi' as const, words: ['căn cước', 'mã hồ sơ H40.23.08-250715-0012'] };
const signal = () => AbortSignal.timeout(20_000);
const hear = (note: Uint8Array, ffmpeg: Ffmpeg | null = null, change = {}) =>
  createEars({ speech: made(change), ffmpeg }).hear(note, hints, signal());

describe('a voice note at the speech service', () => {
  it.each(['ogg', 'mp3', 'wav'] as const)('is heard as it is: %s', async (kind) => {
    expect(await hear(voiceFile(kind))).toEqual({ kind: 'heard', text: 'làm lại căn cước', sure: true });
    expect(fake.faults).toEqual([]);
    expect(fake.asked).toMatchObject([{ name: `note.${kind}`, fields: { model: 'whisper-1', language: 'vi', temperature: '0' } }]);
    expect(fake.asked[0]?.bytes.equals(voiceFile(kind))).toBe(true);
    expect(fake.asked[0]?.fields.prompt).toBe('căn cước, mã hồ sơ H40.23.08-250715-0012');
  });

  it.each([
    ['the words are unlikely', { logprob: -0.9 }],
    ['there may be no speech', { noSpeech: 0.8 }],
    ['it repeats itself', { repeated: 3 }],
  ])('is not sure where %s', async (_, measures) => {
    fake.heard = { text: 'làm lại căn cước', ...measures };
    expect(await hear(voiceFile('ogg'))).toMatchObject({ kind: 'heard', sure: false });
  });

  it('is not sure where nobody could speak that fast', async () => {
    fake.heard = { text: 'làm lại căn cước '.repeat(8) };
    expect(await hear(voiceFile('ogg'))).toMatchObject({ kind: 'heard', sure: false });
  });

  it.each([
    ['no words', { text: '' }],
    ['words where nobody spoke', { text: 'Cảm ơn', logprob: -1.3, noSpeech: 0.9 }],
  ])('has nothing in it: %s', async (_, heard) => {
    fake.heard = heard;
    expect(await hear(voiceFile('ogg'))).toEqual({ kind: 'none' });
  });

  it('is heard by models that tell how sure they are of each word', async () => {
    fake.knows = 'words';
    expect(await hear(voiceFile('ogg'), null, { ears: 'gpt-4o-transcribe' })).toMatchObject({ sure: true });
    fake.heard = { text: 'làm lại căn cước', logprob: -1.1 };
    expect(await hear(voiceFile('ogg'), null, { ears: 'gpt-4o-transcribe' })).toMatchObject({ sure: false });
    expect(fake.asked.map(({ fields }) => fields['include[]'])).toEqual(['logprobs', 'logprobs']);
    expect(fake.faults).toEqual([]);
  });

  it('is heard beside others while it turns out that the service knows no segments', async () => {
    fake.knows = 'nothing';
    const ears = createEars({ speech: made(), ffmpeg: null });
    const heard = await Promise.all(Array.from({ length: 4 }, () => ears.hear(voiceFile('ogg'), hints, signal())));
    expect(heard.map(({ kind }) => kind)).toEqual(['heard', 'heard', 'heard', 'heard']);
  });

  it('is heard by a service that knows no segments, which is asked for them once', async () => {
    fake.knows = 'nothing';
    const speech = made();
    const ears = createEars({ speech, ffmpeg: null });
    for (const _ of [1, 2]) expect(await ears.hear(voiceFile('ogg'), hints, signal())).toMatchObject({ kind: 'heard', sure: true });
    expect(fake.asked.map(({ fields }) => fields.response_format)).toEqual(['verbose_json', 'json', 'json']);
  });

  it('is nothing to hear where the service cannot decode it', async () => {
    fake.mood = 'deaf';
    expect(await hear(voiceFile('ogg'))).toEqual({ kind: 'unfit', why: 'no-sound' });
  });

  it.each(['broken', 'busy', 'html', 'strange', 'elsewhere', 'endless'] as const)(
    'waits for another try where the service is %s',
    async (mood) => {
      fake.mood = mood;
      const error = await hear(voiceFile('ogg')).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Unavailable);
      expect(fake.asked).toHaveLength(1);
    },
  );

  it('waits no longer than allowed', async () => {
    fake.mood = 'silent';
    await expect(hear(voiceFile('ogg'), null, { limitMs: 50 })).rejects.toThrow(Unavailable);
  });

  it('tells the operator of a key that is refused, and nobody of the key', async () => {
    const error = await hear(voiceFile('ogg'), null, { key: 'sk-wrong' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unavailable);
    expect(errors).toEqual([{ status: 401 }]);
    expect(JSON.stringify([error, String(error)])).not.toContain('sk-wrong');
  });

  it('ends with the turn', async () => {
    fake.mood = 'silent';
    const ending = new AbortController();
    const heard = createEars({ speech: made(), ffmpeg: null }).hear(voiceFile('ogg'), hints, ending.signal);
    ending.abort(new Error('the turn is over'));
    await expect(heard).rejects.toThrow('the turn is over');
  });
});

describe('what is no voice note', () => {
  it('never reaches the service', async () => {
    expect(await hear(await pdf(1))).toEqual({ kind: 'unfit', why: 'no-sound' });
    expect(await hear(longVoice(222))).toEqual({ kind: 'unfit', why: 'too-long' });
    expect(await hear(amrFile(70))).toEqual({ kind: 'unfit', why: 'too-long' });
    expect(await hear(Buffer.concat([voiceFile('mp3'), Buffer.alloc(6 * 1024 * 1024)]))).toEqual({ kind: 'unfit', why: 'too-big' });
    expect(await hear(voiceFile('ogg').subarray(0, 60))).toEqual({ kind: 'unfit', why: 'no-sound' });
    expect(fake.asked).toEqual([]);
  });

  it('is what only ffmpeg could open, where there is none', async () => {
    for (const note of [voiceFile('aac'), voiceFile('m4a'), amrFile(3)])
      expect(await hear(note)).toEqual({ kind: 'unfit', why: 'no-sound' });
    expect(fake.asked).toEqual([]);
  });
});

describe.skipIf(ffmpegPath === null)('a voice note that must be converted', () => {
  const ffmpeg = createFfmpeg({ path: ffmpegPath ?? '', limitMs: 10_000, atOnce: 2 });

  it.each([
    ['raw AAC', voiceFile('aac'), 2.7],
    ['M4A, whose index stands at its end', voiceFile('m4a'), 2.7],
    ['AMR', amrFile(3), 3],
  ])('is heard as WAV: %s', async (_, note, seconds) => {
    expect(await hear(note, ffmpeg)).toMatchObject({ kind: 'heard', sure: true });
    expect(fake.asked).toMatchObject([{ name: 'note.wav', type: 'audio/wav' }]);
    expect(secondsOf(fake.asked[0]?.bytes ?? Buffer.alloc(0), 'wav') ?? 0).toBeCloseTo(seconds, 0);
    expect(fake.faults).toEqual([]);
  });

  it('is refused where it only begins like one', async () => {
    const lie = Buffer.concat([Buffer.from('\0\0\0\x1cftypM4A '), await pdf(1)]);
    expect(await hear(lie, ffmpeg)).toEqual({ kind: 'unfit', why: 'no-sound' });
    expect(fake.asked).toEqual([]);
  });

  it('reads nothing but what it was handed', async () => {
    const list = Buffer.from("\0\0\0\x1cftypM4A \nffconcat version 1.0\nfile '/etc/passwd'\n");
    expect(await ffmpeg.toWav(list, 'm4a', 10, signal())).toBeNull();
  });

  it('is cut where it goes on for ever, and given up where the process hangs', async () => {
    const wav = await ffmpeg.toWav(longVoice(60), 'ogg-opus', 5, signal());
    expect(secondsOf(wav ?? Buffer.alloc(0), 'wav')).toBeCloseTo(5, 1);
    const program = join(mkdtempSync(join(tmpdir(), 'motcua-')), 'hangs');
    writeFileSync(program, '#!/bin/sh\nexec /bin/sleep 60\n', { mode: 0o700 });
    const hanging = createFfmpeg({ path: program, limitMs: 200, atOnce: 1 });
    expect(await hanging.toWav(voiceFile('aac'), 'aac', 5, signal())).toBeNull();
  });

  it('waits for its turn where many come at once', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => ffmpeg.toWav(voiceFile('aac'), 'aac', 10, signal())));
    expect(all.every((wav) => wav !== null)).toBe(true);
  });

  it('is tried again where the program is gone', async () => {
    const gone = createFfmpeg({ path: '/nowhere/ffmpeg', limitMs: 5_000, atOnce: 1 });
    await expect(hear(voiceFile('aac'), gone)).rejects.toThrow(Unavailable);
  });
});

describe('an answer that is spoken', () => {
  const counted: string[] = [];
  const meter = { count: (_: string, labels: Record<string, string> = {}) => counted.push(labels.result ?? '') };
  const mouth = (ffmpeg: Ffmpeg | null = null) => createMouth({ speech: made(), ffmpeg, meter, limitMs: 2_000 });
  beforeEach(() => {
    counted.length = 0;
  });

  it('is Ogg with Opus, made once for each delivery', async () => {
    const speaking = mouth();
    const first = await speaking.speak(1, 'xin chào', signal());
    expect(Buffer.from(first ?? []).equals(voiceFile('ogg'))).toBe(true);
    expect(await speaking.speak(1, 'xin chào', signal())).toBe(first);
    await speaking.speak(2, 'xin chào', signal());
    expect(fake.spoken).toEqual(['xin chào', 'xin chào']);
    expect(counted).toEqual(['spoken', 'spoken']);
    expect(fake.faults).toEqual([]);
  });

  it.each(['broken', 'busy', 'silent', 'html', 'endless', 'elsewhere'] as const)(
    'is none where the service is %s, and nothing is thrown',
    async (mood) => {
      fake.mood = mood;
      expect(await mouth().speak(1, 'xin chào', signal())).toBeNull();
      expect(counted).toEqual(['unspoken']);
    },
  );

  it('is none where it is longer than anybody listens, or no voice note', async () => {
    fake.voice = longVoice(8);
    expect(await mouth().speak(1, 'xin chào', signal())).toBeNull();
    fake.voice = voiceFile('wav');
    expect(await mouth().speak(2, 'xin chào', signal())).toBeNull();
  });

  it.skipIf(ffmpegPath === null)('is converted where the service speaks in another format', async () => {
    const ffmpeg = createFfmpeg({ path: ffmpegPath ?? '', limitMs: 10_000, atOnce: 2 });
    fake.voice = voiceFile('wav');
    const spoken = createMouth({ speech: made(), ffmpeg, meter, limitMs: 15_000 });
    const note = await spoken.speak(1, 'xin chào', signal());
    expect(secondsOf(note ?? Buffer.alloc(0), 'ogg-opus')).toBeCloseTo(2.7, 0);
  });
});
