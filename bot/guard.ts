import { anyOf, type Matcher } from './understand/phrases.ts';

/** What must be seen before anything else is done with a message. */
export type Screening =
  /** `warn`: violence that a paper is asked about; the numbers to call stand beside the answer. */
  | { kind: 'pass'; warn: Emergency[] }
  | { kind: 'emergency'; numbers: Emergency[] }
  | { kind: 'refused'; reason: 'attack' | 'abuse' | 'crime' | 'off-topic' };

/** Danger first, then attacks and what is none of our business. Rules only: no search, no model. */
export function screen(text: string): Screening {
  const numbers = emergencyNumbers(text);
  if (numbers.length > 0) return { kind: 'emergency', numbers };
  if (attack.test(text) || attackWords(text)) return { kind: 'refused', reason: 'attack' };
  if (abuse(text)) return { kind: 'refused', reason: 'abuse' };
  if (crime(text) || othersData.test(text)) return { kind: 'refused', reason: 'crime' };
  if (offTopic(text) && !aboutPapers(text)) return { kind: 'refused', reason: 'off-topic' };
  return { kind: 'pass', warn: violenceIn(text) };
}

export type Emergency = '111' | '112' | '113' | '114' | '115';

const dangers: [Emergency, Matcher][] = [
  [
    '114',
    anyOf(`cháy nhà|nhà cháy|cháy rồi|đang cháy|cháy lớn|bốc cháy|bắt lửa|khói mù mịt|nổ bình gas|nổ bình ga|rò gas|xì gas|rò khí|cháy xe|cháy chung cư|cháy quán|cháy kho|hỏa hoạn|hoả hoạn|kẹt thang máy|mắc kẹt|sập nhà|nhà sập|đuối nước|chết đuối|chìm rồi
      |rơi xuống nước|rớt xuống nước|ngã xuống sông|ngã xuống ao|ngã xuống giếng|kẹt trong|mắc kẹt trong|gas leak|rớt xuống kênh|rớt xuống sông|rớt xuống giếng|rớt xuống ao|rơi xuống kênh|rơi xuống sông|rơi xuống giếng|rơi xuống ao|té xuống sông|té xuống kênh|house is on fire|on fire|fire in my|drowning`),
  ],
  [
    '115',
    anyOf(`đột quỵ|đột quị|bất tỉnh|ngất xỉu|xỉu rồi|ngừng thở|không thở được|khó thở|co giật|chảy máu nhiều|máu chảy|chảy nhiều máu|tai nạn|đau ngực|nhồi máu|ngộ độc|uống thuốc sâu|uống thuốc trừ sâu|uống thuốc cỏ|uống thuốc chuột|uống thuốc diệt cỏ|uống thuốc ngủ|đau bụng dữ dội|đau quằn quại|ra máu nhiều|ra nhiều máu|máu me|chuyển dạ|sắp sinh rớt|bị đâm|bị chém|té lầu|ngã lầu|ngã từ trên cao|hấp hối|nguy kịch|sốc phản vệ|bị sốc|hóc xương|hóc dị vật|tím tái|sốt co giật|nhảy cầu tự tử|cắt tay|tự tử|tự vẫn|muốn chết
      |cấp cứu|đẻ rơi|vỡ ối|điện giật|rắn cắn|bleeding|unconscious|not breathing|heart attack|stroke|motorbike crash|car crash|accident|ambulance|suicide|kill myself`),
  ],
  [
    '111',
    anyOf(
      `đánh đứa|đánh thằng bé|đánh con bé|đánh con nít|đánh em bé|đánh cháu|đánh trẻ|bạo hành trẻ|bạo hành con|bạo hành cháu|bạo hành em|xâm hại|bắt cóc|hành hạ đứa|hành hạ cháu|hành hạ trẻ|hành hạ con|trẻ bị đánh|cháu bị đánh|con bị đánh|bé bị đánh|đứa bé bị|bố đánh con|bị bố đánh|bị cha đánh|bị mẹ đánh|bị ba đánh|bị má đánh|bị bố dượng|bị mẹ kế|bị dượng|đánh bầm tím|đánh bầm|dâm ô|sờ soạng cháu|bỏ đói cháu|bỏ đói con|nhốt cháu|nhốt con|child abuse|kidnapped`,
    ),
  ],
  [
    '113',
    anyOf(
      `cướp|cầm dao|đâm chém|chém người|đâm người|giết người|ăn trộm|trộm vào nhà|có trộm|đánh nhau|hiếp dâm|bắt cóc|dọa giết|đánh tôi|đánh tui|đánh em|đánh con tôi|đánh vợ tôi|đánh mẹ tôi|đánh vợ|chồng đánh|bị đánh|nổ súng|robbery|robbed|attacked|with a knife|murder|rape`,
    ),
  ],
];

