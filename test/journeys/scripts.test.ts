import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answers } from '../../bot/forms/form.ts';
import { startApp } from '../support/app.ts';
import { drivers } from '../support/channels.ts';
import { embeddedPlace, type Kind, kinds, type Place } from '../support/databases.ts';
import { play } from '../support/play.ts';
import { parseScript } from '../support/script.ts';

const folder = new URL('.', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .sort();

/** With the starter base in it, which takes longer to read in than a script to play. */
let filled: Place;
beforeAll(async () => {
  filled = embeddedPlace();
  await (await startApp(filled)).stop();
});
afterAll(() => filled.drop());
const placeOf = async ({ name, make }: Kind) => (name === 'PGlite' ? embeddedPlace(filled.dataDir) : make());

describe.each(names)('%s', (name) => {
  const script = parseScript(readFileSync(new URL(name, folder), 'utf8'));
  const came = new Map<string, Answers[]>();

  describe.each(kinds)('on $name', (kind) => {
    test.each(drivers)(`${script.title}, begun at the $name`, { timeout: 60_000 }, async (driver) => {
      const place = await placeOf(kind);
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
