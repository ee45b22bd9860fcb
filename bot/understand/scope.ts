import { anyOf } from './phrases.ts';

/** True for a message with a word of offices and papers in it: then "I do not know" is the answer, else "none of my business". */
export const soundsOfficial = anyOf(
  `giấy|giấy tờ|giấy phép|hồ sơ|thủ tục|đăng ký|đăng kí|cấp lại|cấp phép|cấp đổi|xin cấp|xin phép|xin giấy|đơn xin|làm đơn|tờ khai|chứng nhận|chứng chỉ|trợ cấp|phụ cấp|chế độ|hưởng|bảo hiểm|bhxh|bhyt|bhtn|thuế|lệ phí|phí thẩm định|công chứng|chứng thực|sao y
  |khai sinh|khai tử|khai báo|kê khai|nộp|ủy ban|uỷ ban|ubnd|phường|công an|nhà nước|cơ quan|sổ đỏ|sổ hồng|sổ hộ|hộ khẩu|hộ tịch|hộ nghèo|căn cước|cccd|cmnd|hộ chiếu|passport|visa|thị thực|kết hôn|ly hôn|ly dị|độc thân|đất|thửa|xây nhà|xây dựng|kinh doanh|mở tiệm|mở quán|mở cửa hàng
  |công ty|doanh nghiệp|hợp tác xã|hợp đồng|luật|nghị định|thông tư|phạt|khiếu nại|tố cáo|lương hưu|thương binh|liệt sĩ|hỗ trợ|nhập học|học phí|chuyển trường|bằng lái|bằng cấp|giấy khai|tạm trú|thường trú|tạm vắng|nhập khẩu|quốc tịch|nhận con nuôi|giám hộ|tàn tật|khuyết tật|thất nghiệp|thai sản
  |biển số|đăng kiểm|xe máy|ô tô|vneid|dịch vụ công|một cửa|làm thẻ|cấp thẻ|thẻ căn cước|thẻ bảo hiểm|hiến máu|hiến tạng|bầu cử|nghĩa vụ quân sự|sinh hoạt đảng|hòa giải|di chúc|thừa kế
  |register|registration|certificate|licence|license|permit|apply|application|papers|documents|fee|fees|tax|insurance|procedure|citizenship|residence|birth|marriage|marry|identity card|id card|allowance|pension|land|notary|adopt|passport|dossier|office`,
);

/** Matters of banks, insurers, shops, other states and parties, which no public procedure is: what resembles them does not answer them. */
export const elsewhere = anyOf(
  `thẻ atm|thẻ tín dụng|mở thẻ ngân hàng|mở tài khoản ngân hàng|vay tín chấp|vay tiêu dùng|vay mua xe|gửi tiết kiệm|sổ tiết kiệm|rút tiết kiệm|ví điện tử|bảo hiểm nhân thọ|bảo hiểm xe máy|bảo hiểm ô tô|bảo hiểm thân vỏ|bảo hiểm vật chất|sinh hoạt đảng|kết nạp đảng|vào đảng|thẻ đảng|chi bộ
  |sổ đoàn|đoàn phí|visa du lịch|visa du học|xin visa đi|visa hàn|visa nhật|visa mỹ|visa úc|visa anh|visa pháp|visa đức|visa canada|visa trung quốc|visa đài loan|visa châu âu|visa schengen|phạt nguội|đấu giá biển số|lắp wifi|lắp mạng|lắp internet|cáp quang|gói cước|nạp điện thoại|nạp thẻ|đơn hàng|bưu kiện
  |vé tàu|vé xe|vé máy bay|đặt lịch khám|đặt khám|credit card|bank loan|open a bank account|life insurance|tourist visa for|visa to`,
);