// Words of danger that no paper is ever asked with: nothing calms them.
const present: [Emergency, Matcher][] = [
  ['114', anyOf('đang cháy|cháy nhà rồi|nhà tôi cháy|nhà tui cháy|nhà cháy rồi|cháy rồi|đang chìm|đang đuối nước|my house is on fire')],
  [
    '115',
    anyOf(`muốn chết|muốn tự tử|không muốn sống|bị ngất|ngất rồi|ngất xỉu|không nhúc nhích|không dậy được|uống nhầm thuốc|uống thuốc sâu|uống thuốc trừ sâu|uống thuốc diệt cỏ|uống thuốc cỏ|uống thuốc chuột|uống thuốc ngủ|ra máu nhiều|ra nhiều máu|đau bụng dữ dội|cứu với|cứu tôi với|cứu con tôi|cứu mẹ|biết cứu|đang chảy máu|chảy máu nhiều|chảy nhiều máu
      |bất tỉnh|không thở|ngừng thở|want to die|kill myself|not breathing`),
  ],
  [
    '113',
    anyOf(
      'đang đánh|đang cầm dao|đang chém|đang trộm|sắp giết|dọa giết|vẫn còn ở trong nhà|còn ở trong nhà|nó còn ở trong|còn ở trong|đang ở trong nhà tôi|is attacking|beating me',
    ),
  ],
];

// The danger is over or somebody else's business: a paper is asked for, or the thing lies in the past.
const calm =
  anyOf(`giấy tờ|hồ sơ|thủ tục|giấy phép|nghiệm thu|phòng cháy|chữa cháy|bảo hiểm|trợ cấp|chế độ|thẩm duyệt|chứng tử|khai tử|xin lại|làm lại|cấp lại|lệ phí|đăng ký|phản ánh|kiến nghị|bồi thường|giám định|cấm tiếp xúc|quyết định|làm đơn|nộp đơn|viết đơn|xin giảm|xin miễn|gia hạn|đòi bảo hiểm|khai báo|kê khai|nâng tải|sổ đỏ|cầu dao|giấy viết tay
  |papers|documents|certificate|procedure|procedures`);
// A wish beside a misfortune, with no word of now: help with papers is asked for.
const wished =
  anyOf(`được tiền|tiền gì|hỗ trợ|quỹ|giám hộ|gia truyền|bài thuốc|xin làm|xin cấp|xin hưởng|hưởng|kiện|tố cáo|hợp đồng|sức lao động|nước ngoài|để lại|nhầm|biên giới|dân quân|miễn giảm|nhận nuôi|ly hôn|xin cấm|sổ nghèo|hộ nghèo
  |làm sổ|trợ giúp|nghỉ việc|lương|con dấu|allowance|compensation|pension`);
const urgent = anyOf(
  `có người|người bị thương|đang|gấp|khẩn|cứu|giúp với|ngay bây giờ|vừa bị|vừa mới|mới vừa|vừa xong|không biết làm sao|hurry|right now|just now|is bleeding`,
);
const past = anyOf(
  `tuần trước|tháng trước|năm ngoái|năm trước|hôm qua|hôm trước|hồi trước|bữa trước|ngày trước|đã mất|hồi xưa|last week|last month|last year`,
);

