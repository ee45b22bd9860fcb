import { helpline, type Words } from '../wording.ts';

/** What the dialogue says on the telephone alone: short, "quý vị", keys by their numbers. Words in capitals are put in. */
export const phoneWording = {
  /** `CODE` in groups. */
  isThis: {
    vi: 'Tôi đọc lại mã hồ sơ: CODE. Đúng bấm 1, sai bấm 2.',
    en: 'I read the code back: CODE. If it is right press 1, if not press 2.',
  },
  areThese: {
    vi: 'Tôi đọc lại các chữ số: DIGITS. Đúng bấm 1, sai bấm 2.',
    en: 'I read the digits back: DIGITS. If they are right press 1, if not press 2.',
  },
  sayAgain: {
    vi: 'Mời quý vị đọc lại mã hồ sơ thật chậm, hoặc bấm các chữ số trong mã rồi bấm phím thăng.',
    en: 'Please say the code again, slowly, or press its digits and then the hash key.',
  },
  askCode: {
    vi: 'Quý vị đọc mã hồ sơ in trên phiếu hẹn, hoặc bấm các chữ số trong mã, bỏ qua chữ cái và dấu chấm, rồi bấm phím thăng.',
    en: 'Say the dossier code printed on the appointment slip, or press its digits without letters and dots, and then the hash key.',
  },
  noCode: {
    vi: 'Không có mã thì tôi không tra được hồ sơ. Mã in trên phiếu hẹn; mất phiếu thì quý vị hỏi nơi đã nộp, hoặc bấm số 0 để gặp cán bộ.',
    en: 'Without its code I cannot find a dossier. It is printed on the appointment slip; if you have lost that, ask where you filed, or press 0 for a person.',
  },
  byKeys: {
    vi: 'Quý vị bấm giúp các chữ số trong mã hồ sơ, bỏ qua chữ cái và dấu chấm, rồi bấm phím thăng.',
    en: 'Please press the digits of the code, without letters and dots, and then the hash key.',
  },
  incomplete: {
    vi: 'Mã này còn thiếu. Quý vị bấm đủ các chữ số trong mã, từ trái sang phải, bỏ qua chữ cái và dấu chấm, rồi bấm phím thăng.',
    en: 'Something of this code is missing. Please press all its digits from left to right, without letters and dots, and then the hash key.',
  },
  rest: {
    vi: 'Tôi nhận được COUNT chữ số, mã hồ sơ dài hơn. Quý vị bấm tiếp các chữ số còn thiếu, rồi bấm phím thăng.',
    en: 'Digits so far: COUNT. A dossier code is longer. Please press the digits that are missing, and then the hash key.',
  },
  missed: {
    vi: 'Tôi không thấy hồ sơ nào có mã này. Quý vị xem lại trên phiếu hẹn rồi bấm lại các chữ số và phím thăng. Hồ sơ mới nộp có thể chưa được cập nhật.',
    en: 'I find no dossier with this code. Please look at the appointment slip and press the digits again, then the hash key. A new dossier may not have arrived yet.',
  },
  missedAgain: {
    vi: `Tôi vẫn không thấy hồ sơ này. Quý vị hỏi nơi đã nộp, gọi ${helpline}, hoặc bấm số 0 để gặp cán bộ.`,
    en: `I still do not find this dossier. Please ask the office where you filed it, call ${helpline}, or press 0 for a person.`,
  },
  tryAgain: { vi: 'Bấm lại mã hồ sơ', en: 'Enter the code again' },
  provinceOrMinistry: {
    vi: 'Mã của quý vị là của tỉnh, có chữ hát, hay của bộ, có chữ gờ?',
    en: 'Is it the code of a province, with the letter H, or of a ministry, with the letter G?',
  },
  which: {
    vi: 'Có vài mã cùng các chữ số này. Mã trên phiếu hẹn của quý vị là mã nào?',
    en: 'Several codes have these digits. Which one stands on your slip?',
  },
  province: { vi: 'Chọn mã của tỉnh, chữ hát', en: 'Choose the province, letter H' },
  ministry: { vi: 'Chọn mã của bộ, chữ gờ', en: 'Choose the ministry, letter G' },
  /** `CODE` in groups. */
  thisCode: { vi: 'Chọn mã CODE', en: 'Choose CODE' },
  secretByKeys: {
    vi: 'Để giữ kín, quý vị đừng đọc to mà bấm số này trên bàn phím, rồi bấm phím thăng.',
    en: 'To keep it private, please do not say it: press this number on the keys, and then the hash key.',
  },
  detailsByPin: { vi: 'Nghe chi tiết bằng mã PIN', en: 'Hear the details, with the PIN' },
  detailsByDigits: { vi: 'Nghe chi tiết bằng bốn số cuối', en: 'Hear the details, with the last four digits' },
  pressIt: {
    vi: 'Bấm xong thì bấm phím thăng; quý vị đừng đọc to số này.',
    en: 'Then press the hash key; do not say it aloud.',
  },
  toPerson: { vi: 'Tôi nối máy để quý vị gặp cán bộ.', en: 'I put you through to a person.' },
  noNotices: {
    vi: 'Qua điện thoại tôi không báo lại sau được. Quý vị theo dõi hồ sơ trên trang web hoặc Zalo của Một Cửa, hoặc gọi lại để hỏi.',
    en: 'I cannot tell you later by telephone. Please follow the dossier at the web page or on Zalo, or call again.',
  },
  noticesByText: { vi: 'Nhận tin nhắn khi có kết quả', en: 'A text message when there is a result' },
  askNumber: {
    vi: 'Quý vị bấm số điện thoại di động nhận tin nhắn, rồi bấm phím thăng.',
    en: 'Please press the mobile number for the text message, and then the hash key.',
  },
  numberUnseen: {
    vi: 'Tôi không thấy số nhận được tin nhắn. Quý vị bấm số điện thoại di động, rồi bấm phím thăng.',
    en: 'I see no number that takes text messages. Please press a mobile number, and then the hash key.',
  },
  badNumber: {
    vi: 'Đây chưa phải số di động. Số di động có mười chữ số, bắt đầu bằng không. Quý vị bấm lại, rồi bấm phím thăng.',
    en: 'That is not a mobile number: it has ten digits and begins with 0. Please press it again, and then the hash key.',
  },
  mayText: {
    vi: 'Tôi gửi câu trả lời vừa rồi bằng tin nhắn vào số máy này. Đồng ý bấm 1, không bấm 2.',
    en: 'I send the last answer as a text message to this telephone. Press 1 for yes, 2 for no.',
  },
  nothingToText: {
    vi: 'Chưa có gì để nhắn. Quý vị hỏi về một thủ tục, tôi trả lời rồi nhắn được.',
    en: 'There is nothing to send yet. Ask about a procedure; its answer can be sent.',
  },
  privateNotTexted: {
    vi: 'Để giữ kín, thông tin hồ sơ và tờ khai không gửi qua tin nhắn.',
    en: 'To keep it private, nothing about dossiers and filings is sent as a text message.',
  },
  noTexts: {
    vi: 'Ở đây chưa gửi được tin nhắn. Quý vị bấm phím sao để nghe lại.',
    en: 'Text messages cannot be sent here. Press star to hear it again.',
  },
  texted: { vi: 'Tin nhắn đang được gửi. Quý vị cần gì thêm không?', en: 'The text message is on its way. What else do you need?' },
  textsOff: {
    vi: 'Số này đã xin không nhận tin nhắn của Một Cửa, nên tôi không gửi.',
    en: 'This number has asked for no messages, so none is sent.',
  },
  textsLimited: {
    vi: 'Đã gửi đủ số tin nhắn cho phép trong hôm nay. Quý vị bấm phím sao để nghe lại.',
    en: 'No more text messages can be sent today. Press star to hear it again.',
  },
  notTexted: { vi: 'Tôi không gửi. Quý vị cần gì thêm không?', en: 'Nothing is sent. What else do you need?' },
  answersSaid: {
    vi: 'Quý vị trả lời bằng lời hoặc bằng phím. Nói quay lại để sửa câu trước, nói dừng lại để thôi.',
    en: 'Answer by voice or by keys. Say back to mend the last answer, or stop to stop.',
  },
  maySkip: { vi: 'Không có thì quý vị nói "bỏ qua".', en: 'If there is none, say "skip".' },
  offerMove: {
    vi: 'Phần tiếp theo có tên và địa chỉ, nghe qua điện thoại dễ sai. Quý vị có thể làm tiếp trên trang web hoặc Zalo, những gì đã nói được giữ lại.',
    en: 'What comes next are names and addresses, which are easily misheard. You can go on at the web page or on Zalo; what you have said is kept.',
  },
  offerMoveAtEnd: {
    vi: 'Quý vị đã trả lời xong. Để đọc lại và nhận tờ khai, quý vị làm tiếp trên trang web hoặc Zalo, những gì đã nói được giữ lại.',
    en: 'Everything is answered. To read it through and get the form, go on at the web page or on Zalo; what you have said is kept.',
  },
  move: { vi: 'Nhận mã sáu số để làm tiếp', en: 'Get six digits to go on elsewhere' },
  stayHere: { vi: 'Trả lời tiếp qua điện thoại', en: 'Go on by telephone' },
  /** Understood by the dialogue, whichever channel it is on. */
  sayMove: { vi: 'chuyển hồ sơ', en: 'move my filing' },
  sayStay: { vi: 'tiếp tục hồ sơ', en: 'continue my filing' },
  moveCode: {
    vi: 'Mã sáu số của quý vị là: DIGITS. Tôi nhắc lại: DIGITS. Mã dùng một lần, trong mười lăm phút. Quý vị mở trang web hoặc Zalo của Một Cửa và gửi sáu số này. Quý vị đừng đưa mã cho ai.',
    en: 'Your six digits are: DIGITS. Once more: DIGITS. They work once, for fifteen minutes. Open the web page or Zalo of Một Cửa and send these digits. Give them to nobody.',
  },
  stopped: {
    vi: 'Tôi dừng ở đây. Sau cuộc gọi này, quý vị chỉ làm tiếp được bằng mã sáu số.',
    en: 'I stop here. After this call you can go on only with six digits.',
  },
  others: { vi: 'Các lựa chọn khác.', en: 'Here are others.' },
  getText: { vi: 'Nhận câu trả lời bằng tin nhắn', en: 'Get the answer as a text message' },
  otherTimes: { vi: 'Nghe lựa chọn khác', en: 'Hear others' },
  sayOthers: { vi: 'lựa chọn khác', en: 'others' },
} as const satisfies Record<string, Words>;
