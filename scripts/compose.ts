import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { withAppointmentFiles } from '../bot/appointment-files.ts';
import { type Assistant, createAssistant } from '../bot/assistant.ts';
import { createCallBack } from '../bot/call/call-back.ts';
import { inLanguage } from '../bot/call/in-language.ts';
import { withPhone } from '../bot/call/phone.ts';
import { withCallBack } from '../bot/call/with-call-back.ts';
import { createDialog, type Dialog } from '../bot/dialog.ts';
import { createDrafts } from '../bot/forms/drafts.ts';
import { withGroups } from '../bot/group-turn.ts';
import { withPlans } from '../bot/life-events/files.ts';
import { total, withPapers } from '../bot/paper-dialog.ts';
import type { Channel, DossierSource, Drafts, History, Library, Pace, Visitor } from '../bot/ports.ts';
import { createRespond } from '../bot/respond.ts';
import { type Decision, standardDecision } from '../bot/skills/decision.ts';
import { hideText, namesIn } from '../bot/skills/dossier-mask.ts';
import { withStaff } from '../bot/staff-turn.ts';
import { createSubmitter, type Submitter } from '../bot/submissions.ts';
import { withVoice } from '../bot/voice.ts';
import { createDossiers, rememberFound } from '../connectors/dossiers/look-up.ts';
import { createMetrics, type Metrics } from '../connectors/metrics.ts';
import { createPrinter } from '../connectors/print/printer.ts';
import type { Place, SafeDownload } from '../connectors/safe-download.ts';
import type { Telegram } from '../connectors/telegram.ts';
import type { Push } from '../connectors/webchat/push.ts';
import { createAppointments } from '../knowledge/appointments.ts';
import { createAttempts, limitsOf } from '../knowledge/attempts.ts';
import { createCases } from '../knowledge/cases.ts';
import { readPlaces } from '../knowledge/communes.ts';
import { createHistory } from '../knowledge/conversations.ts';
import { createInbox } from '../knowledge/inbox.ts';
import { ownKey } from '../knowledge/keys.ts';
import { createLastKnown, type LastKnownMemory } from '../knowledge/last-known.ts';
import { createOutbox } from '../knowledge/outbox.ts';
import { paperSeal } from '../knowledge/paper-seal.ts';
import { createPetitions } from '../knowledge/petitions.ts';
import { createRatings } from '../knowledge/ratings.ts';
import { sealFor } from '../knowledge/seals.ts';
import { createSubmissions } from '../knowledge/submissions.ts';
import type { Uploads } from '../knowledge/uploads.ts';
import { readCalendar, shippedCalendar } from './calendar.ts';
import type { Config } from './config.ts';
import { openTargets } from './filing-targets.ts';
import { readForms, shippedForms } from './forms.ts';
import { type Knowledge, openKnowledge } from './knowledge.ts';
import { readLifeEvents, shippedLifeEvents } from './life-events.ts';
import { type MemoryCases, memoryCases, withTrials } from './memory-cases.ts';
import { type KeptCalls, openCalls } from './open-calls.ts';
import { fetchersOf, openChannels } from './open-channels.ts';
import { openDossiers } from './open-dossiers.ts';
import type { Hotline } from './open-hotline.ts';
import type { Messaging } from './open-messaging.ts';
import { type Notices, openNotices } from './open-notices.ts';
import { openPapers } from './open-papers.ts';
import { openPush } from './open-push.ts';
import { openVoice } from './open-voice.ts';
import type { Zalo } from './open-zalo.ts';
import type { ZaloBot } from './open-zalo-bot.ts';

/** Any port ready-made: the whole of test injection. */
export type Overrides = {
  library?: Library;
  dossiers?: DossierSource;
  now?: () => Date;
  pushTo?: (endpoint: URL) => boolean;
  /** How files that people send are fetched from the platforms. */
  download?: SafeDownload;
  /** Where the hosts of messaging clients are. */
  place?: Place;
  pace?: Pace;
};

