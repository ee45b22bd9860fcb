import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { emptyMemory } from '../../bot/memory.ts';
import type { NewPaper, Visitor } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import type { TurnResult } from '../../bot/types.ts';
import { createHistory } from '../../knowledge/conversations.ts';
import { createInbox } from '../../knowledge/inbox.ts';
import { paperSeal } from '../../knowledge/paper-seal.ts';
import { createPaperStore, forgetOldPapers, openPaper, papersOf } from '../../knowledge/papers.ts';
import { createUploads } from '../../knowledge/uploads.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

const most = { count: 3, bytes: 3_000 };

describe.each(kinds)('papers on $name', (kind) => {
  const database = useDatabase(kind);
  const open = async (key: Buffer | null = null) => {
    const { pool } = database;
    const seal = await paperSeal(pool, key);
    return { pool, seal, store: createPaperStore({ pool, seal }), uploads: createUploads({ pool, seal, most, room: 1_000_000 }) };
  };

  /** A conversation with one message, which waits for its turn. */
  async function someone(files: { ref: string; name: string; size: number }[] = [], person: string = randomUUID()) {
    const { pool } = database;
    const inbox = createInbox(pool);
    const id = randomUUID();
    const message = { channel: 'web', id, person, text: 'ảnh', ...(files.length > 0 && { files }) };
    const { conversation } = await inbox.accept(message, 'ảnh');
    const visitor: Visitor = { channel: 'web', person, network: null, message: id };
    const record = async (result: Partial<TurnResult>) => {
      await inbox.lease(conversation, 'a');
      const taken = await inbox.next(conversation, 'a');
      if (taken === null) throw new Error('no message waits');
      const replies = [plainReply('recorded', 'vâng')];
      await inbox.record(taken, conversation, 'a', { replies, memory: emptyMemory, notes: [], candidates: [], ...result }, 1);
      return taken.message;
    };
    return { visitor, from: { channel: 'web', person }, record };
  }

  test('are kept once for each source and once for the same bytes, and are listed by their owner', async () => {
    const { store } = await open();
    const { visitor } = await someone();
    const one = paper('ổ gà.jpg');
    expect(await store.keep(visitor, 'petition', one)).toBe('kept');
    expect(await store.keep(visitor, 'petition', one)).toBe('kept');
    expect(await store.keep(visitor, 'petition', { ...one, source: 'again' })).toBe('repeated');
    expect(await store.keep(visitor, 'case 1', { ...one, source: 'elsewhere' })).toBe('repeated');
    expect(await store.keep(visitor, 'case 1', paper('tờ khai.pdf', 'application/pdf'))).toBe('kept');
    expect(await store.list(visitor, 'petition')).toEqual([
      { id: expect.any(Number), name: 'ổ gà.jpg', type: 'image/jpeg', size: 500, pages: 1 },
    ]);
    expect(await store.list(visitor, 'case 1')).toHaveLength(1);
    expect(await store.counts(visitor)).toEqual({ loose: { images: 0, documents: 0 }, petition: { images: 1, documents: 0 } });
    expect(await store.has(visitor, one.source)).toBe(true);
    expect(await store.list((await someone()).visitor, 'petition')).toEqual([]);
  });

  test('stand in the database sealed, name and all, and the same bytes by the same token', async () => {
    const { store, uploads, pool } = await open();
    const { visitor, from } = await someone();
    const one = paper('CCCD Nguyễn Minh An.jpg');
    await store.keep(visitor, 'petition', one);
    await uploads.put(from, one.name, one.bytes);
    for (const table of ['papers', 'uploads']) {
      const { rows } = await pool.query(`select * from ${table}`);
      const whole = JSON.stringify(rows) + rows.map((row) => row.bytes.toString('latin1')).join();
      expect(whole).not.toContain('Minh An');
      expect(whole).not.toContain(Buffer.from(one.bytes).toString('latin1').slice(0, 20));
      expect(whole).not.toContain(one.sha256);
    }
  });

  test('go with the petition that is sent, in the very transaction, and open for staff', async () => {
    const { store, pool, seal } = await open();
    const { visitor, record } = await someone();
    const one = paper('ổ gà.jpg');
    await store.keep(visitor, 'loose', one);
    await record({ papers: [{ from: 'loose', to: 'petition' }] });
    expect((await store.counts(visitor)).petition).toEqual({ images: 1, documents: 0 });
    const code = `PA-${randomUUID()}`;
    const { record: send } = await someone([], visitor.person);
    await send({
      petition: { code, language: 'vi', text: 'ổ gà', place: '', happened: '', contact: null, files: false },
      papers: [{ from: 'petition', to: code }],
    });
    const [kept] = await papersOf(pool, seal, code);
    expect(kept).toMatchObject({ name: 'ổ gà.jpg', size: 500 });
    expect((await openPaper(pool, seal, code, kept?.id ?? 0))?.bytes?.equals(one.bytes)).toBe(true);
    expect(await openPaper(pool, seal, 'PA-OTHER', kept?.id ?? 0)).toBeNull();
    const stranger = await paperSeal(pool, randomBytes(32));
    expect((await openPaper(pool, stranger, code, kept?.id ?? 0))?.bytes?.equals(one.bytes)).toBe(true);
    await pool.query('delete from petitions where code = $1', [code]);
    expect(await papersOf(pool, seal, code)).toEqual([]);
  });

  test('sealed with a key of the operator open with no other', async () => {
    const { store, pool } = await open(randomBytes(32));
    const { visitor, record } = await someone();
    await store.keep(visitor, 'petition', paper('ổ gà.jpg'));
    const code = `PA-${randomUUID()}`;
    await record({
      petition: { code, language: 'vi', text: 'ổ gà', place: '', happened: '', contact: null, files: false },
      papers: [{ from: 'petition', to: code }],
    });
    const other = await paperSeal(pool, null);
    const [kept] = await papersOf(pool, other, code);
    expect(kept?.name).toBe('(not readable with this key)');
    expect((await openPaper(pool, other, code, kept?.id ?? 0))?.bytes).toBeNull();
  });

  test('are deleted when they are not wanted, and with the conversation, sent ones too', async () => {
    const { store, pool, seal, uploads } = await open();
    const { visitor, record, from } = await someone();
    await store.keep(visitor, 'petition', paper('một.jpg'));
    await record({ papers: [{ from: 'petition', to: null }] });
    expect(await store.list(visitor, 'petition')).toEqual([]);
    const code = `PA-${randomUUID()}`;
    await store.keep(visitor, 'petition', paper('hai.jpg'));
    await uploads.put(from, 'ba.jpg', randomBytes(100));
    await (await someone([], visitor.person)).record({
      petition: { code, language: 'vi', text: 'ổ gà', place: '', happened: '', contact: null, files: false },
      papers: [{ from: 'petition', to: code }],
    });
    await createHistory(pool).forget('web', visitor.person);
    expect(await papersOf(pool, seal, code)).toEqual([]);
    const { rows } = await pool.query('select from uploads where person = $1', [visitor.person]);
    expect(rows).toEqual([]);
  });

  test('that wait for their message belong to its sender, to one message, and go with its turn', async () => {
    const { uploads } = await open();
    const { from, record: first } = await someone();
    await first({});
    const bytes = randomBytes(700);
    const put = await uploads.put(from, 'ảnh.jpg', bytes);
    if (put.kind !== 'kept') throw new Error('not kept');
    const file = { ref: put.ref, name: 'ảnh.jpg', size: 700 };
    expect(await uploads.read(from, put.ref)).toBeNull();
    expect(await uploads.claim({ ...from, person: 'someone else' }, [put.ref], 'm0')).toBeNull();
    expect(await uploads.claim(from, [put.ref, 'no-such-file'], 'm1')).toBeNull();
    expect(await uploads.claim(from, [put.ref], 'm2')).toEqual([file]);
    expect(await uploads.claim(from, [put.ref], 'm3')).toBeNull();
    expect(await uploads.claim(from, [put.ref], 'm2')).toEqual([file]);
    await uploads.drop(from, put.ref);
    expect((await uploads.read(from, put.ref))?.equals(bytes)).toBe(true);
    expect(await uploads.read({ ...from, person: 'someone else' }, put.ref)).toBeNull();
    const { record, visitor } = await someone([file], from.person);
    expect((await record({})).files).toEqual([file]);
    expect(await uploads.read(from, put.ref)).toBeNull();
    expect(await uploads.claim(from, [put.ref], visitor.message)).toEqual([]);
  });

  test('that wait are limited for each person and for all, and a full disk is said, with nothing half', async () => {
    const { uploads, pool, store, seal } = await open();
    const { from, visitor } = await someone();
    for (let count = 0; count < 3; count += 1) expect((await uploads.put(from, 'a.jpg', randomBytes(10))).kind).toBe('kept');
    expect((await uploads.put(from, 'a.jpg', randomBytes(10))).kind).toBe('full');
    const { from: other } = await someone();
    expect((await uploads.put(other, 'a.jpg', randomBytes(3_001))).kind).toBe('full');
    const tight = createUploads({ pool, seal, most, room: 100 });
    expect((await tight.put(other, 'a.jpg', randomBytes(500))).kind).toBe('no-room');
    const nothingLeft = { pool, seal, most, room: 1_000_000, fits: async () => false };
    expect((await createUploads(nothingLeft).put(other, 'a.jpg', randomBytes(500))).kind).toBe('no-room');
    expect(await createPaperStore(nothingLeft).keep(visitor, 'petition', paper('a.jpg'))).toBe('no-room');
    await pool.query(`create function full_disk() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
    for (const table of ['uploads', 'papers'])
      await pool.query(`create trigger full_disk before insert on ${table} for each row execute function full_disk()`);
    expect((await uploads.put(other, 'a.jpg', randomBytes(500))).kind).toBe('no-room');
    expect(await store.keep(visitor, 'petition', paper('a.jpg'))).toBe('no-room');
    for (const table of ['uploads', 'papers']) await pool.query(`drop trigger full_disk on ${table}`);
    await pool.query('drop function full_disk');
    expect((await pool.query('select from uploads where person = $1', [other.person])).rows).toEqual([]);
    expect((await uploads.put(other, 'a.jpg', randomBytes(500))).kind).toBe('kept');
    expect(await store.list(visitor, 'petition')).toEqual([]);
  });

  test('are forgotten: what no message named and what belongs to nothing after a day, a petition not sent after 30, of a case with the case', async () => {
    const { store, uploads, pool } = await open();
    await pool.query('delete from uploads');
    await pool.query('delete from papers');
    const { visitor, from } = await someone();
    await uploads.put(from, 'a.jpg', randomBytes(10));
    await store.keep(visitor, 'loose', paper('b.jpg'));
    await store.keep(visitor, 'petition', paper('c.jpg'));
    const inCase = randomUUID();
    await pool.query(
      "insert into cases (id, code, conversation_id, form, state, body, revision) select $1, 'HS-1', id, 'x', 'open', '', 1 from conversations where person = $2",
      [inCase, visitor.person],
    );
    await store.keep(visitor, `case ${inCase}`, paper('d.jpg'));
    const after = (days: number) => new Date(Date.now() + days * 86_400_000 + 60_000);
    expect(await forgetOldPapers(pool, after(0))).toBe(0);
    expect(await forgetOldPapers(pool, after(1))).toBe(2);
    expect(await forgetOldPapers(pool, after(29))).toBe(0);
    expect(await forgetOldPapers(pool, after(30))).toBe(1);
    expect(await store.list(visitor, `case ${inCase}`)).toHaveLength(1);
    await pool.query('delete from cases where id = $1', [inCase]);
    expect(await forgetOldPapers(pool, after(0))).toBe(1);
  });
});

function paper(name: string, type: NewPaper['type'] = 'image/jpeg'): NewPaper {
  const bytes = randomBytes(500);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, type, pages: 1, size: bytes.length, sha256, source: randomUUID(), bytes };
}
