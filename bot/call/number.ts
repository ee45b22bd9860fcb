/**
 * A caller's number as it is dialled in Vietnam, digits alone: `0912345678`, an extension as it is, a foreign one after 00.
 * Null where it is withheld, however the telephone system says that.
 */
export function dialledNumber(from: string | null): string | null {
  const given = (from ?? '').trim().replace(/^sips?:|^tel:|@.*$|;.*$/g, '');
  const number = given.replace(/[\s().-]/g, '');
  if (!/^\+?\d{2,15}$/.test(number)) return null;
  const digits = number.replace(/^\+/, '');
  if (spelled.has(digits)) return null;
  if (/^(?:00)?84[2-9]\d{8,9}$/.test(digits)) return digits.replace(/^(?:00)?84/, '0');
  // Some trunks leave the first zero out.
  if (!number.startsWith('+') && /^(?:[35789]\d{8}|2\d{9})$/.test(digits)) return `0${digits}`;
  return number.startsWith('+') ? `00${digits}` : digits;
}

/** A number of Vietnam that can be called back, as somebody presses or says it; null for anything else. */
export function pressedNumber(text: string): string | null {
  const number = dialledNumber(text.replace(/[#*]/g, ''));
  return number !== null && /^0(?:[35789]\d{8}|2\d{9})$/.test(number) ? number : null;
}

/** Enough of a number to know one's own: its last three digits. */
export function tailOf(number: string): string {
  return number.slice(-3);
}

/** How clouds write "anonymous" where only digits fit: as it is spelled on the keys of a telephone. */
const spelled = new Set(['anonymous', 'restricted', 'blocked', 'unknown', 'unavailable'].map(onKeys));

function onKeys(word: string): string {
  const keys = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];
  return [...word].map((letter) => keys.findIndex((key) => key.includes(letter)) + 2).join('');
}
