import type { Words } from './wording.ts';

/** The place of the code in a message: put in by the sender, so that it stands nowhere else. */
export const codeSign = '{code}';

/** Addresses for notices: confirming them, ending them. The last lines of a message are short and say it in both languages. */
export const addressWording = {
  letter: {
    vi: `Mã xác nhận của Một Cửa: ${codeSign}\nNhập mã này trong cuộc trò chuyện, trong 15 phút, để nhận thông báo ở đây. Không phải bạn yêu cầu? Bạn bỏ qua tin này.`,
    en: `Code of Một Cửa: ${codeSign}\nType it in the conversation within 15 minutes to get notices here. Did not ask for it? Ignore this message.`,
  },
  sent: {
    vi: 'Tôi vừa gửi mã 6 chữ số tới {address}, dùng được trong 15 phút. Bạn nhập mã đó ở đây thì tôi mới gửi thông báo tới đó. Chưa thấy, bạn nhắn "gửi lại mã".',
    en: 'I have sent a 6-digit code to {address}; it counts for 15 minutes. Type it here and only then notices go there. If it does not arrive, write "resend the code".',
  },
  limited: {
    vi: 'Tôi đã gửi nhiều mã rồi, nên tạm dừng gửi mã tới {until}. Bạn vẫn được báo ngay tại đây: nhắn "báo tôi khi có kết quả".',
    en: 'Too many codes were sent, so no more are sent until {until}. You can be told right here: write "notify me".',
  },
  declined: {
    vi: 'Người nhận ở {address} vừa xin thôi nhận, nên tôi không gửi mã tới đó trước {until}.',
    en: 'Whoever receives at {address} asked for no more, so no code goes there before {until}.',
  },
  right: { vi: 'Đúng mã rồi.', en: 'The code is right.' },
  wrong: {
    vi: 'Mã chưa đúng. Bạn còn thử được {left} lần; hoặc nhắn "gửi lại mã".',
    en: 'That code is not right. Tries left: {left}; or write "resend the code".',
  },
  worn: {
    vi: 'Mã đã bị nhập sai 5 lần nên không dùng được nữa. Bạn nhắn "gửi lại mã" để nhận mã mới.',
    en: 'The code was typed wrong 5 times and no longer counts. Write "resend the code" for a new one.',
  },
  expired: {
    vi: 'Mã đã hết hạn hoặc đã được dùng. Bạn nhắn "gửi lại mã" để nhận mã mới.',
    en: 'The code has expired or was used. Write "resend the code" for a new one.',
  },
  sixDigits: {
    vi: 'Mã có đúng 6 chữ số. Bạn xem lại tin gửi tới {address}, hoặc nhắn "gửi lại mã".',
    en: 'The code has exactly 6 digits. Please look at the message sent to {address}, or write "resend the code".',
  },
  dropped: {
    vi: 'Tôi không gửi gì tới {address} nữa.',
    en: 'Nothing more goes to {address}.',
  },
  again: { vi: 'Gửi lại mã', en: 'Resend the code' },
  stop: { vi: 'Thôi', en: 'Stop' },
  ended: {
    unreachable: {
      vi: 'Thông báo gửi tới {address} không tới được (địa chỉ không nhận), nên tôi thôi gửi tới đó. Bạn có thể nhận ngay tại đây: nhắn "báo tôi khi có kết quả".',
      en: 'Notices to {address} do not arrive (the address takes none), so I send no more there. You can be told right here: write "notify me".',
    },
    left: {
      vi: 'Người nhận ở {address} đã xin thôi nhận, nên tôi không gửi thông báo tới đó nữa.',
      en: 'Whoever receives at {address} asked for no more, so no notices go there any longer.',
    },
  },
  /** Below each message. */
  endLine: {
    email: {
      link: 'Thôi nhận / Unsubscribe:',
      inChat: 'Thôi nhận: nhắn "hủy theo dõi" nơi bạn đã đăng ký. / To end it, write "unsubscribe" where you asked for it.',
    },
    sms: { link: 'Dung:', reply: 'Dung nhan: tra loi HUY', inChat: 'Dung nhan: nhan "huy theo doi" noi da dang ky' },
  },
  /** The page behind the link. Vietnamese first, English below. */
  page: {
    title: 'Một Cửa – thôi nhận thông báo',
    ask: {
      vi: 'Bạn muốn thôi nhận thông báo của Một Cửa ở địa chỉ này?',
      en: 'Do you want no more notices of Một Cửa at this address?',
    },
    button: { vi: 'Thôi nhận', en: 'Unsubscribe' },
    done: {
      vi: 'Đã xong. Địa chỉ này không nhận thông báo nữa. Bạn có thể đóng trang.',
      en: 'Done. This address gets no more notices. You may close this page.',
    },
  },
} as const satisfies Record<string, Words | string | object>;
