import { randomUUID } from 'node:crypto';
import type { Reply } from '../../../bot/types.ts';
import { zaloOa } from '../../../connectors/render/capabilities.ts';
import { payloadOf } from '../../../connectors/render/payload.ts';
import { renderReply } from '../../../connectors/render.ts';
import { fakeZalo, type SentCs } from '../../fakes/zalo.ts';
import { events } from '../../fakes/zalo-events.ts';
import type { RunningApp } from '../app.ts';
import type { Opened } from '../channels.ts';
import { pause } from '../citizen.ts';
import { giveTokens, zaloEnvironment } from '../zalo.ts';
import { repliesIn } from './recorded.ts';

const channel = 'zalo';
const payloadBytes = zaloOa.buttons?.payloadBytes ?? 0;

/** A Zalo Official Account whose webhook is ours. What the last message offers is tapped, all else is typed. */
export async function openZalo(running: () => RunningApp): Promise<Opened> {
  const fake = await fakeZalo();
  // Where the administrator is led back is all that needs an address of ours.
  const { PUBLIC_URL: base, ...account } = zaloEnvironment(fake.url);
  const settings = { ...account, ZALO_REDIRECT_URL: `${base}/zalo/consent` };
  let consent: Promise<void> | null = null;

  const join: Opened['join'] = () => {
    const person = `8${randomUUID().replace(/\D/g, '').padEnd(15, '0').slice(0, 15)}`;
    const own = () => fake.sent.filter((sent) => sent.person === person);
    return {
      channel,
      say: async (text) => {
        consent ??= giveTokens(running().app.knowledge.database.pool, fake);
        await consent;
        const payload = payloadOf(text, payloadBytes);
        const last = own().findLast(({ file }) => file === null);
        const isOffered = last?.buttons.some((button) => button.payload === payload) === true;
        const id = randomUUID();
        const event = events.text(person, isOffered ? payload : text, { id });
        fake.teller.webhook = `${running().url}/webhooks/zalo`;
        // What is not acknowledged is told again, five times at most.
        for (let retry = 0; (await fake.teller.tell(event, { retry })) !== 200; retry += 1) {
          if (retry === 5) throw new Error('the message was not acknowledged');
        }
        return id;
      },
      replies: async (id) => {
        for (;;) {
          const recorded = await repliesIn(running(), channel, person, id);
          const wanted = (await repliesIn(running(), channel, person)).flatMap(shownOf);
          // What was said before a conversation was deleted stays at the platform.
          const seen = own().slice(-wanted.length).map(seenOf);
          if (recorded.length > 0 && seen.length === wanted.length && seen.every((text, at) => text === wanted[at])) return recorded;
          await pause(5);
        }
      },
      file: async ({ kind }) => {
        const sent = own().findLast(({ file }) => file?.name.endsWith(`.${kind}`));
        if (sent?.file == null) throw new Error('there is no such file in the chat');
        return sent.file.bytes;
      },
    };
  };
  const close = async () => {
    await fake.close();
    if (fake.faults.length > 0) throw new Error(fake.faults.join('\n'));
  };
  return { channels: [], settings, join, close };
}

/** A reply as the platform shows it, message by message. */
function shownOf(reply: Reply): string[] {
  return renderReply(reply, zaloOa).flatMap((part) => {
    if (part.kind === 'voice') return [];
    return [part.kind === 'file' ? `[${part.file.kind}]` : part.text.normalize('NFC')];
  });
}

function seenOf({ text, file }: SentCs): string {
  return file === null ? text : `[${file.name.split('.').at(-1)}]`;
}
