import { once } from 'node:events';
import { expect, test } from 'vitest';
import { endDeadCalls } from '../../knowledge/call-keeping.ts';
import { recordingSeal } from '../../knowledge/recording-seal.ts';
import { hearRecordings } from '../../knowledge/recordings.ts';
import { openCalls } from '../../scripts/open-calls.ts';
import { counting } from '../fakes/meter.ts';
import { kinds, open } from '../support/databases.ts';
import { startScript } from '../support/run-script.ts';

test.each(kinds)('a replica that is killed takes nothing of its calls with it, on $name', async ({ make }) => {
  const place = await make();
  const { child, ended } = startScript('test/support/hold-calls.ts', [place.dataDir, ...(place.url === null ? [] : [place.url])], {});
  await Promise.race([child.stdout && once(child.stdout, 'data'), ended]);
  child.kill('SIGKILL');
  expect(await ended).toMatchObject({ signal: 'SIGKILL', out: 'held\n' });

  const { pool, close } = await open(place);
  const meter = counting();
  const { calls } = await openCalls({ pool, key: null, meter });
  // The telephone system asks whoever is there.
  expect(await calls.next('let go')).toEqual({ kind: 'transfer', to: 'canbo', case: expect.stringMatching(/^\d+$/) });
  expect(await calls.whisper('let go')).toBe('Người gọi hỏi về khai sinh.');
  expect(await calls.next('under way')).toBeNull();
  const { rows } = await pool.query<{ id: number }>("select id from calls where call = 'under way'");
  const [recorded] = await hearRecordings(pool, await recordingSeal(pool, null), rows[0]?.id ?? 0, 'Lan');
  const pieces: string[] = [];
  for await (const piece of recorded?.pieces() ?? []) pieces.push(String(piece));
  expect(pieces).toEqual(['what was said']);
  await pool.query("update calls set seen_at = seen_at - interval '1 minute'");
  expect(await endDeadCalls(pool, meter)).toBe(2);
  expect(meter.counted).toMatchObject({ 'call reason=replica-died transferred=asked contained=no': 1 });
  await close();
  await place.drop();
});
