import { exactWords, foldedWords, hasDiacritics } from '../text.ts';

/** What is wanted of notices. `by` without an address: the way is named, but not where. */
export type NoticeWish =
  | { kind: 'follow'; by: 'here' }
  | { kind: 'follow'; by: 'email' | 'sms'; address: string | null }
  | { kind: 'follow'; by: 'app'; app: App }
  | { kind: 'unfollow'; this: boolean }
  | { kind: 'list' };

const apps = {
  zalo: 'Zalo',
  telegram: 'Telegram',
  tele: 'Telegram',
  viber: 'Viber',
  messenger: 'Messenger',
  facebook: 'Facebook',
  whatsapp: 'WhatsApp',
} as const;
/** Where people are used to hear from others, by the name that it is called. */
export type App = (typeof apps)[keyof typeof apps];

/** Reads a wish about notices, or null. Codes of dossiers in it do not matter. */
export function noticeWishOf(text: string): NoticeWish | null {
  const words = hasDiacritics(text) ? exactWords(text) : foldedWords(text);
  if (matches(list, words)) return { kind: 'list' };
  if (matches(end, words)) return { kind: 'unfollow', this: /^.* (này|nay|đó|do|this|that) /.test(words) };
  const named = addressIn(text);
  const app = appIn(words);
  if (!matches(follow, words) && !saysOnlyHow(text, named !== null) && !(app !== null && saysOnlyWhichApp(text))) return null;
  if (named !== null) return { kind: 'follow', ...named };
  if (/ (e ?mail|gmail|thư điện tử|thu dien tu) /.test(words)) return { kind: 'follow', by: 'email', address: null };
  if (/ (sms|tin nhắn|tin nhan|điện thoại|dien thoai|text message) /.test(words)) return { kind: 'follow', by: 'sms', address: null };
  if (app !== null) return { kind: 'follow', by: 'app', app };
  return { kind: 'follow', by: 'here' };
}

/** Where an address is waited for: whatever names one. */
export function addressWishOf(text: string): NoticeWish | null {
  const named = addressIn(text);
  return named === null ? null : { kind: 'follow', ...named };
}

/** The address or the mobile number that a message names, or null. A number begins with 0. */
export function addressIn(text: string): { by: 'email' | 'sms'; address: string } | null {
  const email = mail.exec(text)?.[0];
  if (email !== undefined) return { by: 'email', address: email };
  const number = mobile.exec(text)?.[0].replace(/\D/g, '');
  return number === undefined ? null : { by: 'sms', address: number.replace(/^84/, '0') };
}

/** "Theo dõi qua email hoa@vidu.vn", "báo cho tôi biết vào số …": words of notices and nothing else, and which way they go. */
function saysOnlyHow(text: string, isNamed: boolean): boolean {
  const rest = foldedWords(text.replace(mail, ' ').replace(mobile, ' '));
  const isOnly = rest
    .trim()
    .split(' ')
    .every((word) => ofNotices.has(word) || /^[gh]?\d+$/.test(word));
  return isOnly && (isNamed ? telling : tellingByName).test(rest) && !/ gui (?:cho )?ho so /.test(rest);
}

/** "Báo qua Zalo", "nhận tin qua Telegram được không". */
function saysOnlyWhichApp(text: string): boolean {
  const rest = foldedWords(text);
  const isOnly = rest
    .trim()
    .split(' ')
    .every((word) => ofNotices.has(word) || word in apps || asking.has(word) || /^[gh]?\d+$/.test(word));
  return (
    isOnly && / (?:theo doi|bao|nhan|nhac|gui|notify|send|notices?|updates|message|text) /.test(rest) && !/ gui (?:cho )?ho so /.test(rest)
  );
}

function appIn(words: string): App | null {
  const found = words.split(' ').find((word) => word in apps);
  return found === undefined ? null : apps[found as keyof typeof apps]; // `in` has just looked
}

