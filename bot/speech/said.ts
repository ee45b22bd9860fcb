/** How numbers are said: north "nghìn, linh, hai mươi tư"; centre "ngàn, lẻ, hai mươi tư"; south "ngàn, lẻ, hai mươi bốn". */
export type Region = 'north' | 'centre' | 'south';

/** A whole number from 0 up to 10^15, in words: "một triệu không trăm linh năm". */
export function sayNumber(value: number, region: Region = 'north'): string {
  if (!Number.isSafeInteger(value) || value < 0 || value > 1e15) throw new RangeError('only whole numbers from 0 to 10^15 are said');
  if (value === 0) return 'không';
  if (value >= 1e9) return [sayNumber(Math.floor(value / 1e9), region), 'tỷ', tail(value % 1e9, region)].filter(Boolean).join(' ');
  return groups(value, false, region);
}

/** Digits one by one: "không chín một hai". Other characters are left out. */
export function sayDigits(digits: string): string {
  return [...digits.replace(/\D/g, '')].map((digit) => names[Number(digit)]).join(' ');
}

/** A phone number with pauses: "không chín một hai, ba bốn năm, sáu bảy tám"; +84 is said as 0. Short numbers have none. */
export function sayPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^84(?=\d{9}$)/, '0');
  if (digits.length < 8) return sayDigits(digits);
  // No group of one: 8 are said as 4 and 4, 10 as 4, 3 and 3, 11 as 3, 4 and 4.
  const rest = digits.length % 3;
  const head = digits.slice(0, { 0: 3, 1: 4, 2: digits.length === 8 ? 4 : 3 }[rest]);
  const size = rest === 2 && digits.length < 12 ? 4 : 3;
  return [head, ...(digits.slice(head.length).match(new RegExp(`\\d{1,${size}}`, 'g')) ?? [])].map(sayDigits).join(', ');
}

/** A dossier or procedure code, digit by digit with pauses at its dashes: "hát bốn không chấm bảy, gạch ngang, …". */
export function sayCode(code: string): string {
  return (code.match(/[A-Za-z]|\d+|[.-]/g) ?? [])
    .map((part) => {
      if (part === '-') return ', gạch ngang, ';
      if (part === '.') return ' chấm ';
      return /\d/.test(part) ? sayDigits(part) : `${sayLetters(part)} `;
    })
    .join('')
    .replace(/ +/g, ' ')
    .replaceAll(' ,', ',');
}

/** Letters by their names: "tê tê". What has none is left out. */
export function sayLetters(word: string): string {
  return [...word.toUpperCase()]
    .map((letter) => letters[letter] ?? '')
    .filter(Boolean)
    .join(' ');
}

/** "hai trăm nghìn đồng". */
export function sayMoney(amount: number, region: Region = 'north'): string {
  return `${sayNumber(amount, region)} đồng`;
}

/** A calendar day given as `2026-04-15`: "ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi sáu". */
export function sayDate(day: string, region: Region = 'north'): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return `ngày ${sayNumber(date, region)} tháng ${month === 4 ? 'tư' : sayNumber(month, region)} năm ${sayNumber(year, region)}`;
}

const names = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const letters: Record<string, string> = Object.fromEntries(
  'A a,Ă á,Â ớ,B bê,C xê,D đê,Đ đê,E e,Ê ê,F ép,G gờ,H hát,I i,J gi,K ca,L lờ,M mờ,N nờ,O o,Ô ô,Ơ ơ,P pê,Q quy,R rờ,S sờ,T tê,U u,Ư ư,V vê,W vê kép,X xờ,Y i dài,Z dét'
    .split(',')
    .map((pair) => [pair.slice(0, 1), pair.slice(2)]),
);

/** Under 10^9; `full`: something was said before, so that empty hundreds are named. */
function groups(value: number, full: boolean, region: Region): string {
  const parts: string[] = [];
  for (const [scale, name] of [[1e6, 'triệu'] as const, [1e3, region === 'north' ? 'nghìn' : 'ngàn'] as const, [1, ''] as const]) {
    const group = Math.floor(value / scale) % 1000;
    if (group === 0) continue;
    parts.push(`${hundreds(group, full || parts.length > 0, region)} ${name}`.trim());
  }
  return parts.join(' ');
}

function tail(value: number, region: Region): string {
  return value === 0 ? '' : groups(value, true, region);
}

function hundreds(value: number, full: boolean, region: Region): string {
  const rest = value % 100;
  const head = value >= 100 || full ? [names[Math.floor(value / 100)], 'trăm'] : [];
  if (rest === 0) return head.join(' ');
  if (rest < 10 && head.length > 0) return [...head, region === 'north' ? 'linh' : 'lẻ', names[rest]].join(' ');
  return [...head, underHundred(rest, region)].join(' ');
}

function underHundred(value: number, region: Region): string {
  const unit = value % 10;
  const tens = Math.floor(value / 10);
  if (tens === 0) return names[unit] ?? '';
  const head = tens === 1 ? 'mười' : `${names[tens]} mươi`;
  if (unit === 0) return head;
  if (unit === 1 && tens > 1) return `${head} mốt`;
  if (unit === 4 && tens > 1 && region !== 'south') return `${head} tư`;
  return `${head} ${unit === 5 ? 'lăm' : names[unit]}`;
}
