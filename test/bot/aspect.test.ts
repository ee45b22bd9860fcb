import { describe, expect, test } from 'vitest';
import { aspectAsked, aspectOf, aspectsOf, withoutQuestion } from '../../bot/understand/aspect.ts';

describe('the part that is asked for', () => {
  test.each([
    ['nhờ luật sư miễn phí thì tới đâu nộp', 'place'],
    ['quán đóng cửa mấy tháng nay, muốn mở lại cần giấy gì', 'documents'],
    ['xin phép xây chuồng heo mất bao nhiêu ngày', 'duration'],
    ['nộp ở xã có được không', 'place'],
    ['khai trên điện thoại được không', 'online'],
    ['khỏi ra phường được không', 'online'],
    ['làm xong người ta đưa mình tờ giấy gì', 'result'],
    ['phải học bao nhiêu giờ thì mới được', 'conditions'],
    ['tiền in thẻ mỗi cái mấy đồng', 'fee'],
    ['theo nghị định mấy vậy', 'legal-basis'],
    ['cho xin mẫu đơn', 'forms'],
    ['heets bao nhieeu tieenf', 'fee'],
    ['mấy ngàyy có', 'duration'],
    ['can nhg giay to gi', 'documents'],
  ])('of "%s" is %s', (text, aspect) => expect(aspectOf(text)).toBe(aspect));

  test('is the question, not the story before it', () => {
    expect(aspectsOf('đi xa mấy tháng thì phải báo ai')).toEqual(['place']);
    expect(aspectsOf('tôi đủ điều kiện rồi, cần chuẩn bị gì')).toEqual(['documents']);
  });

  test('may be several, in the order of asking', () => {
    expect(aspectsOf('mở tiệm cầm đồ cần giấy gì, hết bao nhiêu tiền, nộp ở đâu')).toEqual(['documents', 'fee', 'place']);
  });

  test('is none where a cost or a time is only told', () => {
    expect(aspectsOf('con tôi học phí cao quá')).toEqual([]);
    expect(aspectAsked('tôi muốn điền tờ khai')).toBeNull();
  });

  test('of any text at all is found without trouble', () => {
    for (const text of ['', ' ', '😀', '\ud800', 'a'.repeat(4000), '((((', 'bao nhiêu '.repeat(300)])
      expect(() => aspectsOf(text)).not.toThrow();
  });
});

test('what is left of a message without its question names the matter', () => {
  expect(withoutQuestion('làm thẻ căn cước ở đâu')).toBe('làm thẻ căn cước');
  expect(withoutQuestion('lam the can cuoc o dau')).toBe('lam the can cuoc');
});
