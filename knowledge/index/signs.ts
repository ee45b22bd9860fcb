import { createPhrases } from './phrases.ts';
import type { Spelling } from './spelling.ts';

/**
 * What a question asks to be done, and for whom, as far as one word of it shows. The same table reads the names of procedures, so that the
 * ranking can compare: who asks to renew does not want the first issue, who shows no foreign sign does not want the foreign case.
 */
export const actions = {
  found: 'thành lập, mở, lập, cấp mới, lần đầu, đăng ký mới, set up, first time',
  reissue:
    'cấp lại, làm lại, đăng ký lại, bị mất, mất, đánh mất, rơi mất, làm rơi, thất lạc, bị rách, hư hỏng, bị hỏng, cháy, rách, cấp lại do mất, xin lại, in lại, mat, rach, bi mat, lost, replace, reissue',
  exchange: 'cấp đổi, đổi thẻ, đổi giấy, đổi bằng, đổi lại, cấp chuyển đổi, đổi, doi, hết hạn, exchange, expired',
  extend: 'gia hạn, kéo dài, sắp hết hạn, duy trì hiệu lực, extend, renew',
  change: 'thay đổi, điều chỉnh, sửa đổi, bổ sung, cải chính, đính chính, sửa, sua, chỉnh sửa, sai, ghi sai, cập nhật, change, correct',
  cancel:
    'xóa, xoá, hủy, huỷ, chấm dứt, giải thể, thu hồi, hủy bỏ, đóng cửa, ngừng hẳn, nghỉ hẳn, thôi hưởng, thôi quốc tịch, trả lại, cancel',
  suspend: 'tạm ngừng, tạm dừng, tạm nghỉ, tạm đình chỉ',
  copy: 'bản sao, sao lục, trích lục, sao y, copy',
  transfer: 'chuyển nhượng, sang tên, mua lại, tặng cho, thừa kế, chuyển quyền, bán lại, góp vốn, sáp nhập, chia, tách, hợp nhất',
  settle: 'khiếu nại, tố cáo, tranh chấp, hòa giải, kiến nghị, phản ánh, kiện',
} as const;

export const circles = {
  foreign:
    'nước ngoài, ngoại quốc, quốc tế, việt kiều, người tây, khách tây, ông tây, hàn quốc, nhật bản, đài loan, trung quốc, hoa kỳ, người mỹ, nước mỹ, sang mỹ, bên mỹ, quốc tịch mỹ, người pháp, nước pháp, sang pháp, bên pháp, quốc tịch pháp, người đức, nước đức, bên đức, úc, nước nga, người nga, canada, thái lan, lào, campuchia, người hàn, người nhật, ấn độ, singapore, foreign, foreigner, overseas, người anh, nước anh, quốc tịch anh, visa, thị thực, british, american, korean, japanese, chinese, french, german, australian, canadian, indian, expat, my country, vietnamese wife, vietnamese husband, vietnamese girlfriend, vietnamese boyfriend, vietnamese spouse, vietnamese fiancee',
  embassy: 'ở nước ngoài, tại nước ngoài, bên nước ngoài, sứ quán, embassy, consulate, living abroad, i live abroad',
  mission: 'cơ quan đại diện, đại sứ quán, lãnh sự quán, cơ quan lãnh sự',
  tax: 'thuế, hóa đơn, trước bạ, tax',
  customs: 'hải quan, xuất khẩu, nhập khẩu, tạm nhập, quá cảnh, xuất nhập khẩu, customs, import, export',
  company: 'công ty, doanh nghiệp, tnhh, cổ phần, company, enterprise',
  household: 'hộ kinh doanh, hộ kd, hkd, business household, household business',
  cooperative: 'hợp tác xã, tổ hợp tác, liên hiệp hợp tác xã, htx, cooperative',
  translator: 'người dịch, bản dịch, dịch thuật, translation, translator',
  army: 'đảng viên, tổ chức đảng, quân đội, quân nhân, sĩ quan, công an nhân dân, bộ đội, quốc phòng, bộ quốc phòng, quân nhân chuyên nghiệp, công nhân viên chức quốc phòng',
  bank: 'ngân hàng, tổ chức tín dụng, quỹ tín dụng, tài chính vi mô',
  zone: 'khu công nghiệp, khu kinh tế, khu chế xuất, khu công nghệ cao',
  ship: 'tàu biển, tàu cá, tàu bay, máy bay, phương tiện thủy, đường thủy, thuyền viên, hàng hải, tàu, ghe, thuyền, cảng',
  railway: 'đường sắt, tàu hỏa, toa xe',
  lifted: 'liên thông',
  mobile: 'lưu động, biên giới, cửa khẩu',
  investor: 'nhà đầu tư, dự án đầu tư, chủ đầu tư, dự án',
} as const;

/** The level that a name or a question states. */
export const levels = {
  ward: 'cấp xã, cấp phường',
  district: 'cấp huyện',
  province: 'cấp tỉnh',
  ministry: 'cấp trung ương, cấp bộ',
} as const;

export type Sign = keyof typeof actions | keyof typeof circles | keyof typeof levels;

// Looks like a sign and is none: a cost in time or money, a death.
const none =
  'mất bao lâu, mất bao nhiêu, mất mấy, mất phí, mất tiền, mất thời gian, mất công, mới mất, vừa mất, đã mất, mất rồi, mất năm, mất hôm, mất từ tuần, mất từ tháng, mất từ hôm, mất từ năm, mất tuần, mất tháng, mất được, mất hồi, bố mất, mẹ mất, ba mất, má mất, chồng mất, vợ mất, ông mất, bà mất, chi trả, trả lời, thay đổi lớn, phòng cháy, chữa cháy, rút gọn, đi nước ngoài, ra nước ngoài, trao đổi, mở rộng, thành lập trước';

// Who travels there is no foreigner for that.
const travelled =
  'hàn quốc, hàn, nhật bản, nhật, đài loan, trung quốc, mỹ, pháp, đức, úc, nga, canada, thái lan, lào, campuchia, singapore, ấn độ, anh'
    .split(', ')
    .flatMap((state) => ['đi', 'sang', 'qua', 'du học', 'du lịch'].map((going) => `${going} ${state}`))
    .join(', ');

/** All phrases of the tables. */
export const signWords = Object.values({ ...actions, ...circles, ...levels }).flatMap((list) =>
  list.split(',').map((phrase) => phrase.trim()),
);

/** Every sign's bit: actions, then circles, then levels. */
export const signBits = Object.fromEntries(Object.keys({ ...actions, ...circles, ...levels }).map((sign, at) => [sign, 1 << at])) as Record<
  Sign,
  number
>; // Object.fromEntries forgets its keys.

export const actionMask = maskOf(actions);
export const circleMask = maskOf(circles);
export const levelMask = maskOf(levels);

/** The signs that a row of syllables shows, as bits. */
export function signsOf(syllables: readonly Spelling[]): number {
  let bits = 0;
  for (const { value } of phrases.find(syllables)) bits |= value;
  return bits;
}

const phrases = createPhrases([
  ...`${none}, ${travelled}`.split(',').map((phrase) => [phrase.trim(), 0] as const),
  ...Object.entries({ ...actions, ...circles, ...levels }).flatMap(
    ([sign, list]) => list.split(',').map((phrase) => [phrase.trim(), signBits[sign as Sign]] as const), // keys of the tables above
  ),
]);

function maskOf(table: object): number {
  return Object.keys(table).reduce((mask, sign) => mask | signBits[sign as Sign], 0); // the tables' keys are signs
}
