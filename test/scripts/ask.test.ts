import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runScript } from '../support/run-script.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-test-'));
const dataDir = join(folder, 'data');
beforeAll(() => cpSync(inject('template'), dataDir, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const explained = (...question: string[]) =>
  runScript('scripts/ask.ts', ['--explain', ...question], { DATA_DIR: dataDir, LOG_LEVEL: 'error' });

describe('ask --explain', () => {
  test('tells how the question is read and why its first five rank so', async () => {
    const { status, out } = await explained('mất giấy khai sinh xin cấp lại bản sao');
    expect(status).toBe(0);
    expect(out).toMatch(/^Asked {4}mất giấy khai sinh xin cấp lại bản sao\nWanted {3}procedure/);
    expect(out).toMatch(/^Signs {4}.*reissue/m);
    expect([...out.matchAll(/^[1-5]\. \d\.\d{6}/gm)]).toHaveLength(5);
    expect(out).toMatch(/^ {3}sinh 0\.\d\d in name/m);
    expect(out).toMatch(/^ {3}for {6}words \+/m);
  });

  test('says what is answered without any search', async () => {
    expect((await explained('nhà tôi đang cháy cứu với')).out).toMatch(/^Wanted {3}emergency: answered without a search/m);
    expect((await explained('xin chào')).out).toContain('Nothing found');
  });

  test('without a question tells how it is used', async () => {
    const { status, out } = await explained();
    expect(out).toContain('npm run ask -- --explain');
    expect(status).toBe(2);
  });
});

test('ask --cases goes on inside a filing, and comes back to its question after another', async () => {
  const file = join(folder, 'cases.jsonl');
  const begin = 'giúp tôi nộp hồ sơ đăng ký khai sinh online';
  writeFileSync(
    file,
    [
      { id: 'A', turns: [begin, 'chưa'] },
      { id: 'B', turns: [begin, 'lệ phí bao nhiêu'] },
    ]
      .map((one) => JSON.stringify(one))
      .join('\n'),
  );
  const { status, out } = await runScript('scripts/ask.ts', ['--cases', file], { DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  expect(status).toBe(0);
  const [answered, asked] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answered.replies).toMatchObject([{ kind: 'filing', text: expect.stringContaining('nước ngoài') }]);
  expect(asked.replies).toMatchObject([{ kind: 'answered', procedures: ['1.001193'], aspect: 'fee' }, { kind: 'filing' }]);
});
