import { z } from 'zod';

const days = z.array(z.iso.date()).default([]);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM');

/** What an agency or the Government changes in a year's calendar: working days turned off, days off turned to work. `YYYY-MM-DD`. */
export type Overrides = { off: string[]; working: string[] };

/** One file of overrides. A word too many is a fault: a mistyped list would be silently empty. */
export const overridesSchema: z.ZodType<Overrides & { note: string }> = z
  .strictObject({ note: z.string().default(''), off: days, working: days })
  .refine(({ off, working }) => !off.some((date) => working.includes(date)), 'a day cannot be both off and working');

/**
 * The receiving office. `receivedUntil`: what comes later is dated the next working day; null where there is no such hour.
 * `opening`: the working hours that limits in hours are counted in, in order.
 */
export type Office = { receivedUntil: string | null; opening: [string, string][] };

export const usualOffice: Office = {
  receivedUntil: '15:00',
  opening: [
    ['07:30', '11:30'],
    ['13:30', '17:30'],
  ],
};

export const officeSchema: z.ZodType<Office> = z.strictObject({
  receivedUntil: time.nullable().default(usualOffice.receivedUntil),
  opening: z
    .array(z.tuple([time, time]))
    .min(1)
    .refine((periods) => periods.flat().every((one, at, all) => at === 0 || one > (all[at - 1] ?? '')), 'the hours must follow one another')
    .default(usualOffice.opening),
});
