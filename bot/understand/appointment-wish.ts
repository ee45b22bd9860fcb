import { addDays, dateOf, dayNumber } from '../calendar/dates.ts';
import { foldedWords } from '../text.ts';

/** An appointment at a counter that somebody wants; `code`: the one they have. `day` is `YYYY-MM-DD`, `time` `HH:MM`, as far as they were said. */
export type AppointmentWish =
  | { kind: 'book'; day: string | null; time: string | null }
  | { kind: 'move'; code: string | null; day: string | null; time: string | null }
  | { kind: 'cancel' | 'list'; code: string | null };

/** `today` is `YYYY-MM-DD` in Vietnam. Null: it is about something else, such as a procedure in which an appointment stands. */
export function appointmentWishOf(text: string, today: string): AppointmentWish | null {
  const words = foldedWords(text);
  const code = codeShape.exec(text)?.[0].toUpperCase().replace(/\s/g, '') ?? null;
  if (cancelling.test(words)) return { kind: 'cancel', code };
  if (moving.test(words)) return { kind: 'move', code, ...momentIn(text, today) };
  if (listing.test(words) || (code !== null && words.trim().split(' ').length <= 6)) return { kind: 'list', code };
  return booking.test(words) && !elsewhere.test(words) ? { kind: 'book', ...momentIn(text, today) } : null;
}

/** True for a wish to come to a counter that names no matter: "đặt lịch", "lấy số ở phường Láng". */
export function isBareBooking(text: string): boolean {
  const words = foldedWords(text).replace(/ (?:o|tai|in|at) .*$/, ' ');
  return booking.test(words) && !elsewhere.test(words) && words.replace(booking, '  ').replace(besides, ' ').trim() === '';
}

/** A day and a time of day in a message: "24/11 lúc 8h30", "chiều mai 2 giờ". */
export function momentIn(text: string, today: string): { day: string | null; time: string | null } {
  // Separators of dates and times are lost in the folded words.
  const plain = ` ${foldedWords(text.replaceAll('/', ' ngan ').replaceAll(':', ' gio '))} `.replace(/\s+/g, ' ');
  return { day: dayIn(plain, today), time: timeIn(plain) };
}

function dayIn(words: string, today: string): string | null {
  const [, day, month, year] = / (\d{1,2}) (?:ngan|thang) (\d{1,2})(?: (?:ngan|nam) (\d{4}))? /.exec(words) ?? [];
  if (day !== undefined && month !== undefined) {
    const there = `-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const named = `${year ?? today.slice(0, 4)}${there}`;
    // A day without a year that is over is next year's.
    const date = year === undefined && named < today ? `${Number(today.slice(0, 4)) + 1}${there}` : named;
    return dateOf(dayNumber(date)) === date ? date : null;
  }
  if (/ (hom nay|sang nay|chieu nay|today) /.test(words)) return today;
  if (/ (ngay mai|sang mai|chieu mai|mai|tomorrow) /.test(words)) return addDays(today, 1);
  if (/ (ngay kia|ngay mot|mot|day after tomorrow) /.test(words) && / (ngay kia|ngay mot|day after tomorrow) /.test(words))
    return addDays(today, 2);
  const weekday = weekdays.findIndex((pattern) => pattern.test(words));
  if (weekday < 0) return null;
  // 1970-01-01 was a Thursday.
  const ahead = (weekday - ((dayNumber(today) + 3) % 7) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

const weekdays = [
  / (thu hai|thu 2|monday) /,
  / (thu ba|thu 3|tuesday) /,
  / (?<!so )(thu tu|thu 4|wednesday) (?!tu )/,
  / (thu nam|thu 5|thursday) /,
  / (thu sau|thu 6|friday) /,
  / (thu bay|thu 7|saturday) /,
  / (chu nhat|sunday) /,
];

function timeIn(words: string): string | null {
  const [, hour, minute, half] =
    / (\d{1,2}) ?(?:gio|h|g)(?: ?(\d{2})| (ruoi))? /.exec(words.replace(/(\d)(h|g)(\d{2})? /g, '$1 gio $3 ').replace(/ +/g, ' ')) ?? [];
  if (hour === undefined) return null;
  const afternoon = / (chieu|pm) /.test(words) && Number(hour) < 12;
  const hours = Number(hour) + (afternoon ? 12 : 0);
  const minutes = half === undefined ? Number(minute ?? 0) : 30;
  return hours > 23 || minutes > 59 ? null : `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

const codeShape = /\bLH\s?-\s?\d{6}\s?-\s?[A-Z0-9]{4}\b/i;
const cancelling =
  / (huy|xoa) (cai |cho toi |giup toi |giup )?(lich hen|lich|cuoc hen|hen|so thu tu)(?! su) | bo (cai |giup )?(lich hen|cuoc hen) | cancel (my |the )?(appointment|booking) /;
const moving =
  / (doi|doi lai|chuyen|doi sang) (cai |cho toi |giup toi |giup )?(lich hen|lich|gio hen|ngay hen|cuoc hen) | (change|move) (my |the )?(appointment|booking) /;
const listing =
  / lich hen (cua )?(toi|em|minh|chau) | (xem|kiem tra|tra) (lai )?(lich hen|cuoc hen|so thu tu) | my (appointment|appointments|booking) /;
const booking =
  / (dat|hen|xin|dang ky) (giup |giup toi |cho toi |truoc |mot )*(lich|cuoc hen|gio hen)(?! trinh| su) | (lay|boc|xin|lay giup toi) so (?=thu tu|xep hang|hen|online|truc tuyen|qua mang|truoc|o |tai |de |cho toi|nop|nhe|di |giup|phuong|xa |$)| (book|make|get) (an |my )?appointment | (take|get) a (queue )?number /;
const besides =
  /(?<= )(?:toi|minh|em|chau|muon|can|cho|xin|giup|voi|di|nhe|nha|a|duoc|khong|ko|k|hen|gap|thu tu|xep hang|online|truc tuyen|qua mang|truoc|nop|ho so|lam|giay to|thu tuc|viec|den|quay|mot cua|hom nay|ngay mai|mai|sang|chieu|please|i|want|to|would|like|d|for|me|an|a|can)(?= )/g;
/** Other people's diaries. */
const elsewhere =
  / (kham|chua benh|benh vien|bac si|sat hach|thi |dang kiem|tiem|tau |may bay|ve xe|phong van|xet nghiem|ho chieu o|dai su quan|thu ly|hoc |toa an) /;
