import { expect, test } from 'vitest';
import { Later } from '../../bot/errors.ts';
import type { Delivery } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import { createPhoneChannel } from '../../connectors/hotline/phone-channel.ts';

const now = new Date('2026-11-23T08:00:30Z');
const deliveryOf = (person: string, at: string): Delivery => ({
  id: 1,
  channel: 'phone',
  person,
  conversation: 'c',
  reply: plainReply('answered', 'Không mất lệ phí.'),
  inReplyTo: 'm',
  at,
  done: 0,
});
const send = async (person: string, at: string) => {
  const counted: object[] = [];
  const channel = createPhoneChannel({
    answer: ({ person: who }) => who === 'here',
    now: () => now,
    meter: { count: (event, labels) => void counted.push({ event, ...labels }) },
  });
  await channel.send(deliveryOf(person, at), AbortSignal.timeout(1_000), async () => {});
  return counted;
};

test('an answer goes into the call of its person', async () => {
  expect(await send('here', '2026-11-23T08:00:29Z')).toEqual([]);
});

test('a call that another process may hold is left to it for half a minute', async () => {
  await expect(send('elsewhere', '2026-11-23T08:00:01Z')).rejects.toThrow(Later);
});

test('a call that is over is told nothing more, and that is counted', async () => {
  expect(await send('elsewhere', '2026-11-23T08:00:00Z')).toEqual([{ event: 'call-event', what: 'unheard' }]);
});
