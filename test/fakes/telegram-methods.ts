import { z } from 'zod';
import { bad, type Chat, chatFor, messageFor, put, shown } from './telegram-chats.ts';
import { readHtml } from './telegram-html.ts';

export type Files = Map<string, { name: string; bytes: Uint8Array }>;
export type World = { chats: Map<number, Chat>; taps: Map<string, string | null>; files: Files; menus: Map<string, unknown> };
type Uploaded = Map<string, { name: string; bytes: Uint8Array }>;

// Strict objects: the platform overlooks a field that it does not know, we want to be told of it.
const keyboardSchema = z.strictObject({
  inline_keyboard: z.array(z.array(z.strictObject({ text: z.string().min(1), callback_data: z.string() })).max(8)),
});
const replySchema = z.strictObject({ message_id: z.number(), allow_sending_without_reply: z.boolean() });
const sendMessage = z.strictObject({
  chat_id: z.number(),
  text: z.string(),
  parse_mode: z.literal('HTML').optional(),
  link_preview_options: z.strictObject({ is_disabled: z.boolean() }).optional(),
  reply_markup: keyboardSchema.optional(),
  reply_parameters: replySchema.optional(),
});
const sendDocument = z.strictObject({
  chat_id: z.coerce.number(),
  document: z.string().startsWith('attach://'),
  caption: z.string().max(1_024).optional(),
  reply_parameters: replySchema.optional(),
});
const sendVoice = z.strictObject({
  chat_id: z.coerce.number(),
  voice: z.string().startsWith('attach://'),
  reply_parameters: replySchema.optional(),
});
const editMarkup = z.strictObject({ chat_id: z.number(), message_id: z.number(), reply_markup: keyboardSchema.optional() });
const editText = z.strictObject({ chat_id: z.number(), message_id: z.number(), text: z.string() });
const commandsSchema = z.strictObject({
  commands: z
    .array(z.strictObject({ command: z.string().regex(/^[a-z0-9_]{1,32}$/), description: z.string().min(1).max(256) }))
    .min(1)
    .max(100),
  language_code: z.string().length(2).optional(),
});

export const hookSchema = z.strictObject({
  url: z.string().startsWith('https://'),
  secret_token: z
    .string()
    .regex(/^[\w-]{1,256}$/)
    .optional(),
  allowed_updates: z.array(z.string()).optional(),
});
export const pollSchema = z.strictObject({
  offset: z.number().optional(),
  limit: z.number().min(1).max(100).optional(),
  timeout: z.number().min(0).max(50).optional(),
  allowed_updates: z.array(z.string()).optional(),
});

/** The methods of the Bot API that change or show something of the chats. Each throws `No` where the platform would refuse. */
export const methods: Record<string, (given: unknown, world: World, uploaded: Uploaded) => unknown> = {
  sendMessage: (given, { chats }) => {
    const { chat_id, text, parse_mode, reply_markup, reply_parameters } = read(sendMessage, given);
    const chat = chatFor(chats, chat_id);
    return put(chat, {
      text: seenText(text, parse_mode),
      buttons: buttonsIn(reply_markup),
      file: null,
      answers: reply_parameters?.message_id ?? null,
    });
  },
  sendDocument: (given, { chats }, uploaded) => {
    const { chat_id, document, caption = '', reply_parameters } = read(sendDocument, given);
    const chat = chatFor(chats, chat_id);
    const file = uploaded.get(document.slice('attach://'.length));
    if (file === undefined || file.bytes.length === 0) throw bad('file must be non-empty');
    return put(chat, { text: caption, buttons: [], file, answers: reply_parameters?.message_id ?? null });
  },
  sendVoice: (given, { chats }, uploaded) => {
    const { chat_id, voice, reply_parameters } = read(sendVoice, given);
    const chat = chatFor(chats, chat_id);
    const file = uploaded.get(voice.slice('attach://'.length));
    if (chat.noVoice) throw bad('VOICE_MESSAGES_FORBIDDEN');
    // Anything else would be shown as a document.
    if (file === undefined || !Buffer.from(file.bytes.subarray(0, 100)).includes('OpusHead')) throw bad('a voice note is Ogg with Opus');
    return put(chat, { text: '', buttons: [], file, answers: reply_parameters?.message_id ?? null });
  },
  sendChatAction: (given, { chats }) => {
    const { chat_id } = read(z.strictObject({ chat_id: z.number(), action: z.literal('typing') }), given);
    chatFor(chats, chat_id).typing += 1;
    return true;
  },
  answerCallbackQuery: (given, { taps }) => {
    const { callback_query_id: id, text = '' } = read(
      z.strictObject({ callback_query_id: z.string(), text: z.string().max(200).optional() }),
      given,
    );
    if (taps.get(id) !== null) throw bad('query is too old and response timeout expired or query ID is invalid');
    taps.set(id, text);
    return true;
  },
  editMessageReplyMarkup: (given, { chats }) => {
    const { chat_id, message_id, reply_markup } = read(editMarkup, given);
    const chat = chatFor(chats, chat_id);
    const message = messageFor(chat, message_id);
    const buttons = buttonsIn(reply_markup);
    if (JSON.stringify(buttons) === JSON.stringify(message.buttons)) throw bad('message is not modified');
    message.buttons = buttons;
    return shown(chat, message);
  },
  editMessageText: (given, { chats }) => {
    const { chat_id, message_id, text } = read(editText, given);
    const chat = chatFor(chats, chat_id);
    const message = messageFor(chat, message_id);
    if (message.text === text && message.buttons.length === 0) throw bad('message is not modified');
    Object.assign(message, { text: seenText(text, undefined), buttons: [] });
    return shown(chat, message);
  },
  getFile: (given, { files }) => {
    const { file_id } = read(z.strictObject({ file_id: z.string() }), given);
    const file = files.get(file_id);
    if (file === undefined) throw bad('invalid file_id');
    if (file.bytes.length > 20 * 1024 * 1024) throw bad('file is too big');
    return { file_id, file_unique_id: `u${file_id}`, file_size: file.bytes.length, file_path: `documents/${file_id}.bin` };
  },
  setMyCommands: (given, { menus }) => {
    const { commands, language_code = '' } = read(commandsSchema, given);
    menus.set(language_code, commands);
    return true;
  },
};

export function read<Shape>(schema: z.ZodType<Shape>, given: unknown): Shape {
  const result = schema.safeParse(given);
  if (!result.success)
    throw bad(`unexpected ${result.error.issues.map(({ path, code, message }) => `${path.join('.')} ${code} ${message}`).join(', ')}`);
  return result.data;
}

function seenText(text: string, mode: 'HTML' | undefined): string {
  const parsed = mode === 'HTML' ? readHtml(text) : { text };
  if ('fault' in parsed) throw bad(`can't parse entities: ${parsed.fault}`);
  if (parsed.text.trim() === '') throw bad('message text is empty');
  // Addresses of links are no part of the text that counts, so this is the stricter reading.
  if (parsed.text.length > 4_096) throw bad('message is too long');
  return parsed.text;
}

function buttonsIn(markup: z.infer<typeof keyboardSchema> | undefined): { text: string; callback_data: string }[][] {
  const rows = markup?.inline_keyboard ?? [];
  for (const { callback_data } of rows.flat()) {
    const bytes = Buffer.byteLength(callback_data);
    if (bytes < 1 || bytes > 64) throw bad('BUTTON_DATA_INVALID');
  }
  if (rows.flat().length > 100) throw bad('REPLY_MARKUP_TOO_LONG');
  return rows;
}
