import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { embeddedPlace, type Kind, kinds, type Place } from '../support/databases.ts';
import { phone } from '../support/drivers/phone.ts';
import { play } from '../support/play.ts';
import { parseScript } from '../support/script.ts';

const folder = new URL('./phone/', import.meta.url);
const names = readdirSync(folder).sort();

let filled: Place;
beforeAll(async () => {
  filled = embeddedPlace();
  await (await startApp(filled)).stop();
});
afterAll(() => filled.drop());
const placeOf = async ({ name, make }: Kind) => (name === 'PGlite' ? embeddedPlace(filled.dataDir) : make());

describe.each(kinds)('a call, on $name', (kind) => {
  test.each(names)('%s', { timeout: 60_000 }, async (name) => {
    const place = await placeOf(kind);
    try {
      await play(parseScript(readFileSync(new URL(name, folder), 'utf8')), phone, place);
    } finally {
      await place.drop();
    }
  });
});
