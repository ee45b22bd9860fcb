import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Unavailable } from '../../bot/errors.ts';
import { createLogin } from '../../connectors/zalo/login.ts';
import { createOAuth } from '../../connectors/zalo/oauth.ts';
import { openAlerts } from '../../knowledge/channel-alerts.ts';
import type { Database } from '../../knowledge/database.ts';
import { dropLeases } from '../../knowledge/lease.ts';
import { createSeal } from '../../knowledge/seal.ts';
import { createZaloTokens } from '../../knowledge/zalo-tokens.ts';
import { type FakeZalo, fakeZalo } from '../fakes/zalo.ts';
import { zaloApp } from '../fakes/zalo-oauth.ts';
import { kinds, open, type Place } from '../support/databases.ts';
import { accessOf, storeOf, testSeal } from '../support/zalo-refresh.ts';

const program = fileURLToPath(new URL('../support/zalo-refresh.ts', import.meta.url));
const { account, id: appId, secret: appSecret } = zaloApp;
const signal = () => AbortSignal.timeout(20_000);

describe.each(kinds)('the tokens of Zalo on $name', (kind) => {
  let place: Place;
  let database: Database;
  let fake: FakeZalo;
  let lines: string;
  beforeAll(async () => {
    place = await kind.make();
    database = await open(place);
  });
  afterAll(async () => {
    await database?.close();
    await place?.drop();
  });
  beforeEach(async () => {
    lines = '';
    fake = await fakeZalo();
    await database.pool.query('delete from zalo_tokens');
    await database.pool.query('delete from channel_alerts');
    rmSync(join(place.dataDir, 'aside'), { recursive: true, force: true });
    await seeded(60);
  });
  afterEach(() => fake.close());

  /** A pair as the platform gave it, whose access token ends after so long; one of a minute is as good as ended. */
  const seeded = async (seconds: number) => storeOf(database.pool).keep(0, { ...fake.oauth.rotate(), seconds, account });
  const replica = () =>
    accessOf({
      pool: database.pool,
      dataDir: place.dataDir,
      url: fake.url,
      log: (line) => {
        lines += line;
      },
    });
  const alerts = async () => (await openAlerts(database.pool)).map(({ why }) => why);
  const consentAgain = async () => {
    const oauth = createOAuth({ url: fake.url, appId, appSecret });
    const store = storeOf(database.pool);
    const login = createLogin({ oauth, account, redirectUrl: 'https://motcua.vn/zalo/consent', store, consented: async () => {} });
    return login.finish(fake.oauth.agree(await login.begin()));
  };

  it('are used as they are while they are good', async () => {
    await database.pool.query('delete from zalo_tokens');
    await seeded(90_000);
    expect(await replica().token(null, signal())).toBe(fake.oauth.access);
    expect(fake.oauth.granted).toBe(0);
  });

  it('are refreshed once for two replicas with many who ask at once', async () => {
    const replicas = [replica(), replica()];
    const all = Array.from({ length: 40 }, (_, at) => replicas[at % 2]?.token(null, signal()));
    expect(new Set(await Promise.all(all))).toEqual(new Set([fake.oauth.access]));
    expect([fake.oauth.granted, fake.oauth.refused]).toEqual([1, 0]);
  });

  it('are replaced where the platform refuses what seems good, and the new one is for all', async () => {
    await database.pool.query('delete from zalo_tokens');
    await seeded(90_000);
    const [one, two] = [replica(), replica()];
    const stale = await one.token(null, signal());
    const fresh = await one.token(stale, signal());
    expect(fresh).toBe(fake.oauth.access);
    expect(fresh).not.toBe(stale);
    expect(await two.token(stale, signal())).toBe(fresh);
    expect(fake.oauth.granted).toBe(1);
  });

  it('are refreshed when four fifths of their time are over, and not before', async () => {
    await database.pool.query('delete from zalo_tokens');
    await seeded(90_000);
    await replica().refreshDue();
    expect(fake.oauth.granted).toBe(0);
    await database.pool.query(`update zalo_tokens set obtained_at = now() - interval '73000 s', expires_at = now() + interval '17000 s'`);
    await Promise.all([replica().refreshDue(), replica().refreshDue()]);
    expect(fake.oauth.granted).toBe(1);
    expect(await replica().token(null, signal())).toBe(fake.oauth.access);
  });

  it('stand sealed in the database, on the disk and in no log', async () => {
    await replica().token(null, signal());
    fake.oauth.trouble = 'broken';
    await database.pool.query('update zalo_tokens set expires_at = now()');
    await expect(replica().token(null, signal())).rejects.toThrow(Unavailable);
    const { rows } = await database.pool.query('select to_jsonb(zalo_tokens) as kept from zalo_tokens');
    expect(JSON.stringify(rows) + lines).not.toMatch(/[ar]tk_\d/);
    const other = createZaloTokens({ pool: database.pool, app: appId, seal: createSeal(Buffer.alloc(32, 8), 'zalo') });
    expect(await other.read()).toBeNull();
  });

  it.each(['lost', 'broken'] as const)('survive an answer that is %s: the same refresh token still counts', async (trouble) => {
    fake.oauth.trouble = trouble;
    await expect(replica().token(null, signal())).rejects.toThrow(Unavailable);
    expect(await alerts()).toEqual(['refresh-unclear']);
    expect(await eventually(() => replica().token(null, signal()))).toBe(fake.oauth.access);
    expect(fake.oauth.refused).toBe(0);
    expect(await alerts()).toEqual([]);
  });

  it('are gone where the answer was lost on its way back: staff are told, the dead token is tried three times at most', async () => {
    fake.oauth.trouble = 'drop';
    await expect(replica().token(null, signal())).rejects.toThrow(Unavailable);
    for (let tries = 0; tries < 8; tries += 1) {
      await pause(150);
      await expect(replica().token(null, signal())).rejects.toThrow(Unavailable);
    }
    expect(fake.oauth.refused).toBe(3);
    expect(await alerts()).toContain('consent');
    expect((await storeOf(database.pool).read())?.consentSince).not.toBeNull();
    expect(lines).toContain('npm run zalo -- login');

    expect(await consentAgain()).toEqual({ kind: 'done' });
    expect(await replica().token(null, signal())).toBe(fake.oauth.access);
    expect((await storeOf(database.pool).read())?.consentSince).toBeNull();
  });

  it('are kept though the database is away just then, by this process or the next on its disk', async () => {
    const broken = {
      ...database.pool,
      query: (sql: string, ...rest: unknown[]) => failingKeep(sql, rest),
    } as unknown as typeof database.pool; // only `query` is called
    let failures = 100;
    const failingKeep = async (sql: string, rest: unknown[]) => {
      if (sql.includes('insert into zalo_tokens') && failures > 0) {
        failures -= 1;
        throw new Error('the database is away');
      }
      return database.pool.query(sql, ...(rest as []));
    };
    const cut = (pool: typeof database.pool) => accessOf({ pool, dataDir: place.dataDir, url: fake.url });
    await expect(cut(broken).token(null, signal())).rejects.toThrow('the database is away');
    expect(await replica().token(null, signal())).toBe(fake.oauth.access);
    await database.pool.query('update zalo_tokens set expires_at = now()');
    failures = 3;
    expect(await cut(broken).token(null, signal())).toBe(fake.oauth.access);
    expect([fake.oauth.granted, fake.oauth.refused]).toEqual([2, 0]);
  });

  it('are kept though the disk cannot be used, and whatever it says of their time', async () => {
    fake.oauth.expiresIn = 'soon';
    writeFileSync(join(place.dataDir, 'aside'), 'a file in the place of the folder');
    const fresh = await replica().token(null, signal());
    expect(fresh).toMatch(/^atk_/);
    expect((await storeOf(database.pool).read())?.access).toBe(fresh);
    expect(lines).toContain('DATA_DIR cannot be used');
    expect(fake.oauth.granted).toBe(1);
  });

  it('outlive a slow replica that is refused what another has refreshed meanwhile', async () => {
    const kept = await storeOf(database.pool).read();
    const late = storeOf(database.pool);
    expect(await late.claim(kept?.version ?? 0, 'slow')).toBe(true);
    await pause(1_100);
    const fresh = await replica().token(null, signal());
    expect(await late.begin('slow')).toBe(false);
    expect(await late.keep(kept?.version ?? 0, { access: 'a', refresh: 'b', seconds: 90_000, account })).toBe(false);
    await late.refused(kept?.version ?? 0);
    expect(await storeOf(database.pool).read()).toMatchObject({ access: fresh, consentSince: null });
  });

  /** Refreshes in a process of its own that dies at this point, while nobody else has the database. */
  const die = async (point: string) => {
    const hold = point === 'hold';
    if (hold) fake.oauth.trouble = 'hold';
    await database.close();
    const args = ['--disable-warning=ExperimentalWarning', program, place.url ?? '', place.dataDir, fake.url, point];
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    fake.oauth.onHold = () => child.kill('SIGKILL');
    const [, how] = await once(child, 'exit');
    database = await open(place);
    expect(how).toBe('SIGKILL');
  };
  // Between the platform's answer and the disk there is nothing that could be kept.
  const unseen = ['after refresh', 'before put', 'hold'];
  const steps = ['read', 'claim', 'begin', 'refresh', 'put', 'keep', 'drop', 'release'];
  const points = steps.flatMap((step) => [`before ${step}`, `after ${step}`]).filter((point) => !unseen.includes(point));

  it.each(points)('survive a process that dies %s: one refresh, nobody is called', async (point) => {
    await die(point);
    expect(await replica().token(null, signal())).toBe(fake.oauth.access);
    expect([fake.oauth.granted, fake.oauth.refused]).toEqual([1, 0]);
    expect((await storeOf(database.pool).read())?.consentSince).toBeNull();
  });

  it.each(unseen)('that only a dead process has seen (%s) are gone: staff are told, and a consent mends it', async (point) => {
    await die(point);
    await expect(replica().token(null, signal())).rejects.toThrow(Unavailable);
    expect(await alerts()).toContain('consent');
    expect(await consentAgain()).toEqual({ kind: 'done' });
    expect(await replica().token(null, signal())).toBe(fake.oauth.access);
  });

  it('wait for nobody on a database that the next process has to itself', async () => {
    const store = createZaloTokens({ pool: database.pool, app: appId, seal: testSeal });
    await store.claim(1, 'dead');
    await store.begin('dead');
    expect(await store.read()).toMatchObject({ isHeld: true, mayTry: false });
    await dropLeases(database.pool);
    expect(await store.read()).toMatchObject({ isHeld: false, mayTry: true });
  });

  it('come by a consent that was begun here, once, of this account', async () => {
    await database.pool.query('delete from zalo_tokens');
    await expect(replica().token(null, signal())).rejects.toThrow(Unavailable);
    expect(await alerts()).toEqual(['consent']);
    const oauth = createOAuth({ url: fake.url, appId, appSecret });
    const store = storeOf(database.pool);
    const login = createLogin({ oauth, account, redirectUrl: 'https://motcua.vn/zalo/consent', store, consented: async () => {} });
    const address = await login.begin();
    const back = new URL(fake.oauth.agree(address));
    const changed = (name: string, value: string) => {
      const url = new URL(back);
      url.searchParams.set(name, value);
      return url.href;
    };
    expect(await login.finish('https://motcua.vn/zalo/consent')).toEqual({ kind: 'incomplete' });
    expect(await login.finish(changed('state', 'another'))).toEqual({ kind: 'unknown-state' });
    expect(await login.finish(changed('oa_id', '9009'))).toEqual({ kind: 'other-account' });
    expect(await login.finish(back.href)).toEqual({ kind: 'unknown-state' });
    const second = fake.oauth.agree(await login.begin());
    const wrong = new URL(second);
    wrong.searchParams.set('code', 'guessed');
    expect(await login.finish(wrong.href)).toEqual({ kind: 'refused', why: '-118' });
    expect(await consentAgain()).toEqual({ kind: 'done' });
    expect(await replica().token(null, signal())).toBe(fake.oauth.access);
    expect(fake.faults).toEqual([]);
  });
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Once it no longer throws that nobody is there. */
async function eventually<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let tries = 0; tries < 40; tries += 1) {
    const value = await work().catch((error: unknown) => {
      if (!(error instanceof Unavailable)) throw error;
      return null;
    });
    if (value !== null) return value;
    await pause(50);
  }
  throw new Error('it went on throwing');
}
