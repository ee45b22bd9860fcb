import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OperatorError } from '../../bot/errors.ts';
import { openSpool } from '../../scripts/errands/spool.ts';
import { type Program, takeErrands } from '../../scripts/errands/take.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'motcua-errands-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const at = new Date().toISOString();
const started = String(Date.now()).padStart(15, '0');
const nameOf = (number: number) => `${started}-${number}`;

/** A server that does these programs until the test has seen enough. */
async function whileServing(programs: Record<string, Program>, enough: () => boolean): Promise<string> {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => lines.push(line) });
  const serving = takeErrands({ dataDir, programs, log, sweepMs: 5 });
  while (!enough()) await setTimeout(5);
  await serving.stop();
  return lines.join('');
}

describe('an errand for the running server', () => {
  it('is done in the order in which it was asked, once, and answered as the command would have been', async () => {
    const spool = openSpool(dataDir);
    for (const number of [3, 1, 2]) spool.put(nameOf(number), 'errand', { program: 'count', request: number, at });
    const done: unknown[] = [];
    const count: Program = async (request, say) => {
      done.push(request);
      await setTimeout(10);
      say.out(`did ${request}\n`);
      say.err('mind\n');
      return 3;
    };
    await whileServing({ count }, () => spool.names('answer').length === 3);
    expect(done).toEqual([1, 2, 3]);
    const [first = ''] = spool.names('answer');
    expect(spool.read(first, 'answer')).toEqual({ status: 3, out: 'did 1\n', err: 'mind\n' });
    expect(readdirSync(join(dataDir, 'motcua.errands')).every((name) => name.endsWith('.answer'))).toBe(true);
  });

  it('at which a server has died is not done again', async () => {
    const spool = openSpool(dataDir);
    const name = nameOf(1);
    spool.put(name, 'taken', { program: 'count', request: 1, at });
    let count = 0;
    await whileServing({ count: async () => ++count }, () => spool.names('answer').length === 1);
    expect(count).toBe(0);
    expect(spool.read(name, 'answer')).toMatchObject({ status: 1, err: expect.stringContaining('look whether it was done') });
  });

  it('is taken by the server or taken back by who asked, never both', () => {
    const spool = openSpool(dataDir);
    spool.put('a', 'errand', {});
    expect([spool.move('a', 'errand', 'withdrawn'), spool.move('a', 'errand', 'taken')]).toEqual([true, false]);
  });

  it('that fails says why when an operator can do something, and quotes nothing else', async () => {
    const spool = openSpool(dataDir);
    for (const program of ['refuses', 'breaks', 'toString']) spool.put(`${nameOf(1)}-${program}`, 'errand', { program, request: null, at });
    const programs = {
      refuses: async () => {
        throw new OperatorError('There is no such dossier.');
      },
      breaks: async () => {
        throw new TypeError('Trần Thị Bí Mật');
      },
    };
    const log = await whileServing(programs, () => spool.names('answer').length === 3);
    const said = spool.names('answer').map((name) => spool.read(name, 'answer'));
    expect(said).toContainEqual({ status: 1, out: '', err: 'There is no such dossier.\n' });
    expect(said).toContainEqual({ status: 1, out: '', err: 'It failed in the running server: TypeError.\n' });
    expect(said).toContainEqual({ status: 1, out: '', err: expect.stringContaining('of another version') });
    expect(log + readAll()).not.toContain('Bí Mật');
  });

  function readAll(): string {
    const folder = join(dataDir, 'motcua.errands');
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
  }
});
