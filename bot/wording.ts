import type { Language } from './types.ts';

/** One sentence in both languages. Every sentence for people stands here, in `bot/petition-wording.ts` or beside the answers in `bot/answer/`. */
export type Words = Record<Language, string>;

export const helpline = '1800 1096';

export const wording = {
  greeting: {
    vi: 'Chào bạn. Tôi là trợ lý tự động của Một Cửa. Bạn cần làm giấy tờ gì, hay muốn xem hồ sơ đã nộp tới đâu?',
    en: 'Hello. I am the automatic assistant of Một Cửa. Which paper do you need, or would you like to see where your dossier is?',
  },
  about: {
    vi: 'Tôi là trợ lý tự động về dịch vụ công. Tôi giúp được ba việc:\n- Trả lời về thủ tục: giấy tờ, lệ phí, thời hạn, nơi nộp, cách nộp.\n- Xem hồ sơ đã nộp tới đâu, theo mã hồ sơ trên phiếu hẹn.\n- Chuẩn bị nộp hồ sơ trực tuyến.\nMỗi câu trả lời đều ghi nguồn và ngày của dữ liệu.',
    en: 'I am an automatic assistant for public services. I can do three things:\n- Answer about procedures: papers, fee, time, where and how to apply.\n- Tell where a dossier is, by the code on the appointment slip.\n- Help you get ready to apply online.\nEvery answer names its source and the date of the data.',
  },
  thanks: {
    vi: 'Rất vui được giúp bạn. Khi cần thêm giấy tờ hay muốn xem hồ sơ, bạn cứ nhắn.',
    en: 'Glad to help. Write again whenever you need a paper or want to check a dossier.',
  },
  empty: {
    vi: 'Tôi chưa đọc được tin này. Bạn nhắn bằng chữ giúp tôi nhé, ví dụ: "làm giấy khai sinh cần gì".',
    en: 'I could not read this message. Please write it in words, for example: "papers for a birth certificate".',
  },
  tooLong: {
    vi: 'Tin nhắn dài quá nên tôi chưa nắm được ý chính. Bạn gửi lại thật ngắn giúp tôi: cần làm giấy tờ gì, và muốn biết điều gì?',
    en: 'The message is too long for me to find its point. Please send it again in short: which paper, and what would you like to know?',
  },
  notFound: {
    vi: `Tôi chưa có thông tin về việc này. Bạn có thể hỏi Trung tâm Phục vụ hành chính công nơi ở hoặc gọi ${helpline}. Tôi đã ghi lại câu hỏi để cán bộ xem.`,
    en: `I have no information on this. You can ask the Public Administrative Service Centre where you live or call ${helpline}. I have noted the question for the staff.`,
  },
  nod: {
    vi: 'Bạn cần biết thêm gì về NAME?',
    en: 'What else would you like to know about NAME?',
  },
  nodAtNothing: {
    vi: 'Bạn cần biết thêm điều gì?',
    en: 'What else would you like to know?',
  },
  thatWasAll: {
    vi: 'Phần này tôi đã nói hết. Bạn muốn biết thêm điều gì?',
    en: 'That was all of this part. What else would you like to know?',
  },
  askProcedure: {
    vi: 'Bạn đang hỏi về thủ tục hay giấy tờ nào? Ví dụ: khai sinh, căn cước, đăng ký tạm trú.',
    en: 'Which procedure or paper do you mean? For example: birth registration, identity card, temporary residence.',
  },
  whichOne: {
    vi: 'Có vài thủ tục gần với điều bạn hỏi. Bạn cần việc nào?',
    en: 'Several procedures come close to what you ask. Which one do you need?',
  },
  whichProvince: {
    vi: 'Thủ tục này mỗi tỉnh quy định riêng. Bạn ở tỉnh nào?',
    en: 'This procedure differs from province to province. Which one are you in?',
  },
  askCode: {
    vi: 'Bạn cho tôi mã hồ sơ in trên phiếu hẹn (biên nhận), ví dụ H40.23.08-250715-0012. Số căn cước hay số điện thoại không phải là mã hồ sơ.',
    en: 'Please give me the dossier code printed on the appointment slip, for example H40.23.08-250715-0012. An identity or phone number is not a dossier code.',
  },
  codeIncomplete: {
    vi: 'Mã hồ sơ này còn thiếu hoặc chưa đúng. Mã đầy đủ gồm mã cơ quan, ngày nộp và số thứ tự, ví dụ H40.23.08-250715-0012. Bạn xem lại trên phiếu hẹn giúp tôi.',
    en: 'This dossier code is incomplete or not right. A whole code has the agency, the date and a number, for example H40.23.08-250715-0012. Please look at the appointment slip again.',
  },
  otherCode: {
    payment: {
      vi: 'Đây là mã thanh toán trực tuyến, không phải mã hồ sơ. Bạn cho tôi mã hồ sơ in trên phiếu hẹn, ví dụ H40.23.08-250715-0012.',
      en: 'This is an online payment code, not a dossier code. Please give me the dossier code printed on the appointment slip, for example H40.23.08-250715-0012.',
    },
    'social-insurance': {
      vi: 'Mã này là của cơ quan bảo hiểm xã hội, tôi không xem được. Bạn hỏi nơi đã nhận hồ sơ. Hồ sơ nộp ở một cửa thì bạn cho tôi mã trên phiếu hẹn, ví dụ H40.23.08-250715-0012.',
      en: 'This code belongs to the social insurance agency and I cannot look it up. Please ask where you handed the papers in. For a dossier of a one-stop shop, give me the code on the slip, for example H40.23.08-250715-0012.',
    },
    paper: {
      vi: 'Đây là mã của một giấy tờ, không phải mã hồ sơ. Bạn cho tôi mã hồ sơ in trên phiếu hẹn, ví dụ H40.23.08-250715-0012.',
      en: 'This is the code of a paper, not of a dossier. Please give me the dossier code printed on the appointment slip, for example H40.23.08-250715-0012.',
    },
    result: {
      vi: 'Đây là mã của kết quả đã cấp, không phải mã hồ sơ. Bạn cho tôi mã hồ sơ in trên phiếu hẹn, ví dụ H40.23.08-250715-0012.',
      en: 'This is the code of an issued result, not of a dossier. Please give me the dossier code printed on the appointment slip, for example H40.23.08-250715-0012.',
    },
  },
  noNumbers: {
    vi: 'Bạn không cần gửi số căn cước hay số điện thoại ở đây; tôi đã che số đó. Bạn muốn hỏi điều gì về thủ tục, hoặc cho tôi mã hồ sơ trên phiếu hẹn.',
    en: 'There is no need to send identity or phone numbers here; I have masked it. What would you like to know about a procedure? Or give me the dossier code on the appointment slip.',
  },
  handOver: {
    vi: `Bạn gặp cán bộ bằng một trong hai cách:\n- Gọi ${helpline} (hỗ trợ của Cổng Dịch vụ công quốc gia).\n- Đến Trung tâm Phục vụ hành chính công của xã, phường nơi bạn ở.\nTôi đã ghi lại yêu cầu này để cán bộ xem.`,
    en: `You can reach a person in two ways:\n- Call ${helpline} (support of the National Public Service Portal).\n- Go to the Public Administrative Service Centre of the commune where you live.\nI have noted your request for the staff.`,
  },
  refused: {
    'off-topic': {
      vi: 'Tôi chỉ giúp về thủ tục hành chính, hồ sơ và nộp trực tuyến. Bạn cần làm giấy tờ gì không?',
      en: 'I only help with administrative procedures, dossiers and online filing. Is there a paper you need?',
    },
    attack: {
      vi: 'Tôi không làm được việc này. Tôi chỉ trả lời về thủ tục và hồ sơ của chính bạn.',
      en: 'I cannot do that. I only answer about procedures and your own dossiers.',
    },
    abuse: {
      vi: `Tôi hiểu bạn đang bực. Bạn nói giúp cần làm giấy tờ gì, hoặc gọi ${helpline} để gặp người hỗ trợ.`,
      en: `I understand that you are upset. Please tell me which paper you need, or call ${helpline} to talk to a person.`,
    },
    crime: {
      vi: 'Việc này trái pháp luật nên tôi không giúp được. Bạn cần làm giấy tờ thật, đúng thủ tục, tôi chỉ cách làm.',
      en: 'This is against the law, so I cannot help. If you need a genuine paper, I will show you how to get it.',
    },
  },
  failed: {
    vi: `Tôi gặp trục trặc nên chưa trả lời được. Bạn gửi lại sau ít phút, hoặc gọi ${helpline}.`,
    en: `Something went wrong and I could not answer. Please send it again in a few minutes, or call ${helpline}.`,
  },
} as const;

