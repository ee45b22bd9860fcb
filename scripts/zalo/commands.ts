import { z } from 'zod';
import { vietnamTime } from '../../bot/calendar/dates.ts';
import { OperatorError } from '../../bot/errors.ts';
import { party } from '../../connectors/zalo/call.ts';
import type { LoggedIn } from '../../connectors/zalo/login.ts';
import { openAlerts } from '../../knowledge/channel-alerts.ts';
import type { Database } from '../../knowledge/database.ts';
import { sealFor } from '../../knowledge/seals.ts';
import { listUndelivered } from '../../knowledge/undelivered.ts';
import { createZaloPeople } from '../../knowledge/zalo-people.ts';
import { createZaloTokens, type Kept } from '../../knowledge/zalo-tokens.ts';
import type { Config } from '../config.ts';
import type { Program } from '../errands/take.ts';
import { openLogin } from '../open-zalo.ts';
import type { ZaloSettings } from '../zalo-settings.ts';
import { alertLines } from './alert-lines.ts';

const requestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status') }),
  z.object({ kind: z.literal('begin') }),
  /** `address`: where the administrator was led back. */
  z.object({ kind: z.literal('finish'), address: z.string().max(4_000) }),
]);
export type ZaloRequest = z.infer<typeof requestSchema>;

export type ZaloCommandsOptions = { config: Config; pool: Database['pool'] };

/** The account's consent and how it stands, as a command. Exits 1 where somebody must see to something. */
export function zaloCommands({ config, pool }: ZaloCommandsOptions): Program {
  return async (given, { out }) => {
    const request = requestSchema.parse(given);
    const settings = config.zalo;
    if (settings === null) throw new OperatorError('Zalo is not set up: ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_ID and ZALO_OA_SECRET.');
    const { key } = config.notices;
    if (request.kind === 'status') return status({ pool, settings, key }, out);
    const login = await openLogin({ pool, settings, key });
    if (request.kind === 'begin') {
      out(`${await login.begin()}\n`);
      return 0;
    }
    const result = await login.finish(request.address);
    if (result.kind !== 'done') throw new OperatorError(sentenceFor(result, settings));
    out('The account has consented. Messages go out from now on.\n');
    return 0;
  };
}

type Parts = { pool: Database['pool']; settings: ZaloSettings; key: Buffer | null };

async function status({ pool, settings, key }: Parts, out: (text: string) => void): Promise<number> {
  const kept = await createZaloTokens({ pool, app: settings.appId, seal: await sealFor(pool, key, 'zalo') }).read();
  const last = await createZaloPeople(pool, party).lastEvent();
  const alerts = (await openAlerts(pool)).filter(({ channel }) => channel === party);
  const failed = (await listUndelivered(pool, 7, 200)).filter(({ channel }) => channel === party);
  const lines = [
    `Account:      ${settings.account}, app ${settings.appId}`,
    `Consent:      ${consentOf(kept)}`,
    ...(kept === null ? [] : [`Token:        refreshed ${minute(kept.obtainedAt)}, good until ${minute(kept.expiresAt)}`]),
    `Webhook:      ${settings.secret === null ? 'bootstrap: everything is dropped until ZALO_OA_SECRET is the OA Secret Key' : 'signatures are checked'}`,
    `Last event:   ${last === null ? 'none yet' : minute(last.toISOString())}`,
    `Given up:     ${failed.length} messages in 7 days${failed.length === 0 ? '' : ` (${reasonsOf(failed)})`}`,
    ...alertLines(alerts, minute),
  ];
  out(`${lines.join('\n')}\n`);
  return kept === null || kept.consentSince !== null || alerts.length > 0 ? 1 : 0;
}

function consentOf(kept: Kept | null): string {
  if (kept === null) return 'needed: npm run zalo -- login';
  if (kept.consentSince === null) return 'given';
  return `needed since ${minute(kept.consentSince)}: npm run zalo -- login`;
}

function sentenceFor(result: Exclude<LoggedIn, { kind: 'done' }>, { account }: ZaloSettings): string {
  switch (result.kind) {
    case 'incomplete':
      return 'The address has no code, state and oa_id: copy the whole address to which the browser was led back.';
    case 'unknown-state':
      return 'This consent was not begun here, is older than an hour or was used before. Begin again: npm run zalo -- login';
    case 'other-account':
      return `Another account has consented. ZALO_OA_ID is ${account}.`;
    case 'refused':
      return `Zalo has refused the code (${result.why}): a code is good for ten minutes and once. Begin again: npm run zalo -- login`;
    case 'unclear':
      return `Zalo gave no answer that can be read (${result.why}). Begin again: npm run zalo -- login`;
  }
}

function reasonsOf(failed: { reason: string }[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of failed) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${count} × ${reason}`).join(', ');
}

/** As a clock in Vietnam shows it. */
function minute(at: string): string {
  const read = vietnamTime(at);
  return read === null ? at : `${read.date} ${read.time ?? ''}`.trim();
}
