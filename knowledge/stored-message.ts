import { z } from 'zod';
import type { Message } from '../bot/types.ts';

/** A message as the inbox keeps it until its turn. */
export const messageSchema: z.ZodType<Message> = z.object({
  channel: z.string(),
  id: z.string(),
  person: z.string(),
  text: z.string(),
  network: z.string().exactOptional(),
  files: z.array(z.object({ ref: z.string(), name: z.string(), size: z.number() })).exactOptional(),
  album: z.string().exactOptional(),
  voice: z.object({ ref: z.string(), seconds: z.number().exactOptional() }).exactOptional(),
  by: z.enum(['keys', 'speech']).exactOptional(),
  language: z.enum(['vi', 'en']).exactOptional(),
});
