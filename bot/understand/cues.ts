import type { Aspect } from '../types.ts';

/**
 * How people ask for a part of a procedure. `asked` are questions that name the part; `named` only names it ("miễn phí" asks for no fee);
 * `vaguely` are questions that fit any part and lose to every other cue. What stands in `nothing` looks like a cue and is none.
 */
export type Cues = { asked: string; named?: string; vaguely?: string };

export const cues: Record<Exclude<Aspect, 'overview'>, Cues> = {
  duration: {
    asked: `bao h|mấy h|lấy liền|lấy ngay không|trong ngày không|lấy luôn không|bao lâu|mất bao lâu|hết bao lâu|tốn bao lâu|mất mấy ngày|hết mấy ngày|mất mấy bữa|hết mấy bữa|bao nhiêu lâu|bao nhiêu ngày|bao nhiêu hôm|bao nhiêu tháng|bao nhiêu tuần|nhiêu ngày|nhiêu bữa|nhiêu lâu|mấy ngày|mấy hôm|mấy bữa|mấy bửa|mấy tuần|mấy tháng|mấy tiếng|mấy giờ|mấy hồi|mất thời gian|lâu không
      |bao giờ|khi nào|khi mô|chừng nào|chừng mô|hồi mô|hồi nào xong|hôm nào|ngày nào|bữa nào|lâu lắm không|lâu rứa|bi lâu|bao lau|thời hạn giải quyết|thời gian giải quyết|thời hạn là|thời hạn xử lý|thời gian xử lý|giải quyết trong|trong vòng mấy
      |mau không|nhanh không|có lâu|có nhanh|có mau|how long|how many days|how soon|how many weeks|when will|when do|when can|processing time|take long`,
    named: 'thời hạn|thời gian|lâu lắm|đến hẹn|chờ lâu',
  },
  fee: {
    asked: `còn phí|phí thì sao|tiền tính sao|phép tính sao|phí tính sao|đồng nào không|trả đồng nào|tốn đồng nào|mất đồng nào|lệ phí|bao nhiêu tiền|bấy nhiêu tiền|nhiêu tiền|bao tiền|mấy tiền|mấy đồng|mấy nghìn|mấy ngàn|mấy chục|mấy trăm|mấy triệu|mất tiền không|tốn tiền không|mất phí không|tốn phí không|có tốn|có mất tiền|có mất phí|có phí|có thu phí
      |có thu tiền|thu phí không|phí không|tốn bao nhiêu|tốn nhiêu|tốn mấy|tốn kém|tiền không|tiền chi không|giá bao nhiêu|giá cả|giá nhiêu|hết bao nhiêu|hết nhiêu|hết mấy tiền|hết mấy đồng|hết mấy trăm|hết mấy triệu|mất bao nhiêu|mất nhiêu|đóng bao nhiêu|đóng nhiêu|đóng tiền gì|trả bao nhiêu|nộp bao nhiêu
      |bao nhiêu đô|mấy đô|tốn không|phí bao nhiêu|phí nhiêu|phí mấy|phí thế nào|phí sao|phí ra sao|phí là|phí thẩm định|tiền phí|có miễn phí|được miễn phí|miễn phí không|miễn phí hay|khoản phí|mức phí|mức thu|chi phí|tiền bạc|đóng tiền không
      |nộp phí|phải nộp tiền|fee|fees|how much|what does it cost|the cost|cost|costs|price|charge|pay`,
    named: 'phí|đóng phí|miễn phí|mất tiền|tốn tiền|đóng tiền|trả tiền|nộp tiền|thu tiền|mất phí',
    vaguely: 'bao nhiêu',
  },
  'legal-basis': {
    asked: `luật chi|nghị định chi|căn cứ pháp lý|căn cứ nào|căn cứ vào đâu|căn cứ luật|theo luật nào|theo luật gì|luật nào|luật gì|nghị định nào|nghị định mấy|thông tư nào|thông tư mấy|văn bản nào|văn bản gì|quy định nào|quy định ở đâu|quy định tại đâu|quy định trong|điều luật
      |điều mấy|điều khoản nào|cơ sở pháp lý|luật quy định|legal basis|which law|what law|which decree|legal grounds`,
  },
  forms: {
    asked: `mẩu đơn|mẫu đơn|mẫu tờ khai|tờ khai mẫu|mẫu nào|mẫu gì|mẫu chi|biểu mẫu|đơn mẫu|đơn theo mẫu|mẫu số mấy|mẫu số|mẫu mấy|điền mẫu|khai mẫu|giấy đề nghị nào|xin mẫu|tải mẫu|mẫu ở đâu
      |có mẫu|cho mẫu|cho xin mẫu|viết đơn sao|viết đơn thế nào|viết đơn như thế nào|đơn viết|lấy đơn|lấy mẫu|lấy tờ khai|tải tờ khai|which form|what form|form do|form should|forms|form to|form number|template`,
    named: 'tờ khai|form',
  },
  documents: {
    asked: `đơn gì|đơn chi|đơn nào|tờ khai nào|tờ khai gì|giấy tờ gì|giấy tờ nào|giấy tờ chi|giấy tờ sao|giấy tờ ra sao|giấy tờ thế nào|giấy gì|giấy chi|giấy nào|những giấy|các giấy|cần gì|cần chi|cần j|cần những gì|cần nhưng gì|cần các gì|cần những chi|cần mang|cần đem|cần nộp gì|cần nộp những|cần chuẩn bị
      |phải có chi|gồm gì|gồm những|gồm có gì|gồm cái gì|bao gồm|gồm mấy|hồ sơ gì|hồ sơ gồm|hồ sơ cần|hồ sơ chi|hồ sơ có những|hồ sơ có gì|hồ sơ thế nào|hồ sơ ra sao|hồ sơ sao|hồ sơ như thế nào|mang gì|mang chi|mang theo gì|mang theo những|mang theo chi|mang những|mang theo cái
      |đem theo gì|đem theo chi|đem theo những|đem gì|đem chi|đem những|cầm theo gì|cầm theo chi|cầm gì|cầm theo những|chuẩn bị gì|chuẩn bị những|chuẩn bị chi|chuẩn bị sao|chuẩn bị cái|thành phần hồ sơ|nộp gì|nộp chi|nộp những gì|nộp những|nộp cái gì|thiếu gì|phải có gì
      |có những gì|có những giấy|cần có gì|cần những|cần cái gì|mấy bộ|mấy bản|bao nhiêu bộ|bản chính hay|bản gốc hay|photo hay|có cần bản|có cần hộ khẩu|có cần mang|có cần nộp|có cần giấy|có phải mang|có phải nộp giấy|loại giấy|giấy tờ cần
      |what documents|which documents|documents do|documents are|documents needed|documents required|required documents|what papers|which papers|paperwork|papers do|papers needed|papers are|what do i need|what is needed|what is required|what else do i need|what do we need|what should i bring|bring`,
    named:
      'giấy tờ|nộp giấy|thì hồ sơ|còn hồ sơ|hồ sơ khác|hồ sơ có khác|giấy tờ khác|thành phần|mang theo|đem theo|documents|papers|hồ sơ giấy tờ',
  },
  conditions: {
    asked: `đủ điều kiện gì|đủ điều kiện nào|đủ điều kiện chi|đủ những điều kiện|trường hợp nào|điều kiện gì|điều kiện nào|điều kiện chi|điều kiện sao|điều kiện ra sao|điều kiện thế nào|điều kiện là|những điều kiện|có điều kiện gì|có đủ điều kiện|đủ điều kiện không|tiêu chí|yêu cầu gì|yêu cầu nào|yêu cầu chi|yêu cầu những|tiêu chuẩn|cần đáp ứng|đáp ứng những|đáp ứng gì
      |phải đáp ứng|thỏa mãn|thoả mãn|bao nhiêu tuổi|mấy tuổi|nhiêu tuổi|đủ tuổi|bằng cấp gì|bằng cấp chi|bằng gì|bằng chi|bao nhiêu mét|đk gì|đk j|đk chi|conditions|condition|requirements|criteria|what age|how old`,
    named: 'điều kiện|yêu cầu',
    vaguely: `được không|có phải|có cần|có được|phải không|có bắt buộc|bắt buộc không|mới được|thì được|được chưa|allowed|eligible|is it possible|can i|can we|must i|do i have to`,
  },
  online: {
    asked: `online được không|trực tuyến được không|qua mạng được không|trên mạng được không|vneid được không|bưu điện được không|có online|có nộp online|có làm online|có qua mạng|qua bưu điện|bằng bưu điện|gọi điện được không|bưu chính|ở nhà làm|làm tại nhà|làm ở nhà được|ở nhà được|ngồi nhà|ngồi ở nhà
      |dịch vụ công không|trên cổng|qua cổng|cổng dịch vụ|khỏi lên|khỏi lên phường được không|khỏi lên xã được không|khỏi ra phường được không|khỏi ra xã được không|khỏi ra|khỏi tới|khỏi đi|khỏi phải|không cần lên|không cần ra|không cần đến|không cần tới|không phải lên|không phải ra|không phải đến|gửi qua|gởi qua|nộp qua|gửi về nhà|trả tận nhà|trả tại nhà|giao tận nhà
      |by post|by mail|website|remotely|from home`,
    named:
      'online|onl|trực tuyến|internet|qua mạng|trên mạng|qua điện thoại|trên điện thoại|bằng điện thoại|qua app|trên app|qua vneid|trên vneid|bằng vneid|tại nhà|dịch vụ công',
  },
  place: {
    asked: `hay phải về|hay phải lên|hay phải ra|hay về quê|ở đâu|ỡ đâu|ở chỗ nào|đến đâu|tới đâu|ra đâu|đi đâu|lên đâu|về đâu|vô đâu|vào đâu|qua đâu|xuống đâu|gửi đâu|nộp đâu|làm đâu|đâu làm|đâu nộp|đâu cấp|chỗ nào|chổ nào|nơi nào|chỗ mô|nơi mô|ở mô|đi mô|tới mô|ra mô|mô rứa|cơ quan nào|cơ quan mô|phường nào|xã nào|tỉnh nào|huyện nào
      |sở nào|sở gì|phòng nào|phòng gì|công an nào|công an xã hay|công an phường hay|xã hay|phường hay|tỉnh hay|huyện hay|quận hay|hay lên|hay là lên|hay ra|nơi nộp|địa điểm|địa chỉ nào|địa chỉ nộp|địa chỉ ở đâu|gặp ai|phép ai|hỏi ai|báo ai|ai làm|ai cấp|ai giải quyết|cấp nào giải quyết|ai có thẩm quyền
      |thẩm quyền|nộp cho ai|gửi ai|gửi cho ai|nộp ai|xin ai|tìm ai|trình ai|công an xã làm được|ra phường được không|ra xã được không|lên xã được không|lên phường được không|where|which office|which authority|who handles|who issues`,
    named: 'nộp cho|còn địa chỉ|đâu|mô|với ai|cho ai',
  },
  result: {
    asked: `được bao nhiêu tiền|được bao nhiêu một tháng|được bao nhiêu|hưởng bao nhiêu|lĩnh bao nhiêu|lãnh bao nhiêu|trợ cấp bao nhiêu|hỗ trợ bao nhiêu|được nhiêu tiền|được nhiêu|được mấy đồng|được mấy triệu|mức hưởng|mức trợ cấp|mức hỗ trợ|mỗi tháng bao nhiêu
      |có giá trị bao lâu|giá trị bao lâu|giá trị mấy tháng|giá trị trong bao lâu|thời hạn sử dụng|có hiệu lực bao lâu|hiệu lực bao lâu|hiệu lực mấy năm|thời hạn mấy năm|dùng được bao lâu|dùng được mấy năm|xài được bao lâu|xài được mấy năm|how long is it valid|valid for how long|kết quả là gì|kết quả gì|kết quả chi|nhận được gì|nhận được cái gì|nhận được giấy gì|được cấp gì|được cấp giấy gì|được cấp cái gì|cấp cho giấy gì|cấp cho cái gì|kết quả ra sao|kết quả nhận|trả kết quả gì|cầm về cái gì|cầm về giấy gì|nhận về giấy gì|nhận về cái gì|nhận về gì|được giấy gì|được cái gì
      |ra giấy gì|xong thì được gì|xong được gì|what will i get|what will i receive|what do i get|what do i receive|outcome`,
  },
  eligible: {
    asked: `hỗ trợ tiền không|được tiền không|có tiền không|được hỗ trợ không|có hỗ trợ không|có được hỗ trợ|có được cho|nhà nước có cho|đối tượng nào|đối tượng|ai được|ai thì được|những ai|người nào được|trường hợp nào được|trường hợp nào thì|ai mới được|hạng nào được|có thuộc diện|thuộc diện nào|diện nào|ai có quyền|có được hưởng|được hưởng không|có được nhận|có được lãnh|who can|who is eligible|am i eligible|who may|eligible for`,
  },
  steps: {
    asked: `các bước|bước nào|mấy bước|trình tự|quy trình|cách làm|làm những gì|phải làm những|bắt đầu từ đâu|bắt đầu làm từ đâu|bắt đầu làm gì|hướng dẫn cách|từng bước|theo thứ tự|steps|procedure like`,
    vaguely: `thế nào|như nào|ra sao|làm sao|làm răng|mần sao|mần răng|răng|cách nào|kiểu gì|hướng dẫn|phải làm gì|làm gì|làm chi|làm thủ tục gì|thủ tục gì|thủ tục chi|thủ tục nào|how do|how to|how can|what should i do|what do i do|how does`,
  },
};

