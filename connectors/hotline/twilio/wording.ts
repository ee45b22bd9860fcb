import type { Language } from '../../../bot/types.ts';

/** What Twilio's own voice says where the assistant cannot, or no longer. */
export type Say = { apology: string; nobody: string };

export const says: Record<Language, Say> = {
  vi: {
    apology: 'Xin lỗi quý vị, trợ lý tự động đang tạm ngừng. Xin quý vị chờ máy để gặp cán bộ.',
    nobody: 'Xin lỗi quý vị, hiện chưa có cán bộ nghe máy. Xin quý vị gọi lại sau.',
  },
  en: {
    apology: 'We are sorry, the automatic assistant is not available. Please hold the line for an officer.',
    nobody: 'We are sorry, no officer can take the call now. Please call again later.',
  },
};
