import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasAsterisk } from '../support/sip/asterisk.ts';
import { between, longestGap } from '../support/sip/heard.ts';
import { type Hotline, spoken, startHotline } from '../support/sip/hotline.ts';
import { startTelephony } from '../support/sip/telephony.ts';
import { toldOf } from '../support/sip/told.ts';

describe.skipIf(!hasAsterisk)('a real call when something is broken', () => {
  let hotline: Hotline;

  beforeAll(async () => {
    hotline = await startHotline();
  }, 60_000);

  afterAll(() => hotline?.stop(), 30_000);

  test.concurrent('the password of the exchange is wrong: apology and a person', async () => {
    const telephony = await startTelephony({ web: hotline.server.url, password: 'mat-khau-khac-han' });
    try {
      const officer = await telephony.officer(500);
      const { well, heard } = await telephony.call([{ quiet: 14_000 }]);
      expect(well).toBe(true);
      expect(telephony.prompt('tam-ngung', heard).share).toBeGreaterThan(0.99);
      expect((await officer.heard()).frames.length).toBeGreaterThan(0);
    } finally {
      await telephony.stop();
    }
  }, 60_000);

  test.concurrent('the recogniser is down: the caller is asked for keys, and keys work', async () => {
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
    expect(hotline.prompt('tam-ngung', heard).share).toBeGreaterThan(0.99);
    expect(longestGap(between(heard, killed - 1_000, heard.to))).toBeLessThan(200);
    expect((await officer.heard()).frames.length).toBeGreaterThan(0);
  }, 60_000);
});
