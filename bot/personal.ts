/** Personal numbers, addresses and secrets masked, said in words too; the last digits of a number stay. Dossier and procedure codes stay. */
export function maskPersonal(text: string): string {
  return maskSecrets(text.replace(address, '•••@•••'))
    .replace(phone, masked)
    .replace(identity, masked)
    .replace(long, masked)
    .replace(spoken, '•••');
}

/** What is named a PIN, a one-time code or a password masked, which nobody needs to know. */
export function maskSecrets(text: string): string {
  return text.replace(secret, (_, name: string) => `${name} •••`);
}

const address = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,190}\.\p{L}{2,}/gu;
// What is named a secret, whosoever's it is, and the word after it: one with a digit in it or, behind "là" or a colon, a sign. Letters alone are a question's words.
const secretName =
  '(?:(?:mã|ma) )?OTP|(?:(?:mã|ma|số|so) )?pin|(?:mã|ma) (?:xác|xac) (?:thực|nhận|thuc|nhan)|(?:mật khẩu|mat khau)(?: (?:vneid|email|zalo|facebook|dịch vụ công|dich vu cong|tài khoản|tai khoan))?|password|passcode';
const owner =
  '(?:\\s+(?:(?:của|cua|hồ sơ|ho so|tài khoản|tai khoan|of|mới|moi|cũ|cu)\\s+)*(?:tôi|toi|tui|em|mình|minh|con|cháu|chau|mẹ|me|bố|bo|vợ|vo|chồng|chong|anh|chị|chi|hồ sơ|ho so|tài khoản|tai khoan))?';
const secret = new RegExp(
  `(?<![\\p{L}\\p{N}])(${secretName})${owner}(?:(?:\\s*(?:là|la|is|[:=]))+\\s*(?=\\S*[\\d@#$%&*!])\\S{3,40}(?: \\d{2,6})*|\\s+\\d(?:[ .-]?\\d){2,11}(?![\\p{L}\\p{N}])|\\s+(?=\\S*\\d)\\S{4,40})`,
  'giu',
);
// Up to two blanks, dots, slashes, brackets or dashes between the digits, as people write telephone numbers. A G or H before it makes an agency's code.
const between = '[ ./()\\u2010-\\u2015\\u2212-]{0,2}';
const phone = new RegExp(`(?<![\\d.-])(?<![GgHh])\\(?(?:\\+?84|0)(?:${between}\\d){8,10}(?![\\d.-]*\\d)`, 'gu');
const identity = /(?<![\p{N}.-])(?<![GgHh])(?:\d(?: ?\d){8,18}|0\d{2}(?:[.-]\d{3}){3})(?![\d.-]*\d)/gu;
// No code of an office is that long a run of digits.
const long = /\d{20,}/g;
// Nine digits said one after the other are no date, amount or part of a code.
const spoken =
  /(?<![\p{L}\p{N}])(?:(?:không|khong|một|mot|mốt|hai|ba|bốn|bon|tư|tu|năm|nam|lăm|lam|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin|linh|lẻ|mươi|muoi|mười)[\s,]+){8,}(?:không|khong|một|mot|mốt|hai|ba|bốn|bon|tư|tu|năm|nam|lăm|lam|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin|mươi|muoi|mười)(?![\p{L}\p{N}])/giu;

function masked(number: string): string {
  const digits = number.replace(/\D/g, '');
  return `${'•'.repeat(digits.length - 3)}${digits.slice(-3)}`;
}