export type App = {
  knowledge: Knowledge;
  dialog: Dialog;
  /** The same dialogue deciding otherwise, to measure what that would bring. */
  dialogWith(decision: Decision): Dialog;
  /** What the evaluation and `npm run ask` file. */
  trials: MemoryCases;
  history: History;
  /** What the sources of dossiers said last; the caller sees to it that what is old is forgotten. */
  lastKnown: LastKnownMemory;
  metrics: Metrics;
  /** Who follows which dossier: its watch is started and stopped by the caller, its channels belong to the assistant's. */
  notices: Notices;
  /** What the web chat tells network addresses apart by. */
  networkKey: Buffer;
  /** Files that the web chat was handed and no message has named yet. */
  uploads: Uploads;
  /** The printed forms of filings. */
  drafts: Drafts;
  /** Sends filings to their agencies; started and stopped by the caller. */
  submitter: Submitter;
  /** The Telegram bot, where it is set up: opened and closed by the caller, its channels belong to the assistant's. */
  telegram: (Telegram & { senders: Channel[] }) | null;
  /** The Zalo Official Account, where it is set up: its channel belongs to the assistant's, its routes to the web server. */
  zalo: (Zalo & { sender: Channel }) | null;
  /** A bot of the Zalo Bot platform, where it is set up. */
  zaloBot: ZaloBot | null;
  /** The programs of agencies that carry messages. */
  messaging: ReturnType<Messaging['join']>;
  /** What is kept of telephone calls, and of who wants to be called back. */
  calls: KeptCalls;
  /** The telephone, where it is set up: its channel belongs to the assistant's, its doors to the web server. */
  hotline: Hotline | null;
  /** Tells people whose page is closed. */
  push: Push;
  /** The assistant for these channels; started and stopped by the caller. */
  assistantFor(channels: Channel[]): Assistant;
  close(): Promise<void>;
};

