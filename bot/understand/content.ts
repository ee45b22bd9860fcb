import { exactWords, fold, foldedWords, hasDiacritics } from '../text.ts';
import { withoutQuestion } from './aspect.ts';
import { withoutOpening } from './continues.ts';

// Words that tell how somebody asks, not what about. What is left names the matter.
const asking =
  `à ạ á ad ah ai alo anh ảnh áo âu ấy bác bạn bao bên bị biết bộ bớt bữa bước các cách cái cần càng cả cậu cấp chả chắc chàng chào chi chị chỉ cho chờ chú chúng chuẩn chưa chừng có
  cô con còn cơ của cũng cụ dạ dc đâu đấy đây đem đến đi điền đó đổi đợi đơn đủ đừng được đc em gặp gì giải giấy gồm gởi gửi hả hãy hay hẹn hem hen hết hôm hỏi hong hông hoặc hồ hơn hướng dẫn j k kết
  khác khai khi khó không kia kiểu ko là lại làm lâu lần lên liên liền lệ luôn lúc lắm mà mang mất mấy mẫu mẹ mình mô mới một mốt mở mong muốn mún nào này nãy nên nếu nếu ngày nghe nghĩa người nhà nhanh nhận nhé nhỉ nhiêu
  nhiều nhờ như nhưng những nhiu nọ nói nơi nộp nữa ơi ở phải phần phí quá qua quả quy quyết ra rằng rất rồi rứa răng sao sau sẽ sẵn số sơ tại tao tháng thành thành thấy thay theo thế thêm thì thiếu thôi thời thủ tục thứ tiền tiếng tìm tờ tôi
  tốn tới trả trên trình trước tự từ tui tuần uh ừ ừm ủa và vào vậy về vì việc với vui vô xin xong xem y yêu zậy dậy dzậy hạn hạng hộ giùm dùm giúp
  online trực tuyến mạng bưu điện ok okay the what which documents papers fee how much long where do does i need is are of for a an my to in it can you please when when's and get`
    .split(/\s+/)
    .filter(Boolean);
const exact = new Set(asking);
const folded = new Set(asking.map(fold));

// These mean a matter although one of their words is a common one.
const matters =
  / (gia hạn|giấy phép|giấy khai sinh|khai sinh|khai tử|khai thuế|hộ khẩu|hộ chiếu|hộ tịch|hộ nghèo|số nhà|nhà đất|nhà ở|kết hôn|kết hợp|mở quán|liên thông) /;

// Typed without marks these are as often part of a name: so is số and sổ, lan lần and lân.
const ambiguous = new Set(
  'so do lan ma nhan ho con bao moi the ban nha me bo dau doi tu dien mat cap don cach nguoi quy khai co dang mo muc tim tra'.split(' '),
);
const starting =
  / (bắt đầu|bat dau|khởi tạo|khoi tao|(?:start|begin) (?:to )?(?:fill(?:ing)?(?: in| out)? )?(?:the |my |an |a )?(?:form|application|filing)) /g;

/** The words of a message that may name a matter. None: it says only what is wanted of the matter spoken of. */
export function contentWords(text: string): string[] {
  const marked = hasDiacritics(text);
  const all = (marked ? exactWords(text) : foldedWords(text)).replace(starting, ' ');
  const words = withoutQuestion(withoutOpening(all)).trim().split(' ').filter(Boolean);
  const left = words.filter((word) => !(marked ? exact.has(word) : folded.has(word) && !ambiguous.has(word)));
  return left.length === 0 && matters.test(exactWords(text)) ? words : left;
}
