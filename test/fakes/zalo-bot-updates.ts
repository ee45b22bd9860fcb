import { randomUUID } from 'node:crypto';

type Said = { text?: string; photo_url?: string; caption?: string; voice_url?: string; id?: string };

/** An update as the platform writes it. `date` is in milliseconds. */
export function updateOf(person: string, { id = randomUUID(), ...said }: Said, kind = 'text', chatType = 'PRIVATE'): object {
  return {
    event_name: `message.${kind}.received`,
    message: {
      message_id: id,
      date: Date.now(),
      message_type: kind === 'image' ? 'CHAT_PHOTO' : kind === 'voice' ? 'CHAT_VOICE' : 'CHAT_MESSAGE',
      ...said,
      from: { id: person, display_name: 'Mẫu', is_bot: false },
      chat: { id: person, chat_type: chatType },
    },
  };
}
