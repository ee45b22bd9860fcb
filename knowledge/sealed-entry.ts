import { z } from 'zod';
import type { HistoryEntry } from '../bot/ports.ts';
import type { Reply } from '../bot/types.ts';
import { replyKinds } from '../bot/types.ts';
import type { Seal } from './seal.ts';

const choice = z.object({ label: z.string(), say: z.string() });
const source = z.object({ code: z.string(), title: z.string(), section: z.string(), url: z.string(), date: z.string() });
const replySchema = z.looseObject({ kind: z.enum(replyKinds), text: z.string(), choices: z.array(choice), sources: z.array(source) });

/** What is shown where an entry was sealed with a key that is no longer there. */
const unreadable = '(…)';

/** An entry as it was said, for the one who said it and for whom it was said. */
export function unsealed<T extends Pick<HistoryEntry, 'text' | 'reply'>>(entry: T, sealed: string | null, seal: Seal | null): T {
  if (sealed === null) return entry;
  if (entry.reply === null) return { ...entry, text: seal?.open(sealed) ?? unreadable };
  const reply = unsealedReply(entry.reply, sealed, seal);
  return { ...entry, reply, text: reply.text };
}

export function unsealedReply(reply: Reply, sealed: string | null, seal: Seal | null): Reply {
  if (sealed === null) return reply;
  const text = seal?.open(sealed) ?? null;
  if (text === null) return { ...reply, text: unreadable };
  // It was a reply when it was sealed, and nobody without the key can have changed it.
  return { ...reply, ...(replySchema.parse(JSON.parse(text)) as Reply) };
}

/** What the history shows of a personal reply to whoever reads the database: what kind it is. */
export function shownReply(reply: Reply): Reply {
  return { kind: reply.kind, text: '', procedures: reply.procedures, aspect: null, sources: [], dossier: null, choices: [] };
}
