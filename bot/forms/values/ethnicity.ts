import { foldedWords } from '../../text.ts';
import { valueWording } from '../value-wording.ts';
import { bad, good } from './reading.ts';
import type { Reading } from './world.ts';

/** One of the 54 groups, under the name that papers carry. */
export function readEthnicity(text: string): Reading {
  let words = foldedWords(text).replace(behind, ' ');
  // "La Chí" begins with a word that is also said before a name.
  while (ethnicityIn(words.trim()) === null && before.test(words)) words = words.replace(before, ' ');
  const group = ethnicityIn(words.trim());
  return group === null ? bad(valueWording.ethnicity) : good(group, group);
}

/** `said`: folded words. */
export function ethnicityIn(said: string): string | null {
  return names.get(said.replaceAll(' ', '')) ?? null;
}

const before = /^ (?:da|dan toc|nguoi|toi|em|con|be|chau|vo|chong|me|bo|la|thuoc|ethnic|group) /;
const behind = / (?:(?:a|nhe|nha|ethnic|group|people) )+$/;

/** The list that the General Statistical Office decided on 2 March 1979, and how people write the names. */
const groups = `Kinh: viet, kinh viet
Tày: tay
Thái: thai, thai trang, thai den
Hoa: nguoi hoa, han, tau
Khmer: kho me, khome, kho mer, cambodian
Mường: muong
Nùng: nung
Mông: hmong, h mong, meo, mong trang, mong hoa, hmong
Dao: yao, man
Gia Rai: jarai, gia lai, j rai
Ngái: ngai
Ê Đê: ede, rade, e de
Ba Na: bahnar, bana
Xơ Đăng: xo dang, sedang
Sán Chay: san chay, cao lan, san chi, cao lan san chi
Cơ Ho: co ho, k ho, kho, koho
Chăm: cham, cham pa
Sán Dìu: san diu
Hrê: hre, h re
Mnông: mnong, m nong
Ra Glai: raglai, ra glay
Xtiêng: stieng, x tieng, s tieng
Bru Vân Kiều: bru, van kieu, bru van kieu
Thổ: tho
Giáy: giay
Cơ Tu: co tu, katu
Gié Triêng: gie trieng, gie
Mạ: ma, chau ma
Khơ Mú: kho mu, khmu
Co: cor
Tà Ôi: ta oi, taoi, pa co
Chơ Ro: cho ro, choro, chau ro
Kháng: khang
Xinh Mun: xinhmun, sinh mun
Hà Nhì: ha nhi
Chu Ru: churu
Lào: lao
La Chí: la chi
La Ha: laha
Phù Lá: phu la
La Hủ: la hu
Lự: lu
Lô Lô: lo lo
Chứt: chut, ruc
Mảng: mang
Pà Thẻn: pa then
Cờ Lao: co lao, gelao
Cống: cong
Bố Y: bo y
Si La: sila
Pu Péo: pu peo
Brâu: brau
Ơ Đu: o du
Rơ Măm: ro mam, romam`;

const names = new Map<string, string>();
for (const line of groups.split('\n')) {
  const [name = '', others = ''] = line.split(': ');
  for (const each of [name, ...others.split(', ')]) names.set(foldedWords(each).replaceAll(' ', ''), name);
}
/** The official names, in the order of the list. */
export const ethnicities = [...new Set(names.values())];
