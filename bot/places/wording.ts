import type { Language } from '../types.ts';

/** Behind an address that was told by an old name. */
export const formerly: Record<Language, (name: string) => string> = {
  vi: (name) => `(trước là ${name})`,
  en: (name) => `(formerly ${name})`,
};

/** Words for kinds of places as English puts them, behind the name: "Láng Ward". */
export const englishKinds: [start: string, behind: string][] = [
  ['Thành phố ', 'City'],
  ['Tỉnh ', 'Province'],
  ['Quận ', 'District'],
  ['Huyện ', 'District'],
  ['Thị xã ', 'Town'],
  ['Thị trấn ', 'Township'],
  ['Đặc khu ', 'Special Zone'],
  ['Phường ', 'Ward'],
  ['Xã ', 'Commune'],
];
