import { expect, test } from 'vitest';
import { wantsMove } from '../../../bot/call/phone-filing.ts';

test.each(['chuyển hồ sơ', 'chuyển sang Zalo làm tiếp', 'thôi để tôi lên mạng làm', 'cho tôi làm trên web', 'làm tiếp trên máy tính nhé'])(
  'in a filing "%s" wants to go on elsewhere',
  (text) => expect(wantsMove(text)).toBe(true),
);

test.each(['số 5 phố Mạng', 'tôi bán hàng trên mạng', 'chuyển từ Hà Nội sang', 'không', 'qua cầu rẽ trái'])('"%s" is an answer', (text) =>
  expect(wantsMove(text)).toBe(false),
);
