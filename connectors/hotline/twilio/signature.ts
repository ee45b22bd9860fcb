import { createHmac, timingSafeEqual } from 'node:crypto';

/** The fields of a form in the order they came, names repeated where they were. */
export type Fields = Iterable<[name: string, value: string]>;

/**
 * `X-Twilio-Signature`: Base64 of the HMAC-SHA1, under the account's auth token, of the address as it was configured and of each field behind it, by
 * name: name and value, one behind the other. Of a name that comes several times each different value once.
 */
export function signatureOf(token: string, url: string, fields: Fields = []): string {
  const values = new Map<string, Set<string>>();
  for (const [name, value] of fields) values.set(name, (values.get(name) ?? new Set()).add(value));
  const message = [...values.keys()].sort().map((name) => [...(values.get(name) ?? [])].sort().map((value) => `${name}${value}`));
  return createHmac('sha1', token)
    .update(`${url}${message.flat().join('')}`)
    .digest('base64');
}

/** Whether it is Twilio that asks for this address. It signs the address with or without the usual port, and a socket's at times with a slash behind it. */
export function isSigned({ token, url, fields = [], header }: { token: string; url: string; fields?: Fields; header: string }): boolean {
  const all = [...fields];
  return spellings(url).some((spelling) => isSame(signatureOf(token, spelling, all), header));
}

function spellings(url: string): string[] {
  const [, scheme = '', host = '', rest = ''] = /^(\w+):\/\/([^/?]+)(.*)$/.exec(url) ?? [];
  const bare = host.replace(/:(80|443)$/, '');
  const port = scheme === 'https' || scheme === 'wss' ? 443 : 80;
  const hosts = bare.includes(':') ? [bare] : [bare, `${bare}:${port}`];
  const ends = scheme.startsWith('ws') && !rest.includes('?') ? [rest.replace(/\/$/, ''), `${rest.replace(/\/$/, '')}/`] : [rest];
  return hosts.flatMap((name) => ends.map((end) => `${scheme}://${name}${end}`));
}

/** In constant time. */
function isSame(right: string, given: string): boolean {
  const [one, other] = [Buffer.from(right), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
