import type { Words } from './wording.ts';

/** What is said where others read along. LINK is where one can talk alone. */
export const groupWording = {
  privately: {
    vi: 'Việc này có thông tin riêng của bạn nên tôi không trả lời trong nhóm. Bạn nhắn riêng cho tôi nhé: LINK',
    en: 'This concerns your own data, so I do not answer it in a group. Please write to me in private: LINK',
  },
  privatelySomewhere: {
    vi: 'Việc này có thông tin riêng của bạn nên tôi không trả lời trong nhóm. Bạn nhắn riêng cho tôi nhé.',
    en: 'This concerns your own data, so I do not answer it in a group. Please write to me in private.',
  },
} as const satisfies Record<string, Words>;
