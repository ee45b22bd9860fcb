import { exactWords } from '../text.ts';
import type { Words } from '../wording.ts';

/**
 * What an official reason asks of a citizen, in plain words; at most two of them. It stands beside the official text, never instead of it, and adds no
 * fact: where no rule fits, the official words stand alone.
 */
export function plainReasons(official: string): Words[] {
  const words = exactWords(official);
  return reasons.flatMap(([pattern, plain]) => (pattern.test(words) ? [plain] : [])).slice(0, 2);
}

// Officials write with marks; without them "sơ đồ" (a drawing) would be "sổ đỏ" (a title deed).
const reasons: [RegExp, Words][] = [
  [
    / (có )?(chứng thực|công chứng|sao y) /,
    {
      vi: 'Bản sao có chứng thực là bản chụp có dấu và chữ ký của UBND xã, phường hoặc nơi công chứng. Bạn mang bản chính theo để họ so.',
      en: 'A certified copy is a photocopy stamped and signed by the commune or a notary. Take the original with you.',
    },
  ],
  [
    / (không rõ( nét)?|mờ|nhòe|nhoè|không đọc được|quét lại|scan lại|chụp lại|mất góc) /,
    {
      vi: 'Bản đã gửi khó đọc: bạn chụp hoặc quét lại cho rõ, đủ bốn góc, đủ các trang.',
      en: 'What was sent is hard to read: scan it again, sharp and whole, every page.',
    },
  ],
  [
    / (hết hạn|hết hiệu lực|quá hạn sử dụng|không còn hiệu lực|còn hiệu lực) /,
    { vi: 'Cần giấy còn hạn dùng thay cho giấy đã hết hạn.', en: 'A valid paper is needed instead of the one that has expired.' },
  ],
  [
    / (chưa ký|thiếu chữ ký|ký tên|chưa có chữ ký|ghi rõ họ tên) /,
    {
      vi: 'Giấy còn thiếu chữ ký: người đứng tên ký và ghi rõ họ tên.',
      en: 'A signature is missing: the person named signs and writes their full name.',
    },
  ],
  [
    / (đóng dấu|thiếu dấu|chưa có dấu|giáp lai) /,
    { vi: 'Giấy còn thiếu dấu: nơi cấp giấy đóng dấu giúp bạn.', en: 'A stamp is missing: the office that issued the paper puts it on.' },
  ],
  [
    / (kê khai (chưa|không|thiếu|sai|lại)|khai (thiếu|sai|chưa đúng|chưa đầy đủ)|tờ khai (chưa|còn thiếu|không|sai)|(bổ sung|điều chỉnh|sửa|sửa lại) tờ khai) /,
    {
      vi: 'Tờ khai còn chỗ thiếu hoặc sai: bạn điền lại những mục được nêu, giữ nguyên mục khác.',
      en: 'The form has a gap or a mistake: fill in the items named again and leave the others as they are.',
    },
  ],
  [
    / (không (trùng )?khớp|không thống nhất|chưa thống nhất|sai lệch|khác nhau) /,
    {
      vi: 'Thông tin trên các giấy tờ không giống nhau: cần giấy cho thấy bên nào đúng, hoặc sửa giấy bị sai.',
      en: 'The papers do not agree with each other: show which one is right, or have the wrong one corrected.',
    },
  ],
  [
    / ủy quyền | uỷ quyền /,
    {
      vi: 'Người đi làm thay cần giấy ủy quyền của người đứng tên hồ sơ.',
      en: 'Whoever acts for somebody else needs that person’s written authorisation.',
    },
  ],
  [
    / (bản chính|bản gốc|đối chiếu) /,
    {
      vi: 'Bạn mang bản chính đến để cán bộ xem và so với bản sao.',
      en: 'Take the original with you, so that the official can compare it with the copy.',
    },
  ],
  [
    / (nghĩa vụ tài chính|nộp phí|nộp lệ phí|lệ phí trước bạ|thuế|tiền sử dụng đất|biên lai) /,
    {
      vi: 'Bạn nộp khoản tiền theo thông báo của cơ quan và giữ biên lai.',
      en: 'Pay what the notice of the office says and keep the receipt.',
    },
  ],
  [
    / (bản vẽ|sơ đồ|mặt bằng) /,
    {
      vi: 'Bản vẽ cần được sửa: bạn đưa nội dung này cho người hay đơn vị đã vẽ.',
      en: 'The drawing has to be corrected: show these words to whoever drew it.',
    },
  ],
];
