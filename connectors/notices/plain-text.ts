import type { Reply } from '../../bot/types.ts';

/** A reply as plain lines, for where nothing can be tapped: without the marks of bold. */
export function plainText({ text }: Reply): string {
  return text.replaceAll('**', '');
}
