import type { Aspect } from '../types.ts';
import { anyOf, type Matcher } from './phrases.ts';

// What is asked for in so many words comes before the general words that often stand beside it; the first that fits names the aspect.
const rules: [Aspect, Matcher][] = [
  [
    'duration',
    anyOf(`bao lâu|bao nhiêu lâu|bao nhiêu ngày|bao nhiu ngày|mấy ngày|mấy hôm|mấy bữa|mấy bửa|mấy tuần|mấy tháng|mấy tiếng|mấy giờ|mấy hồi|mất thời gian|thời hạn|thời gian
      |bao giờ|khi nào|khi mô|chừng nào|chừng mô|lâu không|lâu ko|lâu k|lâu hông|lâu hem|lâu lắm không|lâu rứa|bi lâu|bao lau|đến hẹn|how long|how many days|when will|when do`),
  ],
  [
    'fee',
    anyOf(`lệ phí|phí|miễn phí|chi phí|bao nhiêu tiền|bao nhiu tiền|bấy nhiêu tiền|nhiêu tiền|mấy tiền|mấy đồng|mấy nghìn|mấy ngàn|mấy chục|mấy trăm|mất tiền|tốn tiền|đóng tiền|trả tiền|nộp tiền|thu tiền|tốn bao nhiêu|tốn nhiêu|tốn mấy
      |tiền không|tiền ko|tiền k|tiền hông|giá bao nhiêu|giá cả|giá nhiêu|hết bao nhiêu|hết nhiêu|mất bao nhiêu|đóng bao nhiêu|bao nhiêu đô|mấy đô|bao nhiêu|bao nhiu|tốn kém|tốn không|fee|fees|cost|costs|how much|price`),
  ],
  [
    'legal-basis',
    anyOf(
      'căn cứ pháp lý|căn cứ nào|căn cứ vào đâu|luật nào|luật gì|nghị định nào|thông tư nào|văn bản nào|quy định nào|quy định ở đâu|cơ sở pháp lý|legal basis|which law',
    ),
  ],
  [
    'forms',
    anyOf(
      'mẫu đơn|mẫu tờ khai|tờ khai nào|tờ khai gì|tờ khai|mẫu nào|mẫu gì|biểu mẫu|đơn gì|đơn nào|đơn mẫu|mẫu số|mẫu mấy|điền mẫu|form|forms',
    ),
  ],
  [
    'documents',
    anyOf(`giấy tờ gì|giấy tờ nào|giấy tờ chi|giấy tờ|giấy gì|giấy chi|giấy nào|cần gì|cần chi|cần j|cần những gì|cần nhưng gì|cần các gì|cần mang|cần nộp gì|cần chuẩn bị|gồm gì|gồm những|gồm có gì|hồ sơ gì|hồ sơ gồm|hồ sơ cần|hồ sơ chi|hồ sơ có
      |mang gì|mang chi|mang theo|mang những gì|đem theo|đem gì|đem chi|chuẩn bị gì|chuẩn bị những|chuẩn bị chi|thành phần|nộp gì|nộp những gì|nộp giấy|thiếu gì|phải có gì|what documents|which documents|documents|papers|what do i need|bring`),
  ],
  ['conditions', anyOf('điều kiện|tiêu chí|yêu cầu gì|yêu cầu nào|tiêu chuẩn|conditions|requirements')],
  [
    'online',
    anyOf('online|onl|trực tuyến|qua mạng|trên mạng|bưu điện|bưu chính|ở nhà làm|tại nhà|qua điện thoại|qua app|trên app|internet|by post'),
  ],
  [
    'place',
    anyOf(`ở đâu|ỡ đâu|đến đâu|tới đâu|ra đâu|đi đâu|về đâu|nơi nào|chỗ nào|chổ nào|ở mô|đi mô|tới mô|mô rứa|cơ quan nào|phường nào|xã nào|nơi nộp|địa điểm|địa chỉ|gặp ai|với ai|phép ai|hỏi ai|báo ai|ai làm|ai cấp|ai giải quyết|cho ai|đâu|mô
      |công an xã làm được|ra phường được|ra xã được|where|which office`),
  ],
  ['result', anyOf('kết quả là gì|kết quả gì|nhận được gì|được cấp gì|kết quả ra sao|what will i get')],
  ['eligible', anyOf('đối tượng|ai được|những ai|trường hợp nào được|who can')],
  [
    'steps',
    anyOf(
      'thế nào|như nào|ra sao|làm sao|làm răng|mần sao|mần răng|cách nào|kiểu gì|các bước|bước nào|trình tự|quy trình|hướng dẫn|cách làm|phải làm gì|làm những gì|how do|how to|how can|steps',
    ),
  ],
  [
    'conditions',
    anyOf(
      'được không|được ko|được k|đc không|đc ko|đc k|dc ko|dc k|được hông|được hem|có phải|có cần|có được|phải không|yêu cầu|allowed|eligible',
    ),
  ],
];

/** The same, only where it is said in so many words and well spelt: "ở đầu hẻm" asks for nothing. */
export function aspectSaid(text: string): Aspect | null {
  return rules.find(([, matches]) => matches(text))?.[0] ?? null;
}

/** The part of a procedure that is asked for, or null when the message only names a matter. */
export function aspectOf(text: string): Aspect | null {
  const rule = rules.find(([, matches]) => matches(text)) ?? rules.find(([, matches]) => matches.loosely(text));
  return rule?.[0] ?? null;
}
