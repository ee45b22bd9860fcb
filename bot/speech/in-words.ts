import { sayCode, sayDate, sayDigits, sayMoney, sayNumber, sayPhone } from './said.ts';

/** A Vietnamese text with all that voices misread in words: sums, days, hours, codes, telephone numbers, other numbers, short forms. */
export function inWords(text: string): string {
  return rules
    .reduce((said, [pattern, say]) => said.replace(pattern, (...found: unknown[]) => say(found.map((one) => String(one ?? '')))), text)
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

type Rule = [RegExp, (found: string[]) => string];

const start = '(?<![\\p{L}\\p{N}.,])';
const end = '(?![\\p{L}\\p{N}]|[.,]\\d)';
const grouped = '\\d{1,3}(?:[.,]\\d{3})+|\\d+';
const rule = (pattern: string, say: Rule[1], flags = 'gu'): Rule => [new RegExp(`${start}${pattern}${end}`, flags), say];

const shorts: Record<string, string> = {
  UBND: 'ủy ban nhân dân',
  HĐND: 'hội đồng nhân dân',
  CCCD: 'căn cước công dân',
  CMND: 'chứng minh nhân dân',
  BHYT: 'bảo hiểm y tế',
  BHXH: 'bảo hiểm xã hội',
  TTHC: 'thủ tục hành chính',
  DVC: 'dịch vụ công',
  VNeID: 'vi en i đi',
  'NĐ-CP': 'nghị định của Chính phủ',
};

// From what is longest and surest to what is left.
const rules: Rule[] = [
  [/\((?:https?:\/\/)[^)\s]*\)|https?:\/\/\S+/gu, () => ''],
  // The code of a procedure beside its name is for reading.
  [/\s*\(\d\.\d{6}\)/gu, () => ''],
  [/[\p{L}\d]{1,3}(?:\.[\p{L}\d]{1,3}){0,3}-(?:\d{8}|\d{6})-\d{4,7}/gu, ([code = '']) => sayCode(code)],
  rule('\\d\\.\\d{6}', ([code = '']) => sayCode(code)),
  // A law by its number: the year, and what kind of paper it is, is for reading.
  rule('(\\d{1,3})/(20\\d{2})/[\\p{Lu}Đ][\\p{Lu}\\d-]*', ([, number = '', year = '']) => `${plain(number)} năm ${plain(year)}`),
  rule('(?:[Nn]gày )?(\\d{1,2})/(\\d{1,2})/(\\d{4})', ([, d = '', m = '', y = '']) => sayDate(`${y}-${m}-${d}`)),
  rule('(?:[Nn]gày )(\\d{1,2})/(\\d{1,2})', ([, d = '', m = '']) => `ngày ${plain(d)} tháng ${month(m)}`),
  rule('(?:[Tt]háng )(\\d{1,2})/(\\d{4})', ([, m = '', y = '']) => `tháng ${month(m)} năm ${plain(y)}`),
  rule('(\\d{1,2}):(\\d{2})', ([, hour = '', minute = '']) => `${plain(hour)} giờ${minute === '00' ? '' : ` ${plain(minute)}`}`),
  rule(`(${grouped}) ?(?:đồng|đ|₫|VNĐ|VND)`, ([, amount = '']) => sayMoney(whole(amount))),
  // Nine digits and more, or those of a helpline, are said one by one.
  rule('(?:\\+84|0)\\d{1,3}(?:[ .]?\\d{2,4}){2,3}|1[89]00[ .]?\\d{2,4}(?:[ .]?\\d{2})?', ([phone = '']) => sayPhone(phone)),
  rule('\\d{9,}', ([digits = '']) => sayDigits(digits)),
  rule('0\\d+', ([digits = '']) => sayDigits(digits)),
  rule(`(${grouped}) ?[-–] ?(${grouped})`, ([, from = '', to = '']) => `${plain(from)} đến ${plain(to)}`),
  rule('(\\d{1,3}(?:\\.\\d{3})*),(\\d{1,2})(?: ?(%))?', ([, number = '', part = '', percent = '']) => {
    return `${plain(number)} phẩy ${part.startsWith('0') ? sayDigits(part) : plain(part)}${percent === '' ? '' : ' phần trăm'}`;
  }),
  [/(?<![\p{L}\p{N}.,])(\d+) ?%/gu, ([, number = '']) => `${plain(number)} phần trăm`],
  rule('(\\d{1,3}(?:\\.\\d{3})+)', ([, number = '']) => plain(number)),
  [/(?<![\p{L}\p{N}])\d+(?![\p{L}\p{N}])/gu, ([number = '']) => (number.length > 8 ? sayDigits(number) : plain(number))],
  [/(?<![\p{L}\p{N}])TP(?:\. ?| )(?=\p{Lu})/gu, () => 'thành phố '],
  [new RegExp(`(?<![\\p{L}\\p{N}])(?:${Object.keys(shorts).join('|')})(?![\\p{L}\\p{N}])`, 'gu'), ([short = '']) => shorts[short] ?? short],
  [/(?<=\p{L})\/(?=\p{L})/gu, () => ' hoặc '],
  [/[()[\]“”"]/gu, () => ','],
  [/ ?[·•→] ?| [–—-] /gu, () => ', '],
  [/(?: ?,)+ ?([.,;:!?]|$)/gu, ([, sign = '']) => sign],
  [/ ?, ?/gu, () => ', '],
];

function plain(number: string): string {
  return sayNumber(whole(number));
}

function whole(number: string): number {
  return Number(number.replace(/[.,]/g, ''));
}

function month(number: string): string {
  return Number(number) === 4 ? 'tư' : plain(number);
}
