import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inWords } from '../../../bot/speech/in-words.ts';
import type { Region } from '../../../bot/speech/said.ts';

/** What espeak-ng makes of our words, by region: `espeak` is the version that made it. `vitest -u` on this file writes it anew. */
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
    for (const { text, words } of kept.said) for (const [region] of voices) expect(inWords(text, region)).toBe(words[region]);
  });

  it.skipIf(version === null)('are read in Vietnamese throughout, in each region', { timeout: 60_000 }, () => {
    for (const [region, voice] of voices) {
      const ipa = phonemesOf(
        kept.said.map(({ words }) => words[region]),
        voice,
      );
      // espeak-ng names the language where it changes to another one.
      for (const [at, sound] of ipa.entries()) expect(sound, kept.said[at]?.text).not.toMatch(/\([a-z]{2,3}\)/);
      if (version === kept.espeak) expect(ipa).toEqual(kept.said.map((one) => one.ipa[region]));
    }
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
