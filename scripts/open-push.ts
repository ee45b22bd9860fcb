import type { Logger } from 'pino';
import { createPush, type Push } from '../connectors/webchat/push.ts';
import type { Database } from '../knowledge/database.ts';
import { ownKey } from '../knowledge/keys.ts';
import { createPushTargets } from '../knowledge/push-targets.ts';
import { createSeal } from '../knowledge/seal.ts';
import type { NoticeSettings } from './notice-settings.ts';

export type PushParts = { pool: Database['pool']; settings: NoticeSettings; log: Logger; accepts?: (endpoint: URL) => boolean };

/** Web Push of the chat page. It needs no setting: its key pair is made once and kept with the installation's own keys. */
export async function openPush({ pool, settings, log, ...rule }: PushParts): Promise<Push> {
  const seal = createSeal(settings.key ?? (await ownKey(pool, 'seal')), 'push');
  const address = /[^\s<]+@[^\s>]+/.exec(settings.email?.from ?? '')?.[0] ?? 'motcua@example.org';
  const targets = createPushTargets({ pool, seal });
  return createPush({ key: await ownKey(pool, 'push'), contact: `mailto:${address}`, targets, log, ...rule });
}
