import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LineVoice, Manner } from '../../bot/call/line.ts';
import { Unavailable } from '../../bot/errors.ts';
import { bytesOfSamples, samplesOf } from '../../connectors/hotline/audio/pcm.ts';
import { wavOf } from '../../connectors/hotline/audio/wav.ts';
import { createPromptCache, type PromptCache } from '../../connectors/hotline/voice/cache.ts';
import { createEspeak, type Region } from '../../connectors/hotline/voice/espeak.ts';
import { sentencesOf } from '../../connectors/hotline/voice/sentences.ts';
import { createServiceVoice } from '../../connectors/hotline/voice/service.ts';
import { createLineVoice } from '../../connectors/hotline/voice/voice.ts';
import { createSpeech } from '../../connectors/speech.ts';
import { handClock } from '../fakes/hand-clock.ts';
import { type FakeSpeech, fakeSpeech } from '../fakes/speech.ts';
import { espeakPath, program } from '../support/espeak.ts';
import { tone } from '../support/line-sound.ts';
import { voiceFile } from '../support/voice-files.ts';

const usual: Manner = { slow: false, language: 'vi' };
const slow: Manner = { slow: true, language: 'vi' };
const signal = () => AbortSignal.timeout(20_000);

async function all(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const got: Uint8Array[] = [];
  for await (const part of parts) got.push(part);
  return Buffer.concat(got);
}

/** How strong a tone is in a sound, from 0 to 1. */
function strength(pcm: Uint8Array, hertz: number): number {
  const samples = samplesOf(pcm);
  let [a, b, all] = [0, 0, 1];
  samples.forEach((one, at) => {
    a += one * Math.cos((2 * Math.PI * hertz * at) / 8_000);
    b += one * Math.sin((2 * Math.PI * hertz * at) / 8_000);
    all += one * one;
  });
  return (2 * (a * a + b * b)) / (all * samples.length);
}

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

describe.skipIf(espeakPath === null)('espeak-ng', () => {
  const say = (text: string, manner = usual, region: Region = 'north') =>
    all(createEspeak({ path: espeakPath ?? '', region, atOnce: 2 }).speak(text, manner, signal()));
  const sentence = 'Hồ sơ của quý vị đang được xử lý, hẹn trả ngày hai mươi chín tháng bảy.';

  it('speaks at once, without the silence around it, at the rate of a line', async () => {
    const samples = samplesOf(await say(sentence));
    expect(samples.length / 8_000).toBeGreaterThan(4);
    expect(samples.length / 8_000).toBeLessThan(7);
    expect(samples.findIndex((one) => Math.abs(one) > 150)).toBeLessThanOrEqual(80);
    expect(Math.max(...samples)).toBeGreaterThan(5_000);
  });

  it('has three voices of Vietnam, and an English one', async () => {
    const spoken = await Promise.all([
      ...(['north', 'centre', 'south'] as const).map((region) => say(sentence, usual, region)),
      say(sentence, { slow: false, language: 'en' }),
    ]);
    expect(new Set(spoken.map((pcm) => pcm.toString('latin1'))).size).toBe(4);
  });

  it('speaks slowly where that is asked for', async () => {
    const [quick, late] = await Promise.all([say(sentence), say(sentence, slow)]);
    expect((late?.length ?? 0) / (quick?.length ?? 1)).toBeGreaterThan(1.2);
  });

  it('reads what stands in brackets, and no phonemes', async () => {
    expect(await say('Quý vị [[bấm]] một')).toEqual(await say('Quý vị   bấm   một'));
  });

  it('says nothing of nothing', async () => {
    expect(await say(', .')).toHaveLength(0);
  });
});

