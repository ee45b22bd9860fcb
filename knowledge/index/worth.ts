import { bodyCount, bodyFields, strongCount, strongFields } from './fields.ts';
import { weights } from './weights.ts';

/** What one strong mark is worth: counts by field weight, the name's by its length, too. */
export function strongWorth(mask: number, nameLength: number): number {
  const long = 1 - weights.lengthShare + (weights.lengthShare * nameLength) / weights.nameLength;
  let worth = 0;
  for (let field = 0, rest = mask; rest !== 0; field++, rest >>>= 4) {
    const counted = strongCount(mask, field);
    if (counted > 0) worth += (weights.fields[strongFields[field] ?? 'name'] * Math.min(2, counted)) / (field === 0 ? long : 1);
  }
  return worth;
}

/** What a body mark of eight bits is worth, for all 256. */
export function bodyWorth(): Float32Array {
  return Float32Array.from({ length: 256 }, (_, mask) =>
    bodyFields.reduce((sum, field, at) => sum + weights.fields[field] * bodyCount(mask, at), 0),
  );
}
