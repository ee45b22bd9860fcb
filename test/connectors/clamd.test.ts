import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createScan } from '../../connectors/papers/clamd.ts';
import { createLook } from '../../connectors/papers/look-aside.ts';
import { createPapers } from '../../connectors/papers/papers.ts';
import { type FakeClamd, fakeClamd, testSignature } from '../fakes/clamd.ts';
import { photo } from '../support/paper-files.ts';

let clamd: FakeClamd;
beforeEach(async () => {
  clamd = await fakeClamd();
});
afterEach(() => clamd.close());

const never = new AbortController().signal;
const scan = (limitMs = 10_000) => createScan({ host: '127.0.0.1', port: clamd.port }, limitMs);

describe('the malware scanner', () => {
  test('is given the very bytes, in chunks, and says whether they are clean', async () => {
    const bytes = Buffer.alloc(300_000, 'giấy khai sinh ');
    expect(await scan()(bytes, never)).toBe('clean');
    expect(await scan()(Buffer.concat([bytes, Buffer.from(testSignature)]), never)).toBe('infected');
    expect(clamd.streams[0]?.equals(bytes)).toBe(true);
    expect(clamd.faults).toEqual([]);
  });

  test.each(['cut', 'strange'] as const)('is away when its answer is no answer: %s', async (mood) => {
    clamd.mood = mood;
    await expect(scan()(Buffer.from('giấy'), never)).rejects.toThrow('clamd is unavailable');
  });

  test('is away when it does not answer in time, takes no file so large, or is not there', async () => {
    clamd.mood = 'silent';
    await expect(scan(50)(Buffer.from('giấy'), never)).rejects.toThrow('clamd is unavailable');
    clamd.mood = 'looks';
    clamd.longest = 1_000;
    await expect(scan()(Buffer.alloc(200_000), never)).rejects.toThrow('clamd is unavailable');
    const { port } = clamd;
    await clamd.close();
    await expect(createScan({ host: '127.0.0.1', port }, 5_000)(Buffer.from('giấy'), never)).rejects.toThrow('clamd is unavailable');
  });
});

test('a file that the scanner warns of, or cannot look at, is refused, and each is counted', async () => {
  const counted: string[] = [];
  const papers = createPapers({
    look: createLook({ limitMs: 20_000, memory: 512, atOnce: 2 }),
    scan: scan(2_000),
    meter: { count: (event, labels) => counted.push(`${event} ${labels?.result}`) },
  });
  const clean = await photo();
  expect(await papers.examine(clean, 'web/p', never)).toMatchObject({ kind: 'good' });
  expect(await papers.examine(Buffer.concat([clean, Buffer.from(testSignature)]), 'web/p', never)).toEqual({
    kind: 'defects',
    defects: ['infected'],
  });
  clamd.mood = 'cut';
  expect(await papers.examine(clean, 'web/p', never)).toEqual({ kind: 'defects', defects: ['unchecked'] });
  expect(counted).toEqual(['scan clean', 'scan infected', 'scan away']);
});
