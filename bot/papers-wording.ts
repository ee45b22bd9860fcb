import type { PaperDefect, PaperDoubt } from './paper-types.ts';
import type { Words } from './wording.ts';

/** What is wrong with a file and what its sender can do. NAME is put before it. */
export const defectWording: Record<PaperDefect, Words> = {
  empty: {
    vi: 'tệp rỗng, không có nội dung. Bạn chọn lại tệp khác.',
    en: 'the file is empty. Please choose another one.',
  },
  'too-big': {
    vi: 'nặng quá 10 MB. Bạn chụp lại ở chất lượng vừa, hoặc chia nhỏ tệp PDF.',
    en: 'larger than 10 MB. Take the picture at medium quality, or split the PDF.',
  },
  'wrong-type': {
    vi: 'không phải ảnh JPG, PNG, WebP hay tệp PDF. Bạn chụp ảnh hoặc lưu thành PDF rồi gửi lại.',
    en: 'not a JPG, PNG or WebP picture or a PDF. Take a picture of it, or save it as PDF, and send it again.',
  },
  heic: {
    vi: 'là ảnh HEIC của iPhone, tôi chưa mở được. Bạn vào Cài đặt > Camera > Định dạng > Tương thích nhất rồi chụp lại, hoặc gửi ảnh chụp màn hình.',
    en: 'is an iPhone HEIC picture, which cannot be opened here. Choose Settings > Camera > Formats > Most Compatible and take it again, or send a screenshot.',
  },
  damaged: {
    vi: 'bị hỏng hoặc thiếu một phần, không mở được. Bạn chụp hoặc lưu lại rồi gửi.',
    en: 'is damaged or incomplete and cannot be opened. Take or save it again and send it.',
  },
  locked: {
    vi: 'có mật khẩu hoặc bị khóa, cán bộ không đọc được. Bạn mở tệp, in lại thành PDF không khóa (hoặc chụp ảnh) rồi gửi.',
    en: 'has a password or is locked, so the staff cannot read it. Open it, print it to an unlocked PDF (or take a picture) and send that.',
  },
  'too-many-pixels': {
    vi: 'ảnh quá lớn, hơn 64 triệu điểm ảnh. Bạn chụp lại ở độ phân giải thường.',
    en: 'the picture is too large, over 64 megapixels. Take it at the usual resolution.',
  },
  'too-many-pages': {
    vi: 'dài hơn 200 trang. Bạn chỉ gửi những trang cần.',
    en: 'has more than 200 pages. Please send only the pages that matter.',
  },
  'too-heavy': {
    vi: 'quá phức tạp, tôi không mở nổi. Bạn chụp ảnh hoặc in lại thành PDF rồi gửi.',
    en: 'is too complex to be opened. Take a picture of it, or print it to PDF again.',
  },
  infected: {
    vi: 'có mã độc theo máy quét, nên tôi không nhận. Bạn chụp ảnh giấy gốc rồi gửi.',
    en: 'holds malware according to the scanner and is not taken. Please send a picture of the paper itself.',
  },
  unchecked: {
    vi: 'chưa kiểm tra được lúc này. Bạn gửi lại sau ít phút.',
    en: 'could not be checked just now. Please send it again in a few minutes.',
  },
  repeated: { vi: 'trùng với tệp đã gửi, tôi giữ một bản.', en: 'is the same as one already sent; one copy is kept.' },
  'too-many': {
    vi: 'chưa nhận, vì đã đủ 10 tệp. Bạn bỏ bớt hoặc gộp vào một tệp PDF.',
    en: 'not taken: there are 10 files already. Leave some out, or join them into one PDF.',
  },
  'too-much': {
    vi: 'chưa nhận, vì các tệp cộng lại quá 40 MB. Bạn gửi bản nhẹ hơn.',
    en: 'not taken: the files together exceed 40 MB. Please send lighter ones.',
  },
  gone: { vi: 'không còn ở chỗ tôi nữa. Bạn gửi lại giúp tôi.', en: 'is no longer here. Please send it again.' },
  'no-room': {
    vi: 'chưa lưu được vì máy chủ đang hết chỗ. Bạn gửi lại sau; phần chữ vẫn nhận được.',
    en: 'could not be stored, the server is out of room. Please send it later; words are still taken.',
  },
};

export const doubtWording: Record<PaperDoubt, Words> = {
  small: { vi: 'ảnh nhỏ, chữ có thể không đọc được', en: 'the picture is small, words on it may be unreadable' },
  dark: { vi: 'ảnh hơi tối', en: 'the picture is rather dark' },
  blank: { vi: 'ảnh gần như một màu, có thể chụp nhầm', en: 'the picture is almost one colour, it may be a mistake' },
};

export const papersWording = {
  taken: { vi: 'Tôi đã nhận', en: 'I have' },
  inAll: { vi: 'Tất cả có', en: 'In all there are' },
  refused: { vi: 'Chưa nhận được:', en: 'Not taken:' },
  doubtful: { vi: 'Đã nhận, nhưng bạn xem lại giúp:', en: 'Taken, but please look again:' },
  again: { vi: 'Nếu được, bạn chụp lại cho rõ rồi gửi thêm.', en: 'If you can, take it again more clearly and send it, too.' },
  image: { vi: 'ảnh', en: 'picture' },
  images: { vi: 'ảnh', en: 'pictures' },
  document: { vi: 'tệp PDF', en: 'PDF file' },
  documents: { vi: 'tệp PDF', en: 'PDF files' },
  whatFor: {
    vi: 'Bạn gửi để làm gì? Nếu để phản ánh, góp ý, tôi gửi kèm cho cán bộ. Chưa dùng đến thì sau một ngày tôi xóa.',
    en: 'What are they for? For a petition I send them along to the staff. What is not used is deleted after a day.',
  },
  forPetition: { vi: 'Gửi kèm phản ánh', en: 'Send with a petition' },
  startPetition: { vi: 'Tôi muốn phản ánh', en: 'I want to make a complaint' },
  drop: { vi: 'Bỏ ảnh, tệp đã gửi', en: 'Remove the files' },
  dropped: { vi: 'Đã bỏ các ảnh, tệp bạn gửi; tôi không giữ lại.', en: 'The files are removed; nothing of them is kept.' },
} satisfies Record<string, Words>;
