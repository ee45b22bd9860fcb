import { exactWords, fold, foldedWords, hasDiacritics } from '../text.ts';
import { withoutQuestion } from './aspect.ts';
import { anyOf } from './phrases.ts';

// What is done to a paper, or what happened to it. Who corrects or changes it takes back what was said of it before.
const actions =
  `cấp đổi|cấp lại|cấp mới|làm lại|làm mới|đổi lại|đổi|gia hạn|hết hạn|lần đầu|tạm ngừng|tạm dừng|tạm nghỉ|ngừng hẳn|nghỉ hẳn|nghỉ luôn|nghỉ bán|giải thể|chấm dứt|đóng cửa|đóng luôn|bị mất|mất|làm mất|đánh mất|rơi mất|hỏng|hư|rách|cháy|tìm lại được|tìm thấy
  |thay đổi|sửa lại|sửa|cải chính|bổ sung|xóa|xoá|hủy|huỷ|đăng ký lại|mới mua|mua lại|mua|bán|cho tặng|tặng cho|thừa kế|thành lập|mở lại|khóa|khoá|khôi phục|sang tên|chuyển nhượng|chuyển sang|chuyển đi|chuyển đến|chuyển về|chuyển|xây mới|xây|sửa chữa|di dời|trình báo
  |bản sao|trích lục|lost|renew|replace|exchange|extend|cancel|close|change`
    .split('|')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .sort((a, b) => b.length - a.length);
const exact = new RegExp(`(?<= )(?:${actions.join('|')})(?= )`, 'gu');
const folded = new RegExp(`(?<= )(?:${actions.map(fold).join('|')})(?= )`, 'gu');

/** "Mất bao nhiêu tiền", "mất nhiều tiền không": nothing is lost but money and time. */
const costs = /(?<!\p{L})(?:mất|mat)(?= (?:bao nhi[êe]u|bao l[âa]u|m[ấa]y|nhi[ềe]u|ti[ềe]n|ph[íi]|l[ệe] ph[íi])(?!\p{L}))/giu;

/** True for a message that tells what is done to a paper or happened to it: "bị mất", "đổi", "tạm nghỉ". */
export function tellsAction(text: string): boolean {
  const words = ` ${withoutQuestion(text.replace(costs, ' '))} `;
  return new RegExp(hasDiacritics(words) ? exact.source : folded.source, 'u').test(words);
}

/** What was said of a matter without what is done to it: "cấp đổi thẻ căn cước" is then about the card alone. */
export function withoutAction(text: string): string {
  const marked = hasDiacritics(text);
  return (marked ? exactWords(text) : foldedWords(text))
    .replace(marked ? exact : folded, '')
    .replace(/ +/g, ' ')
    .trim();
}

/** True for a message that changes a circumstance: "nếu vợ tôi là người Lào", "lỡ quá hạn", "à không, là công ty". */
export const supposes = anyOf(
  `nếu|nếu như|lỡ|giả sử|trường hợp|nhỡ|chẳng may|à không|không phải|à nhầm|nhầm|chứ không phải|ý tôi là|ý em là|ý mình là|thật ra|thực ra|if|actually|what if|in case|instead`,
);

/** True for a message that says what to do with the matter and not its name alone: "làm khai sinh", not "khai sinh". */
export const does = anyOf(`làm|đăng ký|đăng kí|đổi|cấp|xin|nộp|mở|chuyển|nhập|thi|get|apply|register`);

const denied =
  /(?:chứ |mà )?(?<!có |phải |phai |co )(?:không phải|ko phải|khong phai|ko phai|k phai|hổng phải|hong phai)(?: là| la)?(?: [^\s,.;?!]+){1,4}?(?=\s*[,.;?!]|\s+(?:mà|ma|là|la|cơ|co|rồi|roi|thì|thi)\s|$)/giu;

/** What was said without what it says it is not: "không phải cấp mới, cấp lại cơ" is about the second. */
export function withoutDenied(text: string): string {
  const left = text.replace(denied, ' ').replace(/\s+/g, ' ').trim();
  return /\p{L}/u.test(left) ? left : text;
}

const filing =
  /(?<!\p{L})(?:(?:giúp|giup|hộ|ho|cho)\s+(?:tôi|toi|mình|minh|em|tui)|(?:muốn|muon)?\s*(?:nộp|nop)(?:\s+(?:hồ sơ|ho so|đơn|don))?|(?:làm|lam|tạo|tao)\s+(?:hồ sơ|ho so)|(?:điền|dien)\s+(?:tờ khai|to khai|đơn|don|mẫu|mau)|(?:kê|ke)\s+khai|(?:trực tuyến|truc tuyen|online)|(?:qua|trên|tren)\s+(?:mạng|mang)|từng bước|tung buoc|bắt đầu|bat dau|luôn|luon)(?!\p{L})/giu;

/** What is to be filed, without the words that say that it is: what "nộp" and "hồ sơ" find are other procedures. */
export function withoutFiling(text: string): string {
  const left = text.replace(filing, ' ').replace(/\s+/g, ' ').trim();
  return /\p{L}{2,} \p{L}{2,}/u.test(left) ? left : text;
}
