import pino from 'pino';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../bot/dossier-types.ts';
import { Unavailable } from '../../bot/errors.ts';
import { createDossiers, type LastKnownStore, rememberFound } from '../../connectors/dossiers/look-up.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { only } from '../fakes/ports.ts';

const dossier = { ...demonstration, source: 'h40' };
const signal = AbortSignal.timeout(60_000);
const last = { status: 4, statusText: 'Đang xử lý', agency: '', dueOn: null, at: '2026-08-01T07:05:00.000Z' };

/** What is looked up at a source that does so, and what is written down meanwhile. */
async function lookUp(find: () => Promise<Dossier | null>, set: Partial<LastKnownStore>) {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) });
  const lastKnown = only<LastKnownStore>('last known', set);
  const found = await createDossiers({ source: { find }, lastKnown, log }).lookUp(demonstration.code, signal);
  return { found, log: lines.join('') };
}

const away = async () => {
  throw new Unavailable('h40', { cause: new Error('HTTP 503') });
};
const broken = async () => {
  throw new Error('Trần Thị Bí Mật');
};

describe('looking a dossier up', () => {
  it('tells what the source says and keeps it for later', async () => {
    const kept: Dossier[] = [];
    const remember = async (dossier: Dossier) => {
      kept.push(dossier);
    };
    expect((await lookUp(async () => dossier, { remember })).found).toEqual({ kind: 'found', dossier });
    expect(kept).toEqual([dossier]);
    expect((await lookUp(async () => demonstration, {})).found).toEqual({ kind: 'found', dossier: demonstration });
    expect((await lookUp(async () => null, {})).found).toEqual({ kind: 'none' });
  });

  it('tells what was known last while the source is away, and the operator which one and why', async () => {
    const { found, log } = await lookUp(away, { recall: async () => last });
    expect(found).toEqual({ kind: 'away', last });
    expect(log).toContain('"source":"h40","reason":"HTTP 503"');
    expect((await lookUp(away, { recall: async () => null })).found).toEqual({ kind: 'away', last: null });
  });

  it('needs no memory to answer, and quotes none of its errors', async () => {
    const kept = await lookUp(async () => dossier, { remember: broken });
    expect(kept.found.kind).toBe('found');
    const recalled = await lookUp(away, { recall: broken });
    expect(recalled.found).toEqual({ kind: 'away', last: null });
    expect(kept.log + recalled.log).not.toContain('Bí Mật');
  });

  it('does not take an error of ours for a source that is away', async () => {
    await expect(lookUp(broken, {})).rejects.toThrow('Bí Mật');
  });

  it('is kept for later whoever asks, a watch too, and what the register holds is not kept twice', async () => {
    const kept: string[] = [];
    const remember = async ({ code }: Dossier) => {
      kept.push(code);
    };
    const lastKnown = only<LastKnownStore>('last known', { remember });
    const log = pino({ level: 'silent' });
    const of = (found: Dossier | null) => rememberFound({ source: { find: async () => found }, lastKnown, log }).find('any', signal);
    expect([await of(dossier), await of(demonstration), await of(null)]).toEqual([dossier, demonstration, null]);
    expect(kept).toEqual([dossier.code]);
  });
});
