import { describe, expect, it } from 'vitest';
import { inWords } from '../../bot/speech/in-words.ts';
import { spokenText } from '../../bot/speech/spoken.ts';
import { wordsHeard } from '../../bot/speech/words-heard.ts';

describe('an answer in words', () => {
  it.each([
    ['lệ phí 70.000 đồng', 'lệ phí bảy mươi nghìn đồng'],
    ['50.000đ mỗi bản', 'năm mươi nghìn đồng mỗi bản'],
    ['hẹn trả 29/07/2026', 'hẹn trả ngày hai mươi chín tháng bảy năm hai nghìn không trăm hai mươi sáu'],
    ['từ ngày 5/4', 'từ ngày năm tháng tư'],
    ['lúc 14:05', 'lúc mười bốn giờ năm'],
    ['từ 7:30 đến 17:00', 'từ bảy giờ ba mươi đến mười bảy giờ'],
    ['trong 7-10 ngày', 'trong bảy đến mười ngày'],
    ['giảm 50%, còn 1,5 triệu', 'giảm năm mươi phần trăm, còn một phẩy năm triệu'],
    ['gọi 1900 1096', 'gọi một chín không không, một không chín sáu'],
    ['gọi 0912.345.678', 'gọi không chín một hai, ba bốn năm, sáu bảy tám'],
    ['mã 1.001193', 'mã một chấm không không một một chín ba'],
    ['Cấp thẻ (1.001193).', 'Cấp thẻ.'],
    ['tại UBND cấp xã', 'tại ủy ban nhân dân cấp xã'],
    ['Nghị định 123/2015/NĐ-CP', 'Nghị định một trăm hai mươi ba năm hai nghìn không trăm mười lăm'],
    ['xem https://dichvucong.gov.vn nhé', 'xem nhé'],
    ['bản chính (xuất trình)', 'bản chính, xuất trình'],
    ['năm 2026', 'năm hai nghìn không trăm hai mươi sáu'],
  ])('%s', (text, words) => {
    expect(inWords(text)).toBe(words);
  });

  it('says a dossier code digit by digit', () => {
    expect(inWords('H40.23.08-250715-0012')).toMatch(/^hát bốn không chấm hai ba chấm không tám/);
  });

  it('leaves no figure that a voice could misread', () => {
    for (const text of ['3.2.1', '12/2026', '1/2', '100.000.000.000 đồng', '000.00.04.H51', '99/99/2026', 'A4', '20:99'])
      expect(() => inWords(text)).not.toThrow();
  });
});

describe('what is spoken of an answer', () => {
  it('is its first sentences, without marks and without the source', () => {
    const text =
      'Cấp lại thẻ căn cước do bị mất: lệ phí **70.000 đồng**.\nNguồn: Cấp lại thẻ căn cước (1.001193) · dữ liệu ngày 18/07/2026';
    expect(spokenText(text, 'vi')).toBe('Cấp lại thẻ căn cước do bị mất: lệ phí bảy mươi nghìn đồng.');
  });

  it('is of a list the first three items at most, and says that there is more', () => {
    const text =
      'Giấy tờ gồm:\n1. Giấy chứng sinh (bản chính). Không có: giấy cam đoan.\n2. Giấy tờ tùy thân;\n3. Tờ khai\n4. Ảnh\nNộp tại xã.';
    expect(spokenText(text, 'vi')).toBe('Giấy tờ gồm: Giấy chứng sinh, bản chính. Giấy tờ tùy thân. Tờ khai. Phần còn lại trong tin nhắn.');
  });

  it('is never longer than 20 s of speech, and never the head of a list alone', () => {
    const long =
      'Văn bản ủy quyền của người yêu cầu đăng ký khai sinh cho người được ủy quyền đến làm thủ tục tại cơ quan có thẩm quyền theo đúng quy định';
    const text = `Bạn nộp ở xã. Giấy tờ gồm:\n1. ${long} ${long}\n2. Khác`;
    expect(spokenText(text, 'vi')).toBe('Bạn nộp ở xã. Phần còn lại trong tin nhắn.');
    expect(spokenText(`${long} ${long}`, 'vi')).toBe('');
    for (let count = 1; count < 30; count += 1) expect(spokenText(`${long}. `.repeat(count), 'vi').length).toBeLessThanOrEqual(245);
  });

  it('names no address, and no list without an item', () => {
    expect(spokenText('Nộp được trực tuyến. Bắt đầu tại: https://dichvucong.gov.vn/a', 'vi')).toBe(
      'Nộp được trực tuyến. Phần còn lại trong tin nhắn.',
    );
    expect(spokenText('Nộp ở xã.\nGiấy tờ gồm:\nTờ khai:', 'vi')).toBe('Nộp ở xã. Phần còn lại trong tin nhắn.');
  });

  it('keeps figures in English', () => {
    expect(spokenText('The fee is **70,000 VND**. Bring 2 copies', 'en')).toBe('The fee is 70,000 VND. Bring 2 copies.');
  });
});

describe('a transcript', () => {
  const hints = ['dịch vụ công', 'khai sinh', 'căn cước', 'hộ chiếu', 'kết hôn'];

  it.each([
    [' Làm lại căn cước cần giấy tờ gì? ', 'Làm lại căn cước cần giấy tờ gì?'],
    ['Đúng.', 'Đúng'],
    ['“Khai sinh cho con.”', 'Khai sinh cho con'],
    ['căn  cước\nbị mất…', 'căn cước bị mất'],
    ['khai sinh', 'khai sinh'],
    ['H40.23.08-250715-0012.', 'H40.23.08-250715-0012'],
  ])('reads as somebody would have typed it: %s', (said, text) => {
    expect(wordsHeard(said, hints)).toBe(text);
  });

  it.each([
    ['...'],
    ['Cảm ơn các bạn đã theo dõi và hẹn gặp lại.'],
    ['Hãy subscribe cho kênh Ghiền Mì Gõ Để không bỏ lỡ những video hấp dẫn'],
    ['Thanks for watching!'],
    ['dịch vụ công, khai sinh, căn cước, hộ chiếu'],
  ])('of nobody is nothing: %s', (said) => {
    expect(wordsHeard(said, hints)).toBe('');
  });

  it('keeps thanks that a person says', () => {
    for (const said of ['Cảm ơn bạn', 'Cảm ơn các bạn nhiều nhé', 'Tôi muốn đăng ký kênh thông tin của xã'])
      expect(wordsHeard(said, hints)).toBe(said);
  });
});
