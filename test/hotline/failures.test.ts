import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasAsterisk } from '../support/sip/asterisk.ts';
import { between, longestGap } from '../support/sip/heard.ts';
import { type Hotline, spoken, startHotline } from '../support/sip/hotline.ts';
import { type Called, startTelephony, type Telephony } from '../support/sip/telephony.ts';
import { toldOf } from '../support/sip/told.ts';

describe.skipIf(!hasAsterisk)('a real call when something is broken', () => {
  let hotline: Hotline;

  beforeAll(async () => {
    hotline = await startHotline();
  }, 60_000);

  afterAll(() => hotline?.stop(), 30_000);

  test('the recogniser is down: the caller is asked for keys, and keys work', async () => {
    hotline.speech.mood.ears = 'broken';
    const { well, text } = await hotline.call([
      { quiet: 7_500 },
      await hotline.says('làm khai sinh cần giấy tờ gì'),
      { quiet: 7_000 },
      { keys: '1' },
      { quiet: 4_000 },
    ]);
    hotline.speech.mood.ears = 'well';
    expect(well).toBe(true);
    expect(text).toMatch(/chưa nghe được giọng nói/);
    expect(text).toMatch(/mã hồ sơ/);
  }, 60_000);

  test('the voice service is down: espeak-ng says the answer, sample by sample as it would', async () => {
    hotline.speech.mood.mouth = 'broken';
    const question = await hotline.says('làm khai sinh cần giấy tờ gì');
    const { well, heard } = await hotline.call([{ quiet: 7_500 }, question, { quiet: 8_000 }]);
    hotline.speech.mood.mouth = 'well';
    expect(well).toBe(true);
    const answer = await spoken('Giấy tờ cần có khi làm Đăng ký khai sinh:');
    expect(toldOf(answer, heard).share).toBeGreaterThan(0.95);
  }, 60_000);

  // Last: nobody starts it again.
  test('the server is killed in the middle of a word: apology and a person, and no gap in what the caller hears', async () => {
    const officer = await hotline.officer(500);
    let killed = 0;
    const call = hotline.call([{ quiet: 18_000 }]);
    await wait(3_500);
    hotline.server.signal('SIGKILL');
    killed = Date.now();
    const { well, heard } = await call;
    expect(well).toBe(true);
    expect(between(heard, killed - 500, killed).frames.length).toBeGreaterThan(15);
    expectPerson(hotline, heard);
    expect(longestGap(between(heard, killed - 1_000, heard.to))).toBeLessThan(200);
    expect((await officer.heard()).frames.length).toBeGreaterThan(0);
  }, 60_000);
});

describe.skipIf(!hasAsterisk)('a real call without the assistant', () => {
  test.concurrent.each(['absent', 'frozen'] as const)(
    '%s: apology and a person',
    async (how) => {
      const frozen = createServer();
      await new Promise<void>((resolve) => frozen.listen(0, '127.0.0.1', resolve));
      const address = frozen.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      if (how === 'absent') await new Promise<void>((resolve) => frozen.close(() => resolve()));
      const telephony = await startTelephony({ web: `http://127.0.0.1:${port}`, password: 'x' });
      try {
        const officer = await telephony.officer(500);
        const { well, heard, said } = await telephony.call([{ quiet: 14_000 }]);
        expect(well).toBe(true);
        expectPerson(telephony, heard);
        // Who is answered is spoken to at once, whatever was waited for before.
        expect(heard.from - said.from).toBeLessThan(1_000);
        expect((await officer.heard()).frames.length).toBeGreaterThan(0);
      } finally {
        await telephony.stop();
        frozen.close();
      }
    },
    60_000,
  );
});

function expectPerson(telephony: Pick<Telephony, 'prompt'>, heard: Called['heard']): void {
  expect(telephony.prompt('tam-ngung', heard).share).toBeGreaterThan(0.99);
}