const asking = new Set('nhan duoc khong ko k hong ngay lai nhac can you i on over message have receive'.split(' '));
const ofNotices = new Set(
  `theo doi bao thong nhan nhac gui tin email e mail gmail sms so dien thoai thu tu dia chi qua ve vao bang toi den cho em minh tui biet
  khi co ket qua xong ho nay do ma la cua dang ky muon can xin vui long hay nhe nha a di giup voi nua
  notify send notices notice updates me to by at my the this dossier via please text`.split(/\s+/),
);
const telling = / (?:theo doi|bao|nhan|nhac|gui|email cho|mail cho|send|notify|notices?|updates) /;
const tellingByName = / (?:theo doi|bao|notify|notices?|updates) (?:[^ ]+ )*(?:e ?mail|gmail|thu dien tu|sms|tin nhan) /;

type Pattern = { marked: RegExp; plain: RegExp };

function matches({ marked, plain }: Pattern, words: string): boolean {
  return /[^\p{ASCII}]/u.test(words) ? marked.test(words) : plain.test(words);
}

const me = '(?:cho |với )?(?:(?:tôi|toi|em|mình|minh|tui|cháu|chau|anh|chị|chi|bác|bac|con|me) )?';
const plainMe = '(?:cho |voi )?(?:(?:toi|em|minh|tui|chau|anh|chi|bac|con|me) )?';
const ask = '(?:(?:tôi|em|mình|tui|cháu|xin|muốn|cần|hãy|nhớ|nhờ|vui lòng|làm ơn|please) )*';
const plainAsk = '(?:(?:toi|em|minh|tui|chau|xin|muon|can|hay|nho|vui long|lam on|please|i|want|to) )*';

/** Nothing else is said: which dossier at most, and to whom. */
const tail =
  '(?: (?:nữa|nua|hồ sơ|ho so|mã|ma|số|so|này|nay|đó|do|của|cua|cho|tôi|toi|em|mình|minh|tui|đi|di|nhé|nhe|nha|ạ|a|giúp|giup|hết|het|tất cả|tat ca|qua|email|sms|tin|về|ve|this|that|the|my|me|all|dossier|from|of|about|[gh]?\\d+))*(?= $)';

const follow: Pattern = {
  marked: new RegExp(
    ` (?<!(?:không|chưa|chẳng|chả|ai|hứa|hẹn|được|bị) )(?:báo|nhắn|thông báo|nhắc|gọi|alo) (?:tin |lại |ngay |giúp |giùm |dùm )*${me}(?:biết |hay |ngay |với )*(?:khi|lúc|nếu|mỗi khi|bao giờ|ngay khi) .{0,30}(?:kết quả|xong|thay đổi|cập nhật|hồ sơ|trả|gì mới|tiến triển) |^ ${ask}(?:báo|nhắn|gửi|thông báo) (?:tin |kết quả |thông báo )*${me}(?:qua|vào|về|bằng|tới|đến) (?:e ?mail|gmail|mail|thư điện tử|sms|tin nhắn|số|điện thoại) |^ ${ask}(?:khi|lúc|bao giờ|có) .{0,20}(?:kết quả|xong|thay đổi) .{0,10}(?:báo|nhắn|thông báo)(?: tin)? (?:cho )?(?:tôi|em|mình|tui|cháu) | (?:xong|có kết quả|có thay đổi) (?:thì |là |nhớ )?(?:báo|nhắn|thông báo) (?:tin )?(?:cho )?(?:tôi|em|mình|tui|cháu)(?: biết| nhé| nha| với| ạ)* (?=$)|^ ${ask}theo dõi (?:giúp |giùm |dùm |hộ )*${me}(?:hồ sơ(?: này| đó| của)?|mã) |^ ${ask}(?:đăng ký |bật |nhận )+(?:nhận )?(?:thông báo|tin báo)(?: về)?(?: hồ sơ)?${tail} `,
    'u',
  ),
  plain: new RegExp(
    ` (?<!(?:khong|chua|chang|cha|ai|hua|hen|duoc|bi) )(?:bao|nhan|thong bao|nhac|goi|alo) (?:tin |lai |ngay |giup |gium |dum )*${plainMe}(?:biet |hay |ngay |voi )*(?:khi|luc|neu|moi khi|bao gio|ngay khi) .{0,30}(?:ket qua|xong|thay doi|cap nhat|ho so|tra|gi moi|tien trien) |^ ${plainAsk}(?:bao|nhan|gui|thong bao) (?:tin |ket qua |thong bao )*${plainMe}(?:qua|vao|ve|bang|toi|den) (?:e ?mail|gmail|mail|thu dien tu|sms|tin nhan|so|dien thoai) |^ ${plainAsk}(?:khi|luc|bao gio|co) .{0,20}(?:ket qua|xong|thay doi) .{0,10}(?:bao|nhan|thong bao)(?: tin)? (?:cho )?(?:toi|em|minh|tui|chau) | (?:xong|co ket qua|co thay doi) (?:thi |la |nho )?(?:bao|nhan|thong bao) (?:tin )?(?:cho )?(?:toi|em|minh|tui|chau)(?: biet| nhe| nha| voi| a)* (?=$)|^ ${plainAsk}theo doi (?:giup |gium |dum |ho )*${plainMe}(?:ho so(?: nay| do| cua)?|ma) |^ ${plainAsk}(?:dang ky |bat |nhan )+(?:nhan )?(?:thong bao|tin bao)(?: ve)?(?: ho so)?${tail} | (?:notify me|let me know (?:when|if|once)|tell me when|alert me|keep me (?:posted|informed|updated)|subscribe|(?:follow|watch) (?:this|that|the|my) (?:dossier|file|application)) `,
  ),
};

