import { helpline, type Words } from './wording.ts';

/** What is said around a petition: taking it, its status, and the rating of a service. */
export const petitionWording = {
  here: {
    vi: 'Bạn gửi phản ánh, góp ý ngay tại đây được: bấm "Gửi phản ánh" rồi kể việc gì, ở đâu, khi nào; không cần để lại tên. Cán bộ nhận và trả lời, bạn có mã để theo dõi.',
    en: 'You can send it right here: press "Send a petition" and say what happened, where and when; no name is needed. The staff receive and answer it, and you get a code to follow it.',
  },
  open: { vi: 'Gửi phản ánh', en: 'Send a petition' },
  opened: {
    vi: 'Tôi ghi lại ý kiến này để gửi cán bộ. Tôi hỏi thêm vài câu ngắn, câu nào cũng bỏ qua được; bạn xem lại và đồng ý thì tôi mới gửi.',
    en: 'I take this down for the staff. A few short questions follow, each may be skipped; it is sent only once you have read it again and agreed.',
  },
  askText: {
    vi: 'Bạn muốn phản ánh, góp ý việc gì? Bạn kể bằng lời của mình.',
    en: 'What would you like to report? Say it in your own words.',
  },
  textTooShort: {
    vi: 'Bạn kể rõ hơn giúp tôi: việc gì đã xảy ra?',
    en: 'Please tell me a little more: what happened?',
  },
  askPlace: {
    vi: 'Việc này ở đâu (địa chỉ, xã phường, hoặc cơ quan nào)?',
    en: 'Where is it (address, commune, or which office)?',
  },
  askHappened: { vi: 'Xảy ra khi nào, hoặc từ bao giờ?', en: 'When did it happen, or since when?' },
  askContact: {
    vi: 'Bạn có muốn cán bộ liên hệ lại không? Nếu có, cho tôi số điện thoại hoặc e-mail; chỉ cán bộ xem được. Không thì bỏ qua, phản ánh sẽ không ghi tên ai.',
    en: 'Would you like the staff to contact you? If so, give me a phone number or an e-mail address; only the staff can read it. If not, skip this: the petition then names nobody.',
  },
  contactUnclear: {
    vi: 'Tôi cần một số điện thoại hoặc một địa chỉ e-mail. Không muốn để lại, bạn chọn "Bỏ qua".',
    en: 'I need one phone number or one e-mail address. If you would rather leave none, choose "Skip".',
  },
  askChange: { vi: 'Bạn muốn sửa phần nào?', en: 'Which part would you like to change?' },
  tooLong: {
    vi: 'Đoạn này dài quá. Bạn viết gọn lại giúp tôi, dưới 2.000 ký tự.',
    en: 'This is too long. Please put it in fewer words, under 2,000 characters.',
  },
  noFiles: {
    vi: 'Kênh này chưa nhận được ảnh hay tệp. Tôi giữ phần chữ và ghi rằng bạn có ảnh, tệp muốn gửi.',
    en: 'This channel cannot take pictures or files yet. I keep the words and note that you have a picture or a file to send.',
  },
  howFiles: {
    vi: 'Ảnh hay tệp PDF bạn gửi bằng nút 📎 bất cứ lúc nào trước khi gửi phản ánh.',
    en: 'Send pictures or PDF files with the 📎 button at any time before the petition is sent.',
  },
  readBack: { vi: 'Tôi đọc lại phản ánh của bạn:', en: 'This is your petition as I took it down:' },
  text: { vi: 'Nội dung', en: 'What' },
  place: { vi: 'Nơi xảy ra', en: 'Where' },
  happened: { vi: 'Thời gian', en: 'When' },
  contact: { vi: 'Liên hệ', en: 'Contact' },
  files: { vi: 'Ảnh, tệp: có, nhưng kênh này chưa nhận được', en: 'Pictures or files: yes, but this channel cannot take them yet' },
  attached: { vi: 'Gửi kèm', en: 'Attached' },
  filesMissing: {
    vi: 'Ảnh, tệp: bạn có nhắc đến nhưng chưa gửi (bấm 📎 để gửi)',
    en: 'Pictures or files: spoken of but not sent yet (the 📎 button sends them)',
  },
  notSaid: { vi: 'không nói', en: 'not said' },
  anonymous: { vi: 'không để lại', en: 'none left' },
  confirm: { vi: 'Gửi cho cán bộ như vậy nhé?', en: 'Shall I send it to the staff like this?' },
  sendOrStop: { vi: 'Tôi chưa rõ ý bạn: gửi hay dừng?', en: 'I am not sure what you mean: send it or stop?' },
  unclear: {
    vi: 'Tôi chưa hiểu câu vừa rồi. Bạn trả lời "Gửi", "Sửa" hoặc "Dừng" giúp tôi.',
    en: 'I did not understand that. Please answer "Send", "Change" or "Stop".',
  },
  sent: {
    vi: 'Đã gửi cho cán bộ. Mã phản ánh: **CODE**. Bạn giữ mã này: nhắn mã là biết phản ánh tới đâu và đọc được trả lời. Trả lời cũng sẽ được gửi vào đây.',
    en: 'Sent to the staff. Petition code: **CODE**. Keep it: write the code to see where the petition is and to read the answer. The answer will be sent here, too.',
  },
  enoughToday: {
    vi: 'Hôm nay đã có quá nhiều phản ánh từ bạn hoặc từ mạng bạn đang dùng, nên tôi chưa gửi được. Phản ánh này tôi giữ lại, mai bạn chọn "Tiếp tục phản ánh" để gửi.',
    en: 'There were too many petitions today from you or from the network you use, so it is not sent yet. I keep it: choose "Continue my petition" tomorrow to send it.',
  },
  urgent: { vi: `Việc gấp, bạn gọi thẳng xã, phường hoặc ${helpline}.`, en: `If it is urgent, call the commune or ${helpline}.` },
  stopped: {
    vi: 'Đã dừng. Phản ánh chưa được gửi và tôi không giữ lại. Bạn cần việc gì khác không?',
    en: 'Stopped. The petition was not sent and I keep nothing of it. Is there anything else you need?',
  },
  petition: { vi: 'Phản ánh', en: 'Petition' },
  yours: { vi: 'Các phản ánh bạn đã gửi ở đây, mới nhất trước:', en: 'The petitions you sent here, the newest first:' },
  status: {
    received: { vi: 'Đã nhận, cán bộ chưa trả lời', en: 'Received, not answered yet' },
    answered: { vi: 'Cán bộ đã trả lời', en: 'Answered' },
    closed: { vi: 'Đã xong', en: 'Closed' },
  },
  receivedOn: { vi: 'Ngày nhận', en: 'Received on' },
  reply: { vi: 'Trả lời', en: 'Answer' },
  replied: { vi: 'Cán bộ trả lời phản ánh', en: 'The staff have answered petition' },
  closed: { vi: 'Cán bộ đã khép lại phản ánh', en: 'The staff have closed petition' },
  askCode: {
    vi: 'Bạn cho tôi mã phản ánh, ví dụ PA-261122-0007-K3M7. Mã được cho khi phản ánh được gửi.',
    en: 'Please give me the petition code, for example PA-261122-0007-K3M7. It was given when the petition was sent.',
  },
  unknown: {
    vi: 'Tôi không thấy phản ánh nào có mã này. Bạn so lại từng ký tự giúp tôi, nhất là bốn ký tự cuối.',
    en: 'There is no petition with this code. Please compare each character, the last four above all.',
  },
  locked: {
    vi: 'Có quá nhiều mã sai. Để giữ kín trả lời của người khác, việc tra mã phản ánh tạm khóa; bạn thử lại sau 15 phút.',
    en: 'Too many wrong codes. To keep the answers of others private, petition codes are locked for now; please try again in 15 minutes.',
  },
  skip: { vi: 'Bỏ qua', en: 'Skip' },
  readNow: { vi: 'Xem lại và gửi', en: 'Read it and send' },
  send: { vi: 'Gửi', en: 'Send' },
  change: { vi: 'Sửa', en: 'Change' },
  resume: { vi: 'Tiếp tục phản ánh', en: 'Continue my petition' },
} as const;

export const ratingWording = {
  ask: {
    vi: 'Hồ sơ đã có kết quả. Nơi giải quyết phục vụ thế nào, bạn chấm mấy điểm, từ 1 (rất kém) đến 5 (rất tốt)? Có thể viết thêm một lời, ví dụ: 5 nhanh gọn.',
    en: 'The dossier has its result. How was the service, from 1 (very poor) to 5 (very good)? You may add a word, for example: 5 quick.',
  },
  rate: { vi: 'Đánh giá phục vụ', en: 'Rate the service' },
  asked: {
    vi: 'Tôi đã hỏi bạn về hồ sơ này rồi, mỗi hồ sơ chỉ hỏi một lần.',
    en: 'You have been asked about this dossier already: each is rated once.',
  },
  thanks: { vi: 'Cảm ơn bạn đã chấm điểm.', en: 'Thank you for your rating.' },
  skipped: { vi: 'Vâng, tôi không hỏi lại nữa.', en: 'All right, I will not ask again.' },
  points: { vi: 'điểm', en: 'points' },
  skip: { vi: 'Không chấm', en: 'No rating' },
} satisfies Record<string, Words>;
