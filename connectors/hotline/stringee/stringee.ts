import type { Express } from 'express';
import type { Logger } from 'pino';
import { isHostIn } from '../../safe-download.ts';
import { createSwitchboard, type SwitchboardOptions } from './switchboard.ts';
import { stringeeWebhook } from './webhook.ts';

export type StringeeOptions = SwitchboardOptions & {
  /** The signing secret of the project. */
  secret: string;
  log: Logger;
};

export type Stringee = { routes(app: Express): void /** Ends all calls. */; close(): void };

/** Calls that Stringee brings, led turn by turn. */
export function createStringee(options: StringeeOptions): Stringee {
  const board = createSwitchboard(options);
  const isAllowed = (host: string) => isHostIn(options.hosts, host);
  return { routes: stringeeWebhook({ ...options, board, isAllowed }), close: board.close };
}
