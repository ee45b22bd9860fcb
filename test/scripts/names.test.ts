import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '../../knowledge/database.ts';
import { seedStarter } from '../../knowledge/seed.ts';
import { runScript } from '../support/run-script.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-test-'));
const dataDir = join(folder, 'data');
const code = '1.001193';
beforeAll(async () => {
  cpSync(inject('template'), dataDir, { recursive: true });
  const { pool, close } = await openDatabase({ url: null, dataDir, onIdleError: () => {} });
  await seedStarter(pool);
  await close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = (...given: string[]) => runScript('scripts/names.ts', given, { DATA_DIR: dataDir, LOG_LEVEL: 'error' });

describe('npm run names', () => {
  test('checks the shipped names, without a database too, and makes none', async () => {
    const nowhere = join(folder, 'nowhere');
    const { status, out } = await runScript('scripts/names.ts', ['lint'], { DATA_DIR: nowhere });
    expect(out).toMatch(/^0 errors, \d+ warnings.*only the shape of codes/);
    expect(status).toBe(0);
    expect(existsSync(nowhere)).toBe(false);
    const all = (await names('lint', '--all')).out.trimEnd().split('\n');
    expect(all.length).toBe(1 + Number(/(\d+) warnings/.exec(all.at(-1) ?? '')?.[1]));
  });

  test('adds, lists and removes what staff say', async () => {
    expect(await names('add', code, 'sổ oe oe đầu lòng', '--kind', 'result')).toMatchObject({ status: 0, out: `1 added to ${code}\n` });
    expect((await names('list', code)).out).toContain('staff\tresult\tsổ oe oe đầu lòng\n');
    const asked = await runScript('scripts/ask.ts', ['--explain', 'sổ oe oe đầu lòng'], { DATA_DIR: dataDir, LOG_LEVEL: 'error' });
    expect(asked.out).toMatch(new RegExp(`^1\\. ${code.replace('.', '\\.')}`, 'm'));
    expect((await names('remove', code, 'sổ oe oe đầu lòng')).status).toBe(0);
    expect((await names('list', code)).out).not.toContain('sổ oe oe đầu lòng');
  });

  test('refuses with every fault and writes nothing', async () => {
    const { status, err } = await names('add', code, 'Giấy bé!', 'giấy của bé', '9');
    expect(status).toBe(1);
    expect(err).toMatch(/^Nothing was written:\n {2}"Giấy bé!" ends in punctuation\n {2}"Giấy bé!" begins with a capital/);
    expect((await names('list', code)).out).not.toContain('giấy của bé');
    expect((await names('remove', code, 'giấy của bé')).err).toContain('has no everyday name');
    expect((await names('add', code, 'giấy của bé', '--kind', 'nickname')).err).toContain('--kind is one of says, event, result');
  });

  test('says that a code is none of this base, rather than that it has no names', async () => {
    expect(await names('list', '9.999999')).toMatchObject({ status: 1, out: '', err: '9.999999 is no public procedure of this base.\n' });
    expect((await names('list', 'khai sinh')).err).toBe('khai sinh is no procedure code.\n');
  });

  test('tells how it is used when it is not told what to do', async () => {
    for (const given of [[], ['add', code], ['list'], ['rename', code]]) {
      const { status, out } = await names(...given);
      expect(out).toContain('npm run names -- lint');
      expect(status).toBe(2);
    }
  });
});