const end: Pattern = {
  marked: new RegExp(
    `^ ${ask}(?:hủy|huỷ|thôi|dừng|ngừng|ngưng|bỏ|tắt|đừng|không|khỏi) (?:(?:cần|muốn|phải|việc|đăng ký|nhận|gửi) )*(?:theo dõi|thông báo|báo|tin báo|nhắc)${tail} `,
    'u',
  ),
  plain: new RegExp(
    `^ ${plainAsk}(?:(?:huy|thoi|dung|ngung|bo|tat|khong|khoi) (?:(?:can|muon|phai|viec|dang ky|nhan|gui) )*(?:theo doi|thong bao|bao|tin bao|nhac)|unsubscribe|unfollow|stop (?:notifying|notices|notifications|following|watching|messaging)|(?:do not|don t) (?:notify|tell|message) me)${tail} `,
  ),
};

const list: Pattern = {
  marked:
    /^ (?:hồ sơ|mã)(?: nào| gì)?(?: (?:tôi|mình|em|tui|cháu))? đang theo dõi(?: của (?:tôi|mình|em|tui|cháu)| đâu| ạ)* $| (?:đang theo dõi (?:những |các )?(?:hồ sơ |mã )?(?:nào|gì|mấy|bao nhiêu)|đang theo dõi hồ sơ (?:nào|gì)|danh sách (?:hồ sơ )?(?:đang )?theo dõi|(?:xem|những|các) (?:hồ sơ |cái )(?:tôi |mình |em )?đang theo dõi) /u,
  plain:
    /^ (?:ho so|ma)(?: nao| gi)?(?: (?:toi|minh|em|tui|chau))? dang theo doi(?: cua (?:toi|minh|em|tui|chau)| dau| a)* $| (?:dang theo doi (?:nhung |cac )?(?:ho so |ma )?(?:nao|gi|may|bao nhieu)|danh sach (?:ho so )?(?:dang )?theo doi|(?:xem|nhung|cac) (?:ho so |cai )(?:toi |minh |em )?dang theo doi|what am i (?:following|watching|subscribed to)|which dossiers? (?:am i|do i) (?:following|follow)|(?:list|show) my (?:subscriptions|notices)|my subscriptions) /,
};

const mail = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;
/** A mobile number as people write it; nothing of a code. */
const mobile = /(?<![\d.-])(?:\+?84|0)(?:[ .-]?\d){9}(?![\d.-]*\d)/;
