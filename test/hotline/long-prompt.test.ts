import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasAsterisk } from '../support/sip/asterisk.ts';
import { type Hotline, startHotline } from '../support/sip/hotline.ts';

describe.skipIf(!hasAsterisk)('a real call that is spoken to for half a minute', () => {
  let hotline: Hotline;

  beforeAll(async () => {
    // A slow speaker: the greeting alone takes more than Asterisk can hold.
    hotline = await startHotline({ perLetter: 0.18 });
  }, 60_000);

  afterAll(() => hotline?.stop(), 30_000);

  test('hears every sample of it, in order and without a hole', async () => {
    const { well, told, text } = await hotline.call([{ quiet: 40_000 }], { restMs: 500 });
    expect(well).toBe(true);
    const greeting = told.filter(({ from }) => from < 35_000);
    expect(
      greeting.map(({ share }) => share),
      text,
    ).toEqual(greeting.map(() => 1));
    expect((greeting.at(-1)?.to ?? 0) - (greeting[0]?.from ?? 0), text).toBeGreaterThan(30_000);
    const pauses = greeting.slice(1).map(({ from }, at) => from - (greeting[at]?.to ?? 0));
    expect(Math.max(...pauses), text).toBeLessThan(600);
  }, 90_000);
});
