import { z } from 'zod';
import { fileName, type MessageFile, paperLimits } from '../../bot/paper-types.ts';
import type { Language, Message } from '../../bot/types.ts';

/** Where something was said. Of a group `person` is whoever said it there; `chat` is where the answer goes. */
export type Where = { chat: number; user: number; isGroup: boolean; language: Language };

/** What an update tells, as far as we do something about it. `voice`: a voice message, or a recording. */
export type TelegramEvent =
  | ({
      kind: 'message';
      message: number;
      text: string;
      files: MessageFile[];
      voice: NonNullable<Message['voice']> | null;
      /** Pictures and documents that were sent together, each in a message of its own. */
      album: string | null;
      toUs: ToUs;
    } & Where)
  /** A button below message `message` was pressed; `label` null: the platform no longer shows which. */
  | ({ kind: 'tap'; id: string; message: number; data: string; label: string | null } & Where)
  /** Somebody has blocked us, or let us write again. */
  | ({ kind: 'blocked' } & Where)
  | { kind: 'ignored' };

/** What tells whether a message in a group is meant for us. Offsets are UTF-16 units of the text. */
export type ToUs = { entities: z.infer<typeof entitySchema>[]; answers: number | null };

export const allowedUpdates = ['message', 'callback_query', 'my_chat_member'] as const;

const id = z.number().int();
const userSchema = z.object({ id, is_bot: z.boolean().default(false), language_code: z.string().optional() });
const chatSchema = z.object({ id, type: z.string() });
const entitySchema = z.object({ type: z.string(), offset: id, length: id, user: z.object({ id }).optional() });
const fileSchema = z.object({ file_id: z.string(), file_size: z.number().optional(), file_name: z.string().optional() });
const soundSchema = z.object({ file_id: z.string(), duration: z.number().min(0).optional().catch(undefined) });
const messageSchema = z.looseObject({
  message_id: id,
  from: userSchema.optional(),
  chat: chatSchema,
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entitySchema).optional(),
  caption_entities: z.array(entitySchema).optional(),
  media_group_id: z.string().optional(),
  document: fileSchema.optional(),
  photo: z.array(fileSchema).optional(),
  voice: soundSchema.optional(),
  audio: soundSchema.optional(),
  reply_to_message: z.object({ from: z.object({ id }).optional() }).optional(),
});
const markupSchema = z.object({
  inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string().optional() }))),
});
const updateSchema = z.object({
  message: messageSchema.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: userSchema,
      message: z.object({ message_id: id, chat: chatSchema, reply_markup: markupSchema.optional() }).optional(),
      data: z.string().optional(),
    })
    .optional(),
  my_chat_member: z.object({ chat: chatSchema, from: userSchema, new_chat_member: z.object({ status: z.string() }) }).optional(),
});

const ignored: TelegramEvent = { kind: 'ignored' };

/** One update of the Bot API. What we have not asked for, what is edited, posts of channels and news of groups are ignored. */
export function readUpdate(update: unknown): TelegramEvent {
  const read = updateSchema.safeParse(update);
  if (!read.success) return ignored;
  const { message, callback_query: tap, my_chat_member: member } = read.data;
  if (message !== undefined) return messageOf(message);
  if (tap !== undefined) return tapOf(tap);
  if (member === undefined) return ignored;
  const where = whereOf(member.chat, member.from);
  return where !== null && !where.isGroup && member.new_chat_member.status === 'kicked' ? { kind: 'blocked', ...where } : ignored;
}

/** Anything of these was said by a person; all else is news of the chat. */
const contents = 'text caption document photo voice audio video video_note animation sticker location venue contact poll dice story'.split(
  ' ',
);

function messageOf(message: z.infer<typeof messageSchema>): TelegramEvent {
  const where = message.from === undefined ? null : whereOf(message.chat, message.from);
  if (where === null || !contents.some((name) => message[name] !== undefined)) return ignored;
  return {
    kind: 'message',
    ...where,
    message: message.message_id,
    text: message.text ?? message.caption ?? '',
    // What is shown or told to a whole group is no paper for us, and no voice note.
    files: where.isGroup ? [] : filesOf(message),
    voice: where.isGroup ? null : voiceOf(message),
    album: where.isGroup ? null : (message.media_group_id ?? null),
    toUs: { entities: message.entities ?? message.caption_entities ?? [], answers: message.reply_to_message?.from?.id ?? null },
  };
}

function voiceOf({ voice, audio }: z.infer<typeof messageSchema>): NonNullable<Message['voice']> | null {
  const sound = voice ?? audio;
  if (sound === undefined) return null;
  return { ref: sound.file_id, ...(sound.duration !== undefined && { seconds: sound.duration }) };
}

/** A photo comes in several sizes, the largest last. */
function filesOf({ document, photo }: z.infer<typeof messageSchema>): MessageFile[] {
  if (document !== undefined) return [fileOf(document, document.file_name ?? '')];
  const sizes = photo ?? [];
  const best = sizes.findLast(({ file_size: size = 0 }) => size <= paperLimits.bytes) ?? sizes[0];
  return best === undefined ? [] : [fileOf(best, 'ảnh.jpg')];
}

function fileOf({ file_id: ref, file_size: size = 0 }: z.infer<typeof fileSchema>, name: string): MessageFile {
  return { ref, name: fileName(name), size: Math.max(0, Math.trunc(size)) };
}

function tapOf({ id: tapId, from, message, data }: NonNullable<z.infer<typeof updateSchema>['callback_query']>): TelegramEvent {
  const where = message === undefined ? null : whereOf(message.chat, from);
  if (where === null || message === undefined || data === undefined) return ignored;
  const buttons = (message.reply_markup?.inline_keyboard ?? []).flat();
  const label = buttons.find((button) => button.callback_data === data)?.text ?? null;
  return { kind: 'tap', ...where, id: tapId, message: message.message_id, data, label };
}

/** Null: a channel, or another program. */
function whereOf(chat: z.infer<typeof chatSchema>, from: z.infer<typeof userSchema>): Where | null {
  if (from.is_bot || !['private', 'group', 'supergroup'].includes(chat.type)) return null;
  const language = from.language_code?.startsWith('en') ? 'en' : 'vi';
  return { chat: chat.id, user: from.id, isGroup: chat.type !== 'private', language };
}
