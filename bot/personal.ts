/** Personal numbers, addresses and secrets masked, said in words too; the last digits of a number stay. Dossier and procedure codes stay. */
export function maskPersonal(text: string): string {
  return text
    .replace(address, '•••@•••')
    .replace(secret, (_, name: string) => `${name} •••`)
    .replace(phone, masked)
    .replace(identity, masked)
    .replace(spoken, '•••');
}

const address = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,190}\.\p{L}{2,}/gu;
const secret =
  /(?<![\p{L}\p{N}])((?:mã )?OTP|(?:mã |số )?pin|mã xác (?:thực|nhận)|mật khẩu|password|passcode)(?:\s*(?:là|la|is|của tôi là|[:=]))*\s*(?=\S*\d)\S{4,32}/giu;
// Up to two blanks, dots, slashes, brackets or dashes between the digits, as people write telephone numbers. A G or H before it makes an agency's code.
const between = '[ ./()\\u2010-\\u2015\\u2212-]{0,2}';
const phone = new RegExp(`(?<![\\d.-])(?<![GgHh])\\(?(?:\\+?84|0)(?:${between}\\d){8,10}(?![\\d.-]*\\d)`, 'gu');
const identity = /(?<![\p{N}.-])(?<![GgHh])(?:\d(?: ?\d){8,18}|0\d{2}(?:[.-]\d{3}){3})(?![\d.-]*\d)/gu;
// Nine digits said one after the other are no date, amount or part of a code.
const spoken =
  /(?<![\p{L}\p{N}])(?:(?:không|khong|một|mot|mốt|hai|ba|bốn|bon|tư|tu|năm|nam|lăm|lam|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin|linh|lẻ|mươi|muoi|mười)[\s,]+){8,}(?:không|khong|một|mot|mốt|hai|ba|bốn|bon|tư|tu|năm|nam|lăm|lam|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin|mươi|muoi|mười)(?![\p{L}\p{N}])/giu;

function masked(number: string): string {
  const digits = number.replace(/\D/g, '');
  return `${'•'.repeat(digits.length - 3)}${digits.slice(-3)}`;
}
