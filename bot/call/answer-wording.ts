import { words as answerWords } from '../answer/words.ts';
import type { Aspect, Language } from '../types.ts';
import { choiceWording, type Words } from '../wording.ts';

/** What an answer says on the telephone beside the words of the reply. */
export const answerWording = {
  nothing: { vi: 'Câu trả lời này tôi chưa đọc được.', en: 'This answer cannot be read aloud.' },
  source: { vi: 'Nguồn: TITLE (CODE), dữ liệu ngày DATE', en: 'Source: TITLE (CODE), data of DATE' },
  dossier: { vi: 'Hồ sơ', en: 'The dossier is' },
  hangUp: { vi: 'Quý vị gác máy và', en: 'Hang up and' },
  call: { vi: 'gọi ngay NUMBER, WHO', en: 'call NUMBER now, WHO' },
  or: { vi: 'hoặc', en: 'or' },
  urgent: { vi: 'Việc này khẩn cấp.', en: 'This is an emergency.' },
} as const satisfies Record<string, Words>;

/** Keys: goes on from "Bấm phím 1 để …" / "Press 1 to …". */
export const keyWording = {
  choose: { vi: 'chọn: WHAT', en: 'choose: WHAT' },
  petition: { vi: 'nghe phản ánh này tới đâu', en: 'hear where this report stands' },
} as const satisfies Record<string, Words>;

/** The label of a choice that says what is done; another one is an answer, and is chosen. */
export const verbs: Record<Language, RegExp> = {
  vi: /^(?:bắt đầu|bấm|báo|bỏ qua|chọn|chuyển|đăng ký|đặt lịch|đổi lịch|dừng|đánh giá|điền|gặp|giữ|gửi|hủy|làm|nghe|nhận|nhập|nhờ|nói|nộp|ở lại|sửa|tạo|tải|thêm|thử|tiếp tục|tra cứu|trả lời|xem|xóa|đồng ý|để sau|in)(?= |$)/iu,
  en: /^(?:answer|ask|book|cancel|change|choose|continue|delete|enter|file|fill|follow|get|go|hear|keep|look|make|mend|move|not(?= now)|press|read|rate|register|replace|say|see|send|show|skip|start|stop|talk|tell|try)(?= |$)/i,
};

const aspects: [Aspect, Words][] = [
  ['documents', { vi: 'nghe giấy tờ cần có', en: 'hear which papers you need' }],
  ['fee', { vi: 'nghe lệ phí', en: 'hear the fee' }],
  ['duration', { vi: 'nghe bao lâu xong', en: 'hear how long it takes' }],
  ['place', { vi: 'nghe nơi nộp', en: 'hear where to file' }],
  ['online', { vi: 'nghe cách nộp trực tuyến', en: 'hear how to file online' }],
  ['steps', { vi: 'nghe các bước', en: 'hear the steps' }],
  ['conditions', { vi: 'nghe điều kiện', en: 'hear the conditions' }],
  // Forms are for the eye: offered last.
  ['forms', { vi: 'nghe mẫu đơn ở đâu', en: 'hear about the forms' }],
];

/** What is offered below answers, by the message that choosing it sends, in the order that people ask. */
export const offers: Record<string, { label: string; rank: number }> = Object.fromEntries(
  (['vi', 'en'] as const).flatMap((language) => [
    ...aspects.flatMap(([aspect, label], at) => {
      const choice = answerWords[language].choices[aspect];
      return choice === undefined ? [] : [[choice.say, { label: label[language], rank: 10 + at }] as const];
    }),
    [answerWords[language].more.say, { label: { vi: 'nghe tiếp', en: 'hear more' }[language], rank: 0 }] as const,
    [choiceWording.guide[language], { label: { vi: 'bắt đầu làm hồ sơ', en: 'start your application' }[language], rank: 13.5 }] as const,
  ]),
);
