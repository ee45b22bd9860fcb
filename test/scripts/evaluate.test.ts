import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, inject, test } from 'vitest';

const program = fileURLToPath(new URL('../../scripts/evaluate.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'motcua-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function evaluate(...given: string[]) {
  const env = { PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' };
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...given], {
    cwd: folder,
    env,
    encoding: 'utf8',
    timeout: 60_000,
  });
}

test('without the portal imported the evaluation says so, scores nothing and exits 2, with a file or with our own questions', () => {
  cpSync(inject('template'), join(folder, 'data'), { recursive: true });
  const file = join(folder, 'set.jsonl');
  writeFileSync(file, JSON.stringify({ id: 'T-1', slice: 'standard', turns: ['xin chào'], expect: { kind: 'greeted' } }));
  for (const given of [[file], []]) {
    const { status, stdout, stderr } = evaluate(...given);
    expect(stderr).toMatch(/Only \d+ procedures are imported, no more than the starter base.*npm run ingest/);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  }
  expect(existsSync(join(folder, 'reports'))).toBe(false);
});

test('asked for help it tells how it is used', () => {
  const { status, stdout } = evaluate('--help');
  expect(stdout).toContain('npm run evaluate [-- FILE');
  expect(status).toBe(0);
});
