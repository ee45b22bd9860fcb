import type { Words } from '../wording.ts';

/** What the guided filing says beside the questions of its forms. Words in capitals are put in. */
export const filingWording = {
  begun: {
    vi: 'Chúng ta cùng làm **TITLE**. INTRO\nTôi lưu lại sau mỗi câu trả lời, trong 30 ngày. Bạn có thể nhắn "dừng", "quay lại", "bỏ qua" hay hỏi thêm bất cứ lúc nào.',
    en: 'Let us prepare **TITLE** together. INTRO\nI keep what you say after every answer, for 30 days. You can write "stop", "back", "skip" or ask anything at any time.',
  },
  resumed: {
    vi: 'Ta tiếp tục **TITLE** (bản nháp CODE). Muốn làm lại, bạn nhắn "làm lại từ đầu".',
    en: 'We go on with **TITLE** (draft CODE). To begin anew, write "start over".',
  },
  step: { vi: 'Bước STEP/OF: TITLE', en: 'Step STEP of OF: TITLE' },
  example: { vi: 'Ví dụ: EXAMPLE', en: 'For example: EXAMPLE' },
  understood: { vi: 'Tôi ghi: ANSWERS.', en: 'Noted: ANSWERS.' },
  corrected: { vi: 'Đã sửa: ANSWERS.', en: 'Corrected: ANSWERS.' },
  needed: {
    vi: 'Câu này cần có trong tờ khai nên chưa bỏ qua được. Chưa có thông tin thì bạn nhắn "để sau", tôi giữ bản nháp.',
    en: 'The form needs this one, so it cannot be skipped. If you do not have it yet, write "later": I keep the draft.',
  },
  unclearAgain: {
    vi: 'Tôi vẫn chưa hiểu câu trả lời. Bạn xem ví dụ, hoặc gặp cán bộ để được giúp.',
    en: 'I still do not understand the answer. See the example, or ask for a person.',
  },
  backToQuestion: { vi: 'Ta quay lại câu đang hỏi:', en: 'Back to the question:' },
  firstQuestion: { vi: 'Đây là câu đầu tiên.', en: 'This is the first question.' },
  notThere: { vi: 'Mục đó không có trong những gì bạn đã khai.', en: 'That is not among what you have told me.' },
  whichToCorrect: {
    vi: 'Bạn muốn sửa mục nào? Không sửa gì nữa thì bạn nhắn "đúng hết".',
    en: 'What would you like to correct? If nothing, write "all right".',
  },
  progress: {
    vi: 'Bạn đã trả lời DONE câu, đang ở bước STEP/OF (TITLE).',
    en: 'You have answered DONE questions and are at step STEP of OF (TITLE).',
  },
  soFar: { vi: 'Đã ghi đến giờ:', en: 'So far:' },
  nothingYet: { vi: 'Chưa ghi câu nào.', en: 'Nothing yet.' },
  fix: { vi: 'Sửa LABEL', en: 'Correct: LABEL' },
  refused: { vi: 'Chưa làm tiếp được theo cách này.', en: 'It cannot be done this way.' },
  rather: { vi: 'Chuyển sang: NAME', en: 'Instead: NAME' },
  changeAnswer: { vi: 'Sửa câu trả lời', en: 'Change my answer' },
  checklist: { vi: 'Với trường hợp của bạn, giấy tờ gồm:', en: 'In your case the papers are:' },
  toShow: { vi: 'chỉ xuất trình', en: 'only shown' },
  known: { vi: 'Không phải nộp (cơ quan đã có dữ liệu): PAPERS.', en: 'Not needed (the state has the data): PAPERS.' },
  originals: { vi: 'COUNT bản chính', en: 'COUNT original(s)' },
  copies: { vi: 'COUNT bản sao', en: 'COUNT cop(y/ies)' },
  reuse: {
    vi: 'Bạn đã khai thông tin của mình trong một hồ sơ trước:\nLINES\nBạn có muốn dùng lại không?',
    en: 'You told me about yourself in an earlier filing:\nLINES\nShall I use it again?',
  },
  confirm: {
    vi: 'Bạn đọc lại giúp tôi:\nLINES\nĐúng hết chưa? Cần sửa mục nào, bạn nhắn ví dụ "sửa câu 3" hoặc "sửa ngày sinh".',
    en: 'Please read it through:\nLINES\nIs all of it right? To correct something write, for example, "correct 3".',
  },
  unmarked: {
    vi: 'Câu NUMBERS chưa có dấu: tờ khai in đúng như bạn gõ. Muốn có dấu, bạn nhắn ví dụ "sửa câu FIRST".',
    en: 'NUMBERS: without Vietnamese marks, and printed as you typed. To add them write, for example, "correct FIRST".',
  },
  allRight: { vi: 'Đúng hết', en: 'All right' },
  changeSomething: { vi: 'Cần sửa', en: 'Correct something' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  sayWhatToCorrect: {
    vi: 'Đúng hết thì bạn nhắn "đúng hết". Cần sửa mục nào, bạn nhắn ví dụ "sửa câu 3" hoặc "sửa ngày sinh".',
    en: 'If all of it is right, write "all right". To correct something write, for example, "correct 3".',
  },
  sayYesOrNo: { vi: 'Bạn trả lời "có" hoặc "không" giúp tôi.', en: 'Please answer "yes" or "no".' },
  askPapers: {
    vi: 'Hồ sơ của bạn cần nộp:\nPAPERS\nBạn có thể gửi ảnh hoặc tệp PDF ngay tại đây để tôi xem trước có đọc được không. Gửi xong, bạn bấm "Xong giấy tờ"; chưa có thì "Để sau".',
    en: 'To be handed in:\nPAPERS\nYou can send photos or PDFs of them here: I look whether they can be read. When done, tap "Papers done"; if you do not have them yet, "Later".',
  },
  otherPapers: { vi: 'và COUNT giấy tờ nữa trong danh sách ở trên', en: 'and COUNT more in the list above' },
  morePapers: {
    vi: 'Còn giấy tờ nào thì bạn gửi tiếp. Gửi xong, bạn bấm "Xong giấy tờ"; chưa có thì "Để sau".',
    en: 'Send what is still missing. When done, tap "Papers done"; if you do not have them yet, "Later".',
  },
  papersDone: { vi: 'Xong giấy tờ', en: 'Papers done' },
  papersLater: { vi: 'Để sau', en: 'Later' },
  papersKept: { vi: 'Giấy tờ đã gửi: COUNT.', en: 'Papers sent: COUNT.' },
  consent: {
    vi: 'Trước khi tạo tờ khai:\nCONSENT\nPAPERS\nBản nháp và giấy tờ được mã hóa, xóa sau 30 ngày hoặc ngay khi bạn nhắn "xóa bản nháp".\nBạn đồng ý chứ?',
    en: 'Before the form is made:\nCONSENT\nPAPERS\nThe draft and its papers are encrypted and deleted after 30 days, or at once when you write "delete my draft".\nDo you agree?',
  },
  agree: { vi: 'Tôi đồng ý', en: 'I agree' },
  disagree: { vi: 'Không đồng ý', en: 'I do not agree' },
  notAgreed: {
    vi: 'Tôi chưa tạo gì và không gửi gì cho ai. Bản nháp còn đó: nhắn "tiếp tục hồ sơ" để làm tiếp, hoặc "xóa bản nháp".',
    en: 'Nothing was made or sent to anyone. The draft is still there: write "continue my filing" to go on, or "delete my draft".',
  },
  ready: {
    vi: 'Tờ khai đã sẵn sàng. Mã bản nháp: **CODE**.',
    en: 'The form is ready. Code of the draft: **CODE**.',
  },
  readyPdf: { vi: 'Tờ khai PDF để in và ký', en: 'The form as PDF, to print and sign' },
  readyDocx: { vi: 'Tờ khai DOCX để sửa', en: 'The form as DOCX, to edit' },
  online: { vi: 'Nộp trực tuyến (đăng nhập bằng VNeID): URL', en: 'File online (sign in with VNeID): URL' },
  record: { vi: 'Thủ tục trên Cổng Dịch vụ công: URL', en: 'The procedure on the national portal: URL' },
  fee: { vi: 'Lệ phí: FEE', en: 'Fee: FEE' },
  feeApart: {
    vi: 'Lệ phí tùy cách nộp và từng trường hợp: nhắn "lệ phí" để xem.',
    en: 'The fee depends on the case and the way of filing: write "fee" to see it.',
  },
  pay: {
    vi: 'Có phí thì bạn trả khi nộp: trực tuyến trên cổng, hoặc tại quầy.',
    en: 'Where there is a fee you pay it when you file: online on the portal, or at the counter.',
  },
  /** What the record says of it. */
  post: { vi: 'Qua bưu chính: TEXT', en: 'By post (as the record says): TEXT' },
  stopped: {
    vi: 'Tôi dừng ở đây. Bản nháp CODE được giữ 30 ngày: nhắn "tiếp tục hồ sơ" để làm tiếp, "chuyển hồ sơ" để làm tiếp trên kênh khác.',
    en: 'I stop here. Draft CODE is kept for 30 days: write "continue my filing" to go on, "move my filing" to go on elsewhere.',
  },
  restart: { vi: 'Xóa hết câu trả lời và làm lại từ đầu?', en: 'Delete all answers and begin anew?' },
  restarted: { vi: 'Ta làm lại từ đầu.', en: 'We begin anew.' },
  resume: { vi: 'Tiếp tục hồ sơ', en: 'Continue my filing' },
  remove: { vi: 'Xóa bản nháp', en: 'Delete my draft' },
  reallyRemove: {
    vi: 'Xóa hẳn bản nháp CODE (TITLE) và mọi giấy tờ của nó? Nếu chỉ muốn dừng, bạn giữ lại: bản nháp được lưu 30 ngày.',
    en: 'Delete draft CODE (TITLE) and all its papers for good? If you only want to stop, keep it: it stays for 30 days.',
  },
  keep: { vi: 'Giữ lại', en: 'Keep it' },
  keepDraft: { vi: 'Giữ lại bản nháp', en: 'Keep draft' },
  keptDraft: {
    vi: 'Tôi giữ bản nháp CODE. Muốn làm tiếp, bạn nhắn "tiếp tục hồ sơ".',
    en: 'Draft CODE is kept. To go on, write "continue my filing".',
  },
  removed: { vi: 'Đã xóa bản nháp CODE và mọi giấy tờ của nó.', en: 'Draft CODE and all its papers are deleted.' },
  noCase: {
    vi: 'Ở đây chưa có hồ sơ nào đang làm dở. Làm dở trên kênh khác thì bạn gửi mã sáu số đã nhận ở đó.',
    en: 'There is no unfinished filing here. If you began elsewhere, send the six-digit code you got there.',
  },
  whichCase: { vi: 'Bạn muốn làm tiếp hồ sơ nào?', en: 'Which filing would you like to go on with?' },
  moved: {
    vi: 'Hồ sơ này đã được chuyển sang kênh khác, hoặc đã hết hạn lưu.',
    en: 'This filing was moved to another channel, or its time has run out.',
  },
  moveCode: {
    vi: 'Mã để làm tiếp trên kênh khác: **DIGITS**. Mã dùng một lần, trong 15 phút; mở kênh mới và nhắn "tiếp tục hồ sơ DIGITS". Đừng đưa mã cho ai.',
    en: 'The code to go on elsewhere: **DIGITS**. It works once, for 15 minutes; open the other channel and write "continue DIGITS". Give it to nobody.',
  },
  wrongMoveCode: { vi: 'Mã này không đúng hoặc đã hết hạn.', en: 'This code is wrong or has run out.' },
  moveLocked: {
    vi: 'Mã sai nhiều lần nên tôi tạm khóa đến TIME.',
    en: 'Too many wrong codes: locked until TIME.',
  },
  /** For staff: what was said stands in the draft alone. */
  noteUnanswered: {
    vi: 'Câu hỏi chưa trả lời được khi điền TITLE: xem `npm run desk -- case CODE`',
    en: 'A question without an answer while filling in TITLE: see `npm run desk -- case CODE`',
  },
  noteHandOver: {
    vi: 'Muốn gặp cán bộ khi đang điền TITLE: xem `npm run desk -- case CODE`',
    en: 'Wants a person while filling in TITLE: see `npm run desk -- case CODE`',
  },
  next: { vi: 'Việc thường làm tiếp:', en: 'What usually comes next:' },
  foot: {
    vi: 'Bản nháp điền cùng trợ lý Một Cửa từ lời khai của người yêu cầu; chưa nộp cho cơ quan nào.',
    en: 'Draft filled in with the Một Cửa assistant from what the applicant said; not filed with any agency yet.',
  },
} satisfies Record<string, Words>;
