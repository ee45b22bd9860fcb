import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inWords } from '../../../bot/speech/in-words.ts';
import type { Region } from '../../../bot/speech/said.ts';

/** What espeak-ng makes of our words, by region; of another version than `espeak` it is not compared. `vitest run -u` on this file writes it anew. */
type Phonemes = { espeak: string; said: { text: string; words: Record<Region, string>; ipa: Record<Region, string> }[] };

const fixture = new URL('../../fixtures/phonemes.json', import.meta.url);
const kept: Phonemes = JSON.parse(readFileSync(fixture, 'utf8'));
const voices: [Region, string][] = [
  ['north', 'vi'],
  ['centre', 'vi-vn-x-central'],
  ['south', 'vi-vn-x-south'],
];
const version = installed();
if (version === null) console.warn('\n!!! espeak-ng IS NOT INSTALLED: HOW OUR WORDS SOUND IS NOT CHECKED.\n');
else if (version !== kept.espeak)
  console.warn(`\n!!! espeak-ng is ${version}, the phonemes are of ${kept.espeak}: THEY ARE NOT COMPARED.\n`);

/** Texts through one voice, pauses as `|`. */
function phonemesOf(texts: string[], voice: string): string[] {
  return texts.map((text) =>
    execFileSync('espeak-ng', ['-q', '-v', voice, '--ipa', '--', text], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((clause) => clause.trim())
      .join(' | '),
  );
}

function byRegion(say: (region: Region, voice: string) => string): Record<Region, string> {
  return Object.fromEntries(voices.map(([region, voice]) => [region, say(region, voice)])) as Record<Region, string>;
}

function installed(): string | null {
  try {
    return /text-to-speech: ([\d.]+)/.exec(execFileSync('espeak-ng', ['--version'], { encoding: 'utf8' }))?.[1] ?? '?';
  } catch {
    return null;
  }
}

describe('words for a voice', () => {
  it('are those whose sound was kept', () => {
    expect(kept.said.length).toBeGreaterThan(50);
    for (const { text, words } of kept.said) expect(words).toEqual(byRegion((region) => inWords(text, region)));
  });

  it.skipIf(version === null)('are read in Vietnamese throughout, in each region', { timeout: 60_000 }, async () => {
    const said = kept.said.map(({ text }) => {
      const words = byRegion((region) => inWords(text, region));
      const ipa = byRegion((region, voice) => phonemesOf([words[region]], voice).join());
      // espeak-ng names the language where it changes to another one.
      expect(Object.values(ipa).join(' '), text).not.toMatch(/\([a-z]{2,3}\)/);
      return { text, words, ipa };
    });
    if (version === kept.espeak)
      await expect(`${JSON.stringify({ espeak: version, said }, null, 2)}\n`).toMatchFileSnapshot(fileURLToPath(fixture));
  });

  it.skipIf(version === null)('have the month and the year of a day, and of a code every digit by itself', () => {
    const sounds = (text: string): string[] => (phonemesOf([text], 'vi')[0] ?? '').replace(/[ˈˌ|]/g, '').split(/\s+/);
    // The last word of a sentence sounds otherwise.
    const sound = (word: string): string => sounds(`${word} hai hai`)[0] ?? '';
    const day = sounds(inWords('25/11/2026'));
    for (const word of ['ngày', 'tháng', 'năm']) expect(day).toContain(sound(word));
    const code = sounds(inWords('G22.99.01-241125-0001'));
    expect(code).toContain(sound('chín'));
    for (const word of ['mươi', 'trăm', 'nghìn', 'ngàn']) expect(code).not.toContain(sound(word));
  });

  it.skipIf(version === null)('are needed: without them the same voice changes to English, and leaves out "tháng"', () => {
    const [acronym = '', day = '', code = ''] = phonemesOf(['tại UBND xã', '25/11/2026', 'G22.99.01-241125-0001'], 'vi');
    expect(acronym).toContain('(en)');
    const [month = ''] = phonemesOf(['tháng'], 'vi');
    expect(day).not.toContain(month.slice(0, 3));
    const [thousand = ''] = phonemesOf(['ngàn'], 'vi');
    expect(code).toContain(thousand.slice(0, 3));
  });
});
