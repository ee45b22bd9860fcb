/** The second factor: what is asked for, what a try comes to. */
export const factorWording = {
  pin: { vi: 'mã PIN in trên phiếu hẹn', en: 'the PIN printed on the slip' },
  phone: { vi: '4 số cuối điện thoại đã đăng ký', en: 'the last 4 digits of the registered phone' },
  id: { vi: '4 số cuối căn cước', en: 'the last 4 digits of the ID number' },
  or: { vi: ' hoặc ', en: ' or ' },
  forDetails: { vi: 'Để xem chi tiết, nhập', en: 'To see the details, enter' },
  enter: { vi: 'Bạn nhập', en: 'Please enter' },
  enterFor: { vi: 'của hồ sơ', en: 'for dossier' },
  hiddenInHistory: {
    vi: 'Tôi che số này trong lịch sử trò chuyện và không lưu lại.',
    en: 'I hide it in the chat history and do not keep it.',
  },
  none: {
    vi: 'Hệ thống không cho tôi mã nào để xác minh, nên tôi chỉ xem được trạng thái. Muốn biết chi tiết, bạn mang phiếu hẹn hỏi nơi đã nộp.',
    en: 'The system gives me nothing to check who you are, so I can tell the status alone. For details, take the slip to where you filed.',
  },
  wrong: { vi: 'Chưa đúng.', en: 'That is not right.' },
  left: { vi: 'Bạn còn thử được', en: 'Tries left:' },
  leftUnit: { vi: 'lần.', en: '' },
  locked: {
    person: {
      vi: 'Bạn đã nhập sai nhiều lần, nên tôi tạm khóa phần chi tiết đến',
      en: 'There were too many wrong tries, so the details are locked until',
    },
    code: {
      vi: 'Hồ sơ này đã bị nhập sai nhiều lần, có thể không phải do bạn. Để giữ kín thông tin, tôi tạm khóa phần chi tiết đến',
      en: 'There were too many wrong tries at this dossier, perhaps not by you. To keep it private, its details are locked until',
    },
    network: {
      vi: 'Từ mạng bạn đang dùng đã có nhiều lần nhập sai, có thể không phải do bạn. Tôi tạm khóa phần chi tiết đến',
      en: 'There were too many wrong tries from the network you use, perhaps not by you. The details are locked until',
    },
  },
  lockedThen: {
    vi: 'Trạng thái hồ sơ vẫn xem được. Cần gấp, bạn mang phiếu hẹn đến nơi đã nộp.',
    en: 'The status can still be seen. If it is urgent, take the slip to where you filed.',
  },
  slowed: {
    person: {
      vi: 'Bạn đã tra nhiều mã hồ sơ khác nhau trong thời gian ngắn. Bạn tra mã mới được từ',
      en: 'You looked up many different dossiers in a short time. New codes can be looked up again from',
    },
    network: {
      vi: 'Từ mạng bạn đang dùng đã tra nhiều mã hồ sơ khác nhau trong thời gian ngắn. Bạn tra mã mới được từ',
      en: 'Many different dossiers were looked up from the network you use in a short time. New codes can be looked up again from',
    },
  },
  slowedThen: { vi: 'Mã đã tra vẫn xem lại được.', en: 'Codes looked up before can still be seen.' },
} as const;
