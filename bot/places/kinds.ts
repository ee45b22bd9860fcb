import type { Level } from './directory.ts';
import { type Spelled, spell } from './spelling.ts';
import type { Word } from './words.ts';

/** A word for a kind of place: which levels it may name, and the kind; an empty kind leaves it open. */
export type Kind = { words: number; of: { level: Level; kind: string }[] };

/** The longest word for a kind that begins at a place, or null. Written with marks it must be marked right: "Phương Mai" is no "phường". */
export function kindAt(words: Word[], at: number): Kind | null {
  for (const length of [2, 1]) {
    const here = words.slice(at, at + length);
    if (here.length < length || here.slice(1).some((word) => word.parted)) continue;
    const known = table.get(here.map(({ key }) => key).join(' '));
    if (known !== undefined && here.every((word, i) => word.exact === word.key || word.exact === known.exact[i])) return known.kind;
  }
  return null;
}

/** "Quận Ba Đình" is told from "thị xã Ba Đồn": true where a longer word for a kind covers this word from before. */
export function isInsideKind(words: Word[], at: number): boolean {
  return at > 0 && (kindAt(words, at - 1)?.words ?? 0) > 1;
}

const table = new Map<string, { exact: string[]; kind: Kind }>();

function name(of: Kind['of'], ...forms: string[]): void {
  for (const form of forms) {
    const spelled: Spelled[] = form.split(' ').map(spell);
    const key = spelled.map((word) => word.key).join(' ');
    table.set(key, { exact: spelled.map(({ exact }) => exact), kind: { words: spelled.length, of } });
  }
}

name([{ level: 'commune', kind: 'xa' }], 'xã', 'x', 'commune');
name([{ level: 'commune', kind: 'phuong' }], 'phường', 'p', 'f', 'ph', 'ward');
name([{ level: 'commune', kind: 'thi tran' }], 'thị trấn', 'tt', 't t');
name([{ level: 'commune', kind: 'dac khu' }], 'đặc khu', 'đk');
name([{ level: 'district', kind: 'quan' }], 'quận', 'q');
name([{ level: 'district', kind: 'huyen' }], 'huyện', 'h');
name([{ level: 'district', kind: '' }], 'district');
name([{ level: 'district', kind: 'thi xa' }], 'thị xã', 'tx', 't x');
name(
  [
    { level: 'district', kind: 'thanh pho' },
    { level: 'province', kind: 'thanh pho' },
  ],
  'thành phố',
  'tp',
  't p',
);
name([{ level: 'province', kind: 'tinh' }], 'tỉnh', 't', 'province');
