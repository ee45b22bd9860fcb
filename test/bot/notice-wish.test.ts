import { describe, expect, test } from 'vitest';
import { type NoticeWish, noticeWishOf } from '../../bot/understand/notice-wish.ts';

describe('a wish about notices', () => {
  const here: NoticeWish = { kind: 'follow', by: 'here' };
  const end: NoticeWish = { kind: 'unfollow', this: false };
  test.each<[string, NoticeWish | null]>([
    ['báo tôi khi có kết quả', here],
    ['bao toi khi co ket qua', here],
    ['Báo cho em biết khi xong hồ sơ nhé', here],
    ['theo dõi hồ sơ này', here],
    ['theo doi ho so nay giup em', here],
    ['hồ sơ xong thì báo tôi nhé', here],
    ['khi nào có kết quả thì báo tôi', here],
    ['notify me', here],
    ['let me know when it is done', here],
    ['báo qua email hoa@vidu.vn', { kind: 'follow', by: 'email', address: 'hoa@vidu.vn' }],
    ['bao qua email', { kind: 'follow', by: 'email', address: null }],
    ['báo qua SMS 0912 345 678', { kind: 'follow', by: 'sms', address: '0912345678' }],
    ['nhắn vào số +84 912 345 678 giúp tôi', { kind: 'follow', by: 'sms', address: '0912345678' }],
    ['theo dõi H40.23.08-250715-0012 qua email hoa@vidu.vn', { kind: 'follow', by: 'email', address: 'hoa@vidu.vn' }],
    ['theo doi qua email hoa@vidu.vn', { kind: 'follow', by: 'email', address: 'hoa@vidu.vn' }],
    ['theo dõi qua email', { kind: 'follow', by: 'email', address: null }],
    ['báo cho tôi biết qua số 0912 345 678', { kind: 'follow', by: 'sms', address: '0912345678' }],
    ['send notices to hoa@vidu.vn', { kind: 'follow', by: 'email', address: 'hoa@vidu.vn' }],
    ['gửi hồ sơ qua email xa@vidu.vn', null],
    ['số điện thoại của tôi là 0912 345 678', null],
    ['hoa@vidu.vn', null],
    ['nhận thông báo nộp thuế qua email được không', null],
    ['hủy theo dõi', end],
    ['huỷ theo dõi', end],
    ['huy theo doi', end],
    ['thôi báo', end],
    ['dừng báo', end],
    ['dung bao nua', end],
    ['unsubscribe', end],
    ['hủy theo dõi H40.23.08-250715-0012', end],
    ['hủy theo dõi hồ sơ này', { kind: 'unfollow', this: true }],
    ['tôi đang theo dõi hồ sơ nào', { kind: 'list' }],
    ['hồ sơ tôi đang theo dõi', { kind: 'list' }],
    ['ho so toi dang theo doi', { kind: 'list' }],
    ['hồ sơ đang theo dõi của tôi', { kind: 'list' }],
    ['hồ sơ tôi đang theo dõi bị trả lại thì làm sao', null],
    ['what am I following', { kind: 'list' }],
    ['khi nào có kết quả', null],
    ['hồ sơ của tôi tới đâu rồi', null],
    ['cán bộ không báo tôi khi có kết quả', null],
    ['nhận thông báo thuế ở đâu', null],
    ['không báo tạm vắng có bị phạt không', null],
    ['hủy hồ sơ', null],
    ['khai báo tạm trú', null],
    ['hủy bảo hiểm xã hội', null],
  ])('%s', (text, wish) => {
    expect(noticeWishOf(text)).toEqual(wish);
  });
});
