import type { Words } from '../wording.ts';

/** What a caller who wants to be called back hears. Words in capitals are put in. */
export const callBackWording = {
  when: { vi: 'Quý vị muốn được gọi lại lúc nào?', en: 'When should we call you back?' },
  /** As labels they go on from "Bấm 1 để …", "Press 1 to …". */
  choose: { vi: 'chọn WINDOW', en: 'choose WINDOW' },
  chooseAny: { vi: 'chọn bất cứ lúc nào trong giờ làm việc WHEN', en: 'choose any working hour, WHEN' },
  sayPart: {
    morning: { vi: 'gọi lại buổi sáng', en: 'call back in the morning' },
    afternoon: { vi: 'gọi lại buổi chiều', en: 'call back in the afternoon' },
    any: { vi: 'gọi lại lúc nào cũng được', en: 'call back at any time' },
  },
  window: { vi: 'WHEN, từ FROM đến TO', en: 'WHEN, between FROM and TO' },
  today: {
    morning: { vi: 'sáng nay', en: 'this morning' },
    afternoon: { vi: 'chiều nay', en: 'this afternoon' },
    any: { vi: 'hôm nay', en: 'today' },
  },
  tomorrow: {
    morning: { vi: 'sáng mai', en: 'tomorrow morning' },
    afternoon: { vi: 'chiều mai', en: 'tomorrow afternoon' },
    any: { vi: 'ngày mai', en: 'tomorrow' },
  },
  later: {
    morning: { vi: 'sáng WEEKDAY, ngày DAY', en: 'WEEKDAY DAY in the morning' },
    afternoon: { vi: 'chiều WEEKDAY, ngày DAY', en: 'WEEKDAY DAY in the afternoon' },
    any: { vi: 'WEEKDAY, ngày DAY', en: 'WEEKDAY DAY' },
  },
  thisNumber: {
    vi: 'Cán bộ sẽ gọi vào số máy có đuôi TAIL. Đúng bấm 1, muốn dùng số khác bấm 2.',
    en: 'We will call the number that ends in TAIL. If that is right press 1, for another number press 2.',
  },
  whichNumber: {
    vi: 'Quý vị bấm số điện thoại để cán bộ gọi lại, rồi bấm phím thăng.',
    en: 'Please press the telephone number to be called, and then the hash key.',
  },
  noNumber: {
    vi: 'Tôi chưa nhận đủ số điện thoại. Quý vị bấm lại từ số không đầu tiên, rồi bấm phím thăng.',
    en: 'That is not a whole telephone number. Please press it again from the first zero on, and then the hash key.',
  },
  isThis: {
    vi: 'Tôi nhận được số máy có đuôi TAIL. Đúng bấm 1, sai bấm 2.',
    en: 'I have a number that ends in TAIL. If that is right press 1, if not press 2.',
  },
  recorded: {
    vi: 'Tôi đã ghi lại. Cán bộ sẽ gọi quý vị WINDOW, vào số máy có đuôi TAIL. Quý vị cần gì thêm không?',
    en: 'That is noted. We will call you WINDOW at the number that ends in TAIL. Is there anything else?',
  },
  given: {
    vi: 'Tôi chưa ghi được số điện thoại để gọi lại. Quý vị có thể gọi lại tổng đài trong giờ làm việc.',
    en: 'I could not note a number to call. You can call us again in working hours.',
  },
  left: { vi: 'Vâng, tôi không hẹn gọi lại nữa. Quý vị cần gì thêm không?', en: 'All right, no call back. Is there anything else?' },
  closed: {
    vi: 'Tôi chưa thấy ngày làm việc nào sắp tới để hẹn gọi lại. Quý vị có thể gọi lại tổng đài sau.',
    en: 'I find no working day to call you back. You can call us again later.',
  },
} satisfies Record<string, Words | Record<'morning' | 'afternoon' | 'any', Words>>;
