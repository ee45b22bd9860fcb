import { createHash } from 'node:crypto';
import { groupParty, party } from './client.ts';
import type { ToUs, Where } from './updates.ts';

/** Who talks with us, as the assistant knows them: alone by their number, in a group by the group's and their own. */
export function conversationOf({ chat, user, isGroup }: Where): { channel: string; person: string } {
  return isGroup ? { channel: groupParty, person: `${chat}/${user}` } : { channel: party, person: String(user) };
}

/** The chat that answers go to. */
export function chatOf(person: string): number {
  return Number(person.split('/')[0]);
}

/**
 * The id of what was said: the same for an update that comes twice, another for each bot, and no number of a person in it. It ends with the
 * message's own number in its chat. Taps of one person of one button of one message are one.
 */
export function idOf(bot: number, chat: number, message: number, tap?: { user: number; data: string }): string {
  const place = digest(`${bot}:${chat}`);
  return tap === undefined ? `${place}.${message}` : `${place}.${message}.${digest(`${tap.user}:${tap.data}`)}`;
}

/** The message in its chat that an id stands for; null for a tap. */
export function messageIn(id: string): number | null {
  const number = /^[\w-]+\.(\d+)$/.exec(id)?.[1];
  return number === undefined ? null : Number(number);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** What a message in a group says to us, without our name; null where it is not meant for us: we are neither named in it nor answered by it. */
export function saidToUs(text: string, { entities, answers }: ToUs, me: { id: number; username: string }): string | null {
  const named = entities.filter(({ type, offset, length, user }) => {
    const words = text.slice(offset, offset + length).toLowerCase();
    return (type === 'mention' && words === `@${me.username.toLowerCase()}`) || (type === 'text_mention' && user?.id === me.id);
  });
  if (named.length === 0) return answers === me.id ? text : null;
  let rest = text;
  for (const { offset, length } of [...named].sort((a, b) => b.offset - a.offset))
    rest = rest.slice(0, offset) + rest.slice(offset + length);
  return rest.trim();
}
