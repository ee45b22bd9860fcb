import { describe, expect, test } from 'vitest';
import { screen } from '../../bot/guard.ts';
import { findOtherCode } from '../../bot/understand/codes.ts';
import { wishOf } from '../../bot/understand/kind.ts';
import { elsewhere, soundsOfficial } from '../../bot/understand/scope.ts';

describe('words of offices and papers', () => {
  test.each(['xin cấp giấy phép nuôi ong', 'dang ky cho be', 'which permit do I need'])('stand in "%s"', (text) =>
    expect(soundsOfficial(text)).toBe(true),
  );
  test.each(['mai đi biển mặc gì đẹp', 'who won the match'])('do not stand in "%s"', (text) => expect(soundsOfficial(text)).toBe(false));
});

describe('matters of banks and parties', () => {
  test.each(['làm thẻ tín dụng cần gì', 'muốn vào đảng thì hỏi ai'])('"%s" are no public procedure', (text) =>
    expect(elsewhere(text)).toBe(true),
  );
  test('are not meant where a bank is only what the paper is for', () => expect(elsewhere('giấy độc thân để vay ngân hàng')).toBe(false));
});

test.each([
  ['G15.22.08-250101123456', 'payment'],
  ['01234/2025/00321', 'social-insurance'],
  ['000.00.00.H15-KQ001122', 'paper'],
  ['xem giúp KQ.H40.000099', 'result'],
  ['H40.23.08-250715-0012', null],
  ['Nghị định 31/2026/NĐ-CP', null],
] as const)('the code in "%s" belongs to: %s', (text, register) => expect(findOtherCode(text)).toBe(register));

describe('wishes', () => {
  test.each([
    'đăng ký lưu trú luôn giúp mình',
    'gửi hồ sơ xin trợ cấp giùm bác với',
    'please help me submit the form',
    'hướng dẫn tôi điền từng bước',
  ])('"%s" wants it done', (text) => expect(wishOf(text)).toBe('filing'));
  test.each(['tư vấn giúp tôi việc làm sổ', 'nộp giúp mẹ thì cần giấy gì'])('"%s" wants to be told', (text) =>
    expect(wishOf(text)).not.toBe('filing'),
  );
  test.each(['khen cô ở quầy số 3', 'phục vụ chậm quá trời', 'góp ý nên có nước uống'])('"%s" is for the staff to read', (text) =>
    expect(wishOf(text)).toBe('petition'),
  );
});

describe('violence that a paper is asked about', () => {
  test('is answered, with whom to call', () => {
    expect(screen('chồng hay đánh tôi, muốn làm đơn xin cấm tiếp xúc')).toEqual({ kind: 'pass', warn: ['113'] });
  });
  test('under way is an emergency whatever is asked', () => expect(screen('chồng đang đánh tôi, làm đơn ở đâu').kind).toBe('emergency'));
  test.each(['bị tai nạn lao động nghỉ việc có được hưởng gì', 'trộm lấy mất sổ hồng, xin cấp lại'])('"%s" is a matter of papers', (text) =>
    expect(screen(text).kind).toBe('pass'),
  );
});
