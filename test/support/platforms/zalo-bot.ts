import { randomBytes, randomUUID } from 'node:crypto';
import { startHttp } from '../../../connectors/http.ts';
import { createSafeDownload } from '../../../connectors/safe-download.ts';
import { fetchSealed } from '../../../connectors/sealed-files.ts';
import { mediaHosts } from '../../../connectors/zalo/attachments.ts';
import { createBotCall, party } from '../../../connectors/zalo-bot/call.ts';
import { askFor, bringTo } from '../../../connectors/zalo-bot/listen.ts';
import { createZaloBotChannel } from '../../../connectors/zalo-bot/send.ts';
import { createTake } from '../../../connectors/zalo-bot/take.ts';
import { createTyping } from '../../../connectors/zalo-bot/typing.ts';
import { botWebhook } from '../../../connectors/zalo-bot/webhook.ts';
import { createSeal } from '../../../knowledge/seal.ts';
import type { Parts, Person, Platform, PlatformFactory } from '../../contracts/channel-world.ts';
import { botToken, fakeZaloBot } from '../../fakes/zalo-bot.ts';
import { updateOf } from '../../fakes/zalo-bot-updates.ts';
import { fileHost } from './file-host.ts';

const secret = 'mot-ma-bi-mat-cua-webhook';
const noAlerts = { raise: async () => {}, clear: async () => {} };

/** The Zalo Bot platform, which brings updates or is asked for them. */
export function zaloBotPlatform(way: 'webhook' | 'asked'): PlatformFactory {
  return async () => {
    const fake = await fakeZaloBot();
    const media = await fileHost();
    const seal = createSeal(randomBytes(32), 'zalo-bot');
    const names = new WeakMap<Person, string>();
    const platform: Platform = {
      longest: 2_000,
      files: false,
      join: async (parts) => {
        const call = createBotCall({ url: fake.url, token: botToken });
        const { log, pace, meter } = parts;
        const typing = createTyping({ call, log });
        const take = createTake({ receive: acceptedBy(parts), seal, typing, meter });
        const routes = [botWebhook({ secret, take, meter })];
        const server = await startHttp({ host: '127.0.0.1', port: 0, trustProxy: false, log, ready: async () => true, routes });
        fake.at = `http://127.0.0.1:${server.port}`;
        const options = { call, alerts: noAlerts, log, shortestMs: 20, alone: (work: () => Promise<void>) => work() };
        const listening = way === 'asked' ? askFor(take, options) : bringTo('https://motcua.example.vn/webhooks/zalo-bot', secret, options);
        while (way === 'webhook' && fake.webhook === null) await new Promise((resolve) => setTimeout(resolve, 5));
        const download = createSafeDownload({ party, hosts: mediaHosts, mostBytes: 1_000_000, limitMs: 5_000, place: media.place });
        return {
          channel: createZaloBotChannel({ call, pace, typing, alerts: noAlerts, log, now: () => new Date(), pauseMs: 200 }),
          fetch: fetchSealed(download, seal),
          close: async () => {
            typing.stop();
            await listening.stop();
            await server.close();
          },
        };
      },
      person: () => {
        const id = randomUUID();
        let last: object = {};
        const tell = async (update: object) => {
          last = update;
          const status = await fake.tell(update);
          if (status !== 200) throw new Error(`our webhook has answered ${status}`);
        };
        const person: Person = {
          say: (text) => tell(updateOf(id, { text })),
          attach: (_name, bytes) => tell(updateOf(id, { photo_url: media.put('photo.zdn.vn', bytes) }, 'image')),
          repeat: () => tell(last),
          swapped: async (first, second) => {
            const updates = [updateOf(id, { text: first }), updateOf(id, { text: second })];
            for (const update of updates.reverse()) await tell(update);
          },
          seen: async () => fake.sent.filter((sent) => sent.person === id).map(({ text }) => ({ text, buttons: [], file: null })),
        };
        names.set(person, id);
        return person;
      },
      answers: (how, times) => {
        fake.instead.push(...Array.from({ length: times }, () => (how === 'too-many' ? 429 : 500)));
      },
      blocks: (person) => {
        fake.blocked.add(names.get(person) ?? '');
      },
      close: async () => {
        await fake.close();
        await media.close();
        if (fake.faults.length > 0) throw new Error(fake.faults.join('\n'));
      },
    };
    return platform;
  };
}

/** In this suite `receive` says no more than that it is kept. */
function acceptedBy({ receive }: Parts): Parameters<typeof createTake>[0]['receive'] {
  return async (message) => {
    await receive(message);
    return { kind: 'accepted', conversation: '' };
  };
}
