import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../bot/forms/form.ts';
import { drivers } from '../support/channels.ts';
import { kinds } from '../support/databases.ts';
import { play } from '../support/play.ts';
import { parseScript } from '../support/script.ts';

const folder = new URL('.', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .sort();

describe.each(names)('%s', (name) => {
  const script = parseScript(readFileSync(new URL(name, folder), 'utf8'));
  const came = new Map<string, Answers[]>();

  describe.each(kinds)('on $name', (kind) => {
    test.each(drivers)(`${script.title}, begun at the $name`, { timeout: 60_000 }, async (driver) => {
      const place = await kind.make();
      try {
        const { cases } = await play(script, driver, place);
        came.set(`${kind.name} ${driver.name}`, cases);
      } finally {
        await place.drop();
      }
    });
  });

  test('the filing is the same on every channel and database', () => {
    expect(came.size).toBe(kinds.length * drivers.length);
    const [first, ...others] = came.values();
    for (const other of others) expect(other).toEqual(first);
  });
});