/** The composition root: everything is made here and handed down. */
export async function composeApp(config: Config, log: Logger, overrides: Overrides = {}): Promise<App> {
  const knowledge = await openKnowledge(config, log);
  const { pool } = knowledge.database;
  const library = overrides.library ?? knowledge.library;
  const now = overrides.now ?? (() => new Date());
  const source =
    overrides.dossiers ??
    openDossiers({ pool, settings: config.dossierSources, seal: await sealFor(pool, config.notices.key, 'source tokens'), log, now });
  const lastKnown = createLastKnown({ pool, mask: (text, dossier) => hideText(text, namesIn(dossier, false)) });
  const dossiers = createDossiers({ source, lastKnown, log });
  const metrics = createMetrics();
  const seal = await sealFor(pool, config.notices.key, 'petitions');
  const attempts = createAttempts({ pool, now, limits: limitsOf(config.pinTriesNetwork) });
  const petitions = createPetitions({ pool, seal, attempts });
  const calendar = readCalendar([shippedCalendar, join(config.dataDir, 'calendar')]);
  const sources = config.dossierSources.map(({ mapping, watch }) => ({ name: mapping.name, watch }));
  const notices = openNotices({
    pool,
    settings: config.notices,
    source: rememberFound({ source, lastKnown, log }),
    sources,
    calendar,
    now,
    log,
    meter: metrics.meter,
  });
  const parts = {
    library,
    dossiers,
    attempts,
    meter: metrics.meter,
    calendar,
    subscriptions: notices.subscriptions,
    policy: config.dossierPolicy,
    petitions,
    ratings: createRatings({ pool, seal }),
    now,
  };
  const folder = knowledge.database.embedded ? config.dataDir : null;
  const channels = await openChannels({ ...overrides, pool, config, meter: metrics.meter, log, now });
  const { telegram, zalo, zaloBot, messaging } = channels;
  const fetchers = fetchersOf(channels);
  const papers = await openPapers({ pool, key: config.notices.key, clamd: config.clamd, folder, meter: metrics.meter, fetchers });
  const trials = memoryCases();
  const caseSeal = await sealFor(pool, config.notices.key, 'cases');
  const filings = {
    forms: readForms([shippedForms, join(config.dataDir, 'forms')]),
    places: readPlaces(),
    cases: withTrials(createCases({ pool, seal: caseSeal, attempts, now }), trials),
    library,
    calendar,
    now,
    targets: openTargets({ pool, settings: config.filingTargets, seal: await sealFor(pool, config.notices.key, 'source tokens'), now }),
    appointments: createAppointments({ pool }),
    papers: async (visitor: Visitor, id: string) => total(await papers.ports.store.list(visitor, `case ${id}`)),
  };
  const lifeEvents = { events: readLifeEvents(shippedLifeEvents), seal: await sealFor(pool, config.notices.key, 'plans') };
  const printer = createPrinter();
  const filed = createDrafts({ forms: filings.forms, cases: filings.cases, printer, now });
  const planned = withPlans({ drafts: filed, ...lifeEvents, printer, calendar, now });
  const drafts = withAppointmentFiles(planned, { appointments: filings.appointments, printer, now });
  const queue = createSubmissions({ pool, seal: caseSeal, paperSeal: await paperSeal(pool, config.notices.key) });
  const submitter = createSubmitter({
    ...filings,
    queue,
    printer,
    log,
    meter: metrics.meter,
    replica: randomUUID().slice(0, 8),
  });
  const dialogWith = (decision: Decision) =>
    withPapers(createDialog(createRespond({ ...parts, filings, lifeEvents, decision }), petitions, filings), papers.ports);
  const voice = await openVoice({
    pool,
    key: config.notices.key,
    settings: config.speech,
    attachments: papers.ports.attachments,
    meter: metrics.meter,
    log,
    now,
  });
  const spoken = withVoice(dialogWith(standardDecision), voice.ports);
  const alone = zalo === null ? spoken : withStaff(spoken, zalo.holds, voice.ports);
  const grouped = telegram === null ? alone : withGroups(alone, { [telegram.group]: telegram.privately });
  const keptCalls = await openCalls({ pool, key: config.notices.key, meter: metrics.meter });
  const phone = withPhone(grouped, {
    ...parts,
    forms: filings.forms,
    texts: notices.textsFor(keptCalls.calls.number),
    tellsByText: notices.subscriptions.ways.includes('sms'),
  });
  const dialog = inLanguage(withCallBack(phone, createCallBack({ callBacks: keptCalls.callBacks, calendar, now })));
  const hotline =
    config.hotline === null
      ? null
      : await (await import('./open-hotline.ts')).openHotline({
          settings: config.hotline,
          speech: config.speech,
          kept: keptCalls,
          calendar,
          folder,
          ready: () => pool.query('select 1').then(() => true),
          meter: metrics.meter,
          log,
          now,
          ...(overrides.place !== undefined && { place: overrides.place }),
        });
  const rule = overrides.pushTo === undefined ? {} : { accepts: overrides.pushTo };
  const push = await openPush({ pool, settings: config.notices, log, ...rule });
  return {
    knowledge,
    dialog,
    dialogWith,
    trials,
    history: createHistory(pool, caseSeal),
    lastKnown,
    metrics,
    notices,
    networkKey: await ownKey(pool, 'network'),
    uploads: papers.uploads,
    drafts,
    submitter,
    telegram: telegram === null ? null : { ...telegram, senders: telegram.channels(drafts, voice.mouth) },
    zalo: zalo === null ? null : { ...zalo, sender: zalo.channel(drafts) },
    zaloBot,
    messaging: messaging.join(drafts),
    calls: keptCalls,
    hotline,
    push,
    assistantFor: (channels) =>
      createAssistant({
        inbox: createInbox(pool, caseSeal),
        outbox: createOutbox(pool, caseSeal),
        dialog,
        channels,
        log,
        replica: randomUUID().slice(0, 8),
        meter: metrics.meter,
      }),
    close: async () => {
      await push.close();
      await knowledge.close();
    },
  };
}
