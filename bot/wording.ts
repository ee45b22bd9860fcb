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
  mailAlone: {
    vi: 'Tôi thấy một địa chỉ e-mail, tôi đã che lại, nhưng chưa rõ bạn cần gì. Bạn muốn hỏi thủ tục nào? Muốn được báo khi hồ sơ có thay đổi, bạn cho tôi mã hồ sơ trên phiếu hẹn trước.',
    en: 'I see an e-mail address, which I have masked, but not what you need. Which procedure would you like to ask about? To be told when a dossier moves, give me the code on the appointment slip first.',
  },
  numberAlone: {
    vi: 'Tôi thấy một con số nhưng chưa rõ bạn cần gì. Mã hồ sơ đầy đủ có dạng H40.23.08-250715-0012. Muốn hỏi thủ tục, bạn nói tên giấy tờ giúp tôi.',
    en: 'I see a number but not what you need. A whole dossier code looks like H40.23.08-250715-0012. To ask about a procedure, please name the paper.',
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

/** What the buttons say. `say` is what tapping sends. */
export const choiceWording = {
  guide: { vi: 'Bắt đầu điền tờ khai', en: 'Start filling in the form' },
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
