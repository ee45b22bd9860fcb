import { describe, expect, test } from 'vitest';
import { emptyMemory } from '../../bot/memory.ts';
import { understand } from '../../bot/understand/understand.ts';

const kindOf = (text: string) => understand(text, emptyMemory).intent.kind;

describe('somebody who tells what is done wrong', () => {
  test.each([
    'tôi muốn phản ánh phường thu phí trái quy định',
    'tố cáo cán bộ đòi thêm giấy tờ',
    'tôi muốn phản ánh xã thu lệ phí cao hơn bảng niêm yết',
    'em muốn tố cáo nhân viên một cửa đòi tiền mới làm giấy tờ cho',
    'phản ánh việc công an phường bắt nộp thêm giấy tờ không có trong quy định',
    'phản ánh phường bắt dân đóng phí vệ sinh hai lần',
    'tôi xin phản ánh trường học thu nhiều khoản phí ngoài quy định',
    'kiến nghị phường đừng thu lệ phí khai sinh nữa',
    'tôi muốn khiếu nại vì xã thu lệ phí mà không đưa biên lai',
    'tôi muốn phản ánh đã nộp lệ phí ba tháng nay mà chưa được cấp giấy phép',
    'góp ý chỗ nộp hồ sơ của phường chật quá, giấy tờ để lộn xộn',
    'tôi muốn phản ánh cán bộ giữ giấy tờ của tôi không trả',
    'tôi muốn tố cáo văn phòng công chứng thu phí gấp đôi mức quy định',
    'xin phản ánh, đi làm căn cước mà bị thu phí chụp ảnh',
    'khiếu nại phường trả chậm hồ sơ, bắt bổ sung giấy tờ mấy lần',
    'tố cáo chủ trọ thu tiền điện cao, không chịu đăng ký tạm trú cho người thuê',
    'tôi phản ánh cán bộ yêu cầu mẫu đơn phải mua ở quán photo trước cổng',
    'tôi muốn phản ánh hỏi lệ phí thì không ai nói gì cả',
    'tôi muốn phản ánh lên phường lúc nào cũng nói thiếu giấy tờ',
    'muốn phản ánh nộp giấy tờ bao nhiêu lần cũng bị trả lại',
    'tôi muốn phản ánh sao phường lại thu lệ phí đăng ký kết hôn',
    'toi muon phan anh phuong thu phi trai quy dinh',
    'to cao can bo doi them giay to',
    'phan anh xa bat nop them giay to ngoai quy dinh',
    'toi muon khieu nai xa thu le phi khong co bien lai',
    'em muon phan anh can bo thu phi cao hon niem yet',
    'I want to complain that the ward charged me an extra fee',
    'I want to report an officer who asked for extra documents',
    'I would like to report the staff for demanding money to accept my papers',
    'complaint about the commune charging fees without a receipt',
    'I want to complain about how the clerk lost my documents',
    'I need to report a scammer pretending to be the tax office and asking for a fee',
  ])('files a petition by "%s"', (text) => expect(kindOf(text)).toBe('petition'));

  test.each([
    'tôi muốn khiếu nại thì cần giấy tờ gì',
    'tố cáo cán bộ thì nộp đơn ở đâu',
    'khiếu nại có mất phí không',
    'muốn khiếu nại quyết định xử phạt thì phải đóng lệ phí bao nhiêu',
    'thủ tục giải quyết tố cáo cấp xã mất bao lâu',
    'mẫu đơn tố cáo lấy ở đâu',
    'thời hạn giải quyết khiếu nại lần đầu',
    'khiếu nại quyết định hành chính',
    'toi muon khieu nai thi can giay to gi',
    'don to cao nop o dau',
    'how much is the fee to file a complaint',
    'what documents do I need to make a complaint',
    'where do I file a complaint about a land decision',
    'lệ phí đăng ký khai sinh là bao nhiêu',
    'how do I report a birth',
  ])('is not in "%s", which asks', (text) => expect(kindOf(text)).toBe('procedure'));
});

describe('somebody who asks about what they have sent', () => {
  test.each([
    'phản ánh của tôi tới đâu rồi',
    'phản ánh của em có ai trả lời chưa',
    'góp ý hôm trước giải quyết chưa',
    'phản ánh tôi gửi hôm qua sao rồi',
    'kiến nghị tuần trước của tôi xử lý đến đâu rồi',
    'cái phản ánh lúc nãy đã gửi chưa',
    'phan anh cua toi toi dau roi',
    'phan anh hom truoc co ai tra loi chua',
    'has anyone answered my complaint',
    'what happened to my petition',
    'any news about my complaint',
    'where is my petition',
  ])('asks for its status by "%s"', (text) => expect(kindOf(text)).toBe('petition-without-code'));

  test.each(['phản ánh hồ sơ của tôi nộp lâu rồi chưa ai giải quyết', 'tôi muốn phản ánh việc hôm trước công an phường chưa giải quyết'])(
    'is not in "%s", which tells of something',
    (text) => expect(kindOf(text)).toBe('petition'),
  );
});
