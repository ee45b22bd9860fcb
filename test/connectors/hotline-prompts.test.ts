import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPromptCache } from '../../connectors/hotline/voice/cache.ts';
import { signal, slow, strength, voiced } from '../support/line-voice.ts';

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

  it('may be answers of public records, in memory alone', async () => {
    const folder = folderOf();
    const { first, say } = voiced(await made({ folder }));
    const fee = 'Lệ phí bảy mươi nghìn đồng.';
    const made1 = await say(fee, { slow: false, language: 'vi', common: true });
    const made2 = await say(fee, { slow: false, language: 'vi', common: true });
    expect(first.said).toEqual([fee]);
    expect(made2.equals(made1)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
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
