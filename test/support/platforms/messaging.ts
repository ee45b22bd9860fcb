import { randomBytes, randomUUID } from 'node:crypto';
import { startHttp } from '../../../connectors/http.ts';
import { channelOf } from '../../../connectors/messaging/client.ts';
import { createFileLinks } from '../../../connectors/messaging/files.ts';
import { createMessagingChannel } from '../../../connectors/messaging/send.ts';
import { messagingWebhook } from '../../../connectors/messaging/webhook.ts';
import { createSafeDownload } from '../../../connectors/safe-download.ts';
import { fetchSealed } from '../../../connectors/sealed-files.ts';
import { createSeal } from '../../../knowledge/seal.ts';
import type { Person, PlatformFactory, Seen } from '../../contracts/channel-world.ts';
import { type AppReply, appSecret, fakeApp, messageOf } from '../../fakes/messaging-app.ts';
import { fileHost } from './file-host.ts';

/** An agency's own app at the generic webhook: people see what it was posted. */
export const messagingPlatform: PlatformFactory = async () => {
  const fake = await fakeApp();
  const host = await fileHost();
  const seal = createSeal(randomBytes(32), 'messaging');
  const client = { name: 'app', secret: appSecret, callback: fake.url, files: ['files.example.vn'], perSecond: 50 };
  const names = new WeakMap<Person, string>();
  const now = () => new Date();
  let url = '';
  return {
    longest: null,
    files: true,
    join: async ({ receive, drafts, pace, meter, log }) => {
      const links = createFileLinks({ base: '', seal, drafts, now });
      const accepted = async (message: Parameters<typeof receive>[0]) => {
        await receive(message);
        return { kind: 'accepted' as const, conversation: '' };
      };
      const routes = [messagingWebhook({ clients: [client], receive: accepted, seal, now, meter }), links.routes];
      const server = await startHttp({ host: '127.0.0.1', port: 0, trustProxy: false, log, ready: async () => true, routes });
      url = `http://127.0.0.1:${server.port}`;
      const from = { party: channelOf(client), hosts: client.files, mostBytes: 1_000_000, limitMs: 5_000, place: host.place };
      return {
        channel: createMessagingChannel({ client, links, pace, now }),
        fetch: fetchSealed(createSafeDownload(from), seal),
        close: server.close,
      };
    },
    person: () => {
      const id = randomUUID();
      let last: object = {};
      const post = async (body: object) => {
        last = body;
        const { status } = await fake.post(url, client.name, body);
        if (status !== 202) throw new Error(`our webhook has answered ${status}`);
      };
      const replies = () => fake.replies.filter(({ person }) => person === id);
      const person: Person = {
        say: (text) => post(messageOf(id, text)),
        tap: async (label) => {
          const choice = replies()
            .flatMap(({ reply }) => reply.choices)
            .findLast((one) => one.label === label);
          if (choice === undefined) throw new Error(`no button ${label}`);
          await post(messageOf(id, choice.say));
        },
        attach: (name, bytes) => post({ ...messageOf(id, ''), files: [{ url: host.put('files.example.vn', bytes), name }] }),
        repeat: () => post(last),
        swapped: async (first, second) => {
          const messages = [messageOf(id, first), messageOf(id, second)];
          for (const message of messages.reverse()) await post(message);
        },
        seen: async () => (await Promise.all(replies().map((reply) => seenOf(reply, url)))).flat(),
      };
      names.set(person, id);
      return person;
    },
    answers: (how, times) => {
      const tooMany = { status: 429, headers: { 'retry-after': '1' } };
      fake.instead.push(...Array.from({ length: times }, () => (how === 'too-many' ? tooMany : { status: 500 })));
    },
    blocks: (person) => {
      fake.blocked.add(names.get(person) ?? '');
    },
    close: async () => {
      await fake.close();
      await host.close();
      if (fake.faults.length > 0) throw new Error(fake.faults.join('\n'));
    },
  };
};

async function seenOf({ reply }: AppReply, url: string): Promise<Seen[]> {
  const files = reply.files.map(async (file) => {
    const bytes = new Uint8Array(await (await fetch(new URL(file.url, url))).arrayBuffer());
    return { text: '', buttons: [], file: { name: file.name, bytes } };
  });
  const text = { text: reply.text.replaceAll('**', ''), buttons: reply.choices.map(({ label }) => label), file: null };
  return [text, ...(await Promise.all(files))];
}
