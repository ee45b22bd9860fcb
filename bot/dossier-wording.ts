import { helpline, type Words } from './wording.ts';

export const dossierWording = {
  status: {
    1: { vi: 'Mới đăng ký', en: 'Newly registered' },
    2: { vi: 'Đã được tiếp nhận', en: 'Received' },
    3: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
    4: { vi: 'Đang xử lý', en: 'Being processed' },
    5: { vi: 'Cần bổ sung giấy tờ', en: 'More papers needed' },
    6: { vi: 'Cần nộp phí, lệ phí hoặc thuế', en: 'A payment is due' },
    7: { vi: 'Người dân xin rút hồ sơ', en: 'Withdrawn by the applicant' },
    8: { vi: 'Dừng xử lý', en: 'Processing stopped' },
    9: { vi: 'Đã xử lý xong, chờ trả kết quả', en: 'Done, ready to be collected' },
    10: { vi: 'Đã trả kết quả', en: 'Result returned' },
  } as Record<number, Words>,
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  at: { vi: 'tại', en: 'at' },
  received: { vi: 'Ngày nhận', en: 'Received on' },
  due: { vi: 'hẹn trả', en: 'due on' },
  finished: { vi: 'xong ngày', en: 'finished on' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  sourceSays: { vi: 'Hệ thống ghi', en: 'The system says' },
  demonstration: { vi: 'Đây là hồ sơ minh họa, không phải hồ sơ thật.', en: 'This is a demonstration dossier, not a real one.' },
  unknown: {
    vi: `Tôi chưa thấy hồ sơ này trong hệ thống. Bạn so lại từng ký tự với phiếu hẹn; hồ sơ mới nộp có thể chưa được cập nhật. Vẫn không thấy, bạn hỏi nơi đã nộp hoặc gọi ${helpline}.`,
    en: `I do not find this dossier. Please compare each character with the appointment slip; a new dossier may not have arrived yet. If it is still missing, ask the office where you filed it or call ${helpline}.`,
  },
  down: {
    vi: `Hệ thống hồ sơ đang không trả lời. Bạn thử lại sau ít phút, hoặc gọi ${helpline}.`,
    en: `The dossier system is not answering. Please try again in a few minutes, or call ${helpline}.`,
  },
  noStatus: { vi: 'Chưa có trạng thái', en: 'No status given' },
  waits: {
    papers: { vi: 'đang chờ bạn bổ sung giấy tờ', en: 'waiting for your papers' },
    payment: { vi: 'đang chờ bạn nộp tiền', en: 'waiting for your payment' },
    unsaid: { vi: 'đang tạm dừng tính hạn', en: 'the clock stands for now' },
  },
  byLimit: { vi: 'Tính theo thời hạn của thủ tục', en: 'By the time limit of the procedure' },
  away: { vi: 'Hệ thống hồ sơ đang không trả lời.', en: 'The dossier system is not answering.' },
  lastKnown: { vi: 'Lần cuối tôi biết', en: 'The last I know' },
  absent: {
    vi: 'Không còn trong danh sách của cơ quan từ {day}: trên đây là điều được ghi lần cuối. Bạn hỏi nơi đã nộp.',
    en: 'No longer in the agency’s list since {day}: the above is what was written last. Please ask the office where you filed.',
  },
  phone: { vi: 'điện thoại', en: 'phone' },
  idNumber: { vi: 'số giấy tờ', en: 'ID number' },
  holder: { vi: 'Đang giữ hồ sơ', en: 'Now with' },
  note: { vi: 'Ghi chú', en: 'Note' },
  missing: { vi: 'Cần bổ sung', en: 'Still needed' },
  missingUnsaid: {
    vi: 'Hệ thống chưa ghi thiếu giấy gì; bạn hỏi nơi đang giữ hồ sơ.',
    en: 'The system does not say what is missing; please ask the office that has it.',
  },
  plainly: { vi: 'Nói dễ hiểu', en: 'In plain words' },
  supplement: {
    vi: 'Cách bổ sung: mang phiếu hẹn và giấy còn thiếu đến nơi đã nộp; nộp trực tuyến thì bổ sung trong hồ sơ đó trên Cổng Dịch vụ công quốc gia.',
    en: 'How to add it: take the slip and the missing papers to where you filed; if you filed online, add them to that dossier on the National Public Service Portal.',
  },
  fee: { vi: 'Phí, lệ phí', en: 'Fee' },
  feeDue: { vi: 'Cần nộp', en: 'To be paid' },
  feeUnsaid: {
    vi: 'Cần nộp tiền, nhưng hệ thống chưa ghi số tiền: bạn xem thông báo của cơ quan hoặc hỏi nơi đang giữ hồ sơ.',
    en: 'A payment is due, but the system does not say how much: see the notice of the office, or ask where the dossier is.',
  },
  result: { vi: 'Kết quả', en: 'Result' },
  pickUpAsNoted: {
    vi: 'Nhận kết quả: mang phiếu hẹn và giấy tờ tùy thân đến nơi ghi ở phần Ghi chú.',
    en: 'To collect it: take the slip and your ID to the place named in the note.',
  },
  pickUpWhereFiled: {
    vi: 'Nhận kết quả: mang phiếu hẹn và giấy tờ tùy thân đến nơi đã nộp. Đã đăng ký nhận qua bưu chính thì bưu tá mang đến nhà.',
    en: 'To collect it: take the slip and your ID to where you filed. If you asked for the post, it is brought to your home.',
  },
  steps: { vi: 'Các bước', en: 'Steps' },
  latest: { vi: 'mới nhất', en: 'latest' },
} as const;

/** What is told unprompted, and how it is asked for. `next`: what to do now, by national status; 0 where there is none. */
export const noticeWording = {
  next: {
    0: { vi: 'Muốn xem chi tiết, bạn nhắn mã hồ sơ này.', en: 'To see the details, send this dossier code.' },
    1: { vi: 'Bạn chưa phải làm gì: nơi nhận sẽ kiểm tra và tiếp nhận.', en: 'Nothing to do yet: the office will check and receive it.' },
    2: { vi: 'Bạn giữ phiếu hẹn; tôi sẽ báo khi có thay đổi.', en: 'Keep the appointment slip; I will tell you when it moves.' },
    3: {
      vi: 'Bạn xem lý do bằng mã PIN trên phiếu hẹn (nhắn mã hồ sơ này), sửa lại rồi nộp hồ sơ mới.',
      en: 'See the reason with the PIN on your slip (send this code), mend it and file again.',
    },
    4: { vi: 'Bạn chưa phải làm gì; tôi sẽ báo khi có thay đổi.', en: 'Nothing to do; I will tell you when it moves.' },
    5: {
      vi: 'Bạn nhắn mã hồ sơ này và mã PIN để xem còn thiếu giấy gì, rồi bổ sung ở nơi đã nộp.',
      en: 'Send this code and your PIN to see which papers are missing, then hand them in where you filed.',
    },
    6: {
      vi: 'Bạn nhắn mã hồ sơ này và mã PIN để xem khoản phải nộp, rồi nộp để hồ sơ được làm tiếp.',
      en: 'Send this code and your PIN to see what is due, then pay so that the work goes on.',
    },
    7: { vi: 'Nếu bạn không xin rút, bạn hỏi ngay nơi đã nộp.', en: 'If you did not withdraw it, ask the office where you filed.' },
    8: {
      vi: 'Bạn xem lý do bằng mã PIN trên phiếu hẹn (nhắn mã hồ sơ này) hoặc hỏi nơi đã nộp.',
      en: 'See the reason with the PIN on your slip (send this code), or ask the office where you filed.',
    },
    9: {
      vi: 'Bạn mang phiếu hẹn và giấy tờ tùy thân đến nơi đã nộp để nhận kết quả, hoặc chờ bưu điện nếu đã đăng ký.',
      en: 'Bring the appointment slip and your identity paper to the office to collect the result, or wait for the post if you chose it.',
    },
    10: {
      vi: 'Bạn đã nhận kết quả nên tôi thôi theo dõi hồ sơ này.',
      en: 'The result has been handed over, so I stop following this dossier.',
    },
  } as Record<number, Words>,
  moved: { vi: 'có thay đổi', en: 'has changed' },
  deadline: { vi: 'Hạn bổ sung', en: 'To be handed in by' },
  open: { vi: 'Xem hồ sơ', en: 'See the dossier' },
  stop: { vi: 'Hủy theo dõi', en: 'Unsubscribe' },
  overdue: {
    vi: 'Hồ sơ {code} **chưa có kết quả** dù đã đến hẹn {due} ({days}).',
    en: 'Dossier {code} has **no result yet** although it was due on {due} ({days}).',
  },
  heldBy: { vi: 'Nơi đang giữ hồ sơ', en: 'It is held by' },
  apology: {
    vi: 'Khi trễ hẹn, bạn có quyền được cơ quan xin lỗi bằng văn bản, nêu lý do và ghi ngày hẹn trả mới. Chưa nhận được, bạn hỏi nơi đang giữ hồ sơ hoặc gửi kiến nghị; tôi đã soạn sẵn.',
    en: 'When it is late you have the right to a written apology with the reason and a new date. If you have none, ask the office that holds it or send a petition; I have worded one.',
  },
  gone: {
    vi: 'Đã {days} ngày cơ quan không còn hồ sơ **{code}** trong hệ thống tra cứu, nên tôi thôi theo dõi. Bạn mang phiếu hẹn hỏi nơi đã nộp; khi tra lại được, bạn nhắn mã này để theo dõi tiếp.',
    en: 'For {days} days the office has had no dossier **{code}** in its system, so I stop following it. Take the appointment slip to where you filed and ask; once it can be looked up again, send this code to follow it anew.',
  },
  sendPetition: { vi: 'Gửi kiến nghị', en: 'Send the petition' },
  /** Where there is no button: above the petition itself. */
  pastePetition: {
    vi: 'Kiến nghị đã soạn sẵn. Muốn gửi, bạn dán câu này vào cuộc trò chuyện với Một Cửa:',
    en: 'The petition. To send it, paste this into the conversation with Một Cửa:',
  },
  petition: {
    vi: 'Tôi phản ánh việc hồ sơ {code} quá hạn trả kết quả từ ngày {due}{unit}. Đề nghị cơ quan giải quyết, xin lỗi bằng văn bản và hẹn ngày trả mới.',
    en: 'I want to make a complaint: dossier {code} is overdue since {due}{unit}. Please deal with it, apologise in writing and name a new date.',
  },
  needsFactor: {
    vi: 'Để báo đúng người, tôi cần biết hồ sơ **{code}** là của bạn; xong tôi theo dõi ngay.',
    en: 'To tell the right person I must know that dossier **{code}** is yours; I follow it right after that.',
  },
  followed: {
    vi: 'Tôi sẽ báo bạn {where} mỗi khi hồ sơ **{code}** có thay đổi.{quiet} Thôi nhận: nhắn "hủy theo dõi".',
    en: 'I will tell you {where} whenever dossier **{code}** moves.{quiet} To end it, write "unsubscribe".',
  },
  quiet: {
    vi: 'Không phải việc gấp thì tôi không báo từ 21:00 đến 07:00.',
    en: 'Nothing that can wait is sent from 21:00 to 07:00.',
  },
  already: {
    vi: 'Bạn đang theo dõi hồ sơ **{code}** {where} rồi; có thay đổi tôi báo ngay.',
    en: 'You already follow dossier **{code}** {where}; I will tell you when it moves.',
  },
  here: { vi: 'tại đây', en: 'here' },
  via: { vi: 'qua {address}', en: 'at {address}' },
  over: {
    vi: 'Hồ sơ **{code}** đã xong nên không còn gì để báo.',
    en: 'Dossier **{code}** is finished, so there is nothing more to tell.',
  },
  full: {
    vi: 'Bạn đã theo dõi tới số hồ sơ hoặc địa chỉ nhiều nhất có thể. Bạn nhắn "tôi đang theo dõi hồ sơ nào" rồi hủy bớt.',
    en: 'You follow as many dossiers or addresses as one may. Write "what am I following" and end one of them.',
  },
  nowhere: {
    vi: 'Ở đây tôi không nhắn lại cho bạn sau được. Bạn mở trang chat của Một Cửa để theo dõi hồ sơ.',
    en: 'I cannot write to you later from here. Please use the chat page of Một Cửa to follow a dossier.',
  },
  noWay: {
    vi: 'Tôi chưa gửi được thông báo qua {way} ở đây. Tôi báo bạn ngay trong cuộc trò chuyện này được, bạn nhắn "báo tôi khi có kết quả".',
    en: 'Notices by {way} are not offered here. I can tell you in this conversation: write "notify me".',
  },
  noApp: {
    vi: 'Từ đây tôi chưa báo sang {app} được. Tôi báo bạn ngay trong cuộc trò chuyện này{ways} thì được: bạn bấm "Báo tôi khi có kết quả".',
    en: 'I cannot reach you on {app} from here. I can tell you right here in this conversation{ways}: press "Tell me when there is a result".',
  },
  orBy: { vi: ', hoặc qua {way}', en: ', or by {way}' },
  ways: { email: { vi: 'email', en: 'e-mail' }, sms: { vi: 'tin nhắn SMS', en: 'SMS' } },
  askAddress: {
    email: {
      vi: 'Bạn cho tôi địa chỉ e-mail, ví dụ ten@vidu.vn.',
      en: 'Please give me the e-mail address, for example name@example.com.',
    },
    sms: {
      vi: 'Bạn cho tôi số điện thoại di động, ví dụ 0912 345 678.',
      en: 'Please give me the mobile number, for example 0912 345 678.',
    },
  },
  unfollowed: { vi: 'Đã thôi theo dõi {codes}. Tôi không báo nữa.', en: 'No longer following {codes}. You will get no more notices.' },
  none: { vi: 'Bạn không theo dõi hồ sơ nào.', en: 'You follow no dossier.' },
  list: { vi: 'Bạn đang theo dõi:', en: 'You follow:' },
  which: { vi: 'Bạn muốn thôi theo dõi hồ sơ nào?', en: 'Which dossier do you want to stop following?' },
} as const;
