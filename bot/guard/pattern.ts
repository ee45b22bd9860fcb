import { exactWords, fold, foldedWords, hasDiacritics } from '../text.ts';
import { spellOut } from '../understand/short-forms.ts';

/**
 * Patterns are written with their marks, one a line or `|` between them, tokens with blanks between:
 * `a/b_c` one of these words or runs of words, `<child>` a group below, `x?` may be missing, `…` up to three words of any kind,
 * `!x` not followed by x, `-x` not after x.
 */
export type Patterns = {
  /** Right with marks and without. */
  both?: string;
  /** Without marks these are ordinary words ("tự vẫn", "tư vấn"). */
  marked?: string;
  /** What stands for `marked` in a text without marks: neighbours make it clear. */
  unmarked?: string;
};

/** True when a pattern stands in the text as whole words. Words without marks count in any text: people leave some out. */
export function patternOf({ both = '', marked = '', unmarked = '' }: Patterns): (text: string) => boolean {
  const exact = compiled([both, marked].join('|'));
  const folded = compiled([both, unmarked].join('|'), fold);
  return (text) => {
    if (!hasDiacritics(text)) return folded.test(fold(spellOut(foldedWords(text))));
    const words = spellOut(exactWords(text));
    return exact.test(words) || folded.test(words);
  };
}

function compiled(patterns: string, spelt = asWritten): RegExp {
  const list = patterns.split(/[|\n]/).map((pattern) => pattern.trim());
  const sources = list.filter((pattern) => pattern !== '').map((pattern) => pattern.split(/\s+/).map((token) => tokenOf(token, spelt)));
  return sources.length === 0 ? /(?!)/ : new RegExp(`(?<= )(?:${sources.map((tokens) => tokens.join('')).join('|')})`, 'u');
}

function tokenOf(token: string, spelt: (text: string) => string): string {
  if (token === '…') return '(?:[^ ]+ ){0,3}';
  // What must not stand there is looked for in either spelling: a text with marks is asked both ways.
  if (token.startsWith('!')) return [asWritten, spelt].map((as) => `(?!${wordsOf(token.slice(1), as)})`).join('');
  if (token.startsWith('-')) return [asWritten, spelt].map((as) => `(?<! ${wordsOf(token.slice(1), as)})`).join('');
  return token.endsWith('?') ? `(?:${wordsOf(token.slice(0, -1), spelt)})?` : wordsOf(token, spelt);
}

function wordsOf(token: string, spelt: (text: string) => string): string {
  const words = token.replace(/<([a-z]+)>/g, (_, name: string) => groups[name] ?? name).replaceAll('_', ' ');
  return `(?:${spelt(words).split('/').join('|')}) `;
}

const asWritten = (text: string) => text;

const child =
  'bé/em_bé/cháu/con/trẻ/trẻ_con/trẻ_em/con_nít/đứa_bé/đứa_nhỏ/đứa_trẻ/đứa/thằng_bé/thằng_nhỏ/thằng_nhóc/thằng_cu/nhóc/con_bé/con_nhỏ/học_sinh/con_trai/con_gái';
const kin = 'mẹ/má/bố/ba/cha/tía/vợ/chồng/ông/bà/anh/chị/em/cô/chú/bác/dì/cậu/nội/ngoại/bạn/con/cháu/bé';
const groups: Record<string, string> = {
  child,
  kin,
  me: 'tôi/tui/em/mình/con/cháu/tao/tớ/chúng_tôi/tụi_tui',
  person: `${kin}/người/người_ta/tôi/tui/mình/nó/hàng_xóm/nhau/${child}`,
  man: 'chồng/vợ/bố/ba/cha/mẹ/má/dượng/bố_dượng/cha_dượng/mẹ_kế/dì_ghẻ/anh_ta/hắn/nó/thằng/tên/bọn/đám/kẻ/ông_ta/ổng/người_yêu/bạn_trai/chủ_trọ/giáo_viên/bảo_mẫu/hàng_xóm/say',
  // What is struck and is no blow: a price, a tax, a list.
  nostroke: 'giá/thuế/máy/dấu/mất/rơi/số/đàn/cá/bắt/sách/mục/hiệu/nghĩa/cho/sập/tráo/bạc/bài/vần/thức/đổi/lừa/giặc/tội/bóng/chặn',
  weapon: 'dao/mã_tấu/kiếm/súng/rìu/hung_khí/dao_phay/lưỡi_lê/gậy_sắt',
  water: 'sông/ao/giếng/kênh/hồ/nước/cống/mương/biển/hố/suối/vực/rạch/đập',
  poison:
    'thuốc_sâu/thuốc_trừ_sâu/thuốc_diệt_cỏ/thuốc_cỏ/thuốc_chuột/thuốc_ngủ/thuốc_độc/thuốc_tẩy/dầu_hỏa/dầu_hoả/xăng/axit/a_xít/nước_tẩy/nước_lau_sàn/hóa_chất/hoá_chất/lá_ngón',
  paper:
    'giấy/giấy_tờ/sổ/sổ_đỏ/sổ_đất/bằng/căn_cước/cccd/cmnd/thẻ/chứng_chỉ/khai_sinh/hộ_chiếu/hộ_khẩu/học_bạ/biển_số/tài_sản/hồ_sơ/bằng_lái',
};
