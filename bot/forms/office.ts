import { z } from 'zod';
import type { Address } from '../places/places.ts';
import type { Answers, Form } from './form.ts';

const place = z.object({ code: z.string(), name: z.string() });
const addressSchema = z.object({ detail: z.string(), commune: place, province: place, was: z.string().exactOptional() });

/** Where a filing goes, by whom its form is addressed to; null where that was not answered, or the form goes to no commune. `live` by `liveAnswers`. */
export function officeOf(form: Form, live: Answers): Pick<Address, 'commune' | 'province'> | null {
  for (const [, id = ''] of form.sheet.addressee.matchAll(/\{([a-zA-Z0-9.]+)\|(?:commune|province)\}/g)) {
    const address = addressIn(live[id]?.value ?? '');
    if (address !== null) return { commune: address.commune, province: address.province };
  }
  return null;
}

/** The value of an answer to an address question; null for any other. */
export function addressIn(value: string): Address | null {
  if (!value.startsWith('{')) return null;
  try {
    const read = addressSchema.safeParse(JSON.parse(value));
    return read.success ? read.data : null;
  } catch {
    return null; // free text that begins with a brace
  }
}
