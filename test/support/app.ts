import pino from 'pino';
import type { Assistant } from '../../bot/assistant.ts';
import type { Channel } from '../../bot/ports.ts';
import { startHttp } from '../../connectors/http.ts';
import { createWebchat } from '../../connectors/webchat/webchat.ts';
import { type App, composeApp, type Overrides } from '../../scripts/compose.ts';
import { readConfig } from '../../scripts/config.ts';
import type { Place } from './databases.ts';
import { type Settings, settingsOf } from './server.ts';

/** The whole application in this process, on a port of its own: what a server does, with a clock or a source that the test holds. */
export type RunningApp = {
  app: App;
  assistant: Assistant;
  url: string;
  /** All that was logged, at the most talkative level. */
  log(): string;
  stop(): Promise<void>;
};

/** `channels`: those beside the web chat. */
export async function startApp(
  place: Place,
  overrides: Overrides = {},
  settings: Settings = {},
  channels: Channel[] = [],
): Promise<RunningApp> {
  const config = readConfig({ ...settingsOf(place), ...settings });
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
  const app = await composeApp(config, log, overrides);
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
    ...channels,
  ]);
  const zaloRoutes = zalo?.routes({ receive: assistant.receive, history: app.history }) ?? [];
  const bot = telegram?.open({ receive: assistant.receive, history: app.history });
  const zaloBotHeard = zaloBot?.hear(assistant.receive);
  const moreRoutes = [
    ...(bot?.routes ?? []),
    ...(zaloBotHeard === undefined ? [] : [zaloBotHeard.routes]),
    messaging.routes(assistant.receive),
  ];
  const routes = [
    app.metrics.routes(config.metricsToken),
    ...app.notices.routes,
    ...zaloRoutes,
    ...moreRoutes,
    webchat.routes(assistant.receive),
  ];
  const server = await startHttp({ host: '127.0.0.1', port: 0, trustProxy: config.trustProxy, log, ready: async () => true, routes });
  assistant.start();
  void bot?.start();
  const zaloBotOpen = zaloBotHeard?.listen();
  return {
    app,
    assistant,
    url: `http://127.0.0.1:${server.port}`,
    log: () => lines.join(''),
    stop: async () => {
      const closed = server.close();
      webchat.close();
      await zaloBotOpen?.stop();
      await closed;
      await bot?.close();
      await assistant.stop();
      await app.close();
    },
  };
}