export const emergencyWording = {
  ifStill: { vi: 'Nếu bạn hay ai đó còn đang bị đe dọa, gọi ngay:', en: 'If you or somebody is still being threatened, call now:' },
  opening: { vi: 'Việc này khẩn cấp. Bạn gọi ngay:', en: 'This is an emergency. Call now:' },
  '111': { vi: '**111** – bảo vệ trẻ em', en: '**111** – child protection' },
  '112': { vi: '**112** – tìm kiếm cứu nạn', en: '**112** – search and rescue' },
  '113': { vi: '**113** – công an', en: '**113** – police' },
  '114': { vi: '**114** – cứu hỏa, cứu nạn', en: '**114** – fire and rescue' },
  '115': { vi: '**115** – cấp cứu y tế', en: '**115** – ambulance' },
  someoneNear: {
    vi: 'Nếu người gặp nguy là chính bạn: gọi ngay một người thân đến ở cạnh, bạn không phải chịu một mình.',
    en: 'If it is you who is in danger: ask someone close to come and stay with you now. You do not have to bear it alone.',
  },
  closing: {
    vi: 'Nói rõ địa chỉ và ai đang gặp nguy. Giữ an toàn cho mình trước.',
    en: 'Say the address and who is in danger. Keep yourself safe first.',
  },
} as const;

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
  pickUp: { vi: 'Nhận kết quả: mang phiếu hẹn và giấy tờ tùy thân đến', en: 'To collect it: take the slip and your ID to' },
  pickUpWhereFiled: {
    vi: 'Nhận kết quả: mang phiếu hẹn và giấy tờ tùy thân đến nơi đã nộp. Đã đăng ký nhận qua bưu chính thì bưu tá mang đến nhà.',
    en: 'To collect it: take the slip and your ID to where you filed. If you asked for the post, it is brought to your home.',
  },
  byPost: {
    vi: 'Đã đăng ký nhận qua bưu chính thì bưu tá mang đến nhà.',
    en: 'If you asked for the post, it is brought to your home.',
  },
  steps: { vi: 'Các bước', en: 'Steps' },
  latest: { vi: 'mới nhất', en: 'latest' },
} as const;

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
  sendPetition: { vi: 'Gửi kiến nghị', en: 'Send the petition' },
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
  ways: { email: { vi: 'email', en: 'e-mail' }, sms: { vi: 'tin nhắn SMS', en: 'SMS' } },
  askAddress: {
    email: {
      vi: 'Bạn nhắn cả địa chỉ giúp tôi, ví dụ: báo qua email ten@vidu.vn.',
      en: 'Please say the address too, for example: notify me by email name@example.com.',
    },
    sms: {
      vi: 'Bạn nhắn cả số giúp tôi, ví dụ: báo qua SMS 0912 345 678.',
      en: 'Please say the number too, for example: notify me by SMS 0912 345 678.',
    },
  },
  unfollowed: { vi: 'Đã thôi theo dõi {codes}. Tôi không báo nữa.', en: 'No longer following {codes}. You will get no more notices.' },
  none: { vi: 'Bạn không theo dõi hồ sơ nào.', en: 'You follow no dossier.' },
  list: { vi: 'Bạn đang theo dõi:', en: 'You follow:' },
  which: { vi: 'Bạn muốn thôi theo dõi hồ sơ nào?', en: 'Which dossier do you want to stop following?' },
} as const;

/** What the buttons say. `say` is what tapping sends. */
export const choiceWording = {
  startBirth: { vi: 'Làm giấy khai sinh', en: 'Register a birth' },
  startIdentity: { vi: 'Làm lại căn cước', en: 'Replace an identity card' },
  startResidence: { vi: 'Đăng ký tạm trú', en: 'Register temporary residence' },
  startDossier: { vi: 'Xem hồ sơ của tôi', en: 'Where is my dossier?' },
  person: { vi: 'Gặp cán bộ', en: 'Talk to a person' },
  stop: { vi: 'Dừng', en: 'Stop' },
  enterPin: { vi: 'Nhập PIN', en: 'Enter the PIN' },
  enterDigits: { vi: 'Nhập 4 số cuối', en: 'Enter the last 4 digits' },
  details: { vi: 'Xem chi tiết hồ sơ', en: 'Dossier details' },
  allSteps: { vi: 'Tất cả các bước', en: 'All steps of the dossier' },
  tryAgain: { vi: 'Xem lại', en: 'Look again' },
  notify: { vi: 'Báo tôi khi có kết quả', en: 'Tell me when there is a result' },
} as const;
