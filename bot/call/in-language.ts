import type { Dialog } from '../dialog.ts';

/** Replies on the telephone tell their language: a voice must know it. */
export function inLanguage(dialog: Dialog): Dialog {
  return async (message, memory, signal) => {
    const result = await dialog(message, memory, signal);
    if (message.channel !== 'phone') return result;
    return { ...result, replies: result.replies.map((reply) => ({ ...reply, language: result.memory.language })) };
  };
}
