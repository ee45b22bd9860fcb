import { randomUUID } from 'node:crypto';
import type { Choice } from '../../../bot/types.ts';
import { zaloBot } from '../../../connectors/render/capabilities.ts';
import { renderReply } from '../../../connectors/render.ts';
import { botToken, fakeZaloBot } from '../../fakes/zalo-bot.ts';
import { updateOf } from '../../fakes/zalo-bot-updates.ts';
import type { RunningApp } from '../app.ts';
import type { Opened } from '../channels.ts';
import { pause } from '../citizen.ts';
import { repliesIn } from './recorded.ts';

const channel = 'zalo-bot';

/** The Zalo Bot platform, asked for updates. There is nothing to tap: a choice is picked by the number that stands before it. */
export async function openZaloBot(running: () => RunningApp): Promise<Opened> {
  const fake = await fakeZaloBot();
  fake.counts = false;
  const settings = { ZALO_BOT_TOKEN: botToken, ZALO_BOT_API_URL: fake.url };
  const join: Opened['join'] = () => {
    const person = randomUUID();
    let offered: Choice[] = [];
    const texts = () => fake.sent.filter((sent) => sent.person === person).map(({ text }) => text);
    return {
      channel,
      say: async (text) => {
        const id = randomUUID();
        const place = offered.findIndex(({ say }) => say === text);
        await fake.tell(updateOf(person, { id, text: place < 0 ? text : String(place + 1) }));
        return id;
      },
      replies: async (id) => {
        for (;;) {
          const recorded = await repliesIn(running(), channel, person, id);
          const all = (await repliesIn(running(), channel, person)).flatMap((reply) =>
            renderReply(reply, zaloBot).flatMap((part) => (part.kind === 'text' ? [part.text] : [])),
          );
          // What was said before a conversation was deleted stays at the platform.
          const seen = texts().slice(-all.length);
          if (recorded.length > 0 && seen.length === all.length && seen.every((text, at) => text === all[at])) {
            offered = recorded.at(-1)?.choices ?? [];
            return recorded;
          }
          await pause(5);
        }
      },
      // No file comes here; what would be in it is what is looked at.
      file: async ({ case: id, kind }) => {
        const visitor = { channel, person, network: null, message: '' };
        const made = await running().app.drafts.file(visitor, id, kind, AbortSignal.timeout(20_000));
        if (made === null) throw new Error('there is no such file for this person');
        return made.bytes;
      },
    };
  };
  const close = async () => {
    await fake.close();
    if (fake.faults.length > 0) throw new Error(fake.faults.join('\n'));
  };
  return { channels: [], settings, join, close };
}
