import type { Words } from '../../bot/wording.ts';

export const telegramWording = {
  oldButton: {
    vi: 'Nút này đã cũ. Bạn nhắn lại điều cần hỏi nhé.',
    en: 'This button is out of date. Please write what you need.',
  },
  forgetAsk: {
    vi: 'Bạn muốn xóa cuộc trò chuyện này ở hệ thống của tôi? Mọi tin nhắn, giấy tờ đã gửi, hồ sơ đang soạn và việc theo dõi hồ sơ đều mất, không lấy lại được. Phản ánh đã gửi vẫn được xử lý, không còn thông tin liên hệ của bạn.',
    en: 'Delete this conversation from our system? All messages, papers you sent, drafts on their way and dossiers you follow will be gone for good. Petitions already sent are still dealt with, without your contact.',
  },
  forgetYes: { vi: 'Xóa hết', en: 'Delete everything' },
  forgetNo: { vi: 'Giữ lại', en: 'Keep it' },
  forgotten: {
    vi: 'Đã xóa. Tin nhắn trong ứng dụng Telegram của bạn thì bạn tự xóa ở máy. Khi cần, bạn cứ nhắn lại.',
    en: 'Deleted. The messages in your own Telegram app are yours to delete. Write again whenever you need anything.',
  },
  kept: { vi: 'Tôi giữ nguyên, không xóa gì.', en: 'Nothing was deleted.' },
  fileGone: {
    vi: 'tệp này không còn nữa. Bạn mở lại hồ sơ đang soạn rồi lấy tệp mới.',
    en: 'this file is no longer there. Please open your draft again and get a new one.',
  },
} as const satisfies Record<string, Words>;

type Command = { command: string; description: Words; say: Words };

/** The menu. `say` is the message that a command stands for; `xoadulieu` is done by the channel itself. */
export const menu = [
  {
    command: 'tracuu',
    description: { vi: 'Tra cứu hồ sơ đã nộp', en: 'Where is my dossier?' },
    say: { vi: 'tra cứu hồ sơ', en: 'check my application status' },
  },
  {
    command: 'nophoso',
    description: { vi: 'Chuẩn bị nộp hồ sơ', en: 'Get ready to apply' },
    say: { vi: 'nộp hồ sơ trực tuyến', en: 'I want to apply online' },
  },
  {
    command: 'canbo',
    description: { vi: 'Gặp cán bộ', en: 'Talk to a person' },
    say: { vi: 'gặp cán bộ', en: 'talk to a person' },
  },
  {
    command: 'xoadulieu',
    description: { vi: 'Xóa dữ liệu của tôi', en: 'Delete my data' },
    say: { vi: 'xóa dữ liệu của tôi', en: 'delete my data' },
  },
  {
    command: 'help',
    description: { vi: 'Tôi giúp được gì', en: 'What I can do' },
    say: { vi: 'bạn giúp được gì', en: 'what can you do' },
  },
  { command: 'start', description: { vi: 'Bắt đầu', en: 'Start' }, say: { vi: 'xin chào', en: 'hello' } },
] as const satisfies Command[];
