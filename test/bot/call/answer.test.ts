import { describe, expect, it } from 'vitest';
import { composeAnswer } from '../../../bot/answer/compose.ts';
import { spokenAnswer } from '../../../bot/call/answer.ts';
import { plainReply } from '../../../bot/reply.ts';
import { emergencyReply } from '../../../bot/skills/emergency.ts';
import { inWords } from '../../../bot/speech/in-words.ts';
import type { Language, Reply } from '../../../bot/types.ts';
import { wording } from '../../../bot/wording.ts';
import { stored } from '../../fakes/record.ts';

describe('an answer on the telephone', () => {
  const fee = { kind: 'charge' as const, amount: 70_000, currency: 'VND' as const, text: '' };

  it('is what was asked, and then what people ask next', () => {
    const reply = composeAnswer({ stored: stored({}), aspect: 'fee', explanation: null, language: 'vi' });
    const answer = spokenAnswer(reply, 'vi');
    expect(answer.pages).toHaveLength(1);
    expect(answer.pages[0]).toContain('70.000 đồng');
    expect(answer.menu).toEqual([
      { key: '1', label: 'nghe giấy tờ cần có', say: 'cần giấy tờ gì?' },
      { key: '2', label: 'nghe bao lâu xong', say: 'bao lâu xong?' },
      { key: '3', label: 'nghe nơi nộp', say: 'nộp ở đâu?' },
    ]);
  });

  it("may be kept for others where it is a record's, and never where it is somebody's", () => {
    const reply = composeAnswer({ stored: stored({}), aspect: 'fee', explanation: null, language: 'vi' });
    expect(spokenAnswer(reply, 'vi').common).toBe(true);
    const own: Reply[] = [
      { ...reply, kind: 'status', dossier: 'H40.23.08-250715-0012' },
      { ...reply, dossier: 'H40.23.08-250715-0012' },
      { ...reply, expects: 'secret' },
      { ...reply, sources: [] },
      { ...reply, text: `${reply.text} Số máy 0912345678.` },
    ];
    expect(own.map((one) => spokenAnswer(one, 'vi').common)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('says no source; the whole text has it, with its date', () => {
    const reply = composeAnswer({ stored: stored({}), aspect: 'fee', explanation: null, language: 'vi' });
    const { pages, whole } = spokenAnswer(reply, 'vi');
    expect(pages.join(' ')).not.toContain('Nguồn');
    expect(whole).toContain('70.000 đồng');
    expect(whole).toMatch(/\nNguồn: Thủ tục cấp giấy thử \(1\.000001\), dữ liệu ngày 18\/07\/2026$/);
    expect(whole).not.toContain('**');
  });

  it('is of a procedure where, how long and how much, as far as that is short', () => {
    const ways = [{ how: 'direct' as const, duration: { amount: 7, unit: 'working-day' as const, text: '' }, fees: [fee], text: '' }];
    const reply = composeAnswer({ stored: stored({ ways }), aspect: 'overview', explanation: null, language: 'vi' });
    const [first = ''] = spokenAnswer(reply, 'vi').pages;
    expect(first).toMatch(/^Cấp giấy thử\. Nơi nhận: Ủy ban nhân dân cấp xã\. Thời hạn: 7 ngày làm việc\. Lệ phí: 70\.000 đồng/);
    expect(first).not.toContain('lĩnh vực');
  });

  it('is of a list three items on a page, counted', () => {
    const papers = [{ title: '', papers: ['Đơn', 'Ảnh', 'Thẻ', 'Phiếu chụp', 'Sổ'].map(paper) }];
    const reply = composeAnswer({ stored: stored({ papers }), aspect: 'documents', explanation: null, language: 'vi' });
    const { pages } = spokenAnswer(reply, 'vi');
    expect(pages[0]).toMatch(/Một là Đơn.* Hai là Ảnh.* Ba là Thẻ/);
    expect(pages[0]).not.toContain('Bốn là');
    expect(pages[1]).toMatch(/^Bốn là Phiếu chụp.* Năm là Sổ/);
  });

  it('does not stop after what it is about', () => {
    const long = 'Trường hợp cá nhân nhận chuyển nhượng quyền sử dụng đất của người được giao đất trong dự án đầu tư xây dựng nhà ở';
    const text = `Giấy tờ cần có khi làm **Đăng ký biến động quyền sử dụng đất**:\n${long}, kể cả khi chưa có giấy chứng nhận nào, thì hồ sơ gồm:\n- Đơn\n- Hợp đồng`;
    const [first = ''] = spokenAnswer(plainReply('answered', text), 'vi').pages;
    expect(first).toContain('Trường hợp cá nhân nhận chuyển nhượng');
  });

  it('says a fee with cases in plain words before the cases', () => {
    const text =
      'Phí khi làm **Cấp thẻ** tùy cách nộp:\n- Nộp trực tiếp: 70.000 đồng một thẻ, thu theo thông tư của bộ.\n- Nộp trực tuyến: 35.000 đồng một thẻ, thu theo thông tư của bộ, đến hết năm, trừ trường hợp cấp lại do bị mất, bị hỏng vì người được cấp.\nGiải thích: Trực tiếp 70.000 đồng, trực tuyến 35.000 đồng.';
    const reply: Reply = { ...plainReply('answered', text), aspect: 'fee' };
    expect(spokenAnswer(reply, 'vi').pages[0]).toBe('Phí khi làm Cấp thẻ tùy cách nộp: Trực tiếp 70.000 đồng, trực tuyến 35.000 đồng.');
  });

  it('names a site by its name and gives no link', () => {
    const text = '**Cấp thẻ**: nộp được trực tuyến.\n- Bắt đầu tại: https://dichvucong.gov.vn/thu-tuc/0012-34';
    expect(spokenAnswer(plainReply('answered', text), 'vi').pages).toEqual([
      'Cấp thẻ: nộp được trực tuyến. Bắt đầu tại: trang dichvucong.gov.vn.',
    ]);
  });
});

describe('in an emergency', () => {
  it('the number is in the first sentence, and nothing is left to be asked for', () => {
    for (const [numbers, start] of [
      [['114'], 'Quý vị gác máy và gọi ngay 114, cứu hỏa, cứu nạn.'],
      [['115', '113'], 'Quý vị gác máy và gọi ngay 115, cấp cứu y tế, hoặc gọi ngay 113, công an.'],
    ] as const) {
      const { pages, menu, kind } = spokenAnswer(emergencyReply([...numbers], 'vi'), 'vi');
      expect(pages).toHaveLength(1);
      expect(pages[0]?.startsWith(start)).toBe(true);
      expect([menu, kind]).toEqual([[], 'emergency']);
      expect(inWords(pages[0] ?? '')).toMatch(/gọi ngay một một (?:bốn|năm)/);
    }
  });

  it('so in English', () => {
    expect(spokenAnswer(emergencyReply(['113'], 'en'), 'en').pages[0]).toMatch(/^Hang up and call 113 now, police\./);
  });
});

describe('of a dossier', () => {
  const status = (text: string): Reply => ({ ...plainReply('status', text), dossier: 'H40.23.08-250715-0012' });
  const code = '**H40.23.08-250715-0012**';

  it('how it stands comes first, without its code', () => {
    const reply = status(
      `Hồ sơ ${code} · **Đang xử lý** tại Phòng Kinh tế, hẹn trả 25/11/2026 (còn 3 ngày làm việc).\n- Hệ thống ghi: Đang thẩm định`,
    );
    expect(spokenAnswer(reply, 'vi').pages).toEqual([
      'Hồ sơ đang xử lý tại Phòng Kinh tế, hẹn trả 25/11/2026 (còn 3 ngày làm việc). Hệ thống ghi: Đang thẩm định.',
    ]);
  });

  it('that is late is said to be late on the first page', () => {
    const reply = status(
      `Hồ sơ ${code} · **Đang xử lý** tại Phòng Kinh tế, hẹn trả 18/11/2026 (quá hạn 2 ngày làm việc).\n- Ngày nhận: 02/11/2026`,
    );
    expect(spokenAnswer(reply, 'vi').pages[0]).toContain('quá hạn 2 ngày làm việc');
  });

  it('masked names are not read out, and a code alone says nothing', () => {
    const reply = status(`Hồ sơ ${code}\nTôi chưa thấy hồ sơ này trong hệ thống.\n- Người nộp: T••• T••, điện thoại •••••••346`);
    expect(spokenAnswer(reply, 'vi').pages).toEqual(['Tôi chưa thấy hồ sơ này trong hệ thống.']);
  });
});

describe('a question on the telephone', () => {
  it('is said in one go, with all answers on keys and no key for a person', () => {
    const labels = ['Đã đăng ký kết hôn', 'Chưa kết hôn', 'Trẻ bị bỏ rơi', 'Chưa rõ', 'Bỏ qua', 'Gặp cán bộ'];
    const reply = plainReply(
      'filing',
      'Tôi chưa rõ bạn chọn mục nào. Bạn chọn một trong các mục dưới đây.\nBạn đăng ký cho ai?',
      labels.map((label) => ({ label, say: label })),
    );
    const { pages, menu } = spokenAnswer(reply, 'vi');
    expect(pages).toEqual(['Tôi chưa rõ quý vị chọn mục nào. Quý vị chọn một mục. Quý vị đăng ký cho ai?']);
    expect(menu.map(({ key, label }) => `${key} ${label}`)).toEqual([
      '1 chọn: Đã đăng ký kết hôn',
      '2 chọn: Chưa kết hôn',
      '3 chọn: Trẻ bị bỏ rơi',
      '4 chọn: Chưa rõ',
      '5 bỏ qua',
    ]);
  });

  it('between procedures chooses each by its name, cut where the others can still be told from it', () => {
    const long =
      'Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu';
    const choice = (name: string, code: string) => ({ label: name, say: `${name} – ${code}` });
    const one = plainReply('asked', 'Bạn cần việc nào?', [choice('Dừng hộ kinh doanh', '1.014035'), choice(long, '1.013978')]);
    expect(spokenAnswer(one, 'vi').menu.map(({ label }) => label)).toEqual([
      'chọn: Dừng hộ kinh doanh',
      'chọn: Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất',
    ]);
    const alike = plainReply('asked', 'Bạn cần việc nào?', [choice(`${long} của hộ`, '1.1'), choice(`${long} của tổ chức`, '1.2')]);
    const labels = spokenAnswer(alike, 'vi').menu.map(({ label }) => label);
    expect(new Set(labels).size).toBe(2);
  });

  it('by yes and no has the keys of the session', () => {
    const choices = ['Có', 'Không'].map((label) => ({ label, say: label }));
    const reply: Reply = { ...plainReply('filing', 'Bé sinh ở Việt Nam không?', choices), expects: 'yes-no' };
    expect(spokenAnswer(reply, 'vi')).toMatchObject({ menu: [], expects: 'yes-no' });
    expect(spokenAnswer({ ...reply, choices: [...choices, { label: 'Chưa rõ', say: 'Chưa rõ' }] }, 'vi').menu).toHaveLength(3);
  });

  it('has no key that is no sentence', () => {
    const choices = ['Not yet', 'Where is my dossier?'].map((label) => ({ label, say: label }));
    const labels = spokenAnswer(plainReply('asked', 'Have you?', choices), 'en').menu.map(({ label }) => label);
    expect(labels).toEqual(['choose: Not yet', 'hear where your dossier stands']);
  });

  it('to anger is to press a key, not to dial another number', () => {
    expect(spokenAnswer(plainReply('refused', wording.refused.abuse.vi), 'vi').pages[0]).toContain('hoặc bấm số 0 để gặp cán bộ.');
  });

  it('tells how to listen', () => {
    const reply: Reply = { ...plainReply('asked', 'Bạn nhập mã PIN in trên phiếu hẹn.'), expects: 'secret' };
    expect(spokenAnswer(reply, 'vi')).toMatchObject({ expects: 'secret', pages: ['Quý vị bấm mã PIN in trên phiếu hẹn.'], kind: 'asked' });
    expect(spokenAnswer(plainReply('greeted', 'Chào bạn.'), 'vi')).not.toHaveProperty('expects');
  });

  it('offers a person where nothing was found', () => {
    const reply = plainReply('not-found', wording.notFound.vi, [{ label: 'Gặp cán bộ', say: 'Gặp cán bộ' }]);
    expect(spokenAnswer(reply, 'vi').menu).toEqual([{ key: '1', label: 'gặp cán bộ', say: 'Gặp cán bộ' }]);
    expect(spokenAnswer(reply, 'vi').pages).toHaveLength(1);
  });

  it.each<[Language]>([['vi'], ['en']])('is never silence (%s)', (language) => {
    for (const text of ['', '📎', '- •••']) expect(spokenAnswer(plainReply('answered', text), language).pages[0]).toMatch(/\p{L}/u);
  });
});

function paper(name: string) {
  return { name, originals: 1, copies: 0, forms: [] };
}
