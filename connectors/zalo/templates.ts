import type { Delivery } from '../../bot/ports.ts';
import type { Reply } from '../../bot/types.ts';

/**
 * A message template that the platform has approved, and what stands for its parameters: `{code}` the dossier, `{status}` where it stands, `{text}`
 * the whole line, each with the most characters that it may have (`{status:30}`).
 */
export type Template = { id: string; data: Record<string, string> };

export const placeholders = ['code', 'status', 'text'] as const;
type Values = Record<(typeof placeholders)[number], string>;

/** Only news of a dossier goes by template; everything else waits for the person to write. */
export function isNews({ reply, inReplyTo }: Delivery): boolean {
  return inReplyTo === null && reply.kind === 'status' && reply.dossier !== null;
}

export function templateData({ data }: Template, reply: Reply): Record<string, string> {
  const values = valuesOf(reply);
  return Object.fromEntries(
    Object.entries(data).map(([name, text]) => [
      name,
      text.replace(/\{(code|status|text)(?::(\d+))?\}/g, (_, key: keyof Values, most?: string) => cut(values[key], Number(most ?? 100))),
    ]),
  );
}

/** The first line of a notice has the dossier and, behind it in bold, where it stands. */
function valuesOf({ text, dossier }: Reply): Values {
  const [line = ''] = text.split('\n');
  const status = [...line.matchAll(/\*\*([^*]+)\*\*/g)].map(([, bold = '']) => bold).find((bold) => bold !== dossier);
  const plain = line.replaceAll('**', '');
  return { code: dossier ?? '', status: status ?? plain, text: plain };
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
