import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../scripts/config.ts';
import { readTargets } from '../../scripts/filing-targets.ts';
import { targetSettings } from '../fakes/filing-system.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-targets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const secret = 'very-secret-value';
const environment = { FAKE_CLIENT: 'client', FAKE_SECRET: secret, ODD_SECRET: 'có dấu' };
const names = { clientId: 'FAKE_CLIENT', clientSecret: 'FAKE_SECRET' };

function file(content: unknown): string {
  const path = join(folder, `${Math.random()}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const target = (change: object = {}) => ({ ...targetSettings('can be asked', 'http://127.0.0.1:1'), secrets: names, ...change });

describe('FILING_TARGETS', () => {
  it('is read with the secrets from the settings they name', () => {
    const { targets, faults } = readTargets(file([target()]), environment);
    expect(faults).toEqual([]);
    expect(targets.map(({ mapping, secrets }) => [mapping.name, secrets.clientSecret])).toEqual([['fake-agency', secret]]);
  });

  it('reads the example of the README', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const example = [...readme.matchAll(/```json\n([\s\S]*?)```/g)]
      .map(([, text = '']) => text)
      .find((text) => text.includes('CreateDossier'));
    const { targets, faults } = readTargets(file(example ?? ''), { MINH_HOA_KEY: secret });
    expect(faults).toEqual([]);
    expect(targets).toHaveLength(1);
  });

  it.each<[string, unknown, string]>([
    ['a file that is no JSON', '{', 'not JSON'],
    ['no list', {}, 'no list'],
    ['a secret instead of its name', [target({ secrets: { clientId: secret } })], 'must be the name of a setting'],
    ['a setting that is not there', [target({ secrets: { ...names, clientSecret: 'NOT_THERE' } })], 'NOT_THERE is not set'],
    ['a secret that cannot be sent', [target({ secrets: { ...names, clientSecret: 'ODD_SECRET' } })], 'cannot be sent'],
    ['a missing secret', [target({ secrets: {} })], 'clientSecret: is missing'],
    ['two of one name', [target(), target()], 'the name is taken'],
    ['a system nobody knows', [target({ like: 'igate-v9' })], 'like none of'],
    ['no address', [target({ baseUrl: `https://user:${secret}@example.vn` })], 'baseUrl'],
  ])('lists %s, by name and never by value', (_, content, fault) => {
    const { faults } = readTargets(file(content), environment);
    expect(faults.join('\n')).toContain(fault);
    expect(faults.join('\n')).not.toContain(secret);
  });

  it('stops the start with the others that are wrong', () => {
    expect(() => readConfig({ FILING_TARGETS: join(folder, 'none.json'), PORT: 'x' })).toThrow(
      /PORT[\s\S]*FILING_TARGETS: the file cannot be read: ENOENT/,
    );
  });
});
