import type { Logger } from 'pino';
import { OperatorError } from '../bot/errors.ts';
import { dossierWebhook } from '../connectors/dossiers/webhook.ts';
import { type RunningServer, startHttp } from '../connectors/http.ts';
import { createWebchat } from '../connectors/webchat/webchat.ts';
import { forgetOldAppointments } from '../knowledge/appointments.ts';
import { forgetOldCases } from '../knowledge/cases.ts';
import { forgetDossiers } from '../knowledge/forget-dossiers.ts';
import { forgetPaces } from '../knowledge/pace.ts';
import { forgetOldPapers } from '../knowledge/papers.ts';
import { forgetClosedPetitions } from '../knowledge/petitions.ts';
import { createWebhookRequests } from '../knowledge/webhook-requests.ts';
import { forgetSent } from '../knowledge/zalo-people.ts';
import { appointmentCommands } from './appointments/commands.ts';
import { type App, composeApp } from './compose.ts';
import { type Config, readConfig } from './config.ts';
import { deskCommands } from './desk/commands.ts';
import { dossierCommands } from './dossiers/commands.ts';
import { takeErrands } from './errands/take.ts';
import { startForgetting } from './forget.ts';
import { createLog } from './log.ts';
import { main } from './main.ts';
import type { Hotline } from './open-hotline.ts';
import { zaloCommands } from './zalo/commands.ts';

await main(async () => {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const app = await composeApp(config, log);
  const webchat = createWebchat({
    history: app.history,
    log,
    networkKey: app.networkKey,
    push: app.push,
    limits: config.messageLimits,
    uploads: app.uploads,
    drafts: app.drafts,
  });
  const { telegram, zalo, zaloBot, messaging } = app;
  const assistant = app.assistantFor([
    webchat.channel,
    ...app.notices.channels,
    ...(telegram?.senders ?? []),
    ...(zalo === null ? [] : [zalo.sender]),
    ...(zaloBot === null ? [] : [zaloBot.channel]),
    ...messaging.channels,
    ...(app.hotline === null ? [] : [app.hotline.channel]),
  ]);
  const zaloRoutes = zalo?.routes({ receive: assistant.receive, history: app.history }) ?? [];
  const bot = telegram?.open({ receive: assistant.receive, history: app.history });
  const zaloBotHeard = zaloBot?.hear(assistant.receive);
  const hotline = app.hotline?.open(assistant.receive);
  const moreRoutes = [
    ...(zaloBotHeard === undefined ? [] : [zaloBotHeard.routes]),
    messaging.routes(assistant.receive),
    ...(hotline?.routes ?? []),
  ];
  const routes = [...(bot?.routes ?? []), ...zaloRoutes, ...moreRoutes, webchat.routes(assistant.receive)];
  const server = await listen(config, log, app, routes, hotline);
  assistant.start();
  void bot?.start();
  app.notices.watch.start();
  app.submitter.start();
  const fresh = zalo?.keepFresh();
  const zaloBotOpen = zaloBotHeard?.listen();
  const { pool, embedded } = app.knowledge.database;
  const now = () => new Date();
  // Commands of staff cannot open the embedded database while we have it: we do what they are asked.
  const programs = {
    dossiers: dossierCommands({ config, pool, now }),
    desk: deskCommands({ config, pool }),
    appointments: appointmentCommands({ pool, now }),
    zalo: zaloCommands({ config, pool }),
  };
  const errands = embedded ? takeErrands({ dataDir: config.dataDir, programs, log }) : null;
  const forgetEnded = forgetDossiers({ pool, keepDays: config.dossierKeepDays });
  const petitionMs = config.petitionDays * 86_400_000;
  const forgetOld = async (at: Date) =>
    (await app.lastKnown.forgetOld(at)) +
    (await forgetEnded(at)) +
    (await forgetOldPapers(pool, at)) +
    (await forgetOldCases(pool, at)) +
    (await forgetOldAppointments(pool, at)) +
    (await forgetPaces(pool)) +
    (await forgetSent(pool, at)) +
    (await app.calls.forgetOld(at, config.hotline?.recordingDays ?? 1)) +
    (await forgetClosedPetitions(pool, new Date(at.getTime() - petitionMs)));
  const forgetting = startForgetting({ forgetOld, log, now });
  announce(config, server, app);
  await stopSignal();
  log.info('stopping');
  await hotline?.stop();
  // First no new messages, then no open streams, then the turns in progress, then the database.
  await hotline?.close();
  const closed = server.close();
  webchat.close();
  await closed;
  await bot?.close();
  await Promise.all([app.notices.watch.stop(), app.submitter.stop(), fresh?.stop(), zaloBotOpen?.stop()]);
  await errands?.stop();
  await forgetting.stop();
  await assistant.stop();
  await app.close();
  log.info('stopped');
  return 0;
});

