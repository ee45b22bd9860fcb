import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Attempts, Door, Visitor } from '../bot/ports.ts';
import { transaction } from './transaction.ts';

type By = 'person' | 'code' | 'network';
/** At most `most` in any span of so many minutes. */
export type Limit = { by: By; most: number; minutes: number };
export type Limits = { tries: Limit[]; petitionCodes: Limit[]; petitions: Limit[]; codes: Limit[] };

/** The day's limit of a code keeps four digits from being guessed by patience: 20 a day need years, not weeks. */
export const usualLimits: Limits = {
  tries: [
    { by: 'person', most: 5, minutes: 15 },
    { by: 'code', most: 5, minutes: 15 },
    { by: 'network', most: 5, minutes: 15 },
    { by: 'code', most: 20, minutes: 1_440 },
  ],
  petitionCodes: [
    { by: 'person', most: 5, minutes: 15 },
    { by: 'code', most: 5, minutes: 15 },
    { by: 'network', most: 5, minutes: 15 },
    { by: 'code', most: 20, minutes: 1_440 },
    { by: 'network', most: 20, minutes: 1_440 },
  ],
  petitions: [
    { by: 'person', most: 5, minutes: 1_440 },
    { by: 'network', most: 20, minutes: 1_440 },
  ],
  codes: [
    { by: 'person', most: 10, minutes: 15 },
    { by: 'network', most: 30, minutes: 15 },
  ],
};

export type AttemptsOptions = { pool: pg.Pool; now: () => Date; limits?: Limits };

/** The limits where so many wrong tries in 15 minutes lock a network address, of a PIN as of a petition's code; a day allows four times as many. */
export function limitsOf(networkTries: number): Limits {
  const quarterHour = usualLimits.tries.find(({ by }) => by === 'network')?.most ?? networkTries;
  const shared = (limits: Limit[]) =>
    limits.map((limit) => (limit.by === 'network' ? { ...limit, most: (limit.most / quarterHour) * networkTries } : limit));
  return { ...usualLimits, tries: shared(usualLimits.tries), petitionCodes: shared(usualLimits.petitionCodes) };
}

/** Before what stands for a petition that was sent: counted like a try, but with its own kind alone. */
export const sentSign = 'sent ';

/** What is counted together: a wrong code of a petition locks no PIN, and no PIN a petition. */
function kindOf(code: string): 'tries' | 'petitionCodes' | 'petitions' {
  if (code.startsWith(sentSign)) return 'petitions';
  return code.startsWith('PA-') ? 'petitionCodes' : 'tries';
}

/** Tries and look-ups counted in the database. Who counts holds a lock on the person, the code and the address until it is written. */
export function createAttempts({ pool, now, limits = usualLimits }: AttemptsOptions): Attempts {
  return {
    door: async (visitor, code) => doorOf(limits[kindOf(code)], await triesOf(pool, visitor, code, now()), now()),
    take: (visitor, code) =>
      transaction(pool, async (client) => {
        await hold(client, 'try', visitor, code);
        const at = now();
        const tries = await triesOf(client, visitor, code, at);
        const kind = limits[kindOf(code)];
        const door = doorOf(kind, tries, at);
        if (door.kind === 'locked') return { before: door, after: door };
        await client.query(addTry, [visitor.channel, visitor.message, whoIs(visitor), code, visitor.network, at]);
        await client.query(dropTries, [before(at, dayMinutes)]);
        const own = { at, by: { person: true, code: true, network: visitor.network !== null } };
        return { before: door, after: doorOf(kind, [...tries, own], at) };
      }),
    right: async (visitor, code) => {
      await pool.query('delete from wrong_tries where person = $1 and code = $2', [whoIs(visitor), code]);
    },
    lookedUp: (visitor, code) => lookedUp(pool, limits.codes, visitor, code, now()),
  };
}

const dayMinutes = 1_440;

/** One that counts: when, and for whom. */
type Counted = { at: Date; by: Record<By, boolean> };

/** Locked by the limit that opens last; else as often as the tightest one allows. */
function doorOf(limits: Limit[], counted: Counted[], now: Date): Door {
  let left = Number.POSITIVE_INFINITY;
  let locked: { until: Date; by: By } | null = null;
  for (const { by, most, minutes } of limits) {
    const since = before(now, minutes);
    const own = counted.filter((one) => one.by[by] && one.at > since).toSorted((one, other) => one.at.getTime() - other.at.getTime());
    left = Math.min(left, most - own.length);
    const first = own.at(-most);
    if (first === undefined) continue;
    const until = before(first.at, -minutes);
    if (locked === null || until > locked.until) locked = { until, by };
  }
  return locked === null ? { kind: 'open', left } : { kind: 'locked', until: locked.until.toISOString(), by: locked.by };
}

