import type { Words } from '../wording.ts';

/** What the session of a call sends to the assistant when a key or a short word stood for it. The dialogue of the telephone knows these words. */
export const callWishes = {
  dossier: { vi: 'tra cứu hồ sơ', en: 'check my dossier' },
  /** Nobody is there to talk to, or nobody answered. */
  callBack: { vi: 'gọi lại cho tôi', en: 'call me back' },
  textMessage: { vi: 'gửi tin nhắn', en: 'send me a text message' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
} as const satisfies Record<string, Words>;
