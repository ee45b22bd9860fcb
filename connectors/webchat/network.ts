import { createHmac } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';

/** A token that stands for the network address of a request: the address itself is nowhere kept. Absent where there is none. */
export function networkOf(address: string | undefined, key: Buffer): string | undefined {
  const network = networkIn(address ?? '');
  return network === null ? undefined : createHmac('sha256', key).update(network).digest('base64url');
}

/** One household has the whole of a /64 in IPv6, and may change its address in it as it likes. */
function networkIn(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return null;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
