import type { Words } from './wording.ts';

/** What is said around voice notes. */
export const voiceWording = {
  /** `TEXT` stands for what was heard. */
  isThis: { vi: 'Tôi nghe: “TEXT”. Đúng không?', en: 'I heard: “TEXT”. Is that right?' },
  isThisNow: {
    vi: 'Lần này tôi nghe: “TEXT”. Đúng không? Nếu vẫn sai, bạn gõ giúp tôi.',
    en: 'This time I heard: “TEXT”. Is that right? If it is still wrong, please type it.',
  },
  codeHeard: { vi: 'Mã hồ sơ: CODE', en: 'Dossier code: CODE' },
  right: { vi: 'Đúng', en: 'Right' },
  again: { vi: 'Nói lại hoặc gõ lại', en: 'Say or type it again' },
  sayAgain: { vi: 'Mời bạn nói lại, gần máy hơn một chút, hoặc gõ.', en: 'Please say it again, closer to the phone, or type it.' },
  none: {
    vi: 'Tôi không nghe thấy lời nào trong tin thoại. Bạn nói lại gần máy hơn, hoặc gõ giúp tôi.',
    en: 'I could hear no words in the voice message. Please say it again closer to the phone, or type it.',
  },
  typeSecret: {
    vi: 'Tôi nghe chưa chắc. Mã và số như vậy bạn gõ giúp tôi.',
    en: 'I am not sure that I heard it right. Please type a code or number like this.',
  },
  'too-long': {
    vi: 'Tôi nghe được tin thoại dài tới 1 phút. Bạn nói ngắn lại, hoặc gõ giúp tôi.',
    en: 'I can listen to voice messages of up to 1 minute. Please say it in short, or type it.',
  },
  'too-big': {
    vi: 'Tin thoại này quá lớn nên tôi không nghe được. Bạn nói ngắn lại, hoặc gõ giúp tôi.',
    en: 'This voice message is too large for me. Please say it in short, or type it.',
  },
  'no-sound': {
    vi: 'Tôi không mở được tin thoại này. Bạn nói lại bằng nút ghi âm của ứng dụng, hoặc gõ giúp tôi.',
    en: 'I cannot open this voice message. Please use the record button of the app, or type it.',
  },
  gone: {
    vi: 'Tôi không tải được tin thoại này: nó quá lớn hoặc không còn trên máy chủ. Bạn nói lại ngắn hơn, hoặc gõ giúp tôi.',
    en: 'I cannot get this voice message: it is too large, or no longer there. Please say it in short, or type it.',
  },
  unheard: {
    vi: 'Ở đây tôi chưa nghe được tin thoại. Bạn gõ giúp tôi điều bạn cần nhé, vài chữ là đủ, có dấu hay không dấu đều được. Ví dụ: “lam lai can cuoc bi mat”.',
    en: 'I cannot listen to voice messages here yet. Please type what you need; a few words are enough. For example: “replace a lost identity card”.',
  },
  unheardShort: { vi: 'Tôi chưa nghe được tin thoại, bạn gõ giúp tôi nhé.', en: 'I cannot listen to voice messages, please type it.' },
  failed: {
    vi: 'Lúc này tôi chưa nghe được tin thoại. Bạn gõ giúp tôi, hoặc nói lại sau ít phút.',
    en: 'I cannot listen to voice messages right now. Please type it, or say it again in a few minutes.',
  },
} as const satisfies Record<string, Words>;

/** What the history shows of a voice note until its words are known. */
export const voiceShown = '🎤';

/** What is asked for most, and how codes look: said to whoever listens, so that it is heard rightly. */
export const likelyWords = [
  'dịch vụ công',
  'thủ tục hành chính',
  'khai sinh',
  'căn cước',
  'hộ chiếu',
  'đăng ký thường trú',
  'tạm trú',
  'kết hôn',
  'khai tử',
  'trích lục',
  'lý lịch tư pháp',
  'sổ đỏ',
  'hộ kinh doanh',
  'bảo hiểm xã hội',
  'lệ phí',
  'mã hồ sơ H40.23.08-250715-0012',
] as const;