/** Costs in time that are over, numbers that ask nothing, and the like. */
export const nothing = `phạt bao nhiêu|bị phạt bao nhiêu|già cả|đủ điều kiện|mấy tháng nay|mấy ngày nay|mấy năm nay|mấy hôm nay|mấy bữa nay|mấy tuần nay|mấy ngày trước|mấy hôm trước|mấy tháng trước|mấy bữa trước|từ lâu|lâu nay|lâu rồi|lâu năm|bao năm|bao lâu nay|bao nhiêu năm nay|khỏi đóng phí|thủ tục nộp đơn|ở nhà tại|tại nhà tôi|nhà ở đâu
  |học phí|viện phí|án phí|kinh phí|phí đường bộ|khi nào cũng|ai cũng|đâu có|đâu đó|ở đâu cũng|không biết làm sao|không biết làm gì|chẳng biết làm sao|không biết thế nào|bất cứ đâu|không đâu|đi đâu cũng|đâu phải|giấy tờ tùy thân|giấy tờ xe|giấy tờ nhà|giấy tờ đất|mất giấy tờ|mất hết giấy tờ|giấy tờ giả`;

/** Questions whose words stand apart: "cần bằng chứng gì", "nộp ở công an xã có được không". Folded words; what is found is asked by name. */
export const patterns: readonly (readonly [Aspect, RegExp])[] = [
  [
    'result',
    / (?:duoc (?:cap|phat|nhan|tra|cho)|tra cho|phat cho|cap cho|dua(?: cho| minh| toi| lai)|cam ve|nhan ve|xong (?:thi )?(?:duoc|co)) (?:\S+ ){0,4}?(?:giay to|to giay|giay|to|the|so|bang|cai) (?:gi|chi|nao|j) /,
  ],
  [
    'documents',
    / (?:can|nop|mang|dem|chuan bi|phai co|xuat trinh|cam theo) (?:\S+ ){1,3}(?:gi|chi|nhung gi|(?<! (?:the|nhu|cach|luc|khi|cho|noi|dau) )nao) /,
  ],
  ['fee', / (?:phi|le phi|tien) (?:\S+ ){1,3}(?:bao nhieu|nhieu|may) /],
  [
    'place',
    / (?:nop|lam|ra|len|toi|den|xin) (?:o |tai )?(?:cong an |uy ban |ubnd )?(?:xa|phuong|tinh|huyen|quan|thon|phong giao duc|truong) (?:\S+ ){0,2}?(?:duoc khong|co duoc khong|duoc chua|duoc k) /,
  ],
  ['place', / nop (?:cho|o|tai|len) (?:\S+ ){1,5}hay (?:la )?(?:nop )?(?:cho|o|tai|len)? ?/],
  ['conditions', / (?:phai|can) (?:co |du )?(?:\S+ ){1,4}(?:moi duoc|thi moi duoc) /],
];
