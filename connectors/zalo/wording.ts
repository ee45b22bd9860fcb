import type { Words } from '../../bot/wording.ts';

export const zaloWording = {
  fileGone: {
    vi: 'tệp này không còn nữa. Bạn mở lại hồ sơ đang soạn rồi lấy tệp mới.',
    en: 'this file is no longer there. Please open your draft again and get a new one.',
  },
  fileTooBig: {
    vi: 'tệp này Zalo không nhận (quá lớn). Bạn tải ở trang trò chuyện trên web.',
    en: 'Zalo does not take this file (it is too large). Please get it from our web chat.',
  },
} as const satisfies Record<string, Words>;
