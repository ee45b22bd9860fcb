import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { endedNotice } from '../../bot/notices/ended.ts';
import type { Visitor } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import { createCallTexts } from '../../knowledge/call-texts.ts';
import { createOutbox } from '../../knowledge/outbox.ts';
import { createReceivers } from '../../knowledge/receivers.ts';
import { createSeal } from '../../knowledge/seal.ts';
import { createSubscriptions } from '../../knowledge/subscriptions.ts';
import { kinds } from '../support/databases.ts';
import { newCode, visitorIn } from '../support/followers.ts';
import { useDatabase } from '../support/use-database.ts';

const number = '0912345678';

describe.each(kinds)('text messages that callers ask for, on $name', (kind) => {
  const database = useDatabase(kind);
  const seal = createSeal(randomBytes(32), 'notices');
  let visitor: Visitor;
  let calling: string | null;
  beforeEach(async () => {
    await database.pool.query('truncate codes_sent, left_addresses');
    await database.pool.query(`delete from conversations where channel in ('phone', 'sms')`);
    visitor = await visitorIn(database.pool, 'phone');
    calling = number;
  });
  const texts = () =>
    createCallTexts({ pool: database.pool, seal, numberOf: async (person) => (person === visitor.person ? calling : null) });
  const newMessage = (who = visitor): Visitor => ({ ...who, message: randomUUID() });
  const send = (who = newMessage(), given: string | null = null) => texts().send(who, plainReply('answered', 'Miễn phí.'), given);
  const due = () => createOutbox(database.pool).due('sms', randomUUID(), 50);
  const receivers = () => createReceivers({ pool: database.pool, seal, endedNotice });

  it('are kept to be sent once for each message, to the number that calls', async () => {
    const own = newMessage();
    expect([await send(own), await send(own)]).toEqual(['sent', 'sent']);
    const [delivery, ...others] = await due();
    expect(others).toEqual([]);
    expect(delivery).toMatchObject({ channel: 'sms', reply: { kind: 'answered', text: 'Miễn phí.' }, inReplyTo: null });
    expect(await receivers().of(delivery?.person ?? '')).toMatchObject({ address: number, confirmed: true, code: null });
  });

  it('go to the number that was pressed instead', async () => {
    calling = null;
    expect(await send()).toBe('no-number');
    expect(await send(newMessage(), '0987654321')).toBe('sent');
    const [delivery] = await due();
    expect((await receivers().of(delivery?.person ?? ''))?.address).toBe('0987654321');
  });

  it.each(['02438252525', '1022', '0084912345678', ''])('do not go where none arrive: %s', async (other) => {
    calling = other;
    expect(await send()).toBe('no-number');
    expect(await due()).toEqual([]);
  });

  it('leave no number behind that could be read', async () => {
    await send();
    const kept = await Promise.all(
      ['conversations', 'notice_addresses', 'codes_sent', 'entries', 'outbox'].map(
        async (table) => (await database.pool.query(`select * from ${table}`)).rows,
      ),
    );
    expect(JSON.stringify(kept)).not.toContain('912345678');
  });

  it('are so many for one number, whoever calls, and so many for one call', async () => {
    for (let round = 1; round <= 3; round += 1) expect(await send()).toBe('sent');
    expect(await send()).toBe('limited');
    const other = await visitorIn(database.pool, 'phone');
    expect(await send(newMessage(other), number)).toBe('limited');
    for (const [place, to] of ['0971111111', '0972222222', '0973333333'].entries())
      expect(await send(newMessage(), to)).toBe(place < 2 ? 'sent' : 'limited');
  });

  it('do not go to who has ended them', async () => {
    await send();
    expect(await receivers().leaveNumber(number, randomUUID())).toBe(true);
    expect(await send()).toBe('off');
  });

  it('prove nothing: notices need their own code', async () => {
    await send();
    const subscriptions = createSubscriptions({ pool: database.pool, seal, ways: ['sms'] });
    const known = { code: newCode(), source: 'tinh', status: 4, statusText: '' };
    expect(await subscriptions.follow(newMessage(), known, 'vi', subscriptions.seal('sms', number))).toBe('unconfirmed');
  });
});
