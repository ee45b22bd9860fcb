import { describe, expect, test } from 'vitest';
import type { Answers } from '../../bot/forms/form.ts';
import { openedCase } from '../../knowledge/case-body.ts';
import { readPlaces } from '../../knowledge/communes.ts';
import { sealFor } from '../../knowledge/seals.ts';
import { readPdf, squeeze } from '../connectors/print-read.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { drivers, type Speaker } from '../support/channels.ts';
import { kinds } from '../support/databases.ts';
import { filing, filingNames } from '../support/filings.ts';
import { randomOf, validPerson } from '../support/valid-person.ts';

const today = '2026-11-22';
const world = { today, places: readPlaces(), language: 'vi' as const };
/** People in tests do not wait as people do. */
const noPace = { turn: async () => {}, hold: async () => {} };
const now = () => new Date(`${today}T05:00:00Z`);

describe.each(kinds)('every filing, on $name', ({ make }) => {
  test('is the same after a restart and on another channel, and is printed', { timeout: 120_000 }, async () => {
    const place = await make();
    let running: RunningApp | null = null;
    const there = () => running as RunningApp; // set before anybody speaks
    const opened = await Promise.all(drivers.map((driver) => driver.open(there)));
    const start = async () => {
      running = await startApp(
        place,
        { now, pace: noPace },
        Object.assign({}, ...opened.map(({ settings }) => settings)),
        opened.flatMap(({ channels }) => channels),
      );
    };
    try {
      await start();
      const begun = [];
      for (const [at, name] of filingNames.entries()) {
        const form = filing(name);
        const person = validPerson(form, randomOf(700 + at), world);
        const first = opened[at % opened.length]?.join() as Speaker; // there is a channel
        await ask(first, form.code);
        await ask(first, 'bắt đầu điền tờ khai');
        const half = Math.floor(person.said.length / 2);
        for (const { text } of person.said.slice(0, half)) await ask(first, text);
        begun.push({ name, person, first, half, at });
      }
      await there().stop();
      await start();
      for (const { name, person, first, half, at } of begun) {
        await ask(first, person.said[half]?.text ?? '');
        const digits = /\*\*(\d{6})\*\*/.exec(await ask(first, 'chuyển hồ sơ'))?.[1];
        const second = opened[(at + 1) % opened.length]?.join() as Speaker; // there is a channel
        await ask(second, `tiếp tục hồ sơ ${digits}`);
        for (const { text } of person.said.slice(half + 1)) await ask(second, text);
        // Where the channel takes files, the papers are asked for.
        if ((await ask(second, 'đúng hết')).includes('Xong giấy tờ')) await ask(second, 'xong giấy tờ');
        const id = await second.say('tôi đồng ý');
        const pdf = (await second.replies(id)).flatMap(({ files }) => files ?? []).find(({ kind }) => kind === 'pdf');
        if (pdf === undefined) throw new Error(`${name} is not printed`);
        expect(await answersOf(there(), pdf.case), name).toEqual(person.answers);
        const { pages } = await readPdf(await second.file(pdf));
        expect(squeeze(pages.map(({ text }) => text).join('')), name).toContain(pdf.name.replace('.pdf', ''));
        await expect(first.file(pdf), name).rejects.toThrow();
      }
    } finally {
      await there().stop();
      for (const { close } of opened) await close?.();
      await place.drop();
    }
  });
});

async function ask(speaker: Speaker, text: string): Promise<string> {
  const replies = await speaker.replies(await speaker.say(text));
  return replies.map((reply) => reply.text).join('\n');
}

async function answersOf({ app }: RunningApp, id: string): Promise<Answers | undefined> {
  const { pool } = app.knowledge.database;
  const { rows } = await pool.query<{ body: string; revision: number }>('select body, revision from cases where id = $1', [id]);
  return openedCase(rows[0]?.body ?? '', rows[0]?.revision ?? 0, await sealFor(pool, null, 'cases'))?.answers;
}
