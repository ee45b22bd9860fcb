import fc from 'fast-check';
import type { Block, Sheet } from '../../bot/forms/sheet.ts';

const syllables =
  'Nguyễn Trần Lê Phạm Huỳnh Hoàng Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Thị Văn Ngọc Hữu Đức Phước Quỳnh Thủy Thuỵ Hằng Ngữ Nghĩa Khuê Ưu Ước Ỷ Ẩn Ỡm Kỹ Mẫn Diễm Lượng Trưởng Y Niê Ƀuôn Kđăm Pơloong Hơ Siu Giàng Thào Vừ Quốc-Tử Đ’Lơ';
const syllable = fc.constantFrom(...syllables.split(' '));
/** Names as people have them, some long, some typed in decomposed letters. */
const name = fc
  .tuple(fc.array(syllable, { minLength: 1, maxLength: 14 }), fc.boolean())
  .map(([parts, decomposed]) => parts.join(' ').normalize(decomposed ? 'NFD' : 'NFC'));
const value = fc.oneof({ weight: 6, arbitrary: name }, fc.constant(''), fc.stringMatching(/^[a-z0-9.@/_-]{1,140}$/));
const label = name.map((text) => `${text.slice(0, 40)}:`);
const digits = fc.stringMatching(/^\d{0,14}$/);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: name }),
  fc.record({ kind: fc.constant('text' as const), text: name }),
  fc.record({ kind: fc.constant('line' as const), fields: fc.array(fc.record({ label, value }), { minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('digits' as const), label, value: digits, length: fc.integer({ min: 1, max: 12 }) }),
  fc.record({
    kind: fc.constant('boxes' as const),
    label,
    boxes: fc.array(fc.record({ text: name, ticked: fc.boolean() }), { minLength: 1, maxLength: 5 }),
  }),
  fc.integer({ min: 1, max: 6 }).chain((count) =>
    fc.record({
      kind: fc.constant('table' as const),
      columns: fc.array(fc.record({ title: name, width: fc.integer({ min: 1, max: 6 }) }), { minLength: count, maxLength: count }),
      rows: fc.array(fc.array(value, { minLength: count, maxLength: count }), { maxLength: 12 }),
    }),
  ),
);

export const anySheet: fc.Arbitrary<Sheet> = fc.record({
  code: fc.oneof(fc.stringMatching(/^MC-[0-9A-Z]{4}-[0-9A-Z]{4}$/), fc.constant('')),
  formNumber: fc.oneof(fc.constant(''), name),
  title: name,
  subtitle: fc.oneof(fc.constant(''), name),
  addressee: value,
  blocks: fc.array(block, { minLength: 1, maxLength: 25 }),
  placeAndDate: fc.oneof(fc.constant(''), name),
  signatures: fc.array(fc.record({ title: name, note: fc.oneof(fc.constant(''), name), name: fc.oneof(fc.constant(''), name) }), {
    maxLength: 5,
  }),
  foot: name,
});
