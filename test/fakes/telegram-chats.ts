/** A message that our bot has sent, as it stands in the chat now. */
export type SentMessage = {
  id: number;
  at: number;
  text: string;
  buttons: { text: string; callback_data: string }[][];
  file: { name: string; bytes: Uint8Array } | null;
  /** The message that it answers. */
  answers: number | null;
};

export type Chat = {
  id: number;
  type: 'private' | 'supergroup';
  title: string;
  blocked: boolean;
  /** Of a group: our bot may not write there. */
  muted?: boolean;
  /** Their privacy takes no voice notes. */
  noVoice?: boolean;
  /** A bot cannot begin a conversation. */
  begun: boolean;
  lastId: number;
  sent: SentMessage[];
  typing: number;
};

/** What the platform says no with. */
export class No extends Error {
  readonly code: number;
  readonly retryAfter: number | null;
  constructor(code: number, description: string, retryAfter: number | null = null) {
    super(description);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export function bad(description: string): No {
  return new No(400, `Bad Request: ${description}`);
}

/** The chat that a call is about, where our bot may write. */
export function chatFor(chats: Map<number, Chat>, id: unknown): Chat {
  const chat = chats.get(Number(id));
  if (chat === undefined) throw bad('chat not found');
  if (chat.blocked) throw new No(403, 'Forbidden: bot was blocked by the user');
  if (chat.muted) throw bad('not enough rights to send text messages to the chat');
  if (!chat.begun) throw new No(403, "Forbidden: bot can't initiate conversation with a user");
  return chat;
}

export function messageFor(chat: Chat, id: unknown): SentMessage {
  const found = chat.sent.find((message) => message.id === Number(id));
  if (found === undefined) throw bad('message to edit not found');
  return found;
}

export function put(chat: Chat, message: Omit<SentMessage, 'id' | 'at'>): Record<string, unknown> {
  chat.lastId += 1;
  const sent = { ...message, id: chat.lastId, at: Date.now() };
  chat.sent.push(sent);
  return shown(chat, sent);
}

/** A message as the API gives it. */
export function shown(chat: Chat, { id, text, buttons, file }: SentMessage): Record<string, unknown> {
  return {
    message_id: id,
    date: 1_760_000_000,
    chat: { id: chat.id, type: chat.type },
    ...(file === null ? { text } : { caption: text, document: { file_id: `sent-${id}`, file_unique_id: `s${id}`, file_name: file.name } }),
    ...(buttons.length > 0 && { reply_markup: { inline_keyboard: buttons } }),
  };
}

export function newChat(id: number, type: Chat['type']): Chat {
  return { id, type, title: 'Nhóm thử', blocked: false, begun: false, lastId: 10, sent: [], typing: 0 };
}

export function from({ id, language }: { id: number; language: string }): Record<string, unknown> {
  return { id, is_bot: false, first_name: 'Mẫu', language_code: language };
}

export function chatIn({ id, type, title }: Chat): Record<string, unknown> {
  return type === 'private' ? { id, type, first_name: 'Mẫu' } : { id, type, title };
}
