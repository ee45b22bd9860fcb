import { grouped, type Rule, rule, start, whole } from './in-words-rules.ts';
import { type Region, sayDigits, sayMoney, sayNumber, sayPhone } from './said.ts';

/** Telephones, ranges, measures, sums, shares and all other numbers. */
export const numberRules = (region: Region): Rule[] => {
  const plain = (number: string): string => (whole(number) > 1e15 ? sayDigits(number) : sayNumber(whole(number), region));
  const part = (digits: string): string => (digits.startsWith('0') || digits.length > 3 ? sayDigits(digits) : plain(digits));
  const number = `(?:${grouped})(?:,\\d{1,4})?`;
  const unit = `(?:${units.map(([names]) => names).join('|')}|đ|₫|VNĐ|VND|vnđ|vnd|USD|EUR|%)(?![\\p{L}\\p{N}])`;
  return [
    // Of helplines, and of what is called in need, every digit is said.
    rule('(?:\\+84|\\(?0\\d{1,3}\\)?|0)(?:[ .-]{0,2}\\d{2,4}){2,4}', ([found = '']) => (isPhone(found) ? sayPhone(found) : found)),
    rule('1[89]00[ .-]?(?:\\d{4}|\\d{6}|\\d{3} ?\\d{3}|\\d{2}[ .]\\d{2})', ([phone = '']) => sayPhone(phone)),
    [
      /(?<=(?:[Gg]ọi|ngay|tổng đài|đường dây nóng|số máy|số điện thoại|số khẩn cấp|hotline)(?: ngay)?(?: tới| đến| số)*:? )11[1-5](?:(?:,| hoặc| và| hay|,? hoặc gọi) 11[1-5])*(?![\p{L}\p{N}]|[.,/]\d)/gu,
      ([all = '']) => all.replace(/\d{3}/g, sayDigits),
    ],
    // Secrets, and the end of a telephone number.
    [
      /(?<=(?:[Mm]ã|PIN|OTP|đuôi|tiếp tục hồ sơ)(?: (?:sáu số|xác nhận|của quý vị|của bạn|PIN|OTP|là|số)){0,3}:? )\d{3,8}(?!\d|[.,/]\d| ?(?:đồng|đ|%))/gu,
      ([digits = '']) => sayDigits(digits),
    ],
    rule('\\d{9,}', ([digits = '']) => sayDigits(digits)),
    [/(?<=(?:[Ss]ố|[Mm]ẫu|[Mm]ã|[Pp]hụ lục|[Bb]iểu|ký hiệu):? )0\d{1,7}(?![\p{L}\p{N}]|[.,/]\d)/gu, ([digits = '']) => sayDigits(digits)],
    rule('0\\d{2,}', ([digits = '']) => sayDigits(digits)),
    [
      new RegExp(`${start}(${number}) ?[-–—] ?(${number})(?=(?![\\p{L}\\p{N}]|[.,/-]\\d)| ?${unit})`, 'gu'),
      ([, from = '', to = '']) => `${from} đến ${to}`,
    ],
    [/(?<=\d) ?(cm|mm|m)? ?[x×] ?(?=\d)/gu, ([, measure = '']) => `${measure === '' ? '' : ` ${measure}`} nhân `],
    [/(?<=(?:[Bb]ước|[Cc]âu|[Pp]hần|[Tt]rang|[Tt]ờ) \d{1,3}) ?\/ ?(?=\d)/gu, () => ' trên '],
    [
      /(?<![\p{L}\p{N}.,/-])(\d{1,2})[/⁄](\d{1,2})(?![\p{L}\p{N}]|[.,/-]\d)/gu,
      ([, a = '', b = '']) => (Number(a) < Number(b) ? `${plain(a)} phần ${plain(b)}` : `${plain(a)} trên ${plain(b)}`),
    ],
    [/(?<=\d)[/⁄](?=\d)/gu, () => ' trên '],
    [
      new RegExp(`(?:USD|US\\$|\\$|EUR|€) ?(${number})${'(?![\\p{L}\\p{N}])'}`, 'gu'),
      ([found = '', amount = '']) => `${amount} ${/E|€/.test(found.replace('US', '')) ? 'ơ rô' : 'đô la Mỹ'}`,
    ],
    [/(?<=\d) ?(?:USD|US\$|\$)(?![\p{L}\p{N}])/gu, () => ' đô la Mỹ'],
    [/(?<=\d) ?(?:EUR|€)(?![\p{L}\p{N}])/gu, () => ' ơ rô'],
    [/(?:VNĐ|VND) ?(?=\d)/gu, () => ''],
    [/(?<=\d) ?(?:đồng|đ|₫|VNĐ|VND|vnđ|vnd)(?![\p{L}\p{N}])( ?\/ ?(?=\p{L}))?/gu, ([, each = '']) => ` đồng${each === '' ? '' : ' một '}`],
    [/(?<=(?:đồng|triệu|nghìn|tỷ|USD|đô la Mỹ) ?)\/ ?(?:0?1 )?(?=\p{L})/gu, () => ' một '],
    [/(?<=\d(?: (?:ngày|lần|giờ|buổi|tiết|bộ|bản|hồ sơ|người))?) ?\/ ?(?=\p{L}{2})/gu, () => ' một '],
    ...units.map(([names, said]): Rule => [new RegExp(`(?<=\\d) ?(?:${names})(?![\\p{L}\\p{N}])`, 'gu'), () => ` ${said}`]),
    [/ ?%/g, () => ' phần trăm'],
    [/ ?‰/g, () => ' phần nghìn'],
    rule(`(${grouped}) đồng`, ([, amount = '']) => (whole(amount) > 1e15 ? `${plain(amount)} đồng` : sayMoney(whole(amount), region))),
    rule(
      '(\\d{1,3}(?:\\.\\d{3}){1,4}|\\d{1,15}),(\\d{1,4})(?!\\d)',
      ([, before = '', after = '']) => `${plain(before)} phẩy ${part(after)}`,
    ),
    rule('(\\d{1,3}(?:\\.\\d{3}){1,4})', ([, amount = '']) => plain(amount)),
    rule('\\d{1,3}(?:,\\d{3}){1,4}', ([amount = '']) => plain(amount)),
    [/(?<=\d)\.(?=\d)/gu, () => ' chấm '],
    [/(?<=\d),(?=\d)/gu, () => ', '],
    [/(?<=\d) ?= ?(?=\d)/gu, () => ' bằng '],
    [/(?<=\d) ?\+ ?(?=\d)/gu, () => ' cộng '],
    [
      /(?<![\p{L}\p{N}])\d+(?![\p{L}\p{N}])/gu,
      ([digits = '']) => (digits.length > 8 || /^0\d\d/.test(digits) ? sayDigits(digits) : plain(digits)),
    ],
  ];
};

