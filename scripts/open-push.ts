import type { Logger } from 'pino';
import { createPush, type Push } from '../connectors/webchat/push.ts';
import type { Database } from '../knowledge/database.ts';
import { ownKey } from '../knowledge/keys.ts';
import { createPushTargets } from '../knowledge/push-targets.ts';
import { createSeal } from '../knowledge/seal.ts';
import { keepUndelivered } from '../knowledge/undelivered.ts';
import type { NoticeSettings } from './notice-settings.ts';

export type PushParts = { pool: Database['pool']; settings: NoticeSettings; log: Logger; accepts?: (endpoint: URL) => boolean };

/** Web Push of the chat page. It needs no setting: its key pair is made once and kept with the installation's own keys. */
export async function openPush({ pool, settings, log, ...rule }: PushParts): Promise<Push> {
  const seal = createSeal(settings.key ?? (await ownKey(pool, 'seal')), 'push');
  const targets = createPushTargets({ pool, seal });
  const undelivered = (kind: 'address-ended' | 'given-up', reason: string, attempts: number) =>
    keepUndelivered(pool, { channel: 'push', kind, reason, attempts });
  return createPush({ key: await ownKey(pool, 'push'), contact: contactOf(settings), targets, undelivered, log, ...rule });
}

/** Its own setting, else what is set for something else. A bare installation names an address that is nobody's. */
function contactOf({ pushContact, email, publicUrl }: NoticeSettings): string {
  const from = /[^\s<]+@[^\s>]+/.exec(email?.from ?? '')?.[0];
  return pushContact ?? (from === undefined ? null : `mailto:${from}`) ?? publicUrl ?? 'mailto:motcua@example.org';
}
