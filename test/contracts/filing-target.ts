import { inspect } from 'node:util';
import { expect } from 'vitest';
import { Unavailable } from '../../bot/errors.ts';
import type { FilingDraft, FilingTarget, Submitted } from '../../bot/ports.ts';
import { type FilingSystem, refusalReason } from '../fakes/filing-system.ts';

/** `asks`: the system can be asked for what it has made, or knows a draft again: nothing stays unclear for ever. */
export type TargetWorld = { system: FilingSystem; target: FilingTarget; asks: boolean };
type Promised = { title: string; check(world: TargetWorld): Promise<void> };

export const secretName = 'Nguyễn Thị Bí Mật';

export function draftOf(change: Partial<FilingDraft> = {}): FilingDraft {
  const pdf = new TextEncoder().encode('%PDF-1.7 tờ khai');
  return {
    code: 'BN-261122-0001-K7QX',
    procedure: { code: '9.000001', name: 'Đăng ký thử' },
    fields: [
      { id: 'child.name', label: 'Tên con', value: secretName, shown: secretName, address: null },
      { id: 'child.birthDate', label: 'Ngày sinh', value: '2026-05-12', shown: '12/05/2026', address: null },
    ],
    files: [
      { name: 'BN-261122-0001-K7QX.pdf', type: 'application/pdf', bytes: pdf },
      { name: 'giấy chứng sinh.jpg', type: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) },
    ],
    ...change,
  };
}

/** A try as the queue makes it, and whether it came to the dossier itself. */
export async function attempt(
  target: FilingTarget,
  sent = false,
  draft = draftOf(),
): Promise<{ result: Submitted | 'away'; sending: boolean; error?: unknown }> {
  let sending = false;
  try {
    const tried = {
      sent,
      sending: async () => {
        sending = true;
      },
    };
    const result = await target.submit(draft, tried, AbortSignal.timeout(20_000));
    return { result, sending };
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return { result: 'away', sending, error };
  }
}

/** As often as the queue would, until it is settled. */
export async function settled(target: FilingTarget, most = 4): Promise<Submitted | 'away'> {
  let sent = false;
  for (let tries = 0; ; tries++) {
    const { result } = await attempt(target, sent);
    if (tries + 1 >= most || (result !== 'away' && (result.kind !== 'unclear' || !result.again))) return result;
    sent = result !== 'away';
  }
}

/** What every target promises, whatever its system is asked and says. */
export const filingTargetContract: Promised[] = [
  {
    title: 'makes one dossier with the form and the papers, and tells its code',
    check: async ({ target, system }) => {
      expect(await attempt(target)).toEqual({ result: { kind: 'accepted', dossier: 'H40.23.08-261122-0001' }, sending: true });
      expect(system.made).toHaveLength(1);
      expect(system.made[0]).toMatchObject({
        reference: 'BN-261122-0001-K7QX',
        files: [
          { name: 'BN-261122-0001-K7QX.pdf', start: '%PDF' },
          { name: 'giấy chứng sinh.jpg', size: 7 },
        ],
      });
    },
  },
  {
    title: 'tells a refusal with the reason, and nothing was made',
    check: async ({ target, system }) => {
      system.trouble('refused');
      expect((await attempt(target)).result).toEqual({ kind: 'refused', reason: refusalReason });
      expect(system.made).toHaveLength(0);
      expect(system.counts.creates).toBe(1);
    },
  },
  ...(['html', 'lost', 'failing', 'no-code', 'slow'] as const).map((trouble) => ({
    title: `makes no second dossier where the system made one and said nothing clear (${trouble})`,
    check: async ({ target, system, asks }: TargetWorld) => {
      system.trouble(trouble);
      const result = await settled(target);
      expect(system.made).toHaveLength(1);
      expect(result).toEqual(asks ? { kind: 'accepted', dossier: 'H40.23.08-261122-0001' } : { kind: 'unclear', again: false });
    },
  })),
  ...(['dropped', 'busy'] as const).map((trouble) => ({
    title: `does not take silence for a yes (${trouble})`,
    check: async ({ target, system, asks }: TargetWorld) => {
      system.trouble(trouble);
      const result = await settled(target);
      expect(result).toEqual(asks ? { kind: 'accepted', dossier: 'H40.23.08-261122-0001' } : { kind: 'unclear', again: false });
      expect(system.made).toHaveLength(asks ? 1 : 0);
    },
  })),
  {
    title: 'may be tried again where the system took nothing',
    check: async ({ target, system }) => {
      system.trouble('full');
      expect((await attempt(target)).result).toBe('away');
      expect((await attempt(target)).result).toMatchObject({ kind: 'accepted' });
      expect(system.made).toHaveLength(1);
    },
  },
  {
    title: 'renews a token that is taken no longer, and makes one dossier all the same',
    check: async ({ target, system }) => {
      await attempt(target);
      system.expireTokens();
      const other = { ...draftOf(), code: 'BN-261122-0002-M3PT' };
      expect((await attempt(target, false, other)).result).toMatchObject({ kind: 'accepted' });
      expect(system.made.map(({ reference }) => reference)).toEqual(['BN-261122-0001-K7QX', 'BN-261122-0002-M3PT']);
    },
  },
  {
    title: 'a try after one that died in the middle makes no second dossier',
    check: async ({ target, system, asks }) => {
      await attempt(target);
      const again = await attempt(target, true);
      expect(again.result).toEqual(asks ? { kind: 'accepted', dossier: 'H40.23.08-261122-0001' } : { kind: 'unclear', again: false });
      expect(system.made).toHaveLength(1);
    },
  },
  {
    title: 'is away where the system is not there, without a word of the citizen in the error',
    check: async ({ target, system }) => {
      await system.close();
      const { result, sending, error } = await attempt(target);
      expect({ result, sending }).toEqual({ result: 'away', sending: false });
      const told = inspect(error, { depth: 9 });
      for (const word of [secretName, 's3cret', 'BN-261122']) expect(told).not.toContain(word);
    },
  },
];
