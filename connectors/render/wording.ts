import type { Language, Reply } from '../../bot/types.ts';

export const renderWording = {
  choose: { vi: 'Bạn nhắn số để chọn:', en: 'Reply with a number to choose:' },
  chooseHere: { vi: 'Mời bạn chọn:', en: 'Please choose:' },
  source: { vi: 'Nguồn', en: 'Source' },
  asOf: { vi: 'dữ liệu ngày', en: 'data of' },
  elsewhere: {
    vi: 'kênh này không gửi được tệp, bạn tải ở trang trò chuyện trên web',
    en: 'this channel cannot send files; please get it from our web chat',
  },
  filingElsewhere: {
    vi: 'kênh này không gửi được tệp; bạn nhắn "chuyển hồ sơ" để nhận mã sáu số, rồi mở trang trò chuyện trên web để tải',
    en: 'this channel cannot send files; write "move my filing" for a six-digit code, then open our web chat to download',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** The language of a reply, by its commonest words: only our own words around it depend on it. */
export function languageOfReply({ text, choices }: Reply): Language {
  const words = [text, ...choices.map(({ label }) => label)].join(' ');
  return /\b(the|you|your|please|which|what)\b/i.test(words) ? 'en' : 'vi';
}
