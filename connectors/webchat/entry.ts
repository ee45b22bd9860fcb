import type { HistoryEntry } from '../../bot/ports.ts';

/** The page makes its own message ids. Joined with the person, so that nobody can use up another's. */
export function ownId(person: string, id: string): string {
  return `${person.slice(0, 16)}:${id}`;
}

/** An entry as the page knows it: with the id that it made. */
export function pageEntry(entry: HistoryEntry): HistoryEntry {
  return { ...entry, messageId: entry.messageId.slice(entry.messageId.indexOf(':') + 1) };
}
