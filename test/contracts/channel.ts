import { expect } from 'vitest';
import { few, many, pdf, type Stage, sentences } from './channel-stage.ts';
import type { Platform, Seen } from './channel-world.ts';

type Clause = { title: string; needs?: (platform: Platform) => boolean; check(stage: Stage): Promise<void> };

/**
 * What every channel promises, whatever its platform. Each clause has a stage of its own. What a platform cannot do (`needs`) is not asked of it.
 */
export const channelContract: Clause[] = [
  {
    title: 'hands over what is said as it is, and brings the answer',
    check: async (stage) => {
      await stage.start();
      const person = stage.platform.person();
      await person.say('Làm hộ chiếu cần giấy tờ gì?');
      expect(textsOf(await stage.sees(person, 1))).toEqual(['nghe: Làm hộ chiếu cần giấy tờ gì?']);
      expect(stage.heard).toEqual(['Làm hộ chiếu cần giấy tờ gì?']);
    },
  },
  {
    title: 'keeps people apart',
    check: async (stage) => {
      await stage.start();
      const people = [stage.platform.person(), stage.platform.person(), stage.platform.person()];
      await Promise.all(people.map((person, at) => person.say(`tôi là ${at}`)));
      for (const [at, person] of people.entries()) expect(textsOf(await stage.sees(person, 1))).toEqual([`nghe: tôi là ${at}`]);
    },
  },
  {
    title: 'brings a long answer whole and in order, no message longer than the platform takes',
    check: async (stage) => {
      await stage.start();
      const person = stage.platform.person();
      await person.say('dài');
      const seen = textsOf(await stage.seesLast(person, 'Hết.'));
      expect(words(seen.join(' '))).toEqual(words(`${sentences.join(' ')} Hết.`));
      const { longest } = stage.platform;
      for (const text of seen) expect(text.length).toBeLessThanOrEqual(longest ?? Number.POSITIVE_INFINITY);
      expect(seen.length > 1).toBe(longest !== null && sentences.join(' ').length > longest);
    },
  },
  {
    title: 'shows bold as the platform can, never as stars, and signs as they are',
    check: async (stage) => {
      await stage.start();
      const person = stage.platform.person();
      await person.say('đậm');
      expect(textsOf(await stage.sees(person, 1))).toEqual(['Phí: Miễn phí & <không> mất gì.']);
    },
  },
  {
    title: 'offers few choices as buttons, and a tap says what the choice says',
    check: async (stage) => {
      await stage.start();
      const person = stage.platform.person();
      await person.say('chọn ít');
      const asked = (await stage.sees(person, 1)).at(-1);
      if (person.tap === undefined) {
        for (const [place, { label }] of few.entries()) expect(asked?.text).toContain(`${place + 1}. ${label}`);
        return;
      }
      expect(asked?.buttons).toEqual(few.map(({ label }) => label));
      await person.tap('Nơi nộp');
      await stage.seesLast(person, 'hỏi Nơi nộp');
      expect(stage.heard).toEqual(['chọn ít', 'hỏi Nơi nộp']);
    },
  },
  {
    title: 'takes the words of a button typed instead',
    check: async (stage) => {
      await stage.start();
      const person = stage.platform.person();
      await person.say('chọn ít');
      await stage.sees(person, 1);
      await person.say('lệ phí');
      await stage.seesLast(person, 'hỏi Lệ phí');
      expect(stage.heard).toEqual(['chọn ít', 'hỏi Lệ phí']);
    },
  },
  {
    title: 'shows every one of many choices, and takes its number',
    check: async (stage) => {
      await stage.start();
      const person = stage.platform.person();
      await person.say('chọn nhiều');
      const seen = await stage.sees(person, 1);
      const shown = seen.flatMap(({ text, buttons }) => [text, ...buttons]).join('\n');
      for (const { label } of many) expect(shown).toContain(label);
      if (seen.every(({ buttons }) => buttons.length === 0)) expect(shown).toContain('2. Thủ tục b');
      await person.say('2');
      await stage.seesLast(person, 'chọn b');
      await person.say('chọn nhiều');
      await stage.seesLast(person, 'Thủ tục l');
      await person.say('12');
      await stage.seesLast(person, 'chọn l');
      expect(stage.heard).toEqual(['chọn nhiều', 'chọn b', 'chọn nhiều', 'chọn l']);
    },
  },
  {
    title: 'sends a file, or says where it is',
    check: async (stage) => {
      await stage.start();
      const person = stage.platform.person();
      await person.say('tệp');
      const seen = await stage.sees(person, stage.platform.files ? 2 : 1);
      expect(seen[0]?.text).toContain('Tờ khai đã xong.');
      const files = seen.flatMap(({ file }) => (file === null ? [] : [file]));
      if (stage.platform.files) expect(files).toMatchObject([{ name: 'to-khai.pdf', bytes: pdf }]);
      else expect(seen[0]?.text).toContain('Tờ khai (PDF)');
    },
  },
  {
    title: 'takes a file in',
    needs: (platform) => platform.person().attach !== undefined,
    check: async (stage) => {
      await stage.start();
      const person = stage.platform.person();
      await person.attach?.('giay-chung-sinh.pdf', pdf);
      await stage.sees(person, 1);
      expect(stage.files).toEqual([pdf]);
    },
  },
  {
    title: 'takes what the platform tells twice once',
    check: async (stage) => {
      await stage.start();
      const person = stage.platform.person();
      await person.say('một lần');
      await person.repeat();
      await stage.sees(person, 1);
      await person.repeat();
      await person.say('xong');
      expect(textsOf(await stage.sees(person, 2))).toEqual(['nghe: một lần', 'nghe: xong']);
    },
  },
  {
    title: 'answers each once that come in the wrong order',
    needs: (platform) => platform.person().swapped !== undefined,
    check: async (stage) => {
      await stage.start();
      const person = stage.platform.person();
      await person.swapped?.('trước', 'sau');
      expect(textsOf(await stage.sees(person, 2)).sort()).toEqual(['nghe: sau', 'nghe: trước']);
    },
  },
  {
    title: 'answers 20 messages of one person in order',
    check: async (stage) => {
      await stage.start();
      const person = stage.platform.person();
      const all = Array.from({ length: 20 }, (_, at) => `tin ${at}`);
      for (const text of all) await person.say(text);
      expect(textsOf(await stage.sees(person, all.length))).toEqual(all.map((text) => `nghe: ${text}`));
    },
  },
  {
    title: 'answers once what another process accepted and did not live to answer',
    check: async (stage) => {
      await stage.startDoomed();
      const person = stage.platform.person();
      await person.say('trước khi chết');
      await stage.stop();
      await stage.start();
      expect(textsOf(await stage.sees(person, 1))).toEqual(['nghe: trước khi chết']);
    },
  },
  {
    title: 'waits when the platform has had too many, and counts no failure',
    needs: (platform) => platform.answers !== undefined,
    check: async (stage) => {
      await stage.start();
      const person = stage.platform.person();
      stage.platform.answers?.('too-many', 2);
      await person.say('đông quá');
      expect(textsOf(await stage.sees(person, 1))).toEqual(['nghe: đông quá']);
      expect(stage.troubles.filter(({ kind }) => kind !== 'later')).toEqual([]);
    },
  },
  {
    title: 'tries again when the platform fails, in order',
    needs: (platform) => platform.answers !== undefined,
    check: async (stage) => {
      await stage.start();
      const person = stage.platform.person();
      stage.platform.answers?.('broken', 2);
      await person.say('một');
      await person.say('hai');
      expect(textsOf(await stage.sees(person, 2, true))).toEqual(['nghe: một', 'nghe: hai']);
      expect(stage.troubles.filter(({ kind }) => kind === 'refused')).toEqual([]);
    },
  },
  {
    title: 'gives up on who has blocked it, at once and for staff to see, and answers the others',
    needs: (platform) => platform.blocks !== undefined,
    check: async (stage) => {
      await stage.start();
      const [blocked, other] = [stage.platform.person(), stage.platform.person()];
      await blocked.say('chào');
      await stage.sees(blocked, 1);
      stage.platform.blocks?.(blocked);
      await blocked.say('còn đó không');
      await other.say('tôi thì sao');
      expect(textsOf(await stage.sees(other, 1))).toEqual(['nghe: tôi thì sao']);
      // A platform's rate may keep the second word to the blocked one back for a moment.
      await expect.poll(() => stage.troubles, { timeout: 5_000 }).toMatchObject([{ kind: 'refused' }]);
      const { rows } = await stage.pool.query(
        `select 1 from outbox join conversations on conversations.id = conversation_id where attempts > 0`,
      );
      expect(rows).toEqual([]);
    },
  },
];

function textsOf(seen: Seen[]): string[] {
  return seen.map(({ text }) => text);
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