type OpenHotline = ReturnType<Hotline['open']>;

async function listen(
  config: Config,
  log: Logger,
  app: App,
  channels: ReturnType<ReturnType<typeof createWebchat>['routes']>[],
  hotline: OpenHotline | undefined,
): Promise<RunningServer> {
  try {
    await hotline?.start();
    const ready = async () =>
      app.knowledge.database.pool
        .query('select 1')
        .then(() => true)
        .catch(() => false);
    const webhook = dossierWebhook({
      secrets: config.notices.webhooks,
      take: createWebhookRequests(app.knowledge.database.pool),
      now: () => new Date(),
      meter: app.metrics.meter,
    });
    const routes = [app.metrics.routes(config.metricsToken), webhook, ...app.notices.routes, ...channels];
    return await startHttp({
      host: config.host,
      port: config.port,
      trustProxy: config.trustProxy,
      log,
      ready,
      routes,
      upgrades: hotline?.upgrades ?? [],
    });
  } catch (error) {
    await hotline?.stop();
    await hotline?.close();
    await app.close();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new OperatorError(`Port ${config.port} is in use by another program. Set PORT to a free one.`);
    }
    throw error;
  }
}

function announce(config: Config, server: RunningServer, app: App): void {
  const lines = [
    'Một Cửa is running.',
    `  Web chat:    http://localhost:${server.port}`,
    `  Health:      http://localhost:${server.port}/healthz  /readyz`,
    `  Database:    ${config.databaseUrl === null ? `embedded, in ${config.dataDir}` : 'PostgreSQL (DATABASE_URL)'}`,
    `  Procedures:  ${app.knowledge.library.size()}${app.knowledge.library.size() < 1_000 ? ' (starter base; import the portal with: npm run ingest -- FILE)' : ''}`,
    `  Dossiers:    ${config.demo ? 'demonstration register on, try H40.23.08-250715-0012, PIN 482613' : 'own register'}${config.dossierSources.map(({ mapping }) => `, ${mapping.name}`).join('')}`,
    `  Notices:     in the conversation${config.notices.email === null ? '' : ', e-mail'}${config.notices.sms === null ? '' : ', SMS'}`,
    `  Telegram:    ${config.telegram === null ? 'off' : config.telegram.webhook === null ? 'on, asked for messages (polling)' : 'on, messages come to /webhooks/telegram'}`,
    `  Zalo:        ${config.zalo === null ? 'off' : `account ${config.zalo.account}${config.zalo.secret === null ? ', bootstrap: what comes is dropped until ZALO_OA_SECRET is set' : ''} (npm run zalo -- status)`}`,
    `  Zalo Bot:    ${config.zaloBot === null ? 'off' : config.zaloBot.webhook === null ? 'on, asked for messages (polling)' : 'on, messages come to /webhooks/zalo-bot'}`,
    `  Messaging:   ${config.messaging.length === 0 ? 'off' : config.messaging.map(({ name }) => name).join(', ')}`,
    `  Voice notes: ${config.speech === null ? 'off' : `heard${config.speech.mouth === null ? '' : ', answered by voice'}${config.speech.ffmpeg === null ? '; without ffmpeg none of Zalo' : ''}`}`,
    `  Hotline:     ${hotlineLine(config)}`,
    '  Model:       off (answers come from the records alone)',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function hotlineLine({ hotline, speech }: Config): string {
  if (hotline === null) return 'off';
  const { asterisk, twilio, stringee } = hotline;
  const ways = [
    ...(asterisk === null ? [] : ['Asterisk (/thoai/media)']),
    ...(asterisk?.audiosocket ? [`AudioSocket (port ${asterisk.audiosocket.port})`] : []),
    ...(twilio === null ? [] : ['Twilio']),
    ...(stringee === null ? [] : ['Stringee']),
  ];
  return `${ways.join(', ')}; ${speech === null ? 'by keys alone, spoken by espeak-ng' : speech.mouth === null ? 'spoken by espeak-ng' : 'heard and spoken'}`;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
}
