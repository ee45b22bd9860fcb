import { z } from 'zod';
import type { MessageFile } from '../../bot/paper-types.ts';

/** What the platform tells. `ref` of a file is its address yet. `ignored`: what is new to us, what bots say, what is said in groups. */
export type BotUpdate =
  | { kind: 'message'; id: string; person: string; text: string; files: MessageFile[]; voice: string | null }
  | { kind: 'ignored' };

// Ids are strings; numbers are taken as a defence. Printable: they are kept.
const id = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^[\x21-\x7e]{1,200}$/));
const text = z.string().optional().catch(undefined);

const updateSchema = z.object({
  event_name: z.enum([
    'message.text.received',
    'message.image.received',
    'message.sticker.received',
    'message.voice.received',
    'message.unsupported.received',
  ]),
  message: z.object({
    message_id: id,
    text,
    caption: text,
    photo_url: text,
    photo: text,
    voice_url: text,
    from: z.object({ is_bot: z.boolean().optional().catch(undefined) }).optional(),
    chat: z.object({ id, chat_type: text }),
  }),
});

/** Documented wrapped in `{ok, result}`, seen in the field as it is: both are read. */
const wrapped = z.object({ ok: z.literal(true), result: z.unknown() });

export function readUpdate(body: unknown): BotUpdate {
  const read = updateSchema.safeParse(wrapped.safeParse(body).data?.result ?? body);
  if (!read.success) return { kind: 'ignored' };
  const { event_name: event, message } = read.data;
  if (message.from?.is_bot === true || message.chat.chat_type?.toUpperCase() === 'GROUP') return { kind: 'ignored' };
  const photo = message.photo_url ?? message.photo;
  return {
    kind: 'message',
    id: message.message_id,
    person: message.chat.id,
    // A sticker, and what the platform does not bring, say nothing: the dialogue answers that it has not understood.
    text: message.text ?? message.caption ?? '',
    files: event === 'message.image.received' && photo !== undefined ? [{ ref: photo, name: 'ảnh.jpg', size: 0 }] : [],
    voice: event === 'message.voice.received' ? (message.voice_url ?? null) : null,
  };
}
