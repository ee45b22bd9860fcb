import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../bot/dossier-types.ts';
import { OperatorError, Unavailable } from '../../bot/errors.ts';
import type { DetailedSource } from '../../connectors/dossiers/details.ts';
import { createHttpSource, type HttpSourceOptions } from '../../connectors/dossiers/http-source.ts';
import type { Mapping } from '../../connectors/dossiers/mapping.ts';
import { readMapping } from '../../connectors/dossiers/read-mapping.ts';
import { dossierSourceContract } from '../contracts/dossier-source.ts';
import { type DossierWorld, told } from '../contracts/dossier-source-world.ts';
import { lgsp, lgspAccessToken, vxp } from '../fakes/dossier-shapes.ts';
import { type DossierSystem, type Shape, startDossierSystem } from '../fakes/dossier-system.ts';
import { igateV1, igateV2 } from '../fakes/igate-shapes.ts';
import { createTokenStore } from '../fakes/token-store.ts';

const restMs = 60_000;
const started: DossierSystem[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((system) => system.close()));
});

type Change = (options: HttpSourceOptions, make: (options: HttpSourceOptions) => DetailedSource) => DetailedSource;

async function world(shape: Shape, change: Change = (options, make) => make(options)): Promise<DossierWorld> {
  const system = await startDossierSystem(shape);
  started.push(system);
  const clock = { now: Date.parse('2025-08-01T00:00:00Z') };
  const now = () => clock.now;
  const mapping = readMapping({ like: shape.like, name: `fake-${shape.like}`, agencies: ['H40'], baseUrl: system.baseUrl, ...shape.own });
  const { secrets } = shape;
  const limits = { limitMs: 1_500, pauseMs: 1, failures: 2, restMs };
  const source = change({ mapping, secrets, tokens: createTokenStore(now), now, ...limits }, createHttpSource);
  return { system, source, clock, restMs };
}

const systems: [string, Shape][] = [
  ['LGSP/NGSP', lgsp],
  ['LGSP with the header lgspaccesstoken', lgspAccessToken],
  ['VXP TraCuuHoSo', vxp],
  ['iGate v2', igateV2],
  ['iGate v1', igateV1],
];

describe.each(systems)('the source that asks %s', (_, shape) => {
  it.each(dossierSourceContract)('$title', async ({ check }) => check(await world(shape)));
});

describe.each(systems.filter(([, shape]) => shape.signIn !== null))('the sign-in to %s', (_, shape) => {
  const make = (secrets: Record<string, string>) => world(shape, (options, create) => create({ ...options, secrets }));
  const [first = ''] = Object.keys(shape.secrets);

  it('names the secrets that it lacks', async () => {
    await expect(make({})).rejects.toThrow(OperatorError);
    await expect(make({})).rejects.toThrow(first);
  });

  it('asks for no dossier and quotes no secret when they are wrong', async () => {
    const { source, system } = await make({ ...shape.secrets, [first]: 'not-the-right-one' });
    system.holds(told());
    const error: unknown = await source.find(told().code, new AbortController().signal).catch((caught) => caught);
    expect(error).toBeInstanceOf(Unavailable);
    for (const secret of ['not-the-right-one', ...Object.values(shape.secrets)]) expect(inspect(error, { depth: 9 })).not.toContain(secret);
    expect(system.counts.asked).toBe(0);
  });
});

describe('the contract of a dossier source', () => {
  /** What is wrong with a source, the promise that it breaks, and how it comes to that. */
  const faults: [string, string, Change][] = [
    [
      'says "none" of a system that is away',
      'takes a page',
      (options, make) => {
        const good = make(options);
        const silent = (error: unknown) => (error instanceof Unavailable ? null : Promise.reject(error));
        return { ...good, find: (code, signal) => good.find(code, signal).catch(silent) };
      },
    ],
    ['sends what the system does not want', 'tells a dossier', changed({ values: { madonvi: 'H41' } })],
    ['reads no date', 'tells a dossier', changed({ dates: ['epoch-ms'] })],
    ['guesses a status', 'keeps a status', changed({ statuses: { 77: 4 } })],
    [
      'tells what it finds, whatever its code',
      'tells no other',
      (options, make) => {
        const good = make(options);
        const stranger = { ...told(), applicant: { name: 'Người Lạ Mặt' } };
        return { ...good, find: async (code, signal) => ((await good.find(code, signal)) ?? stranger) as Dossier }; // only what is looked at
      },
    ],
    [
      'does not repeat',
      'asks once more',
      (options, make) => changed({ request: { ...options.mapping.request, repeatable: false } })(options, make),
    ],
    [
      'asks for each who asks',
      'asks the system once for 50',
      (options, make) => ({ name: 'fake', find: (code, signal) => make(options).find(code, signal) }),
    ],
    [
      'keeps no token',
      'signs in again',
      (options, make) => make({ ...options, tokens: { get: none, renewOnce: async (_, __, renew) => (await renew()).value } }),
    ],
    ['never leaves a system alone', 'leaves a system', (options, make) => make({ ...options, failures: 1_000 })],
    ['is cut off by one bad code', 'leaves a system', (options, make) => make({ ...options, failures: 1 })],
    [
      'lets nobody go',
      'lets one who gives up',
      (options, make) => {
        const good = make(options);
        return { ...good, find: (code) => good.find(code, new AbortController().signal) };
      },
    ],
    [
      'quotes what was asked in its errors',
      'says in no error',
      (options, make) => {
        const good = make(options);
        const quoting = (code: string) => (error: unknown) => Promise.reject(new Unavailable(`fake for ${code}`, { cause: error }));
        return { ...good, find: (code, signal) => good.find(code, signal).catch(quoting(code)) };
      },
    ],
  ];
  it.each(faults)('is broken by a source that %s: it no longer %s …', async (_, promise, fault) => {
    const broken = dossierSourceContract.filter(({ title }) => title.startsWith(promise));
    expect(broken).toHaveLength(1);
    for (const { check } of broken) await expect(check(await world(lgsp, fault))).rejects.toThrow();
  });
});

const none = async () => null;

function changed(change: Partial<Mapping>): Change {
  return (options, make) => make({ ...options, mapping: { ...options.mapping, ...change } });
}
