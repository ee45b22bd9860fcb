import { paperLimits } from '../bot/paper-types.ts';
import type { Accepted, Channel, Drafts, Meter, Pace } from '../bot/ports.ts';
import type { Message } from '../bot/types.ts';
import { channelOf, type MessagingClient } from '../connectors/messaging/client.ts';
import { createFileLinks } from '../connectors/messaging/files.ts';
import { createMessagingChannel } from '../connectors/messaging/send.ts';
import { messagingWebhook } from '../connectors/messaging/webhook.ts';
import type { FetchFile } from '../connectors/papers/attachments.ts';
import { createSafeDownload, type Place } from '../connectors/safe-download.ts';
import { fetchSealed } from '../connectors/sealed-files.ts';
import type { Database } from '../knowledge/database.ts';
import { sealFor } from '../knowledge/seals.ts';

export type MessagingParts = {
  pool: Database['pool'];
  clients: MessagingClient[];
  /** The operator's key, or null: the installation's own. */
  key: Buffer | null;
  publicUrl: string | null;
  pace: Pace;
  meter: Meter;
  now: () => Date;
  /** Where names of hosts are connected to; if not said, at their public addresses. */
  place?: Place;
};

/** Programs of agencies that carry messages: a channel each. */
export type Messaging = {
  /** Files that came with messages, of the channels that have hosts for them. */
  fetchers: Record<string, FetchFile>;
  join(drafts: Pick<Drafts, 'file'>): {
    channels: Channel[];
    routes(receive: (message: Message) => Promise<Accepted>): ReturnType<typeof messagingWebhook>;
  };
};

const limitMs = 10_000;

export async function openMessaging({ pool, clients, key, publicUrl, pace, meter, now, place }: MessagingParts): Promise<Messaging> {
  const fileSeal = await sealFor(pool, key, 'messaging files');
  const linkSeal = await sealFor(pool, key, 'messaging links');
  const fetcherOf = (client: MessagingClient): FetchFile => {
    const from = { party: channelOf(client), hosts: client.files, mostBytes: paperLimits.bytes, limitMs };
    return fetchSealed(createSafeDownload({ ...from, ...(place && { place }) }), fileSeal);
  };
  return {
    fetchers: Object.fromEntries(clients.filter(({ files }) => files.length > 0).map((client) => [channelOf(client), fetcherOf(client)])),
    join: (drafts) => {
      const links = createFileLinks({ base: publicUrl ?? '', seal: linkSeal, drafts, now });
      return {
        channels: clients.map((client) => createMessagingChannel({ client, links, pace, now })),
        routes: (receive) => (app) => {
          if (clients.length === 0) return;
          messagingWebhook({ clients, receive, seal: fileSeal, now, meter })(app);
          links.routes(app);
        },
      };
    },
  };
}
