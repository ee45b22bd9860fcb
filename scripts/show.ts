import type { Reply } from '../bot/types.ts';

/** A reply as lines for a terminal: text, files, sources, numbered choices. */
export function show(reply: Reply): string {
  const sources = reply.sources.map(
    (source) => `Nguồn: ${source.title} (${source.code}) · ${source.date.split('-').reverse().join('/')} · ${source.url}`,
  );
  const files = (reply.files ?? []).map(({ kind, label }) => `[${kind.toUpperCase()}] ${label}: tải ở trang trò chuyện trên web`);
  const choices = reply.choices.map((choice, place) => `[${place + 1}] ${choice.label}`);
  return [reply.text.replaceAll('**', ''), ...files, ...sources, choices.join('  ')].filter((line) => line !== '').join('\n');
}
