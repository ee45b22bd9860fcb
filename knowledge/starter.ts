import { z } from 'zod';
import { type Aspect, aspects, type Faq } from '../bot/types.ts';
import { procedureSchema } from './procedure.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const notes = z.partialRecord(z.enum(aspects), z.string().min(1)).default({});

/** One starter procedure: the record in our own words, and the plain explanation that stays beside the portal's record once imported. */
export const starterSchema = z.object({
  procedure: procedureSchema,
  /** How people call it, diacritics written: words for the search, not text for the reader. */
  alsoCalled: z.array(z.string().min(2)).min(4),
  plain: z.string().min(20),
  notes,
  english: z.object({ name: z.string().min(3), plain: z.string().min(20) }),
  /** The date of the record that the facts were taken from and compared with. */
  checked: day,
});
export type StarterEntry = z.infer<typeof starterSchema>;

export const faqSchema: z.ZodType<Faq> = z.object({
  id: z.string().regex(/^faq-[a-z0-9-]+$/),
  question: z.string().min(8),
  alsoAsked: z.array(z.string().min(4)).min(3),
  answer: z.string().min(20),
  english: z.object({ question: z.string().min(8), answer: z.string().min(20) }),
  code: z.string(),
  procedureId: z.string().min(1),
  aspect: z.enum(aspects) as z.ZodType<Aspect>,
  legalBases: z.array(z.object({ code: z.string(), name: z.string() })).min(1),
  date: day,
});
