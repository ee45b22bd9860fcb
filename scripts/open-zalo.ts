import type { Logger } from 'pino';
import { vietnamDate } from '../bot/calendar/dates.ts';
import { reasonOf } from '../bot/errors.ts';
import type { Channel, Drafts, History, Meter, Pace, StaffHolds } from '../bot/ports.ts';
import { plainReply, startChoices } from '../bot/reply.ts';
import type { Message } from '../bot/types.ts';
import { wording } from '../bot/wording.ts';
import type { FetchFile } from '../connectors/papers/attachments.ts';
import { createSafeDownload, type SafeDownload } from '../connectors/safe-download.ts';
import { fetchSealed } from '../connectors/sealed-files.ts';
import { mediaHosts } from '../connectors/zalo/attachments.ts';
import { createCall, party } from '../connectors/zalo/call.ts';
import { consentRoute, createLogin, type Login } from '../connectors/zalo/login.ts';
import { createOAuth } from '../connectors/zalo/oauth.ts';
import { createZaloChannel } from '../connectors/zalo/send.ts';
import { createAccess } from '../connectors/zalo/token.ts';
import { zaloWebhook } from '../connectors/zalo/webhook.ts';
import { createAlerts } from '../knowledge/channel-alerts.ts';
import type { Database } from '../knowledge/database.ts';
import { createPostBox } from '../knowledge/post-box.ts';
import { sealFor } from '../knowledge/seals.ts';
import { createStaffHolds } from '../knowledge/staff-holds.ts';
import { createAsideFile } from '../knowledge/zalo-aside.ts';
import { createZaloPeople } from '../knowledge/zalo-people.ts';
import { createZaloTokens } from '../knowledge/zalo-tokens.ts';
import type { ZaloSettings } from './zalo-settings.ts';

export type ZaloParts = {
  pool: Database['pool'];
  settings: ZaloSettings;
  /** The operator's key, or null: the installation's own. */
  key: Buffer | null;
  dataDir: string;
  pace: Pace;
  meter: Meter;
  log: Logger;
  now: () => Date;
  download?: SafeDownload;
  /** How long is waited where the platform has had too many calls. */
  pauseMs?: number;
};

/** A Zalo Official Account as a channel. */
export type Zalo = {
  /** Files that came with messages. */
  fetch: FetchFile;
  holds: StaffHolds;
  channel(drafts: Pick<Drafts, 'file'>): Channel;
  routes(to: {
    receive(message: Message): Promise<Awaited<ReturnType<ReceiveMessage>>>;
    history: Pick<History, 'read' | 'forget'>;
  }): Routes;
  /** Sees to it that the token never ends while this process lives. */
  keepFresh(): { stop(): Promise<void> };
};

type ReceiveMessage = Parameters<typeof zaloWebhook>[0]['receive'];
type Routes = ReturnType<typeof zaloWebhook>[];

const media = { party, hosts: mediaHosts, mostBytes: 10 * 1024 * 1024, limitMs: 10_000 };
const keepMs = 60_000;
/** Buttons are looked for among so many of the last things said. */
const remembered = 20;

export async function openZalo(parts: ZaloParts): Promise<Zalo> {
  const { pool, settings, key, dataDir, pace, meter, log, now, download = createSafeDownload(media), pauseMs } = parts;
  const { appId, appSecret, account, secret, apiUrl, oauthUrl, paid, proof, template } = settings;
  const seal = await sealFor(pool, key, 'zalo');
  const alerts = createAlerts(pool);
  const people = createZaloPeople(pool, party);
  const holds = createStaffHolds(pool, settings.quietMinutes);
  const post = createPostBox(pool);
  const store = createZaloTokens({ pool, app: appId, seal });
  const oauth = createOAuth({ url: oauthUrl, appId, appSecret });
  const access = createAccess({ store, aside: createAsideFile(dataDir, appId, seal), oauth, alerts, meter, log });
  const proofKey = proof ? appSecret : null;
  const call = createCall({ url: apiUrl, access, pace, proofKey, now, ...(pauseMs !== undefined && { pauseMs }) });
  const greeting = plainReply('greeted', `${wording.greeting.vi}\n${wording.greeting.en}`, startChoices('vi'));
  const welcome = async (person: string, at: Date) => {
    await post.post({ channel: party, person, reply: greeting, once: `zalo arrived ${vietnamDate(at)}`, tellAt: null });
  };
  const login = await openLogin({ pool, settings, key });

  return {
    fetch: fetchSealed(download, seal),
    holds,
    channel: (drafts) => createZaloChannel({ call, people, drafts, template, paid, alerts, meter, log, now }),
    routes: ({ receive, history }) => [
      zaloWebhook({
        appId,
        secret,
        account,
        receive,
        people,
        holds,
        welcome,
        forget: (person) => history.forget(party, person),
        offered: async (person) => (await history.read(party, person, 0, remembered)).flatMap(({ reply }) => reply?.choices ?? []),
        seal,
        meter,
        log,
      }),
      consentRoute(login, (result) => meter.count('zalo-event', { result })),
    ],
    keepFresh: () => startKeeping(access.refreshDue, log),
  };
}

/** The consent of the account's administrator, begun and finished by whichever process has the database. */
export async function openLogin({ pool, settings, key }: Pick<ZaloParts, 'pool' | 'settings' | 'key'>): Promise<Login> {
  const { appId, appSecret, account, oauthUrl, redirectUrl } = settings;
  const alerts = createAlerts(pool);
  return createLogin({
    oauth: createOAuth({ url: oauthUrl, appId, appSecret }),
    account,
    redirectUrl,
    store: createZaloTokens({ pool, app: appId, seal: await sealFor(pool, key, 'zalo') }),
    consented: () => alerts.clear(party, ['consent', 'refresh-unclear', 'token-refused']),
  });
}

function startKeeping(refreshDue: () => Promise<void>, log: Logger): { stop(): Promise<void> } {
  let working = keep();
  const timer = setInterval(() => {
    working = working.then(keep);
  }, keepMs);
  timer.unref();

  async function keep(): Promise<void> {
    await refreshDue().catch((error: unknown) => log.warn({ reason: reasonOf(error) }, 'Zalo token not refreshed yet'));
  }

  return {
    stop: async () => {
      clearInterval(timer);
      await working;
    },
  };
}
