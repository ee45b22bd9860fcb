import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { Unavailable } from '../../bot/errors.ts';
import { bytesOfSamples, samplesOf } from '../../connectors/hotline/audio/pcm.ts';
import { wavOf } from '../../connectors/hotline/audio/wav.ts';
import { createEspeak, type Region } from '../../connectors/hotline/voice/espeak.ts';
import { espeakPath, program } from '../support/espeak.ts';
import { tone } from '../support/line-sound.ts';
import { all, signal, slow, usual } from '../support/line-voice.ts';

describe.skipIf(espeakPath === null)('espeak-ng', () => {
  const say = (text: string, manner = usual, region: Region = 'north') =>
    all(createEspeak({ path: espeakPath ?? '', region, atOnce: 2 }).speak(text, manner, signal()));
  const sentence = 'Hồ sơ của quý vị đang được xử lý, hẹn trả ngày hai mươi chín tháng bảy.';

  it('speaks at once, without the silence around it, at the rate of a line', async () => {
    const samples = samplesOf(await say(sentence));
    expect(samples.length / 8_000).toBeGreaterThan(4);
    expect(samples.length / 8_000).toBeLessThan(7);
    expect(samples.findIndex((one) => Math.abs(one) > 150)).toBeLessThanOrEqual(200);
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
