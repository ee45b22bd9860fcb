import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { LineEvent } from '../../bot/call/line.ts';
import { bytesOfSamples } from '../../connectors/hotline/audio/pcm.ts';
import { wavOf } from '../../connectors/hotline/audio/wav.ts';
import { createLineEars, noEars } from '../../connectors/hotline/ears.ts';
import { createLine } from '../../connectors/hotline/line.ts';
import { createPromptCache } from '../../connectors/hotline/voice/cache.ts';
import { createEspeak } from '../../connectors/hotline/voice/espeak.ts';
import { createServiceVoice } from '../../connectors/hotline/voice/service.ts';
import { createLineVoice } from '../../connectors/hotline/voice/voice.ts';
import { createSpeech } from '../../connectors/speech.ts';
import { handClock } from '../fakes/hand-clock.ts';
import { fakeLeg } from '../fakes/leg.ts';
import { type FakeSpeech, fakeSpeech } from '../fakes/speech.ts';
import { usual, vadOf } from '../support/call-line.ts';
import { program } from '../support/espeak.ts';
import { framesOf, mixed, noise, speech, tone } from '../support/line-sound.ts';

let fake: FakeSpeech;
beforeAll(async () => {
  fake = await fakeSpeech(Buffer.alloc(0));
});
afterAll(() => fake.close());
beforeEach(() => {
  fake.pcm = Buffer.from(bytesOfSamples(tone(600, 1, 8_000, 24_000)));
  Object.assign(fake, { mood: 'well', heard: { text: 'làm giấy khai sinh' } });
  for (const list of [fake.asked, fake.spoken]) list.length = 0;
});

/** A call on a line whose parts are real, up to the sockets of the service. */
async function called({ hears = true, isAlone = false } = {}) {
  const log = { error: () => {}, warn: () => {}, info: () => {} };
  const mouth = { model: 'tts-1', voice: 'an' };
  const service = createSpeech({ url: fake.url, key: fake.key, ears: 'whisper-1', mouth, limitMs: 3_000, log });
  const local = program(`cat > $HERE/text; base64 -d <<END\n${Buffer.from(wavOf(bytesOfSamples(tone(900, 1)))).toString('base64')}\nEND`);
  const house = { name: 'espeak-ng', voice: createEspeak({ path: local.path, region: 'north', atOnce: 2 }) };
  const clock = handClock();
  const voice = createLineVoice({
    voices: [{ name: 'text-to-speech', voice: createServiceVoice(service) }, ...(isAlone ? [] : [house])],
    prepare: (text) => text.replace('UBND', 'ủy ban nhân dân'),
    cache: await createPromptCache({ voice: 'tts-1 an', most: 1_000_000, folder: null }),
    clock,
    log,
  });
  const far = fakeLeg();
  const lost: string[] = [];
  const ears = hears ? createLineEars({ speech: service, clock, log }) : noEars;
  const line = createLine({ leg: far.leg, voice, ears, vad: vadOf(), clock, bargeInMs: 300, tell: (what) => lost.push(what) });
  const told: LineEvent[] = [];
  line.open((event) => told.push(event));
  line.listen({ hints: ['khai sinh'], language: 'vi', endMs: 700 });
  const hasSaid = async () => {
    for (let frame = 0; frame < 10; frame += 1) far.pass(null);
    await turn();
    expect(told.map(({ kind }) => kind)).toContain('said');
  };
  const said = () => vi.waitFor(hasSaid, { timeout: 10_000, interval: 5 });
  return { far, line, voice, told, lost, local, said };
}

it('a question on a line is understood by the service, and the answer spoken by it', async () => {
  const { far, line, told, said } = await called();
  for (const frame of framesOf(mixed(speech(1.5), 1, noise('white', 4), 25))) far.pass(frame);
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ kind: 'heard', heard: { text: 'làm giấy khai sinh' } }));
  line.say(1, 'Nộp tại UBND phường.', usual);
  await said();
  expect(fake.spoken).toEqual(['Nộp tại ủy ban nhân dân phường.']);
  expect(far.heard().length).toBe(16_000);
});

it('the voice of the house speaks where the service is down', async () => {
  fake.mood = 'broken';
  const { far, line, said, local, lost } = await called();
  line.say(1, 'Nộp tại UBND phường.', usual);
  await said();
  expect(local.wrote('text')).toBe('Nộp tại ủy ban nhân dân phường.');
  expect(far.heard().length).toBe(16_000);
  expect(lost).toEqual([]);
});

it('a piece is lost where nothing speaks', async () => {
  fake.mood = 'broken';
  const { line, said, lost } = await called({ isAlone: true });
  line.say(1, 'Nộp tại UBND phường.', usual);
  await said();
  expect(lost).toEqual(['lost']);
});

it('callers are led by keys where nothing is set', async () => {
  const { far, told } = await called({ hears: false });
  for (const frame of framesOf(mixed(speech(1.5), 1, noise('white', 4), 25))) far.pass(frame);
  far.press('1');
  await vi.waitFor(() => expect(told.map(({ kind }) => kind)).toEqual(['voice', 'quiet', 'key', 'heard']));
  expect(told.at(-1)).toMatchObject({ heard: { kind: 'down' } });
});

it('prompts made ahead need no service any more', async () => {
  const { far, line, voice, said } = await called();
  await voice.warm([{ text: 'UBND phường xin nghe.', language: 'vi' }], AbortSignal.timeout(5_000));
  expect(fake.spoken).toHaveLength(1);
  line.say(1, 'UBND phường xin nghe.', usual);
  await said();
  expect(fake.spoken).toHaveLength(1);
  expect(far.heard().length).toBe(16_000);
});
