import { anyOf } from '../understand/phrases.ts';
import { soundsOfficial } from '../understand/scope.ts';
import { patternOf } from './pattern.ts';

export type Refusal = 'attack' | 'abuse' | 'crime' | 'off-topic';

/** Why a message is not answered; null where it may be. */
export function refusalOf(text: string): Refusal | null {
  if (attack.test(text) || attackWords(text)) return 'attack';
  if (abuse(text)) return 'abuse';
  if ((crime(text) && !accuses(text)) || othersData.test(text)) return 'crime';
  if (neverOurs(text) && !aboutPapers(text)) return 'off-topic';
  return offTopic(text) && !aboutPapers(text) && !soundsOfficial(text) && !sorted(text) ? 'off-topic' : null;
}

const attack = /(drop\s+table|union\s+select|;\s*--|'\s*or\s+'?1|<script|javascript:|\.\.\/\.\.|\/etc\/passwd|\$\{jndi)/i;
const attackWords = patternOf({
  both: `ignore all? the? previous/prior/above instructions|system prompt/message|jailbreak|-bị/bi hack !rồi/mất|hacker|developer mode|pretend you are|pretend to be|you are now|act as if|disregard your/all/the rules/instructions|bạn/hãy đóng_vai|đóng vai một|giả vờ bạn_là|không cần tuân|bỏ qua luật|reveal your
    bỏ qua mọi/tất_cả/các/chỉ !giấy quy_định?/hướng_dẫn?/lệnh?/dẫn?|hồ sơ của mọi người|từ giờ mày/bạn là`,
  marked: 'giả làm|mật khẩu của !tôi/em/mình/tui/con',
  unmarked: 'mật khẩu của !tôi/em/mình/tui/con',
});
const abuse = patternOf({
  both: 'mày ngu|đồ ngu|ngu như|óc chó|địt mẹ|đm mày|đmm|vcl|đồ vô_dụng|fuck|idiot|stupid bot',
  marked: 'ngu quá/vậy|thằng chó|đồ chó|cút đi',
  unmarked: 'mày/may là? đồ/thằng chó|thằng chó này/kia|đồ chó má/đẻ|cút đi mày',
});
const crime = patternOf({
  both: `bằng lái_giả|giấy tờ_giả|bằng cấp giả|hồ sơ_giả|đút lót|hối lộ|lót tay|chạy chọt|mua bằng_giả/bằng_lái/bằng_cấp/bằng_đại_học/bằng_tốt_nghiệp
    fake license/licence/passport/papers/certificate|how to fake|to fake a|fake a passport|forge a|bribe`,
  marked: 'bằng giả|giấy giả|làm giả|đút cho|đút tiền',
  unmarked: 'làm/mua/bán bằng giả|làm giấy giả !đình|làm giả giấy/bằng/hồ_sơ/căn_cước/con_dấu/chữ_ký|đút tiền cho',
});
// Who was asked for money, or caught another, reports a wrong: it is no wish to do it.
const accuses = patternOf({
  both: 'tố_cáo/tố_giác/phản_ánh/khiếu_nại/tố|cán_bộ/công_an/nhân_viên/quan/ông/bà/cô/chú/anh/chị … đòi/vòi/ăn/nhận/bắt/gợi_ý|bị phát_hiện|vòi tiền|đòi tiền|report a/the|asked/asks/asking me for',
});
const othersData =
  /(số căn cước|cccd|số điện thoại|địa chỉ|so can cuoc|so dien thoai|dia chi).{0,40}((của|nhà|cua|nha) (ông|bà|anh|chị|ong|ba|anh|chi) \p{Lu}|(của|cua) (chủ hồ sơ|người nộp|chu ho so|nguoi nop|hàng xóm|hang xom))/u;
// No paper is asked with these, whatever other words stand beside them.
const neverOurs = anyOf(
  'giá cổ phiếu|giá vàng|giá bitcoin|thời tiết|tỷ số|bài thơ|làm bạn gái|làm bạn trai|yêu anh không|truyện cười|kể chuyện|công thức nấu|giải bài|viết code',
);
const offTopic =
  anyOf(`thời tiết|có mưa không|trời mưa|nhiệt độ|giá vàng|vàng sjc|cổ phiếu|chứng khoán|bitcoin|tiền ảo|xổ số|đánh đề|lô đề|con gì thì trúng|bóng đá|đá bóng|đá banh|đá thắng|tỷ số|tỉ số|viết văn
  |nấu phở|nấu ăn|món ngon|nấu món|dịch giúp|dịch câu|dịch sang|vé máy bay|đặt vé|đặt phòng khách sạn|yêu em|python|javascript|lập trình|bài tập|bài toán
  |xem phim|ca sĩ nào|ca sĩ yêu|diễn viên nào|đảng nào|bầu cử mỹ|tổng thống|uống thuốc gì|thuốc gì cho|triệu chứng|đau bụng|đau đầu|tử vi|bói toán|xem bói|weather|football|recipe|poem|stock price|joke|translate`);
// What is set up, taught, sold or taxed has its papers, though none is named.
const sorted = patternOf({
  both: 'mở/lập/xin_mở sân/đội/giải/công_ty/câu_lạc_bộ/trung_tâm/lớp|tổ_chức giải|học nghề|học … miễn_phí|bán … có_lãi|chia thưởng|được thưởng|làm thợ',
});
const aboutPapers = anyOf(
  'khách hàng|khuyến mại|doanh nghiệp|xin phép|giấy phép|thủ tục|cấp phép|đăng ký|hồ sơ|giấy chứng nhận|license|permit|procedure|documents|papers',
);
