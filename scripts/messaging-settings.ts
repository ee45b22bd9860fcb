import { z } from 'zod';
import type { MessagingClient } from '../connectors/messaging/client.ts';
import { isPlainUrl } from './zalo-settings.ts';

type Given = Record<string, string | undefined>;
const list = 'MESSAGING_CLIENTS';
const parts = ['SECRET', 'CALLBACK', 'FILES', 'PER_SECOND'] as const;

const schema = z.object({
  SECRET: z.string().min(32, 'must have at least 32 characters'),
  CALLBACK: z.string().refine((text) => isPlainUrl(text), 'must be https://host, with a path at most'),
  FILES: z
    .string()
    .default('')
    .transform(words)
    .pipe(z.array(z.string().regex(/^\.?([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be names of hosts, such as files.example.vn .example.vn'))),
  PER_SECOND: z.coerce.number('must be a number').int('must be a whole number').min(1).max(10_000).default(50),
});

/**
 * Reads MESSAGING_CLIENTS, the names of programs that carry messages for us, and of each MESSAGING_<NAME>_SECRET, _CALLBACK, _FILES and _PER_SECOND.
 * Half-set is a fault that names what is missing.
 */
export function readMessagingSettings(given: Given): { clients: MessagingClient[]; faults: string[] } {
  const names = words(given[list] ?? '');
  const wrong = names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name) || name.length > 20);
  if (wrong.length > 0) return { clients: [], faults: [`${list}: must be names of small letters and hyphens, 20 characters at most`] };
  const read = names.map((name) => readClient(name, given));
  const faults = [...read.flatMap((each) => each.faults), ...strangers(names, given)];
  const clients = read.flatMap(({ client }) => (client === null ? [] : [client]));
  if (new Set(names).size < names.length) faults.push(`${list}: names a client twice`);
  // A message for one would be right for the other.
  if (new Set(clients.map(({ secret }) => secret)).size < clients.length) faults.push(`${list}: each client needs a secret of its own`);
  return { clients, faults };
}

function readClient(name: string, given: Given): { client: MessagingClient | null; faults: string[] } {
  const settingOf = (part: string) => `MESSAGING_${name.toUpperCase().replaceAll('-', '_')}_${part}`;
  const read = schema.safeParse(Object.fromEntries(parts.map((part) => [part, given[settingOf(part)]])));
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => {
      const setting = settingOf(String(path[0]));
      return given[setting] === undefined ? `${setting}: is needed, ${list} names ${name}` : `${setting}: ${message}`;
    });
    return { client: null, faults };
  }
  const { SECRET: secret, CALLBACK: callback, FILES: files, PER_SECOND: perSecond } = read.data;
  return { client: { name, secret, callback, files, perSecond }, faults: [] };
}

/** Settings of clients that the list lacks. */
function strangers(names: string[], given: Given): string[] {
  const known = new Set(names.flatMap((name) => parts.map((part) => `MESSAGING_${name.toUpperCase().replaceAll('-', '_')}_${part}`)));
  return Object.keys(given)
    .filter((setting) => /^MESSAGING_.+_(SECRET|CALLBACK|FILES|PER_SECOND)$/.test(setting) && !known.has(setting))
    .map((setting) => `${list}: does not name the client of ${setting}`);
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}