describe('the program of a voice', () => {
  const wav = (seconds: number) => {
    const sound = Buffer.from(wavOf(bytesOfSamples(tone(500, seconds))));
    // As espeak-ng does.
    sound.writeUInt32LE(0x7ffff000, 40);
    const file = join(mkdtempSync(join(tmpdir(), 'voice-')), 'a.wav');
    writeFileSync(file, sound);
    return file;
  };
  const voiceOf = (path: string, change: { atOnce?: number; limitMs?: number } = {}) =>
    createEspeak({ path, region: 'north', atOnce: 2, ...change });

  it('gets the text through a pipe, and neither settings nor secrets of ours', async () => {
    const { path, wrote } = program(`echo "$@" > $HERE/args; /usr/bin/env > $HERE/env; cat > $HERE/text; cat '${wav(0.5)}'`);
    const pcm = await all(voiceOf(path).speak('Hồ sơ của bà An', usual, signal()));
    expect(pcm.length / 16).toBeGreaterThan(490);
    expect(wrote('text')).toBe('Hồ sơ của bà An');
    expect(wrote('args')).toBe('--stdin --stdout -v vi -s 150\n');
    expect(
      wrote('env')
        .split('\n')
        .filter((line) => !/^(PWD|SHLVL|_|OLDPWD)=|^$/.test(line)),
    ).toEqual([]);
  });

  it.each([
    ['fails', 'cat > /dev/null; exit 1'],
    ['fails in the middle', `cat > /dev/null; head -c 3000 '${wav(1)}'; exit 1`],
    ['says nothing', 'cat > /dev/null'],
    ['says something else', 'cat > /dev/null; echo "espeak-ng: no such voice, and a long word about it that goes on and on"'],
  ])('is unavailable where it %s', async (_, script) => {
    await expect(all(voiceOf(program(script).path).speak('a', usual, signal()))).rejects.toThrow(Unavailable);
  });

  it('is unavailable where it is not there, or never ends', async () => {
    await expect(all(voiceOf('/nowhere/espeak-ng').speak('a', usual, signal()))).rejects.toThrow(Unavailable);
    const { path } = program('exec sleep 60');
    await expect(all(voiceOf(path, { limitMs: 100 }).speak('a', usual, signal()))).rejects.toThrow(Unavailable);
  });

  it.each(['aborted', 'left'])('is killed when its voice is %s', async (how) => {
    const { path, wrote } = program(`echo $$ > $HERE/pid; cat '${wav(3)}'; exec sleep 60`);
    const stop = new AbortController();
    const parts = voiceOf(path).speak('a', usual, stop.signal)[Symbol.asyncIterator]();
    expect((await parts.next()).done).toBe(false);
    if (how === 'aborted') {
      stop.abort();
      await expect(all({ [Symbol.asyncIterator]: () => parts })).rejects.toMatchObject({ name: 'AbortError' });
    } else await parts.return?.();
    await vi.waitFor(() => expect(() => process.kill(Number(wrote('pid')), 0)).toThrow());
  });

  it('runs no more often at once than is allowed, and all have their turn', async () => {
    const { path, wrote } = program(`echo begun >> $HERE/log; cat > /dev/null; sleep 0.05; echo ended >> $HERE/log; cat '${wav(0.2)}'`);
    const voice = voiceOf(path, { atOnce: 1 });
    await Promise.all(Array.from({ length: 4 }, () => all(voice.speak('a', usual, signal()))));
    expect(wrote('log')).toBe('begun\nended\n'.repeat(4));
  });
});

describe('what is spoken at once', () => {
  it.each([
    ['Dạ. Quý vị cần làm giấy tờ gì? Bấm 0 để gặp cán bộ.', ['Dạ. Quý vị cần làm giấy tờ gì?', 'Bấm 0 để gặp cán bộ.']],
    ['Một dòng\nmột dòng nữa', ['Một dòng một dòng nữa']],
    ['Lệ phí bảy mươi nghìn đồng\nNộp tại bộ phận một cửa', ['Lệ phí bảy mươi nghìn đồng', 'Nộp tại bộ phận một cửa']],
    [' . , \n', []],
  ])('are sentences, none too short to be one: %j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it('is cut at a comma where it would be waited for', () => {
    const parts = sentencesOf(`${'giấy chứng sinh, tờ khai, căn cước của cha, '.repeat(8)}và giấy kết hôn.`);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(221);
    expect(parts.slice(0, -1).every((part) => part.endsWith(','))).toBe(true);
    expect(sentencesOf('a'.repeat(1_000)).join('')).toBe('a'.repeat(1_000));
  });
});