/** Eight digits alone are no sign of a telephone: one with an area code has nine and more. */
function isPhone(found: string): boolean {
  const digits = found.replace(/\D/g, '');
  return digits.length >= 9 && digits.length <= 12;
}

const units: [string, string][] = [
  ['m2|m²', 'mét vuông'],
  ['m3|m³', 'mét khối'],
  ['km2', 'ki lô mét vuông'],
  ['km/h', 'ki lô mét một giờ'],
  ['km|Km|KM', 'ki lô mét'],
  ['cm', 'xăng ti mét'],
  ['mm', 'mi li mét'],
  ['kg|Kg|KG', 'ki lô gam'],
  ['mg', 'mi li gam'],
  ['ml', 'mi li lít'],
  ['ha|Ha', 'héc ta'],
  ['kWh|KWh', 'ki lô oát giờ'],
  ['kW|KW', 'ki lô oát'],
  ['MW', 'mê ga oát'],
  ['kVA|KVA', 'ki lô vôn am pe'],
  ['kV|KV', 'ki lô vôn'],
  ['CV', 'mã lực'],
  ['MB|Mb', 'mê ga bai'],
  ['GB|Gb', 'gi ga bai'],
  ['°C|oC|ºC', 'độ xê'],
  ['°|º', 'độ'],
  ['m', 'mét'],
  ['g', 'gam'],
];
