import type pg from 'pg';
import type { Alerts } from '../bot/ports.ts';

/** What somebody must see to, with since when it is so. `why` is a word or a code. */
export type Alert = { channel: string; why: string; since: Date; lastAt: Date; times: number };

export function createAlerts(pool: pg.Pool): Alerts {
  return {
    raise: async (channel, why) => {
      await pool.query(raise, [channel, why]);
    },
    clear: async (channel, why) => {
      await pool.query('delete from channel_alerts where channel = $1 and why = any ($2)', [channel, why]);
    },
  };
}

/** What is open, the oldest first. */
export async function openAlerts(pool: pg.Pool): Promise<Alert[]> {
  const { rows } = await pool.query<Alert>(
    'select channel, why, since, last_at as "lastAt", times from channel_alerts order by since, why',
  );
  return rows;
}

const raise = `
  insert into channel_alerts (channel, why) values ($1, $2)
  on conflict (channel, why) do update set last_at = now(), times = channel_alerts.times + 1`;
