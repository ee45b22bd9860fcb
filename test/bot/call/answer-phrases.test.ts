import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { spokenAnswer } from '../../../bot/call/answer.ts';
import { onThePhone } from '../../../bot/call/answer-phrases.ts';
import { plainReply } from '../../../bot/reply.ts';

const root = new URL('../../../', import.meta.url).pathname;
/** What never is said on a telephone: voice notes, groups and pictures have no channel there, what a form is printed with is not spoken. */
const elsewhere = /voice-wording|group-wording|staff-wording|papers-wording|bot\/call\/|bot\/forms\/print/;
const files = globSync('bot/**/*wording.ts', { cwd: root }).filter((file) => !elsewhere.test(file));
const texts = (await Promise.all(files.map((file) => import(`${root}${file}`)))).flatMap((module) => vietnameseIn(module));

function vietnameseIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('vi' in value && typeof value.vi === 'string') return [value.vi];
  return Object.values(value).flatMap(vietnameseIn);
}

describe('what was written for a screen', () => {
  it('is said in words of the telephone, whichever wording it is', () => {
    expect(texts.length).toBeGreaterThan(200);
    const written = /(?<!\p{L})(?:bạn|Bạn|gõ|bấm nút|màn hình|dưới đây|trên đây)(?!\p{L})|[Nn]hắn ["“]|[Bb]ấm ["“]|📎|https?:/u;
    for (const text of texts)
      for (const page of spokenAnswer(plainReply('asked', text), 'vi').pages) expect(page, text).not.toMatch(written);
  });

  it.each([
    ['Bạn nhắn "gửi hồ sơ" để thử lại.', 'Quý vị nói "gửi hồ sơ" để thử lại.'],
    ['Gửi xong, bạn bấm "Xong giấy tờ".', 'Gửi xong, quý vị nói "Xong giấy tờ".'],
    ['Khi cần thêm giấy tờ, bạn cứ nhắn.', 'Khi cần thêm giấy tờ, quý vị cứ gọi.'],
    ['Bạn xem lại rồi gửi ngày đúng.', 'Quý vị xem lại rồi nói ngày đúng.'],
    ['Bạn nhắn "gửi lại mã" để nhận mã mới.', 'Quý vị nói "gửi lại mã" để nhận mã mới.'],
    ['Để xem chi tiết, nhập mã PIN in trên phiếu hẹn.', 'Để nghe chi tiết, bấm mã PIN in trên phiếu hẹn.'],
    ['Cho người lớn khác (cha mẹ, anh chị, bạn…)', 'Cho người lớn khác (cha mẹ, anh chị, bạn…)'],
    ['Hai bạn đã đăng ký kết hôn chưa?', 'Hai người đã đăng ký kết hôn chưa?'],
    ['Khi nhận kết quả, hai bạn cùng có mặt để ký.', 'Khi nhận kết quả, hai người cùng có mặt để ký.'],
    ['Cho người lớn khác (cha mẹ, bạn bè).', 'Cho người lớn khác (cha mẹ, bạn bè).'],
    ['theo Nghị định số 104/2022/NĐ-CP ngày 21/12/2022 của Chính phủ', 'theo Nghị định số 104/2022/NĐ-CP của Chính phủ'],
    ['Bạn muốn xem phần nào?', ''],
    ['Cấp phép công trình cấp III (…) và nhà ở', 'Cấp phép công trình cấp III và nhà ở'],
    ['Tải mẫu tại trang của thủ tục: https://dichvucong.gov.vn/a', ''],
  ])('%s', (written, said) => {
    expect(onThePhone(written, 'vi')).toBe(said);
  });

  it('is so in English', () => {
    expect(onThePhone('To stop, send "stop".', 'en')).toBe('To stop, say "stop".');
    expect(onThePhone('To see the details, enter the PIN.', 'en')).toBe('To hear the details, press the PIN.');
  });

  it('leaves what was written for the telephone', async () => {
    const spoken = globSync('bot/call/*wording.ts', { cwd: root }).filter((file) => !file.includes('answer-'));
    const modules = await Promise.all(spoken.map((file) => import(`${root}${file}`)));
    for (const text of modules.flatMap(vietnameseIn)) expect(onThePhone(text, 'vi')).toBe(text);
    for (const said of ['Đúng bấm 1, sai bấm 2.', 'Quý vị bấm số này trên bàn phím, rồi bấm phím thăng.', 'Tin nhắn đang được gửi.'])
      expect(onThePhone(said, 'vi')).toBe(said);
  });
});
