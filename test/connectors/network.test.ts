import { expect, test } from 'vitest';
import { networkOf } from '../../connectors/webchat/network.ts';

const key = Buffer.alloc(32, 1);
const same = (one: string, other: string) => networkOf(one, key) === networkOf(other, key);

test('an address is told by a token that says nothing of it', () => {
  const token = networkOf('203.0.113.5', key) ?? '';
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(token).not.toBe(networkOf('203.0.113.5', Buffer.alloc(32, 2)));
  expect(same('203.0.113.5', '203.0.113.6')).toBe(false);
});

test('an IPv4 address is the same however it is written', () => {
  expect(same('203.0.113.5', '::ffff:203.0.113.5')).toBe(true);
});

test.each([
  ['2001:db8:0:1::1', '2001:db8:0:1:ffff:ffff:ffff:ffff', true],
  ['2001:db8:0:1::1', '2001:0DB8:0000:0001:0000:0000:0000:0002', true],
  ['2001:db8::1', '2001:db8:0:0:5::', true],
  ['fe80::1%eth0', 'fe80::2', true],
  ['2001:db8:0:1::1', '2001:db8:0:2::1', false],
  ['::1', '1::', false],
])('the addresses of one household are one network: %s and %s: %s', (one, other, is) => {
  expect(same(one, other)).toBe(is);
});

test.each([undefined, '', 'unknown', '1.2.3'])('without an address there is none: %s', (address) => {
  expect(networkOf(address, key)).toBeUndefined();
});
