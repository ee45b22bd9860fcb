import pino from 'pino';
import { expect, test } from 'vitest';
import { keepCalls } from '../../scripts/keep-calls.ts';

const silent = pino({ level: 'silent' });

test('calls are renewed at once and again and again, also after the database was away', async () => {
  let tries = 0;
  const later = Promise.withResolvers<void>();
  const renew = async () => {
    tries += 1;
    if (tries === 1) throw new Error('away');
    if (tries === 3) later.resolve();
  };
  const kept = keepCalls({ renew, endDead: async () => 1, log: silent, everyMs: 5 });
  expect(tries).toBe(1);
  await later.promise;
  await kept.stop();
  const after = tries;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(tries).toBe(after);
});