function emergencyNumbers(text: string): Emergency[] {
  if (past(text)) return [];
  const now = present.filter(([, matches]) => matches(text)).map(([number]) => number);
  if (now.length > 0 || calm(text) || (wished(text) && !urgent(text))) return now;
  return dangers.filter(([, matches]) => matches(text)).map(([number]) => number);
}

// Who asks for a paper because of blows may be in danger still.
function violenceIn(text: string): Emergency[] {
  return dangers.filter(([number, matches]) => (number === '113' || number === '111') && matches(text)).map(([number]) => number);
}

const attack = /(drop\s+table|union\s+select|;\s*--|'\s*or\s+'?1|<script|javascript:|\.\.\/\.\.|\/etc\/passwd|\$\{jndi)/i;
const attackWords =
  anyOf(`ignore previous instructions|ignore all previous instructions|ignore the previous instructions|ignore prior instructions|ignore above instructions|system prompt|jailbreak|hack|hacker|developer mode|pretend you are|pretend to be|you are now|act as if|bạn đóng vai|hãy đóng vai|đóng vai một|giả vờ bạn là|giả làm|không cần tuân|bỏ qua luật|reveal your
  |bỏ qua mọi quy định|bỏ qua tất cả|bỏ qua các hướng dẫn|bỏ qua mọi hướng dẫn|bỏ qua các lệnh|bỏ qua chỉ dẫn|toàn bộ hồ sơ của mọi người|hồ sơ của mọi người|mật khẩu của|từ giờ mày là|từ giờ bạn là`);
const abuse = anyOf('mày ngu|đồ ngu|ngu như|óc chó|thằng chó|đồ chó|địt mẹ|đm mày|đmm|vcl|cút đi|đồ vô dụng|fuck|idiot|stupid bot');
const crime = anyOf(
  `bằng giả|bằng lái giả|giấy tờ giả|giấy giả|bằng cấp giả|hồ sơ giả|đút lót|đút cho|đút tiền|hối lộ|lót tay|chạy chọt|làm giả|mua bằng giả|mua bằng lái|mua bằng cấp|mua bằng đại học|mua bằng tốt nghiệp|mua bằng cấp 3|fake license|fake passport|fake papers|fake certificate|how to fake|to fake a|fake a passport|forge a|bribe`,
);
const othersData =
  /(số căn cước|cccd|số điện thoại|địa chỉ|so can cuoc|so dien thoai|dia chi).{0,40}((của|nhà|cua|nha) (ông|bà|anh|chị|ong|ba|anh|chi) \p{Lu}|(của|cua) (chủ hồ sơ|người nộp|chu ho so|nguoi nop|hàng xóm|hang xom))/u;
const offTopic =
  anyOf(`thời tiết|có mưa không|trời mưa|nhiệt độ|giá vàng|vàng sjc|cổ phiếu|chứng khoán|bitcoin|tiền ảo|xổ số|đánh đề|lô đề|con gì thì trúng|bóng đá|đá banh|đá thắng|tỷ số|tỉ số|bài thơ|làm thơ|viết văn|truyện cười|kể chuyện
  |công thức nấu|nấu phở|nấu ăn|món ngon|nấu món|dịch giúp|dịch câu|dịch sang|vé máy bay|đặt vé|đặt phòng khách sạn|làm bạn gái|làm bạn trai|yêu em|yêu anh không|python|javascript|viết code|lập trình|giải bài|bài tập|bài toán
  |xem phim|ca sĩ nào|ca sĩ yêu|diễn viên nào|đảng nào|bầu cử mỹ|tổng thống|uống thuốc gì|thuốc gì cho|triệu chứng|đau bụng|đau đầu|tử vi|bói toán|xem bói|weather|football|recipe|poem|stock price|joke|translate`);
const aboutPapers = anyOf(
  'khách hàng|khuyến mại|doanh nghiệp|xin phép|giấy phép|thủ tục|cấp phép|đăng ký|hồ sơ|giấy chứng nhận|license|permit|procedure|documents|papers',
);
