import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../scripts/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-sources-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, 'sources.json');
const h40 = {
  like: 'igate-v2',
  name: 'h40',
  agencies: ['H40'],
  baseUrl: 'https://apidvc.example.vn',
  secrets: { clientId: 'H40_ID', clientSecret: 'H40_SECRET' },
};
const h56 = { like: 'igate-v1', name: 'h56', agencies: ['H56'], baseUrl: 'https://motcua.example.vn' };

function configOf(sources: unknown, environment: Record<string, string> = { H40_ID: 'motcua', H40_SECRET: 'đừng-nói' }) {
  writeFileSync(file, typeof sources === 'string' ? sources : JSON.stringify(sources));
  return readConfig({ DOSSIER_SOURCES: file, ...environment });
}

function faultsOf(sources: unknown, environment?: Record<string, string>): string {
  try {
    configOf(sources, environment);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
}

describe('the setting DOSSIER_SOURCES', () => {
  it('names a file of sources, whose secrets are settings', () => {
    const { dossierSources, demo } = configOf([{ ...h40, watch: { everyMinutes: 30 } }, h56], { H40_ID: 'motcua', H40_SECRET: 'x-1' });
    expect(dossierSources.map(({ mapping, secrets, watch }) => [mapping.name, secrets, watch])).toEqual([
      ['h40', { clientId: 'motcua', clientSecret: 'x-1' }, { everyMinutes: 30, perSecond: 2 }],
      ['h56', {}, { everyMinutes: 60, perSecond: 2 }],
    ]);
    expect(demo).toBe(false);
    expect(readConfig({})).toMatchObject({ dossierSources: [], demo: true });
  });

  it('has all its faults listed at once with those of the other settings, by name and never by value', () => {
    const literal = { ...h40, name: 'h41', secrets: { clientId: 'H40_ID', clientSecret: 'hunter2-hunter2' } };
    const wrong = { ...h56, name: 'register', baseUrl: 'ftp://user:hunter2@example.vn', watch: { perSecond: 0 } };
    const text = faultsOf([h40, literal, wrong, { ...h56, like: 'unknown' }, 7, { ...h40, secrets: { clientId: 'H40_ID' } }], {
      PORT: 'many',
      H40_ID: 'motcua',
    });
    const faults = text.split('\n').slice(1);
    expect(faults).toEqual(
      [
        'PORT: must be a number',
        'DOSSIER_SOURCES: source h40: secrets.clientSecret: the setting H40_SECRET is not set',
        'DOSSIER_SOURCES: source h41: secrets.clientSecret: must be the name of a setting such as H40_CLIENT_SECRET, not the secret itself',
        'DOSSIER_SOURCES: source register: baseUrl: Invalid URL',
        'DOSSIER_SOURCES: source register: baseUrl: no query, fragment or password',
        expect.stringContaining('DOSSIER_SOURCES: source register: watch.perSecond: '),
        'DOSSIER_SOURCES: source h56: A dossier source is like none of lgsp, vxp, igate-v2, igate-v1.',
        expect.stringContaining('DOSSIER_SOURCES: source number 5: as a whole: '),
        'DOSSIER_SOURCES: source h40: secrets.clientSecret: is missing',
        'DOSSIER_SOURCES: the name register is taken',
        'DOSSIER_SOURCES: the name h40 is taken',
      ].map((fault) => (typeof fault === 'string' ? `  ${fault}` : fault)),
    );
    expect(text).not.toContain('hunter2');
  });

  it('is refused when its secrets cannot be sent, and when its file is no list', () => {
    expect(faultsOf([h40])).toContain('secrets.clientSecret: the setting H40_SECRET holds what cannot be sent');
    expect(faultsOf([h40])).not.toContain('đừng-nói');
    expect(faultsOf([{ ...h56, name: 'register' }])).toContain('the name register is taken');
    expect(faultsOf('{}')).toContain('holds no list of sources');
    expect(faultsOf('[')).toContain('is not JSON');
    expect(() => readConfig({ DOSSIER_SOURCES: join(folder, 'nowhere') })).toThrow('cannot be read: ENOENT');
  });
});
