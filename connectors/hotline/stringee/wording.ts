import type { Language } from '../../../bot/types.ts';

/** What is said where the session has nothing to say yet, or is not there. */
export const says: Record<Language, { wait: string; beep: string; apology: string; nobody: string; goodbye: string }> = {
  vi: {
    wait: 'Xin quý vị chờ trong giây lát.',
    beep: 'Mời quý vị nói sau tiếng bíp, nói xong bấm phím thăng.',
    apology: 'Xin lỗi quý vị, trợ lý tự động đang tạm ngừng. Xin quý vị chờ máy để gặp cán bộ.',
    nobody: 'Xin lỗi quý vị, hiện chưa có cán bộ nghe máy. Xin quý vị gọi lại sau.',
    goodbye: 'Xin chào quý vị.',
  },
  en: {
    wait: 'One moment, please.',
    beep: 'Please speak after the tone, then press the hash key.',
    apology: 'We are sorry, the automatic assistant is not available. Please hold the line for an officer.',
    nobody: 'We are sorry, no officer can take the call now. Please call again later.',
    goodbye: 'Goodbye.',
  },
};