/** Says a tone for every letter, and counts. */
function spoken(hertz: number): LineVoice & { said: string[]; fails: boolean; breaks: boolean } {
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

function voiced(cache: PromptCache | null = null) {
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

describe('the voice of a line', () => {
  it('says each sentence as it is read, with a pause between', async () => {
    const { say, first } = voiced();
    const pcm = await say('UBND phường xin chào. Quý vị cần gì?');
    expect(first.said).toEqual(['ủy ban nhân dân phường xin chào.', 'Quý vị cần gì?']);
    expect(pcm.length / 16).toBeCloseTo(2 * 200 + 320 + 140 + 130, -1);
    await say('UBND of the ward, good morning.', { slow: false, language: 'en' });
    expect(first.said[2]).toBe('UBND of the ward, good morning.');
  });

  it('is another where the first does not speak, which is then left alone for a while, and is told of once', async () => {
    const { say, first, second, clock, told } = voiced();
    first.fails = true;
    expect(strength(await say('Xin chào quý vị.'), 1_000)).toBeGreaterThan(0.9);
    await say('Quý vị cần gì ạ? Bấm 0 để gặp cán bộ.');
    expect(first.said).toHaveLength(1);
    expect(second.said).toHaveLength(3);
    expect(told).toEqual(['warn {"party":"service","reason":"Unavailable"}']);
    clock.pass(30_001);
    await say('Xin chào quý vị.');
    expect([first.said.length, second.said.length]).toEqual([2, 4]);
    expect(told).toHaveLength(1);
    clock.pass(30_001);
    first.fails = false;
    await say('Xin chào quý vị.');
    expect([first.said.length, second.said.length]).toEqual([3, 4]);
    expect(told.slice(1)).toEqual(['info']);
  });

  it('says a sentence again by another where the first stops in the middle of it', async () => {
    const { say, first, second } = voiced();
    first.breaks = true;
    const pcm = await say('Xin chào quý vị. Quý vị cần gì ạ?');
    expect(second.said).toEqual(['Xin chào quý vị.', 'Quý vị cần gì ạ?']);
    expect(pcm.length / 16).toBeGreaterThan(200 + 2 * 200 + 320);
  });

  it('is unavailable where nobody speaks, and speaks as soon as somebody does', async () => {
    const { say, first, second } = voiced();
    [first.fails, second.fails] = [true, true];
    await expect(say('Xin chào quý vị.')).rejects.toThrow(Unavailable);
    second.fails = false;
    expect((await say('Xin chào quý vị.')).length).toBeGreaterThan(0);
  });

  it('stops where nobody listens, and takes that for nobody’s failure', async () => {
    const { voice, first, second, told } = voiced();
    const stop = new AbortController();
    const parts = voice.speak('Xin chào quý vị. Quý vị cần gì ạ?', usual, stop.signal)[Symbol.asyncIterator]();
    await parts.next();
    stop.abort();
    await expect(all({ [Symbol.asyncIterator]: () => parts })).rejects.toMatchObject({ name: 'AbortError' });
    expect([first.said.length, second.said.length, told.length]).toEqual([1, 0, 0]);
  });
});

describe('prompts that are kept', () => {
  const folderOf = () => mkdtempSync(join(tmpdir(), 'prompts-'));
  const made = (change: Partial<Parameters<typeof createPromptCache>[0]> = {}) =>
    createPromptCache({ voice: 'tts-1 an', most: 1_000_000, folder: null, ...change });
  const greeting = 'Tổng đài dịch vụ công xin nghe. Bấm 0 để gặp cán bộ.';
  const prompts = [{ text: greeting, language: 'vi' as const }];

  it('are made once, sentence by sentence, and found in whatever is said', async () => {
    const { voice, first, say } = voiced(await made());
    await voice.warm(prompts, signal());
    expect(first.said).toHaveLength(2);
    const pcm = await say(greeting);
    await say('Bấm 0 để gặp cán bộ. Hồ sơ của bà An đã xong.');
    expect(first.said.slice(2)).toEqual(['Hồ sơ của bà An đã xong.']);
    const { say: fresh } = voiced();
    expect(pcm.equals(await fresh(greeting))).toBe(true);
  });

  it('are no answers: what was not named a prompt is made anew and nowhere kept', async () => {
    const folder = folderOf();
    const { voice, first, say } = voiced(await made({ folder }));
    await voice.warm(prompts, signal());
    await say('Hồ sơ của bà An đã xong.');
    await say('Hồ sơ của bà An đã xong.');
    expect(first.said.slice(2)).toHaveLength(2);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('outlive a restart in a folder, for the same voice alone', async () => {
    const folder = folderOf();
    await voiced(await made({ folder })).voice.warm(prompts, signal());
    const again = voiced(await made({ folder }));
    await again.voice.warm(prompts, signal());
    expect((await again.say(greeting)).length).toBeGreaterThan(0);
    expect(again.first.said).toEqual([]);
    const other = voiced(await made({ folder, voice: 'tts-1 binh' }));
    await other.voice.warm(prompts, signal());
    expect(other.first.said).toHaveLength(2);
    expect(readdirSync(folder).filter((name) => !name.endsWith('.pcm'))).toEqual([]);
  });

  it('are kept when they are first said where that could not be done ahead, or slowly, and never in another voice', async () => {
    const folder = folderOf();
    const { voice, first, second, clock, say } = voiced(await made({ folder }));
    first.fails = true;
    await voice.warm(prompts, signal());
    expect(readdirSync(folder)).toEqual([]);
    expect(second.said).toHaveLength(2);
    clock.pass(30_001);
    first.fails = false;
    await say(greeting);
    await say(greeting, slow);
    const before = first.said.length;
    await say(greeting);
    await say(greeting, slow);
    expect(first.said).toHaveLength(before);
    expect(readdirSync(folder)).toHaveLength(4);
  });

  it('need no more memory than is given: what was longest not said is made anew', async () => {
    const { voice, first, say } = voiced(await made({ most: 20_000 }));
    const named = ['Một là khai sinh ạ.', 'Hai là căn cước ạ.', 'Ba là kết hôn ạ ạ.', 'Bốn là đất đai ạ.'];
    await voice.warm(
      named.map((text) => ({ text, language: 'vi' as const })),
      signal(),
    );
    first.said.length = 0;
    await say(named[3] ?? '');
    await say(named[2] ?? '');
    expect(first.said).toEqual([]);
    await say(named[0] ?? '');
    expect(first.said).toEqual([named[0]]);
  });

  it('are said all the same where the folder takes nothing', async () => {
    const folder = folderOf();
    const cache = await made({ folder });
    const { voice, told, say } = voiced({ ...cache, keep: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) });
    await voice.warm(prompts, signal());
    expect((await say(greeting)).length).toBeGreaterThan(0);
    expect(told[0]).toBe('warn {"reason":"Error ENOSPC"}');
  });

  it('hold nothing that tells what was said but the sound', async () => {
    const folder = folderOf();
    await voiced(await made({ folder })).voice.warm(prompts, signal());
    const [name = ''] = readdirSync(folder);
    expect(name).toMatch(/^[0-9a-f]{64}\.pcm$/);
    expect(strength(readFileSync(join(folder, name)), 500)).toBeGreaterThan(0.9);
  });
});
