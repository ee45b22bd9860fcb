import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasAsterisk } from '../support/sip/asterisk.ts';
import { between, longestGap } from '../support/sip/heard.ts';
import { type Hotline, startHotline } from '../support/sip/hotline.ts';
import { lineOf } from '../support/sip/speech-service.ts';
import { toldOf } from '../support/sip/told.ts';

const question = 'làm khai sinh cần giấy tờ gì';

describe.skipIf(!hasAsterisk)('real calls through Asterisk', () => {
  let hotline: Hotline;

  beforeAll(async () => {
    hotline = await startHotline();
  }, 60_000);

  afterAll(() => hotline?.stop(), 30_000);

  test.concurrent('begin with who answers, and that it is a machine', async () => {
    const { well, told, text, heard, said } = await hotline.call([{ quiet: 7_000 }]);
    expect(well).toBe(true);
    expect(told[0]?.text, text).toBe('Tổng đài dịch vụ công xin nghe.');
    expect(told[1]?.text, text).toBe('Đây là trợ lý tự động.');
    expect(heard.from - said.from).toBeLessThan(1_500);
  }, 60_000);

  test.concurrent('by keys alone: the digits of a code come whole and in order, are read back, and the status of the dossier is heard', async () => {
    const code = '4023082507150012';
    const { well, keys, text, heard } = await hotline.call([
      { quiet: 3_000 },
      { keys: '1' },
      { quiet: 2_500 },
      { keys: `${code}#` },
      { quiet: 6_000 },
      { keys: '1' },
      { quiet: 11_000 },
      { keys: '#' },
      { quiet: 2_500 },
      { keys: '1' },
      { quiet: 3_500 },
      { keys: '482613#' },
      { quiet: 9_000 },
    ]);
    expect(well).toBe(true);
    expect(keys.map(({ key }) => key).join('')).toBe(`1${code}#1#1482613#`);
    expect(text).toMatch(/Tôi đọc lại mã hồ sơ:\n.*hát bốn mươi, chấm hai mươi ba, chấm không tám, gạch ngang/);
    expect(text).toMatch(/Hồ sơ đang xử lý tại Phòng Kinh tế/);
    // With the PIN it is told again, with all that only its owner may hear.
    const owned = await hotline.speech.told(between(heard, (keys.at(-1)?.ms ?? 0) + 500, heard.to + 1));
    expect(owned[0]?.text, text).toMatch(/Hồ sơ đang xử lý tại Phòng Kinh tế/);
  }, 90_000);

  test.concurrent('a question that is spoken is heard whole by the recogniser, and answered', async () => {
    const { told, text, said } = await hotline.call([{ quiet: 7_500 }, await hotline.says(question), { quiet: 9_000 }]);
    expect(hotline.speech.written).toContain(question);
    const answer = told.find(({ text: one }) => /^Giấy tờ cần có khi làm Đăng ký khai sinh/.test(one));
    expect(answer, text).toBeDefined();
    expect(said.frames.length).toBeGreaterThan(0);
  }, 60_000);

  test.concurrent('who speaks while he is spoken to is heard at once: the voice stops, and does not come back', async () => {
    const second = 'lệ phí làm khai sinh bao nhiêu';
    const acts = [{ quiet: 7_500 }, await hotline.says(question), { quiet: 3_000 }, await hotline.says(second), { quiet: 8_000 }];
    const { told, text, heard, said, acted } = await hotline.call(acts);
    const [spokeFrom, spokeTo] = acted(3);
    // 300 ms of voice make a barge-in; what was cut off is not taken up again.
    const meanwhile = between(heard, said.from + spokeFrom + 800, said.from + spokeTo);
    expect(meanwhile.frames.length, text).toBeLessThan(5);
    expect(text).toMatch(/Miễn phí/);
    const cut = await lineOf('Tờ khai: Tờ khai đăng ký khai sinh, nộp trực tiếp hoặc qua bưu chính;');
    expect(toldOf(cut, heard).share).toBeLessThan(0.9);
    expect(told.length).toBeGreaterThan(0);
  }, 60_000);

  test.concurrent('a noise without words holds the voice for a moment, and it goes on where it was', async () => {
    const noise = await hotline.says('a a a a a a', false);
    const { told, text, heard, said, acted } = await hotline.call([
      { quiet: 8_000 },
      await hotline.says('đăng ký khai sinh cần những giấy tờ gì'),
      { quiet: 3_000 },
      noise,
      { quiet: 10_000 },
    ]);
    const [from] = acted(3);
    const during = told.find((one) => one.from < from && one.to > from);
    expect(during?.share, text).toBeGreaterThan(0.95);
    expect(longestGap(between(heard, said.from + from, said.from + from + 4_000)), text).toBeGreaterThan(300);
  }, 60_000);
});
