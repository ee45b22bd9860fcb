import type { IndexDocument } from './document.ts';

/** Facts of a record that speak for or against it when words alone do not decide, one bit each. */
export const traitBits = {
  local: 1,
  ward: 2,
  province: 4,
  ministry: 8,
  citizen: 16,
  enterpriseOnly: 32,
  foreignerOnly: 64,
  officialOnly: 128,
  named: 256,
} as const;

export function traitsOf(document: IndexDocument): number {
  let bits = document.kind === 'local' ? traitBits.local : 0;
  for (const level of document.levels) if (level !== 'other') bits |= traitBits[level];
  if (document.alsoCalled.length > 0) bits |= traitBits.named;
  const subjects = document.subjects.map((subject) => subject.normalize('NFC').toLowerCase());
  const citizen = subjects.some((subject) => subject.startsWith('công dân việt nam'));
  if (citizen) bits |= traitBits.citizen;
  else if (subjects.length > 0) {
    if (subjects.every((subject) => /doanh nghiệp|tổ chức|hợp tác xã/.test(subject))) bits |= traitBits.enterpriseOnly;
    if (subjects.every((subject) => /nước ngoài/.test(subject))) bits |= traitBits.foreignerOnly;
    if (subjects.every((subject) => /cán bộ|đảng/.test(subject))) bits |= traitBits.officialOnly;
  }
  return bits;
}
