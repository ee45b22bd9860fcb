import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasAsterisk } from '../support/sip/asterisk.ts';
import { between, longestGap, loud } from '../support/sip/heard.ts';
import { type Hotline, startHotline } from '../support/sip/hotline.ts';

describe.skipIf(!hasAsterisk)('a person in a real call', () => {
  let hotline: Hotline;

  beforeAll(async () => {
    hotline = await startHotline({ settings: { HOTLINE_POLICY: 'noInputMs=3000' } });
  }, 60_000);

  afterAll(() => hotline?.stop(), 30_000);

  test('0 rings an officer, who hears what it is about while the caller hears that somebody is there; then they hear each other', async () => {
    const officer = await hotline.officer(1_000);
    const question = await hotline.says('làm khai sinh cần giấy tờ gì');
    const { well, text, heard, said } = await hotline.call([
      { quiet: 7_500 },
      question,
      { quiet: 3_000 },
      { keys: '0' },
      { quiet: 16_000 },
    ]);
    expect(well).toBe(true);
    expect(text).toContain('Xin quý vị giữ máy, tôi nối máy với cán bộ.');
    expect(hotline.prompt('co-can-bo', heard).share).toBeGreaterThan(0.95);
    expect(officer.messages()).toMatch(/^INVITE sip:100@[\s\S]*^X-Motcua-Case: [\w-]+\r$/m);
    const byOfficer = await officer.heard();
    const whispered = (await hotline.speech.told(byOfficer)).map(({ text: one }) => one).join(' ');
    expect(whispered).toMatch(/^Người gọi hỏi về đăng ký khai sinh, đã nghe giấy tờ/);
    // The officer's telephone then gets the caller's silence, packet by packet, to the end of the call.
    expect(byOfficer.to).toBeGreaterThan(said.to - 500);
    expect(await officer.over).toBe(true);
  }, 60_000);

  test('rings while it rings; when nobody takes it the call is back with the assistant, which says so and offers to call back', async () => {
    const officer = await hotline.officer(null);
    const { well, told, text, heard, said } = await hotline.call([{ quiet: 3_000 }, { keys: '0' }, { quiet: 13_000 }]);
    expect(well).toBe(true);
    expect(await officer.over).toBe(true);
    const put = told.find(({ text: one }) => /tôi nối máy với cán bộ/.test(one));
    const back = told.find(({ text: one }) => /Cán bộ đang bận/.test(one));
    expect(back?.from, text).toBeGreaterThan(put?.to ?? Number.POSITIVE_INFINITY);
    expect(text).toMatch(/gọi lại/);
    const ringing = between(heard, said.from + (put?.to ?? 0) + 100, said.from + (back?.from ?? 0) - 100);
    expect(loud(ringing).length).toBeGreaterThan(25);
    expect(longestGap(ringing)).toBeLessThan(500);
  }, 60_000);

  test('who says nothing at all is asked again, then by keys alone, then put through; and nobody there, bidden goodbye', async () => {
    const officer = await hotline.officer(null);
    const { well, told, text } = await hotline.call([{ quiet: 70_000 }]);
    expect(well).toBe(true);
    const at = (what: RegExp) => told.find(({ text: one }) => what.test(one))?.from ?? Number.NaN;
    const steps = [/chưa nghe thấy/, /dùng bàn phím/, /nối máy với cán bộ/, /Cán bộ đang bận/, /Cảm ơn quý vị đã gọi/].map(at);
    expect(steps, text).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.every(Number.isFinite), text).toBe(true);
    expect(await officer.over).toBe(true);
  }, 120_000);
});
