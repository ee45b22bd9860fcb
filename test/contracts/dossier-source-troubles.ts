import { inspect } from 'node:util';
import { expect } from 'vitest';
import { Unavailable } from '../../bot/errors.ts';
import type { DetailedSource } from '../../connectors/dossiers/details.ts';
import { type DossierSystem, mostBytes, type Trouble } from '../fakes/dossier-system.ts';
import { code, type DossierPromise, find, other, stranger, told } from './dossier-source-world.ts';

/** What every source over HTTP promises while something goes wrong, or many ask at once. */
export const troublesOfDossierSources: DossierPromise[] = [
  {
    title: 'takes a page, a redirect, a failure, an endless body and one that stops for a system that is away',
    check: async ({ system, source }) => {
      system.holds(told());
      for (const trouble of ['html', 'redirect', 'failing', 'huge', 'slow'] as const) await awayThenBack(system, source, trouble);
      expect(system.counts.bytes).toBeLessThan(mostBytes);
      expect(system.counts.asked).toBe(10);
    },
  },
  {
    title: 'asks once more, and only once, when the connection breaks or the system is busy',
    check: async ({ system, source }) => {
      system.holds(told());
      for (const trouble of ['dropped', 'busy'] as const) {
        system.trouble(trouble);
        expect(await find(source)).toMatchObject({ code });
        system.trouble(trouble, trouble);
        await expect(find(source)).rejects.toThrow(Unavailable);
      }
      expect(system.counts.asked).toBe(8);
    },
  },
  {
    title: 'signs in again, once for all, when the system takes its token no longer',
    check: async ({ system, source }) => {
      const codes = ['0001', '0002', '0003', '0004', '0005'].map((number) => `H40.23.08-250716-${number}`);
      for (const each of codes) system.holds(told({ code: each }));
      expect(await find(source, codes[0])).not.toBeNull();
      if (system.shape.signIn === null) return;
      system.expireTokens();
      const found = await Promise.all(codes.map((each) => find(source, each)));
      expect(found.map((each) => each?.code)).toEqual(codes);
      expect(system.counts).toMatchObject({ signIns: 2, refused: [] });
    },
  },
  {
    title: 'asks the system once for 50 who ask for one dossier at the same time',
    check: async ({ system, source }) => {
      system.holds(told());
      system.trouble('held');
      const all = Array.from({ length: 50 }, () => find(source));
      await system.reached(1);
      system.release();
      expect(new Set((await Promise.all(all)).map((each) => each?.code))).toEqual(new Set([code]));
      expect(system.counts.asked).toBe(1);
    },
  },
  {
    title: 'lets one who gives up go at once, and the others have their answer',
    check: async ({ system, source }) => {
      system.holds(told());
      system.trouble('held');
      const leaving = new AbortController();
      const gone = source.find(code, leaving.signal);
      const stays = find(source).catch((error: unknown) => error);
      await system.reached(1);
      leaving.abort(new Error('hung up'));
      await expect(gone).rejects.toThrow('hung up');
      system.release();
      expect(await stays).toMatchObject({ code });
    },
  },
  {
    title: 'gives the request up when nobody waits for it any more',
    check: async ({ system, source }) => {
      system.trouble('slow');
      const leaving = new AbortController();
      const gone = source.find(code, leaving.signal);
      await system.reached(1);
      leaving.abort(new Error('hung up'));
      await expect(gone).rejects.toThrow('hung up');
      await system.givenUp;
    },
  },
  {
    title: 'leaves a system that fails alone for a while, then tries again',
    check: async ({ system, source, clock, restMs }) => {
      system.holds(told());
      system.trouble('failing', 'failing', 'failing', 'failing');
      // Twice on one code is no reason yet: that code may be what the system chokes on.
      for (const each of [code, code, other]) await expect(find(source, each)).rejects.toThrow(Unavailable);
      await expect(find(source)).rejects.toThrow(Unavailable);
      expect(system.counts.asked).toBe(3);
      clock.now += restMs;
      await expect(find(source)).rejects.toThrow(Unavailable);
      await expect(find(source)).rejects.toThrow(Unavailable);
      expect(system.counts.asked).toBe(4);
      clock.now += restMs;
      expect(await find(source)).toMatchObject({ code });
      expect(await find(source)).toMatchObject({ code });
    },
  },
  {
    title: 'says in no error what was asked, answered or kept secret',
    check: async ({ system, source }) => {
      system.holds(told());
      for (const trouble of ['html', 'failing', 'redirect'] as const) {
        system.trouble(trouble);
        const error: unknown = await find(source).catch((caught) => caught);
        expect(error).toBeInstanceOf(Unavailable);
        const written = inspect(error, { depth: 9, showHidden: true });
        for (const kept of [code, stranger.name, 'token-', 'NullPointer', 'Rejected', ...Object.values(system.shape.secrets)]) {
          expect(written).not.toContain(kept);
        }
      }
    },
  },
];

async function awayThenBack(system: DossierSystem, source: DetailedSource, trouble: Trouble): Promise<void> {
  system.trouble(trouble);
  await expect(find(source), trouble).rejects.toThrow(Unavailable);
  expect(await find(source), trouble).toMatchObject({ code });
}
