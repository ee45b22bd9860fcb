import type pg from 'pg';

/** Takes a signed request once: its codes are due at once. False when it was taken before; then nothing happens. */
export function createWebhookRequests(pool: pg.Pool): (source: string, signature: string, codes: string[]) => Promise<boolean> {
  return async (source, signature, codes) => {
    const { rows } = await pool.query<{ fresh: boolean }>(takeRequest, [source, signature, codes]);
    return rows[0]?.fresh === true;
  };
}

// One statement, so one commit: a request that failed half-way may come again.
const takeRequest = `
  with fresh as (
    insert into webhook_requests (source, signature) values ($1, $2) on conflict do nothing returning source
  ), nudged as (
    insert into watch_nudges (code) select code from fresh, unnest($3::text[]) as given (code) join watched_dossiers using (code)
  )
  select exists (select from fresh) as fresh`;
