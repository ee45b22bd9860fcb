import type { Rule } from './in-words-rules.ts';
import { sayDigits } from './said.ts';

/** Addresses of the web and of mail. A link is for tapping: it is not said. A bare name of a site or a mail address is. */
export const addressRules: Rule[] = [
  [/\(https?:\/\/[^)\s]*\)|https?:\/\/\S+/gu, () => ''],
  [/(?<![\p{L}\p{N}._+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-z]{2,10}(?![\p{L}\p{N}])/gu, ([address = '']) => sayAddress(address)],
  // The name of a file is for clicking, too.
  [/(?<![\p{L}\p{N}._-])[\p{L}\d_-][\p{L}\d._-]{0,150}\.(?:docx?|xlsx?|pdf|jpe?g|png|zip|rar)(?![\p{L}\p{N}])/giu, () => ''],
  [
    /(?<![\p{L}\p{N}.@-])(?:(trang |cổng )?(?:www\.)?)((?:[a-z0-9-]{1,63}\.){1,4}(?:vn|com|net|org|info|edu))(?![\p{L}\p{N}])(?:\/[^\s,;)]*)?/giu,
    ([, kind = '', site = '']) => {
      const known = sites[site.toLowerCase()];
      return known === undefined ? `${kind}${sayAddress(site)}` : `${kind.toLowerCase() === 'trang ' ? kind : ''}${known}`;
    },
  ],
];

const sites: Record<string, string> = {
  'dichvucong.gov.vn': 'Cổng dịch vụ công quốc gia',
  'dichvucong.bocongan.gov.vn': 'Cổng dịch vụ công Bộ Công an',
  'dichvucong.moj.gov.vn': 'Cổng dịch vụ công Bộ Tư pháp',
  'dangkykinhdoanh.gov.vn': 'Cổng thông tin quốc gia về đăng ký doanh nghiệp',
};

const names: Record<string, string> = {
  '@': 'a còng',
  '.': 'chấm',
  '-': 'gạch ngang',
  _: 'gạch dưới',
  '+': 'cộng',
  dichvucong: 'dịch vụ công',
  gov: 'gốp',
  vn: 'vê en',
  com: 'com',
  www: 'vê kép vê kép vê kép',
};

function sayAddress(address: string): string {
  return (address.toLowerCase().match(/[a-z]+|\d+|[^a-z\d]/g) ?? [])
    .map((part) => names[part] ?? (/\d/.test(part) ? sayDigits(part) : part))
    .join(' ');
}
