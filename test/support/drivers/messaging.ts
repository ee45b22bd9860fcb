import { randomUUID } from 'node:crypto';
import type { Reply, ReplyFile } from '../../../bot/types.ts';
import { type AppReply, appSecret, fakeApp, messageOf } from '../../fakes/messaging-app.ts';
import type { RunningApp } from '../app.ts';
import type { Opened } from '../channels.ts';
import { pause } from '../citizen.ts';
import { repliesIn } from './recorded.ts';

const channel = 'messaging-app';

/** An agency's own app at the generic webhook: what it was posted is what its person reads. */
export async function openMessagingApp(running: () => RunningApp): Promise<Opened> {
  const fake = await fakeApp();
  const settings = { MESSAGING_CLIENTS: 'app', MESSAGING_APP_SECRET: appSecret, MESSAGING_APP_CALLBACK: fake.url };
  const join: Opened['join'] = () => {
    const person = randomUUID();
    const addresses = new Map<string, string>();
    return {
      channel,
      say: async (text) => {
        const message = messageOf(person, text);
        const { status } = await fake.post(running().url, 'app', message);
        if (status !== 202) throw new Error(`the message was answered ${status}`);
        return message.id;
      },
      replies: async (id) => {
        const mine = () => fake.replies.filter((one) => one.person === person && one.inReplyTo === id);
        for (;;) {
          const recorded = await repliesIn(running(), channel, person, id);
          if (recorded.length > 0 && mine().length >= recorded.length)
            return mine().map((came, at) => replyOf(came, recorded[at]?.files ?? []));
          await pause(2);
        }
      },
      file: async ({ case: id, kind }) => {
        const address = addresses.get(`${kind} ${id}`);
        // The public address leads to the proxy before this server, which a test has not.
        const { pathname, search } = new URL(address ?? '', running().url);
        const answer = address === undefined ? null : await fetch(new URL(`${pathname}${search}`, running().url));
        if (answer?.ok !== true) throw new Error('there is no such file for this person');
        return new Uint8Array(await answer.arrayBuffer());
      },
    };

    /** What the app knows of a reply. Of its files it has the addresses; which case they are of, the record says. */
    function replyOf({ reply }: AppReply, recorded: ReplyFile[]): Reply {
      const { kind, text, choices, dossier } = reply;
      const files = reply.files.map(({ url, expires: _, ...file }, at) => {
        const id = recorded[at]?.case ?? '';
        addresses.set(`${file.kind} ${id}`, url);
        return { ...file, case: id };
      });
      return { kind, text, choices, dossier, files, procedures: [], aspect: null, sources: [] };
    }
  };
  const close = async () => {
    await fake.close();
    if (fake.faults.length > 0) throw new Error(fake.faults.join('\n'));
  };
  return { channels: [], settings, join, close };
}
