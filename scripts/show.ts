import type { Reply } from '../bot/types.ts';
import { terminal } from '../connectors/render/capabilities.ts';
import { renderReply } from '../connectors/render.ts';

/** A reply as lines for a terminal: text, where its files are, numbered choices, sources. */
export function show(reply: Reply): string {
  return renderReply(reply, terminal)
    .flatMap((part) => (part.kind === 'text' ? [part.text] : []))
    .join('\n');
}
