import type { Words } from '../wording.ts';

/** What is said of sending a filing to its agency. Words in capitals are put in. */
export const submitWording = {
  ask: {
    vi: 'Tôi gửi được hồ sơ này thẳng tới **AGENCY**. Tờ khai, các giấy tờ bạn đã gửi kèm và thông tin bạn đã khai sẽ được chuyển vào hệ thống của cơ quan đó. Gửi ngay chứ?',
    en: 'I can send this filing straight to **AGENCY**. The form, the papers you sent with it and what you told will go into their system. Send it now?',
  },
  now: { vi: 'Gửi ngay', en: 'Send it now' },
  send: { vi: 'Gửi hồ sơ', en: 'Send my filing' },
  appointment: { vi: 'Đặt lịch nộp tại quầy', en: 'Book an appointment at the counter' },
  notNow: {
    vi: 'Tôi chưa gửi gì. Tờ khai được giữ 30 ngày: khi nào muốn gửi, bạn nhắn "gửi hồ sơ".',
    en: 'Nothing was sent. The form is kept for 30 days: write "send my filing" when you want to.',
  },
  onItsWay: {
    vi: 'Tôi đang gửi hồ sơ tới **AGENCY** (bản nháp CODE). Có mã hồ sơ là tôi báo bạn ngay tại đây.',
    en: 'I am sending your filing to **AGENCY** (draft CODE). I will tell you the dossier code here as soon as there is one.',
  },
  noTarget: {
    vi: 'Cơ quan tiếp nhận hồ sơ này chưa nhận qua tôi. Bạn nộp trên Cổng Dịch vụ công, hoặc in tờ khai mang tới quầy.',
    en: 'The agency of this filing does not take it through me. File it on the national portal, or print the form and bring it to the counter.',
  },
  sentAs: {
    vi: 'Hồ sơ này đã được gửi. Mã hồ sơ: **DOSSIER**.',
    en: 'This filing was sent. The code of the dossier: **DOSSIER**.',
  },
  stillOnItsWay: {
    vi: 'Hồ sơ này đang được gửi (bản nháp CODE), bạn không cần gửi lại. Có kết quả tôi báo bạn ngay.',
    en: 'This filing is on its way (draft CODE), there is no need to send it again. I will tell you what comes of it.',
  },
  stillUnclear: {
    vi: 'Hồ sơ này (bản nháp CODE) đã được gửi một lần nhưng cơ quan chưa trả lời rõ là đã nhận. Để không nộp trùng, tôi không gửi lại; cán bộ đang kiểm tra.',
    en: 'This filing (draft CODE) was sent once, and the agency gave no clear answer. So as not to file it twice I do not send it again; staff are looking into it.',
  },
  accepted: {
    vi: '**AGENCY** đã nhận hồ sơ của bạn (bản nháp CODE). Mã hồ sơ: **DOSSIER**. Bạn giữ mã này để tra cứu.',
    en: '**AGENCY** has taken your filing (draft CODE). The code of the dossier: **DOSSIER**. Keep it to look the dossier up.',
  },
  follows: { vi: 'Có thay đổi tôi báo bạn ở đây.', en: 'I will tell you here when something changes.' },
  followsMany: {
    vi: 'Bạn đang theo dõi nhiều hồ sơ quá nên tôi chưa theo dõi thêm hồ sơ này.',
    en: 'You follow as many dossiers as one may, so this one is not followed.',
  },
  away: {
    vi: 'Hệ thống của **AGENCY** đang không trả lời. Bạn không phải làm gì: tôi tự gửi lại trong HOURS giờ tới và báo bạn kết quả.',
    en: 'The system of **AGENCY** does not answer now. You need not do anything: I keep trying for the next HOURS hours and tell you what comes of it.',
  },
  refused: {
    vi: '**AGENCY** chưa nhận hồ sơ (bản nháp CODE).REASON\nHồ sơ vẫn còn: bạn sửa rồi gửi lại, hoặc gặp cán bộ để được giúp.',
    en: '**AGENCY** has not taken the filing (draft CODE).REASON\nIt is still here: correct it and send it again, or ask for a person.',
  },
  reason: { vi: '\nLý do cơ quan ghi: “TEXT”', en: '\nThe reason they give: “TEXT”' },
  noReason: { vi: '\nCơ quan không ghi lý do.', en: '\nThey give no reason.' },
  correct: { vi: 'Sửa hồ sơ', en: 'Continue my filing' },
  unclear: {
    vi: 'Tôi đã gửi hồ sơ (bản nháp CODE) tới **AGENCY** nhưng không nhận được câu trả lời rõ ràng, nên chưa biết cơ quan đã nhận hay chưa. Để không nộp trùng, tôi không gửi lại. Cán bộ đã được báo để kiểm tra; bạn cũng có thể hỏi thẳng cơ quan, đọc mã bản nháp này.',
    en: 'I sent the filing (draft CODE) to **AGENCY** and got no clear answer, so it is not known whether they have it. So as not to file it twice I do not send it again. Staff were told to look into it; you can also ask the agency, with the code of this draft.',
  },
  givenUp: {
    vi: 'Hệ thống của **AGENCY** không nhận hồ sơ trong HOURS giờ qua, nên tôi dừng gửi (bản nháp CODE). Hồ sơ chưa được nộp. Cán bộ đã được báo; bạn nhắn "gửi hồ sơ" để thử lại, nộp trên Cổng Dịch vụ công, hoặc in tờ khai mang tới quầy.',
    en: 'The system of **AGENCY** did not take the filing for HOURS hours, so I stopped (draft CODE). It has not been filed. Staff were told; write "send my filing" to try again, file it on the national portal, or print the form and bring it to the counter.',
  },
  /** On the form that is sent. */
  foot: {
    vi: 'Tờ khai điền cùng trợ lý Một Cửa từ lời khai của người yêu cầu, gửi trực tuyến theo yêu cầu của người đó.',
    en: 'Filled in with the Một Cửa assistant from what the applicant said, sent online at their request.',
  },
} satisfies Record<string, Words>;

/** For staff, who read Vietnamese: which draft, which agency, and what to do. Nobody is named. */
export const submitNotes = {
  unclear:
    'Hồ sơ CODE gửi tới AGENCY: hệ thống không trả lời rõ. Kiểm tra trên hệ thống của cơ quan xem đã có hồ sơ với mã này chưa, rồi báo công dân.',
  givenUp: 'Hồ sơ CODE chưa gửi được tới AGENCY trong HOURS giờ: hệ thống của cơ quan không nhận. Công dân đã được báo.',
};
