import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Logger } from 'pino';
import { reasonOf } from '../bot/errors.ts';
import { limitSlow, type Pace } from './slow.ts';
import { createUpgrades, type Upgrade, type Upgrades } from './upgrades.ts';

export type HttpOptions = {
  host: string;
  /** 0 takes any free port. */
  port: number;
  trustProxy: boolean;
  log: Logger;
  /** How fast files of citizens must come; without it 4 KB/s over 20 s. */
  pace?: Pace;
  /** True when questions can be answered now. */
  ready(): Promise<boolean>;
  /** Each connector adds its own routes. */
  routes: ((app: Express) => void)[];
  /** The paths of WebSockets. */
  upgrades?: Upgrade[];
};

export type RunningServer = { port: number; close(): Promise<void> };

/** The web server: health, the connectors' routes, and one place where what goes wrong becomes a status and a sentence. */
export async function startHttp(options: HttpOptions): Promise<RunningServer> {
  const app = express();
  app.disable('x-powered-by');
  // One proxy is ours: what stands before its own entry in X-Forwarded-For is the client's to invent.
  app.set('trust proxy', options.trustProxy ? 1 : false);
  app.use(limitSlow(options.pace));
  app.get('/healthz', (_request, response) => {
    response.type('text').send('ok\n');
  });
  app.get('/readyz', async (_request, response) => {
    const ready = await options.ready();
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready\n' : 'not ready\n');
  });
  for (const add of options.routes) add(app);
  app.use((_request, response) => {
    response.status(404).json({ error: 'Không có trang này.', english: 'There is no such page.' });
  });
  app.use(answerError(options.log));
  const upgrades = createUpgrades(options.upgrades ?? []);
  const server = createServer({ headersTimeout: 10_000, requestTimeout: slowestMs, shouldUpgradeCallback: upgrades.isWanted }, app);
  server.on('upgrade', upgrades.take);
  await listen(server, options);
  const { port } = server.address() as AddressInfo; // a TCP server that listens has a port
  return { port, close: () => close(server, upgrades) };
}

/** However steadily a file comes. */
const slowestMs = 180_000;

function answerError(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status >= 500) log.error({ path: request.path, reason: reasonOf(error) }, 'request failed');
    response.status(status).json(sentences[status === 400 || status === 413 || status === 415 ? status : 503]);
  };
}

/** body-parser marks what the client did wrong with a 4xx status; anything else is ours. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : 503;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 503;
}

const sentences = {
  400: {
    error: 'Tin gửi lên không đọc được. Bạn tải lại trang rồi gửi lại giúp tôi.',
    english: 'The message could not be read. Please reload the page and send it again.',
  },
  413: { error: 'Tin nhắn dài quá. Bạn gửi ngắn lại giúp tôi.', english: 'The message is too long. Please send a shorter one.' },
  415: { error: 'Tin gửi lên không đúng dạng.', english: 'The message is not in the right format.' },
  503: {
    error: 'Hệ thống đang bận, chưa nhận được tin. Bạn gửi lại sau ít phút.',
    english: 'The system is busy and did not take the message. Please send it again in a few minutes.',
  },
} as const;

function listen(server: Server, { host, port }: HttpOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Requests under way have five seconds to finish; connections that only wait are cut. */
function close(server: Server, upgrades: Upgrades): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    upgrades.close();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });
}
