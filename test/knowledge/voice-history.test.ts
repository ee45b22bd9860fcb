import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { emptyMemory } from '../../bot/memory.ts';
import { plainReply } from '../../bot/reply.ts';
import type { Memory, TurnResult } from '../../bot/types.ts';
import { createHistory } from '../../knowledge/conversations.ts';
import { createInbox } from '../../knowledge/inbox.ts';
import { createSeal } from '../../knowledge/seal.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('what the history keeps of a voice note, on $name', (kind) => {
  const used = useDatabase(kind);
  const seal = createSeal(randomBytes(32), 'cases');
  const filing = { filing: { case: randomUUID(), open: true } };

  /** A note that comes in with one memory, and is heard with a turn that may have left another. */
  async function spoken(before: Partial<Memory>, result: Partial<TurnResult>) {
    const inbox = createInbox(used.pool, seal);
    const person = randomUUID();
    const take = async (id: string, memory: Memory, more: Partial<TurnResult>, voice = {}) => {
      const { conversation } = await inbox.accept({ channel: 'telegram', id, person, text: '', ...voice }, '🎤');
      await inbox.lease(conversation, 'a');
      const taken = await inbox.next(conversation, 'a');
      if (taken === null) throw new Error('the message is not there');
      await inbox.record(
        taken,
        conversation,
        'a',
        { replies: [plainReply('answered', 'ạ')], memory, notes: [], candidates: [], ...more },
        1,
      );
      await inbox.release(conversation, 'a');
      return taken.message;
    };
    await take(randomUUID(), { ...emptyMemory, ...before }, {});
    const id = randomUUID();
    const message = await take(id, emptyMemory, result, { voice: { ref: 'file-1', seconds: 4 } });
    const entries = await createHistory(used.pool, seal).read('telegram', person, 0, 10);
    const { rows } = await used.pool.query<{ raw: string; body: unknown }>(
      `select entries::text as raw, inbox.body from entries join inbox on inbox.id = entries.inbox_id where message_id = $1 and sender = 'citizen'`,
      [id],
    );
    return { message, shown: entries.findLast(({ from }) => from === 'citizen')?.text, raw: rows[0]?.raw ?? '', body: rows[0]?.body };
  }

  it('is its words, masked like typed ones, and nothing of the note', async () => {
    const { message, shown, raw, body } = await spoken({}, { heard: { text: 'số 0912345678', shown: 'số •••••••678', personal: false } });
    expect(message.voice).toEqual({ ref: 'file-1', seconds: 4 });
    expect(shown).toBe('số •••••••678');
    expect(raw).not.toMatch(/0912345678|file-1|🎤/);
    expect(body).toBeNull();
  });

  it('is sealed in a filing', async () => {
    const { shown, raw } = await spoken(filing, { heard: { text: 'Nguyễn Thị Mẫu', shown: 'Nguyễn Thị Mẫu', personal: true } });
    expect(shown).toBe('Nguyễn Thị Mẫu');
    expect(raw).not.toContain('Mẫu');
  });

  it('is sealed where the turn was personal, with the rest of it', async () => {
    const { shown, raw } = await spoken({}, { personal: true, heard: { text: 'Nguyễn Thị Mẫu', shown: '••', personal: true } });
    expect(shown).toBe('Nguyễn Thị Mẫu');
    expect(raw).not.toContain('Mẫu');
  });

  it('is not sealed where the filing had been closed by the time it was heard', async () => {
    const { shown, raw } = await spoken(filing, { heard: { text: 'lệ phí', shown: 'lệ phí', personal: false } });
    expect(shown).toBe('lệ phí');
    expect(raw).toContain('lệ phí');
  });

  it('is the sign of a note where nobody heard it', async () => {
    expect((await spoken({}, {})).shown).toBe('🎤');
    expect((await spoken(filing, {})).shown).toBe('🎤');
  });
});
