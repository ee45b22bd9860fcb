/** What is said of plans beside the events' own words. Words in capitals are put in. */
export const planWording = {
  now: { vi: 'Các việc cần làm, theo thứ tự:', en: 'What to do, in this order:' },
  /** "hạn 11/07/2026": the last day of a step. */
  due: { vi: 'hạn **DATE**', en: 'by **DATE**' },
  passed: { vi: 'hạn DATE đã qua, nên hỏi ngay nơi nộp', en: 'DATE has passed: ask the office now' },
  after: { vi: 'Sau việc NUMBERS.', en: 'After step NUMBERS.' },
  early: {
    vi: 'Hạn tính từ ngày bạn cho (DATE); ngày thật khác thì bạn nhắn lại.',
    en: 'Counted from the day you gave (DATE); tell me when the real one differs.',
  },
  record: {
    vi: 'Theo hồ sơ thủ tục ngày DATE. Nhắn "việc 2" để xem kỹ việc thứ hai.',
    en: 'From the records of DATE. Write "step 2" for the details of the second.',
  },
  papers: {
    vi: 'Giấy tờ cho cả kế hoạch, mỗi loại kể một lần (số trong ngoặc là việc cần đến):',
    en: 'The papers of the whole plan, each once (in brackets: the steps that take it):',
  },
  /** Where the plan itself was not told. */
  papersOf: {
    vi: '**TITLE**, giấy tờ cho cả kế hoạch, mỗi loại kể một lần (số trong ngoặc là việc cần đến; nhắn "xem lại kế hoạch" để xem các việc):',
    en: '**TITLE**: the papers of the whole plan, each once (in brackets: the steps that take it; write "show the plan again" for them):',
  },
  papersLeft: { vi: 'Còn COUNT loại nữa.', en: 'COUNT more.' },
  known: { vi: 'Không phải nộp, nơi nhận tự tra cứu: NAMES.', en: 'Not to be brought, the office looks them up: NAMES.' },
  show: { vi: 'xuất trình', en: 'to show' },
  dateUnclear: {
    vi: 'Tôi chưa đọc được ngày. Bạn ghi như 12/5/2026, hoặc chọn chưa rõ.',
    en: 'I could not read the date. Write it like 12/5/2026, or choose not sure.',
  },
  dateFuture: {
    vi: 'Ngày này chưa tới. Bạn xem lại giúp tôi, ví dụ 12/5/2026.',
    en: 'This day has not come yet. Please check it, for example 12/5/2026.',
  },
  withoutDate: {
    vi: 'Được. Khi biết ngày, bạn nhắn "xem lại kế hoạch" hoặc nói lại sự việc kèm ngày, tôi ghi hạn của từng việc.',
    en: 'All right. Once you know the day, tell me again with it and I will put the deadlines in.',
  },
  dateUnknown: { vi: 'Chưa rõ ngày', en: 'Not sure of the day' },
  filing: { vi: 'Bắt đầu điền tờ khai: TITLE', en: 'Start filling in the form: TITLE' },
  allPapers: { vi: 'Giấy tờ cho cả kế hoạch', en: 'Papers for the whole plan' },
  morePapers: { vi: 'Giấy tờ còn lại của kế hoạch', en: 'The other papers of the plan' },
  showPlan: { vi: 'Xem lại kế hoạch', en: 'Show the plan again' },
  pdf: { vi: 'Kế hoạch một trang (PDF)', en: 'The plan on one page (PDF)' },
  ics: { vi: 'Lịch nhắc hạn (.ics)', en: 'Deadlines for your calendar (.ics)' },
} as const;

/** On paper: Vietnamese, as the offices that it speaks of. */
export const planPrint = {
  title: 'KẾ HOẠCH LÀM GIẤY TỜ',
  from: 'LABEL: DATE',
  steps: 'Các việc, theo thứ tự',
  step: 'Việc và thủ tục',
  who: 'Ai làm, ở đâu',
  deadline: 'Thời hạn',
  noDeadline: 'Hồ sơ không ghi hạn',
  due: 'Hạn DATE',
  papers: 'Giấy tờ, mỗi loại một lần',
  paper: 'Giấy tờ',
  forSteps: 'Việc',
  /** To be ticked by hand. */
  have: 'Có',
  known: 'Không phải nộp, nơi nhận tự tra cứu: NAMES.',
  foot: 'Một Cửa lập theo hồ sơ thủ tục ngày DATE. Bản này để tự theo dõi, không phải giấy tờ.',
  reminder: 'Việc NUMBER trong kế hoạch: WHO. DEADLINE. Thủ tục CODE.',
} as const;