type Reader = Pick<pg.Pool, 'query'>;

/** The try of this very message is not counted: taken up again after a crash it is the same try. */
async function triesOf(reader: Reader, visitor: Visitor, code: string, now: Date): Promise<Counted[]> {
  const { rows } = await reader.query<{ at: Date; person: boolean; code: boolean; network: boolean }>(readTries, [
    visitor.channel,
    visitor.message,
    whoIs(visitor),
    code,
    visitor.network,
    before(now, dayMinutes),
    kindOf(code),
  ]);
  return rows.map(({ at, ...by }) => ({ at, by }));
}

const readTries = `
  select at, person = $3 as person, code = $4 as code, coalesce(network = $5, false) as network from wrong_tries
  where (person = $3 or code = $4 or network = $5) and at > $6 and not (channel = $1 and message = $2)
    and case when code like '${sentSign}%' then 'petitions' when code like 'PA-%' then 'petitionCodes' else 'tries' end = $7`;

const addTry = `
  insert into wrong_tries (channel, message, person, code, network, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`;

// A few at a time, and none that another transaction drops just now: nobody waits for the sweeping.
const dropTries = `
  delete from wrong_tries where (channel, message) in
    (select channel, message from wrong_tries where at <= $1 limit 50 for update skip locked)`;

/** A code that this person has looked up lately is free. */
async function lookedUp(pool: pg.Pool, limits: Limit[], visitor: Visitor, code: string, now: Date): Promise<Door> {
  const longest = Math.max(...limits.map(({ minutes }) => minutes));
  const since = before(now, longest);
  const known = await pool.query('select from looked_up where person = $1 and code = $2 and at > $3', [whoIs(visitor), code, since]);
  if (known.rowCount === 1) return { kind: 'open', left: 0 };
  return transaction(pool, async (client) => {
    await hold(client, 'look-up', visitor, null);
    const values = [whoIs(visitor), code, visitor.network, since];
    const { rows } = await client.query<{ at: Date; person: boolean; network: boolean }>(readCodes, values);
    const counted = rows.map(({ at, person, network }) => ({ at, by: { person, network, code: false } }));
    const door = doorOf(limits, counted, now);
    if (door.kind === 'locked') return door;
    await client.query(addCode, [whoIs(visitor), code, visitor.network, now]);
    await client.query(dropCodes, [since]);
    return { kind: 'open', left: door.left - 1 };
  });
}

// Codes, not rows: the many people of one address may ask for the same one.
const readCodes = `
  select code, max(at) as at, bool_or(person = $1) as person, coalesce(bool_or(network = $3), false) as network from looked_up
  where (person = $1 or network = $3) and code <> $2 and at > $4 group by code`;

const addCode = `
  insert into looked_up (person, code, network, at) values ($1, $2, $3, $4)
  on conflict (person, code) do update set at = excluded.at, network = excluded.network`;

const dropCodes = `
  delete from looked_up where (person, code) in (select person, code from looked_up where at <= $1 limit 50 for update skip locked)`;

/** Held to the end of the transaction, always in the same order: nobody waits for each other. */
async function hold(client: pg.PoolClient, what: string, visitor: Visitor, code: string | null): Promise<void> {
  const names = [
    `${what} person ${whoIs(visitor)}`,
    ...(code === null ? [] : [`${what} code ${code}`]),
    ...(visitor.network === null ? [] : [`${what} network ${visitor.network}`]),
  ];
  const keys = names
    .map((name) => createHash('sha256').update(name).digest().readBigInt64BE())
    .toSorted((one, other) => (one < other ? -1 : 1));
  await client.query('select pg_advisory_xact_lock(key) from unnest($1::bigint[]) as key', [keys.map(String)]);
}

/** A digest: some channels know people by a number of theirs. */
function whoIs({ channel, person }: Visitor): string {
  return createHash('sha256').update(`${channel}/${person}`).digest('base64url');
}

function before(at: Date, minutes: number): Date {
  return new Date(at.getTime() - minutes * 60_000);
}
