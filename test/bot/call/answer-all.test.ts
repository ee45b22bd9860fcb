import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composeAnswer } from '../../../bot/answer/compose.ts';
import { spokenAnswer } from '../../../bot/call/answer.ts';
import { inWords } from '../../../bot/speech/in-words.ts';
import { aspects } from '../../../bot/types.ts';
import { starterSchema } from '../../../knowledge/starter.ts';

const folder = new URL('../../../knowledge/starter/', import.meta.url);
const starter = readdirSync(folder)
  .filter((name) => name.startsWith('procedures-'))
  .flatMap((name) => starterSchema.array().parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));

/** Every answer there is about the procedures that come with the project. */
const answers = starter.flatMap(({ procedure, plain, notes, english, checked }) =>
  aspects.flatMap((aspect) =>
    (['vi', 'en'] as const).flatMap((language) =>
      [0, 1].map((part) => {
        const provenance = { origin: 'starter' as const, url: 'https://dichvucong.gov.vn/a', date: checked, version: 1 };
        const explanation = { code: procedure.code, plain, notes, english, date: checked };
        return { language, reply: composeAnswer({ stored: { procedure, provenance }, aspect, explanation, language, part }) };
      }),
    ),
  ),
);

describe('every answer of the starter base, spoken,', () => {
  it('says no figure that its reply does not have', () => {
    expect(answers.length).toBeGreaterThan(2_000);
    for (const { language, reply } of answers) {
      const known = new Set(reply.text.match(/\d+/g));
      const said = spokenAnswer(reply, language).pages.flatMap((page) => page.match(/\d+/g) ?? []);
      expect(said.filter((figure) => !known.has(figure))).toEqual([]);
    }
  });

  it('begins in short, has pages that can be listened to, and three offers at most', () => {
    for (const { language, reply } of answers) {
      const { pages, menu } = spokenAnswer(reply, language);
      expect(pages[0]?.length).toBeLessThanOrEqual(260);
      for (const page of pages) {
        expect(page.length).toBeLessThanOrEqual(300);
        expect(page).not.toMatch(/https?:|\*\*|•|^\s*$/u);
        if (language === 'vi') expect(page).not.toMatch(/(?<!\p{L})[Bb]ạn(?!\p{L})/u);
      }
      expect(menu.length).toBeLessThanOrEqual(3);
      expect(menu.map(({ key }) => key)).toEqual(['1', '2', '3'].slice(0, menu.length));
      for (const { say } of menu) expect(reply.choices.map((choice) => choice.say)).toContain(say);
    }
  });

  it('loses no item of a list of papers: what is not on the first page is on a later one', () => {
    for (const { language, reply } of answers.filter(({ reply: { aspect } }) => aspect === 'documents')) {
      const said = flat(spokenAnswer(reply, language).pages.join(' '));
      for (const [, item = ''] of reply.text.matchAll(/^\d+\. (.+)$/gm)) expect(said).toContain(flat(item).slice(0, 60));
    }
  });

  it('is all in words for a Vietnamese voice', () => {
    for (const { reply } of answers.filter(({ language }) => language === 'vi'))
      for (const page of spokenAnswer(reply, 'vi').pages) expect(inWords(page)).not.toMatch(/\p{N}|\p{Lu}{2}/u);
  });

  it('offers first to go on where a list has a further part', () => {
    const more = answers.find(({ language, reply }) => language === 'vi' && reply.choices[0]?.say === 'xem tiếp')?.reply;
    if (more === undefined) throw new Error('no long answer');
    const { pages, menu } = spokenAnswer(more, 'vi');
    expect(menu[0]).toEqual({ key: '1', label: 'nghe tiếp', say: 'xem tiếp' });
    expect(pages.at(-1)).toMatch(/Còn \d+ .* nữa\.$/);
  });
});

function flat(text: string): string {
  const plain = text.replaceAll('**', '').replace(/\s+/g, ' ').toLowerCase();
  return plain.replace(/(?<!\p{L})bạn(?!\p{L})/gu, 'quý vị');
}
