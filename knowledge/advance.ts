import type pg from 'pg';
import type { Dossier, Step } from '../bot/dossier-types.ts';
import { dossierWording } from '../bot/dossier-wording.ts';
import { dossierSchema } from './dossiers.ts';
import { transaction } from './transaction.ts';
import { vietnamTime } from './vietnam-time.ts';

export type AdvanceOptions = {
  pool: pg.Pool;
  code: string;
  /** The national status to go to; null: the one that comes next. */
  to: number | null;
  now: Date;
  afterStop: AfterStop;
};

/**
 * By the office's calendar: the first day on which a clock runs again that stood from `from` (`YYYY-MM-DD`) until `at` (ISO 8601), and the due date moved
 * by as long. Null: no such moments.
 */
export type AfterStop = (stop: { dueOn: string | null; from: string; at: string }) => { to: string; dueOn: string | null } | null;

/** `none`: the register has no such dossier; it may be another source's. `ended`: nothing comes after this status. `same`: it is there already. */
export type Advanced =
  | { kind: 'moved'; before: Dossier; after: Dossier }
  | { kind: 'none' }
  | { kind: 'ended'; status: number | null }
  | { kind: 'same'; status: number };

/** What comes after a status when all goes well. */
const next: Record<number, number> = { 1: 2, 2: 4, 4: 9, 5: 4, 6: 4, 9: 10 };

/** What is written down of a step to a status, as an office would. */
const steps: Record<number, string> = {
  1: 'Hồ sơ đã đăng ký, chờ tiếp nhận',
  2: 'Đã tiếp nhận hồ sơ',
  3: 'Không tiếp nhận hồ sơ',
  4: 'Chuyển bộ phận chuyên môn xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Yêu cầu nộp phí, lệ phí hoặc thuế',
  7: 'Người nộp xin rút hồ sơ',
  8: 'Dừng xử lý hồ sơ',
  9: 'Đã có kết quả, chờ công dân đến nhận',
  10: 'Đã trả kết quả cho người nộp',
};

/** Moves a dossier of the register a step on, in ONE transaction: status, timeline, and what hangs on them. */
export function advanceDossier({ pool, code, to, now, afterStop }: AdvanceOptions): Promise<Advanced> {
  return transaction(pool, async (client) => {
    const { rows } = await client.query<{ body: unknown }>('select body from dossiers where code = $1 for update', [code]);
    if (rows[0] === undefined) return { kind: 'none' };
    const before = dossierSchema.parse(rows[0].body);
    const status = to ?? next[before.status ?? 0];
    if (status === undefined) return { kind: 'ended', status: before.status };
    if (status === before.status) return { kind: 'same', status };
    const after = moved(before, status, vietnamTime(now), afterStop);
    await client.query('update dossiers set body = $2, advanced_at = $3, updated_at = now() where code = $1', [
      code,
      JSON.stringify(after),
      now.toISOString(),
    ]);
    return { kind: 'moved', before, after };
  });
}

function moved(before: Dossier, status: number, at: string, afterStop: AfterStop): Dossier {
  const text = steps[status] ?? '';
  const office = before.holder.office || before.agency;
  const step: Step = { at, office, person: '', text, status, statusText: dossierWording.status[status]?.vi ?? '', dueAt: null };
  return {
    ...before,
    status,
    statusText: text,
    asOf: at,
    timeline: [...before.timeline, step],
    ...finish(before, status, at),
    ...(status === 5 ? stopped(before, at) : goesOn(before, at, afterStop)),
    absentSince: null,
    fees: before.status === 6 ? [] : before.fees,
  };
}

/** Done is done: a result that goes back to work is not finished, and one that is handed out was finished before. */
function finish(before: Dossier, status: number, at: string): Partial<Dossier> {
  const isDone = status === 9 || status === 10;
  if (!isDone) return { finishedOn: null, finishedAt: null, returnedAt: null };
  const day = at.slice(0, 10);
  const results = before.results.length > 0 ? before.results : [before.procedure.name].filter((name) => name !== '');
  return {
    finishedOn: before.finishedOn ?? day,
    finishedAt: before.finishedOn === null ? at : before.finishedAt,
    returnedAt: status === 10 ? at : null,
    results,
  };
}

/** While papers are asked for the clock stands. */
function stopped(before: Dossier, at: string): Partial<Dossier> {
  const stands = before.suspended.some(({ to }) => to === null);
  const missing =
    before.missing.length > 0 ? before.missing : [{ text: 'Bổ sung giấy tờ theo thông báo của nơi tiếp nhận', askedAt: at, papers: [] }];
  return { missing, suspended: stands ? before.suspended : [...before.suspended, { from: at.slice(0, 10), to: null }] };
}

/** With the papers it runs on, and what was due is due later by as long as it stood. An export may tell of no stop: then the day of asking counts. */
function goesOn(before: Dossier, at: string, afterStop: AfterStop): Partial<Dossier> {
  const open = before.suspended.find(({ to }) => to === null);
  const asked = before.timeline.findLast(({ status }) => status === 5)?.at ?? before.missing.at(-1)?.askedAt;
  const from = open?.from ?? (before.status === 5 ? asked?.slice(0, 10) : null) ?? null;
  const after = from === null ? null : afterStop({ dueOn: before.dueOn, from, at });
  if (from === null || after === null) return { missing: [] };
  const earlier = before.suspended.filter(({ to }) => to !== null);
  const { to, dueOn } = after;
  const dueAt = before.dueAt === null || dueOn === null ? before.dueAt : `${dueOn}${before.dueAt.slice(10)}`;
  return { missing: [], suspended: [...earlier, { from, to }], dueOn, dueAt };
}
