import type { Words } from './wording.ts';

/** What is said around conversations that staff have taken over. */
export const staffWording = {
  back: {
    vi: 'Trợ lý tự động nghe bạn đây. Bạn cần làm giấy tờ gì, hay muốn xem hồ sơ đã nộp tới đâu?',
    en: 'The automatic assistant is back. Which paper do you need, or would you like to see where your dossier is?',
  },
} as const satisfies Record<string, Words>;
