import type { Words } from '../wording.ts';

/** What the session of a call says itself. Spoken, so: short, one thing at a time, "quý vị". Figures are put in words before they are spoken. */
export const callWording = {
  /** Before everything else, and not to be talked over: who answers, and that it is a machine. */
  notice: {
    vi: 'Tổng đài dịch vụ công xin nghe. Đây là trợ lý tự động.',
    en: 'This is the public service line. You are talking to an automatic assistant.',
  },
  ask: { vi: 'Quý vị cần làm giấy tờ gì, hoặc muốn tra cứu hồ sơ?', en: 'Which paper do you need, or would you like to check a dossier?' },
  startKeys: {
    vi: 'Tra cứu hồ sơ, bấm 1. Gặp cán bộ, bấm 0 bất cứ lúc nào.',
    en: 'To check a dossier, press 1. For a person, press 0 at any time.',
  },
  otherLanguage: { vi: 'Nghe tiếng Việt, bấm 9.', en: 'For English, press 9.' },
  switched: { vi: 'Tôi sẽ nói tiếng Việt.', en: 'I will speak English from now on.' },
  more: { vi: 'Quý vị cần hỏi gì thêm không?', en: 'Is there anything else you would like to ask?' },

  /** The keypad. `KEY` stands for the key, `WHAT` for what it does. */
  key: { vi: 'Bấm KEY để WHAT.', en: 'Press KEY to WHAT.' },
  menuKeys: {
    vi: 'Tra cứu hồ sơ, bấm 1. Gặp cán bộ hoặc để lại yêu cầu gọi lại, bấm 2.',
    en: 'To check a dossier, press 1. For a person or to be called back, press 2.',
  },
  yesNoKeys: { vi: 'Có thì bấm 1, không thì bấm 2.', en: 'For yes, press 1. For no, press 2.' },
  goOnKeys: { vi: 'Nghe tiếp, bấm phím thăng.', en: 'To hear more, press the hash key.' },
  codeKeys: {
    vi: 'Quý vị đọc mã, hoặc bấm các chữ số trong mã rồi bấm phím thăng.',
    en: 'Say the code, or press its digits and then the hash key.',
  },
  digitKeys: {
    vi: 'Quý vị đọc số, hoặc bấm các chữ số rồi bấm phím thăng.',
    en: 'Say the number, or press its digits and then the hash key.',
  },
  secretKeys: {
    vi: 'Quý vị bấm trên bàn phím rồi bấm phím thăng, xin đừng đọc thành tiếng. Không có số này thì bấm 0 rồi phím thăng.',
    en: 'Press the keys and then the hash key. Please do not say it aloud.',
  },
  onlyDigits: {
    vi: 'Quý vị bấm các chữ số, rồi bấm phím thăng. Gặp cán bộ, bấm 0 rồi phím thăng.',
    en: 'Press the digits and then the hash key. For a person, press 0 and then the hash key.',
  },

  /** What was heard is not sure. `TEXT` stands for it. */
  heard: { vi: 'Quý vị nói: TEXT.', en: 'You said: TEXT.' },
  heardKeys: { vi: 'Đúng bấm 1, nói lại bấm 2.', en: 'If that is right, press 1. To say it again, press 2.' },
  sayAgain: { vi: 'Mời quý vị nói lại.', en: 'Please say it again.' },

  /** The ladder. */
  noInput: { vi: 'Tôi chưa nghe thấy quý vị nói.', en: 'I did not hear you.' },
  noMatch: { vi: 'Xin lỗi, tôi chưa nghe rõ.', en: 'I am sorry, I did not catch that.' },
  wrongKey: { vi: 'Phím này không dùng ở đây.', en: 'That key does nothing here.' },
  useKeys: { vi: 'Quý vị dùng bàn phím giúp tôi.', en: 'Please use the keys.' },
  noDigits: { vi: 'Quý vị chưa bấm chữ số nào.', en: 'No digit was pressed.' },
  fromTheStart: { vi: 'Mời quý vị bấm lại từ đầu.', en: 'Please press it again from the start.' },
  listening: { vi: 'Tôi đang nghe.', en: 'I am listening.' },
  cannotHear: {
    vi: 'Lúc này tôi chưa nghe được giọng nói. Quý vị dùng bàn phím giúp tôi.',
    en: 'I cannot understand speech right now. Please use the keys.',
  },

  filler: { vi: 'Xin chờ một chút, tôi đang tra cứu.', en: 'One moment please, I am looking it up.' },
  stillThere: { vi: 'Tôi vẫn đang tra cứu, xin quý vị giữ máy.', en: 'I am still looking it up, please hold the line.' },
  slower: { vi: 'Tôi sẽ nói chậm lại.', en: 'I will speak more slowly.' },

  /** A person. `HOURS` stands for when people answer. */
  putThrough: { vi: 'Xin quý vị giữ máy, tôi nối máy với cán bộ.', en: 'Please hold the line, I am putting you through to a person.' },
  hold: { vi: 'Xin quý vị giữ máy.', en: 'Please hold the line.' },
  noPersonNow: { vi: 'Bây giờ cán bộ không nghe máy. HOURS.', en: 'Nobody can take the call now. HOURS.' },
  unanswered: {
    vi: 'Cán bộ đang bận nên chưa nghe máy được. Tôi là trợ lý tự động.',
    en: 'All our staff are busy and nobody could answer. This is the automatic assistant.',
  },
  callBack: { vi: 'Quý vị có muốn cán bộ gọi lại không?', en: 'Would you like to be called back?' },
  callBackKeys: { vi: 'Muốn gọi lại bấm 1, hỏi tiếp bấm 2.', en: 'To be called back, press 1. To go on asking, press 2.' },
  offerPerson: { vi: 'Quý vị có muốn gặp cán bộ không?', en: 'Would you like to talk to a person?' },
  offerPersonKeys: { vi: 'Gặp cán bộ bấm 1, hỏi tiếp bấm 2.', en: 'For a person, press 1. To go on asking, press 2.' },

  /** The end. */
  failed: { vi: 'Xin lỗi quý vị, hệ thống đang gặp sự cố.', en: 'I am sorry, something is wrong with our system.' },
  callAgain: { vi: 'Xin quý vị gọi lại sau. Xin cảm ơn.', en: 'Please call again later. Thank you.' },
  goodbye: { vi: 'Cảm ơn quý vị đã gọi. Xin chào.', en: 'Thank you for calling. Goodbye.' },
  timeSoon: {
    vi: 'Cuộc gọi sắp hết giờ. Cần gặp cán bộ, quý vị bấm 0.',
    en: 'This call must end soon. For a person, press 0.',
  },
  timeOver: {
    vi: 'Cuộc gọi đã hết giờ. Cần hỏi thêm, xin quý vị gọi lại. Xin chào.',
    en: 'The time for this call is over. Please call again if you need more. Goodbye.',
  },
} as const satisfies Record<string, Words>;
