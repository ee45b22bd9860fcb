import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasAsterisk } from '../support/sip/asterisk.ts';
import { type Hotline, startHotline } from '../support/sip/hotline.ts';

describe.skipIf(!hasAsterisk)('a real call over AudioSocket, as Asterisk before 22.6 has it', () => {
  let hotline: Hotline;

  beforeAll(async () => {
    hotline = await startHotline({ media: 'audiosocket' });
  }, 60_000);

  afterAll(() => hotline?.stop(), 30_000);

  test('is greeted and answered, its keys work, and 0 rings an officer', async () => {
    const officer = await hotline.officer(500);
    const question = await hotline.says('làm khai sinh cần giấy tờ gì');
    const acts = [{ quiet: 7_500 }, question, { quiet: 4_000 }, { keys: '0' }, { quiet: 14_000 }];
    const { well, keys, text, heard, said } = await hotline.call(acts);
    expect(well).toBe(true);
    expect(keys.map(({ key }) => key)).toEqual(['0']);
    expect(text).toMatch(/^\S+ Tổng đài dịch vụ công xin nghe\./);
    expect(text).toMatch(/Giấy tờ cần có khi làm Đăng ký khai sinh/);
    expect(text).toMatch(/tôi nối máy với cán bộ/);
    expect(hotline.prompt('co-can-bo', heard).share).toBeGreaterThan(0.95);
    expect((await officer.heard()).to).toBeGreaterThan(said.to - 500);
  }, 60_000);
});
