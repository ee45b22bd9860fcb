/**
 * Where a word may stand. Strong fields keep counts of 0–15 in 4 bits each, body fields 0–3 in 2 bits each (1, 2–3, 4 or more), so that a
 * posting of the long texts is one byte beside its document.
 */
export const strongFields = ['name', 'alsoCalled', 'results', 'keywords', 'field', 'issuer', 'code'] as const;
export const bodyFields = ['papers', 'conditions', 'steps', 'places'] as const;

export type StrongField = (typeof strongFields)[number];
export type BodyField = (typeof bodyFields)[number];
export type Field = StrongField | BodyField;

export function strongCount(mask: number, field: number): number {
  return (mask >>> (4 * field)) & 15;
}

export function bodyCount(mask: number, field: number): number {
  return (mask >>> (2 * field)) & 3;
}
