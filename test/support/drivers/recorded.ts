import type { Reply } from '../../../bot/types.ts';
import type { RunningApp } from '../app.ts';

/** What was recorded as said to somebody, the oldest first; with an id, in reply to that message alone. */
export async function repliesIn({ app }: RunningApp, channel: string, person: string, id?: string): Promise<Reply[]> {
  const entries = await app.history.read(channel, person, 0, 1_000);
  return entries.flatMap(({ reply, messageId }) => (reply !== null && (id === undefined || messageId === id) ? [reply] : []));
}
