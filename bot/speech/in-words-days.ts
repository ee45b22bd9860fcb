import { end, type Rule, rule, start } from './in-words-rules.ts';
import { type Region, sayDate, sayNumber } from './said.ts';

/** Days, months and hours. What is no day of a calendar is left to the rules for numbers. */
export const dayRules = (region: Region): Rule[] => {
  const plain = (number: string): string => sayNumber(Number(number), region);
  const month = (number: string): string => (Number(number) === 4 ? 'tư' : plain(number));
  const day = (found: string, d: string, m: string, y: string): string =>
    isDay(d, m) ? sayDate(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`, region) : found;
  const short = (d: string, m: string): string => `ngày ${plain(d)} tháng ${month(m)}`;
  const hours = (hour: string, minute: string): string => `${plain(hour)} giờ${Number(minute) === 0 ? '' : ` ${plain(minute)}`}`;
  return [
    rule('((?:19|20)\\d{2})-(\\d{2})-(\\d{2})', ([found = '', y = '', m = '', d = '']) => day(found, d, m, y)),
    rule('(?:[Nn]gày )?(\\d{1,2}) ?([/.-]) ?(\\d{1,2}) ?\\2 ?(\\d{4})', ([found = '', d = '', , m = '', y = '']) => day(found, d, m, y)),
    rule('(?:[Nn]gày )(\\d{1,2})[/-](\\d{1,2})', ([found = '', d = '', m = '']) => (isDay(d, m) ? short(d, m) : found)),
    rule(
      '([Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ [Nn]hật)( |, ?)(\\d{1,2})/(\\d{1,2})',
      ([found = '', weekday = '', , d = '', m = '']) => (isDay(d, m) ? `${weekday} ${short(d, m)}` : found),
    ),
    rule('(từ|đến|tới|trước|sau|hết|qua)( hết)?(?: ngày)? (\\d{1,2})/(\\d{1,2})', ([found = '', word = '', all = '', d = '', m = '']) =>
      isDay(d, m) ? `${word}${all} ${short(d, m)}` : found,
    ),
    [
      new RegExp(`${start}(\\d{1,2})/(\\d{1,2})(?= ?(?:-|–|đến|tới) ?(?:hết )?(?:ngày )?\\d{1,2}[/ ])`, 'gu'),
      ([found = '', d = '', m = '']) => (isDay(d, m) ? short(d, m) : found),
    ],
    rule('(?:[Tt]háng )?(0?[1-9]|1[0-2])[/-]((?:19|20)\\d{2})', ([, m = '', y = '']) => `tháng ${month(m)} năm ${plain(y)}`),
    rule('([Qq]uý) (\\d|I{1,3}|IV)/((?:19|20)\\d{2})', ([, word = '', q = '', y = '']) => `${word} ${q} năm ${plain(y)}`),
    [new RegExp(`(?<=[Tt]háng )(0?4)${end}`, 'gu'), () => 'tư'],
    [/(?<=[Tt]hứ )[147](?![\p{L}\p{N}]|[.,/]\d)/gu, ([n = '']) => ({ 1: 'nhất', 4: 'tư', 7: 'bảy' })[n] ?? n],
    [/(?<=[\dhHg]) ?[-–—] ?(?=\d{1,2}(?:[hHg](?:\d{2})?|:\d{2}|giờ| giờ)(?!\p{L}))/gu, () => ' đến '],
    [
      /(?<![\p{L}\p{N}:.,/])(\d{1,2}):([0-5]\d)(?::[0-5]\d)?(?![\p{N}:])/gu,
      ([found = '', h = '', m = '']) => (Number(h) <= 24 ? hours(h, m) : found),
    ],
    [
      /(?<![\p{L}\p{N}:.,/])(\d{1,2})[hHg]([0-5]\d)(?:[p'’])?(?![\p{L}\p{N}])/gu,
      ([found = '', h = '', m = '']) => (Number(h) <= 24 ? hours(h, m) : found),
    ],
    [/(?<![\p{L}\p{N}:.,/])(\d{1,2}) ?giờ ([0-5]\d)(?: ?(?:phút|ph))?(?![\p{L}\p{N}]|[.,/]\d)/gu, ([, h = '', m = '']) => hours(h, m)],
    [/(?<![\p{L}\p{N}:.,/])(\d{1,3}) ?[hH](?![\p{L}\p{N}])/gu, ([, h = '']) => `${plain(h)} giờ`],
  ];
};

/** A day of some year. */
function isDay(day: string, month: string): boolean {
  const [d, m] = [Number(day), Number(month)];
  const longest = m === 2 ? 29 : [4, 6, 9, 11].includes(m) ? 30 : 31;
  return m >= 1 && m <= 12 && d >= 1 && d <= longest;
}
