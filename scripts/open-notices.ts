import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Calendar } from '../bot/calendar/calendar.ts';
import { endedNotice } from '../bot/notices/ended.ts';
import type { CallTexts, Channel, DossierSource, Meter, SealedAddress, Subscriptions, WatchLimit } from '../bot/ports.ts';
import { createWatch, type Watch } from '../bot/watch.ts';
import { createEmail } from '../connectors/notices/email.ts';
import { leaveRoutes } from '../connectors/notices/leave.ts';
import { createSms } from '../connectors/notices/sms.ts';
import { smsReplies } from '../connectors/notices/sms-replies.ts';
import { createCallTexts } from '../knowledge/call-texts.ts';
import type { Database } from '../knowledge/database.ts';
import { createReceivers, type Receivers } from '../knowledge/receivers.ts';
import { createSeal } from '../knowledge/seal.ts';
import { createSubscriptions } from '../knowledge/subscriptions.ts';
import { createWatchList } from '../knowledge/watch.ts';
import type { Watch as WatchSettings } from './dossier-sources.ts';
import type { NoticeSettings } from './notice-settings.ts';

export type Notices = {
  subscriptions: Subscriptions;
  /** E-mail and SMS, where they are set up. */
  channels: Channel[];
  /** Where receivers end it: the page of the link, the replies that the SMS gateway brings in. */
  routes: ReturnType<typeof leaveRoutes>[];
  watch: Watch;
  /** Text messages to callers, by who knows their numbers; null where no SMS are sent. */
  textsFor(numberOf: (person: string) => Promise<string | null>): CallTexts | null;
};

export type NoticesOptions = {
  pool: Database['pool'];
  settings: NoticeSettings;
  source: DossierSource;
  /** The sources over HTTP, and how often each may be asked. */
  sources: { name: string; watch: WatchSettings }[];
  calendar: Calendar;
  now: () => Date;
  log: Logger;
  meter: Meter;
};

/** The register tells itself what has changed in it; once an hour it is asked all the same, for dates that pass. */
const register: WatchLimit = { name: 'register', everyMs: 3_600_000, perSecond: null, together: 20 };

/** Who follows what, the watch over it, and the ways to tell people outside their conversation. */
export function openNotices({ pool, settings, source, sources, calendar, now, log, meter }: NoticesOptions): Notices {
  const seal = settings.key === null ? null : createSeal(settings.key, 'notices');
  const receivers = seal === null ? null : createReceivers({ pool, seal, endedNotice });
  const { publicUrl, email, sms, smsReplySecret } = settings;
  const channels = [
    ...(email === null || receivers === null ? [] : [createEmail({ ...email, receivers, publicUrl, log })]),
    ...(sms === null || receivers === null
      ? []
      : [createSms({ ...sms, receivers, publicUrl, takesReplies: smsReplySecret !== null, log })]),
  ];
  const ways: SealedAddress['by'][] = [
    ...(settings.email === null ? [] : ['email' as const]),
    ...(settings.sms === null ? [] : ['sms' as const]),
  ];
  const limits = [...sources.map(limitOf), register];
  return {
    subscriptions: createSubscriptions({ pool, seal, ways }),
    channels,
    routes: receivers === null ? [] : routesOf(receivers, { settings, now, meter }),
    textsFor: (numberOf) => (seal === null || sms === null ? null : createCallTexts({ pool, seal, numberOf })),
    watch: createWatch({ list: createWatchList({ pool }), source, limits, calendar, now, log, replica: randomUUID().slice(0, 8) }),
  };
}

function routesOf(
  { leave, leaveNumber }: Receivers,
  { settings, now, meter }: Pick<NoticesOptions, 'settings' | 'now' | 'meter'>,
): Notices['routes'] {
  const secret = settings.smsReplySecret;
  const replies = secret === null ? [] : [smsReplies({ secret, leaveNumber, now, meter })];
  return [leaveRoutes({ leave, meter }), ...replies];
}

function limitOf({ name, watch }: { name: string; watch: WatchSettings }): WatchLimit {
  return { name, everyMs: watch.everyMinutes * 60_000, perSecond: watch.perSecond, together: 4 };
}
