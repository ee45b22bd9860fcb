import { dangers, type Emergency, present } from './danger-words.ts';
import { patternOf } from './pattern.ts';

/** Whom to call; empty where nobody is in danger now, or only a paper is asked for. */
export function emergencyNumbers(text: string): Emergency[] {
  if (numbersOf(present, text).length > 0) return numbersOf([...present, ...dangers], text);
  const isUrgent = urgent(text);
  if (calm(text) || (!isUrgent && (wished(text) || past(text)))) return [];
  return numbersOf(dangers, text);
}

/** Who asks for a paper because of blows may be in danger still. */
export function violenceIn(text: string): Emergency[] {
  return numbersOf([...present, ...dangers], text).filter((number) => number === '113' || number === '111');
}

function numbersOf(words: typeof dangers, text: string): Emergency[] {
  return [...new Set(words.filter(([, matches]) => matches(text)).map(([number]) => number))];
}

// The danger is somebody else's business: a paper is asked for.
const calm = patternOf({
  both: `giấy tờ|hồ sơ|thủ tục|giấy phép|nghiệm thu|phòng_cháy/chữa_cháy|bảo hiểm|trợ cấp|chế độ|thẩm duyệt|chứng tử|khai tử|xin lại|làm lại|cấp lại|lệ phí|đăng ký|phản ánh|kiến nghị|bồi thường|giám định|cấm tiếp_xúc|quyết định|làm/nộp/viết đơn|xin giảm/miễn|gia hạn|khai báo|kê khai|nâng tải|cầu dao|giấy viết_tay|tuyên bố
    papers|documents|certificate|procedure|procedures`,
});
// A wish beside a misfortune, with no word of now: help with papers is asked for.
const wished = patternOf({
  both: `tiền gì/tai_nạn/hỗ_trợ/nào/mai_táng/thương_tật/viện_phí/tuất/chết|xin/được/lãnh/nhận/lấy/có/nộp/đóng/giảm tiền|hỗ trợ|quỹ hỗ_trợ/bảo_trợ/bảo_hiểm|giám hộ|gia truyền|bài thuốc|xin làm/cấp/hưởng/xác_nhận/xét|xin/được/đang/muốn hưởng|khởi kiện|kiện ra/đòi|tố cáo|hợp đồng|sức lao_động|biên giới|dân quân|miễn giảm|nhận nuôi|ly hôn|xin cấm|sổ nghèo|hộ nghèo|khuyết tật|xác nhận|luật sư|tai_nạn lao_động|bị đánh nhầm|bị đánh thuế
    làm sổ|trợ giúp|nghỉ việc|hưởng lương|mất/cháy/trôi hết/luôn/sạch/mất? <paper>|cuốn trôi/mất <paper>|trình báo|chứng nhận|đóng/nộp/giảm/miễn thuế|phục hồi|tái phát|dưỡng sức|tỷ lệ thương_tật|lập/mở trạm/điểm|điểm sơ_cứu|hy sinh|chết vì/do|giao_thông/đuối_nước/đột_quỵ chết|cứu người … bị chết|tạm/chỗ/nơi lánh/tạm_lánh/lánh_nạn|cách ly|tách trẻ|cấm người|chỗ ở|xin chỗ|ở/bên nước_ngoài|hòa_giải/hoà_giải viên|khi bắt|xong nhập_viện|trước kỳ_thi|muốn có giấy|chưa có giấy|ngoại giao|allowance|compensation|pension`,
  marked: 'tiền|hưởng|kiện|con dấu|đòi đền|can thiệp',
  unmarked: 'khắc/đổi/mẫu/mất con_dấu',
});
// A misfortune of long ago.
const past = patternOf({
  both: 'tuần/tháng/năm/hôm/hồi/bữa/ngày trước|năm ngoái|hôm qua|đã mất|hồi xưa|năm xưa|lâu không tìm|last week/month/year|years ago',
});
const urgent = patternOf({
  both: `có người !nhà|người bị_thương|gấp lắm/quá/giúp|khẩn cấp !cứu|cứu với/tôi/tui/em/con/mẹ/bố/ba/má/cháu/bé/giùm/giúp/nó/vợ/chồng|kêu/cầu cứu|giúp với|bây giờ|vừa bị/mới/xong/ngất/xỉu/té/ngã/đánh/xảy_ra|mới vừa|không biết làm sao|đang bị/nằm/ở_trong/chảy/đập/đòi/đánh/cầm/cháy_nhà|vẫn còn/bị/đang/đánh|hurry|right now|just now|is bleeding`,
  marked: 'đang !hưởng/lãnh/thi/làm/đóng/học/nghỉ/điều_trị/có/xin|gấp|vừa|giờ !hành_chính/tái_phát/làm/xin/muốn/phải/cần|vẫn',
  unmarked: 'giờ bị/nó/anh/đang',
});
