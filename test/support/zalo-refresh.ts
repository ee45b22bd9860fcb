import { join } from 'node:path';
import pino from 'pino';
import { createOAuth } from '../../connectors/zalo/oauth.ts';
import { type Access, createAccess } from '../../connectors/zalo/token.ts';
import { createAlerts } from '../../knowledge/channel-alerts.ts';
import type { Database } from '../../knowledge/database.ts';
import { createSeal } from '../../knowledge/seal.ts';
import { createAsideFile } from '../../knowledge/zalo-aside.ts';
import { createZaloTokens } from '../../knowledge/zalo-tokens.ts';
import { zaloApp } from '../fakes/zalo-oauth.ts';
import { open } from './databases.ts';

/** What a replica of ours is made from to refresh tokens; its waits are short. `at` is called before and after each step by its name. */
export type Replica = { pool: Database['pool']; dataDir: string; url: string; at?: (point: string) => void; log?: (line: string) => void };

export const testSeal = createSeal(Buffer.alloc(32, 7), 'zalo');

export const storeOf = (pool: Database['pool']) =>
  createZaloTokens({ pool, app: zaloApp.id, seal: testSeal, leaseSeconds: 1, againSeconds: [0.1, 0.1] });

export function accessOf({ pool, dataDir, url, at = () => {}, log = () => {} }: Replica): Access {
  const { id: appId, secret: appSecret } = zaloApp;
  return createAccess({
    store: watched(storeOf(pool), at),
    aside: watched(createAsideFile(join(dataDir, 'aside'), appId, testSeal), at),
    oauth: watched(createOAuth({ url, appId, appSecret, limitMs: 3_000 }), at),
    alerts: createAlerts(pool),
    meter: { count: () => {} },
    log: pino({ level: 'trace' }, { write: log }),
    pauseMs: 20,
  });
}

/** The same functions; before and after each its name is told. */
function watched<Port extends object>(port: Port, at: (point: string) => void): Port {
  return new Proxy(port, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function') return call;
      return (...given: unknown[]) => {
        at(`before ${String(name)}`);
        const result: unknown = call(...given);
        if (!(result instanceof Promise)) {
          at(`after ${String(name)}`);
          return result;
        }
        return result.then((value: unknown) => {
          at(`after ${String(name)}`);
          return value;
        });
      };
    },
  });
}

// As a process of its own: refreshes once, and dies at the point that it is told.
const [, program, url, dataDir = '', oauth = '', point] = process.argv;
if (program === import.meta.filename) {
  const database = await open({ url: url === '' ? null : (url ?? null), dataDir, drop: async () => {} });
  const at = (reached: string) => {
    if (reached === point) process.kill(process.pid, 'SIGKILL');
  };
  await accessOf({ pool: database.pool, dataDir, url: oauth, at }).token(null, AbortSignal.timeout(20_000));
  await database.close();
}
