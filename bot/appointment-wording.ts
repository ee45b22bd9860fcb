import type { Words } from './wording.ts';

/** What is said of appointments at the counter. Words in capitals are put in. */
export const appointmentWording = {
  /** Where no counter takes appointments. */
  noCounters: {
    vi: 'Tôi chưa đặt lịch hay lấy số giúp bạn được. Bạn cho biết cần làm giấy tờ gì, tôi chỉ nơi nhận hồ sơ để bạn đến trong giờ làm việc.',
    en: 'I cannot make appointments or take queue numbers here. Tell me what you need, and I will say where to go in working hours.',
  },
  noCountersPlace: {
    vi: 'Tôi chưa đặt lịch hay lấy số giúp bạn được. Bạn đến nơi nhận hồ sơ trong giờ làm việc.\n**NAME**: PLACE.',
    en: 'I cannot make appointments or take queue numbers here. Please go to the office in working hours.\n**NAME**: PLACE.',
  },
  noCountersAsk: {
    vi: 'Tôi chưa đặt lịch hay lấy số giúp bạn được. Bạn xem nơi nộp của **NAME** rồi đến trong giờ làm việc.',
    en: 'I cannot make appointments or take queue numbers here. See where **NAME** is filed and go there in working hours.',
  },
  where: { vi: 'Nộp ở đâu', en: 'Where to file' },
  whichOffice: { vi: 'Bạn muốn đến nơi nào?', en: 'Where would you like to come?' },
  nameOffice: {
    vi: 'Có COUNT nơi nhận đặt lịch. Bạn chọn một nơi dưới đây, hoặc nhắn tên xã, phường, ví dụ "đặt lịch ở phường …".',
    en: 'Appointments can be made at COUNT places. Choose one below, or name the commune: "book an appointment in …".',
  },
  whichDay: { vi: 'Đặt lịch tại **OFFICE** (ADDRESS). Bạn đến ngày nào?', en: 'An appointment at **OFFICE** (ADDRESS). Which day?' },
  whichTime: { vi: '**OFFICE**, DAY. Bạn đến lúc mấy giờ?', en: '**OFFICE**, DAY. At what time?' },
  noDay: {
    vi: '**OFFICE** đã kín lịch trong DAYS ngày tới. Bạn có thể đến trực tiếp trong giờ làm việc, hoặc chọn nơi khác.',
    en: '**OFFICE** has no room in the next DAYS days. You can come without an appointment in working hours, or choose another place.',
  },
  dayFull: { vi: 'Ngày DAY không còn chỗ hoặc không làm việc.', en: 'There is no room on DAY, or the office is closed.' },
  timeFull: { vi: 'Lúc TIME không nhận được nữa.', en: 'TIME cannot be had any more.' },
  booked: {
    vi: 'Đã đặt lịch: **OFFICE** (ADDRESS), **TIME DAY**.\nSố thứ tự trong ngày: **NUMBER**. Mã lịch hẹn: **CODE**.\nBạn mang bản chính giấy tờ, căn cước và tờ khai đã in, đọc mã này tại quầy.',
    en: 'Booked: **OFFICE** (ADDRESS), **TIME on DAY**.\nYour number that day: **NUMBER**. Code of the appointment: **CODE**.\nBring the original papers, your identity card and the printed form, and tell this code at the counter.',
  },
  moved: { vi: 'Đã đổi lịch.', en: 'The appointment was changed.' },
  had: {
    vi: 'Bạn đã có lịch hẹn **CODE**: OFFICE, TIME DAY, số NUMBER.',
    en: 'You have an appointment already, **CODE**: OFFICE, TIME on DAY, number NUMBER.',
  },
  limit: {
    vi: 'Bạn đang có đủ số lịch hẹn được đặt cùng lúc. Bạn hủy bớt một lịch rồi đặt lại.',
    en: 'You have as many appointments as one may have at a time. Cancel one to make another.',
  },
  own: { vi: 'Lịch hẹn của bạn:', en: 'Your appointments:' },
  ownLine: { vi: '- **CODE**: OFFICE, TIME DAY, số NUMBER', en: '- **CODE**: OFFICE, TIME on DAY, number NUMBER' },
  none: { vi: 'Bạn chưa có lịch hẹn nào.', en: 'You have no appointment.' },
  whichOne: { vi: 'Bạn nói lịch hẹn nào?', en: 'Which appointment?' },
  cancelled: { vi: 'Đã hủy lịch hẹn **CODE** (OFFICE, TIME DAY).', en: 'Appointment **CODE** (OFFICE, TIME on DAY) is cancelled.' },
  cancelledByOffice: {
    vi: 'Lịch hẹn **CODE** (OFFICE, TIME DAY) đã bị cơ quan hủy.WHY\nBạn đặt lại giúp tôi.',
    en: 'The office has cancelled your appointment **CODE** (OFFICE, TIME on DAY).WHY\nPlease book another one.',
  },
  why: { vi: ' Lý do: TEXT', en: ' Reason: TEXT' },
  book: { vi: 'Đặt lịch hẹn', en: 'Book an appointment' },
  changeIt: { vi: 'Đổi lịch hẹn', en: 'Change my appointment' },
  cancelIt: { vi: 'Hủy lịch hẹn', en: 'Cancel my appointment' },
  /** What the buttons say: they are read as if they were typed. */
  sayOffice: { vi: 'Đặt lịch tại OFFICE', en: 'Book an appointment at OFFICE' },
  sayMove: { vi: 'Đổi lịch hẹn CODE', en: 'Change my appointment CODE' },
  sayDay: { vi: ' ngày DAY', en: ' on DAY' },
  sayTime: { vi: ' lúc TIME', en: ' at TIME' },
  icsFile: { vi: 'Thêm vào lịch của bạn (.ics)', en: 'Add to your calendar (.ics)' },
  icsTitle: { vi: 'Hẹn tại OFFICE', en: 'Appointment at OFFICE' },
  icsText: {
    vi: 'Số NUMBER, mã CODE. Mang bản chính giấy tờ, căn cước và tờ khai đã in.',
    en: 'Number NUMBER, code CODE. Bring the original papers, your identity card and the printed form.',
  },
} satisfies Record<string, Words>;

export const weekdayNames = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
