import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maskPersonal } from '../../bot/personal.ts';
import { createDossiers } from '../../connectors/dossiers/look-up.ts';
import { readMapping } from '../../connectors/dossiers/read-mapping.ts';
import { createLastKnown } from '../../knowledge/last-known.ts';
import { keepDossiers } from '../../knowledge/register.ts';
import { createSeal } from '../../knowledge/seal.ts';
import { openDossiers } from '../../scripts/open-dossiers.ts';
import { code, told } from '../contracts/dossier-source-world.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { lgsp } from '../fakes/dossier-shapes.ts';
import { type DossierSystem, startDossierSystem } from '../fakes/dossier-system.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

const signal = AbortSignal.timeout(60_000);

describe.each(kinds)('the register and the systems of agencies together on $name', (kind) => {
  const database = useDatabase(kind);
  let system: DossierSystem;
  const seal = createSeal(randomBytes(32), 'source tokens');
  beforeAll(async () => {
    system = await startDossierSystem(lgsp);
    system.holds(told());
    const own = { ...demonstration, demonstration: false };
    await keepDossiers(database.pool, [
      { ...own, code, statusText: 'của đêm qua' },
      { ...own, code: 'H41-250801-0001', statusText: 'của đêm qua' },
    ]);
  });
  afterAll(() => system.close());

  /** As one replica has them; `lines` is its log. */
  function replica(lines: string[] = []) {
    const { pool } = database;
    const log = pino({}, { write: (line: string) => lines.push(line) });
    const mapping = readMapping({ like: lgsp.like, name: 'h40', agencies: ['H40'], baseUrl: system.baseUrl, ...lgsp.own });
    const settings = [{ mapping, secrets: lgsp.secrets, watch: { everyMinutes: 60, perSecond: 2 } }];
    const source = openDossiers({ pool, settings, seal, log, now: () => new Date() });
    return createDossiers({ source, lastKnown: createLastKnown({ pool, mask: maskPersonal }), log });
  }

  it('ask the system of the agency first, the register for all others', async () => {
    expect(await replica().lookUp(code, signal)).toMatchObject({ kind: 'found', dossier: { source: 'h40' } });
    expect(await replica().lookUp('H41-250801-0001', signal)).toMatchObject({ kind: 'found', dossier: { source: 'register' } });
    expect(await replica().lookUp('H41-250801-0002', signal)).toEqual({ kind: 'none' });
    expect(system.counts.asked).toBe(1);
  });

  it('sign in once however many replicas there are', async () => {
    await Promise.all([replica(), replica(), replica()].map((each) => each.lookUp(code, signal)));
    expect(system.counts.signIns).toBe(1);
  });

  it('tell what was known last while the system is away, also by the register, and never as found', async () => {
    const other = 'H40.23.08-250715-0013';
    system.holds(told({ code: other, status: 4 }));
    const before = await replica().lookUp(other, signal);
    system.trouble('html', 'html', 'html');
    const lines: string[] = [];
    // The register's record is older than what the system said a moment ago.
    expect(await replica(lines).lookUp(code, signal)).toMatchObject({ kind: 'away', last: { status: told().status } });
    await database.pool.query('delete from last_known where code = $1', [code]);
    system.trouble('html', 'html', 'html');
    expect(await replica(lines).lookUp(code, signal)).toMatchObject({
      kind: 'away',
      last: { statusText: 'của đêm qua', at: expect.any(String) },
    });
    expect(await replica(lines).lookUp(other, signal)).toMatchObject({ kind: 'away', last: { status: 4, agency: told().agency } });
    expect(await replica(lines).lookUp('H40.23.08-250715-0014', signal)).toEqual({ kind: 'away', last: null });
    expect(lines.join('')).toContain('"source":"h40"');
    for (const secret of [told().applicant.name, told().applicant.phone, lgsp.secrets.clientSecret ?? '?']) {
      expect(lines.join('')).not.toContain(secret);
      expect(JSON.stringify(before)).toContain(told().applicant.name);
    }
  });
});
