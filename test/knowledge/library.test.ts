import pino from 'pino';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { indexPending, storeSnapshot } from '../../knowledge/indexer.ts';
import { type OpenLibrary, openLibrary } from '../../knowledge/library.ts';
import { publish } from '../../knowledge/publish.ts';
import { kinds, open } from '../support/databases.ts';
import { draftOf, type PortalJson, portalRecord } from '../support/portal-records.ts';
import { useDatabase } from '../support/use-database.ts';

const signal = AbortSignal.timeout(60_000);
const log = pino({ level: 'silent' });
/** Within two seconds on a quiet machine; a busy one is given more. */
const soon = { timeout: 15_000, interval: 50 };

describe.each(kinds)('the library on $name', (kind) => {
  const database = useDatabase(kind);
  const write = async (...records: PortalJson[]) => {
    // An editor is another process: on PostgreSQL a pool of its own, on PGlite there is but the one.
    const editor = kind.name === 'PostgreSQL' ? await open(database.place) : null;
    const pool = editor?.pool ?? database.pool;
    await publish(
      pool,
      records.map((record) => draftOf(record)),
    );
    await indexPending(pool);
    return { pool, close: async () => editor?.close() };
  };
  /** Published in whole, with a new snapshot. */
  const edit = async (...records: PortalJson[]) => {
    const { pool, close } = await write(...records);
    await storeSnapshot(pool);
    await close();
  };
  /** Published alone, without a new snapshot: laid over the index at hand. */
  const touch = async (...records: PortalJson[]) => {
    const { pool, close } = await write(...records);
    await pool.query('update library_state set revision = revision + 1');
    await close();
  };
  const library = async (): Promise<OpenLibrary> => {
    const opened = await openLibrary(database.pool, log);
    onTestFinished(() => opened.close());
    return opened;
  };
  const found = async (opened: OpenLibrary, question: string) => (await opened.search(question, 10, signal)).map((hit) => hit.id);

  const kayak = portalRecord(1, { name: 'Đăng ký thuyền kayak' });
  const office = portalRecord(2, { name: 'Kiểm kê áo phao nội bộ', type: 'STANDARD_INTERNAL', code: '9.777777' });
  beforeAll(() => edit(kayak, office));

  it('finds what is public, by words, by id and by code', async () => {
    const opened = await library();
    expect(await found(opened, 'đăng ký thuyền kayak')).toEqual([kayak.id]);
    const stored = await opened.procedure(kayak.id, signal);
    expect(stored).toMatchObject({ procedure: { name: kayak.name }, provenance: { origin: 'portal', version: 1, date: '2026-07-01' } });
    expect(await opened.byCode(kayak.code, signal)).toEqual([stored]);
    expect(await opened.procedure('no such id', signal)).toBeNull();
    expect(await opened.byCode('9.999999', signal)).toEqual([]);
  });

  it('keeps internal procedures and gives them to nobody', async () => {
    const { rows } = await database.pool.query('select kind, indexed_version from procedures where id = $1', [office.id]);
    expect(rows).toEqual([{ kind: 'internal', indexed_version: 1 }]);
    const opened = await library();
    expect(await found(opened, 'kiểm kê áo phao nội bộ 9.777777')).not.toContain(office.id);
    expect(await opened.procedure(office.id, signal)).toBeNull();
    expect(await opened.byCode(office.code, signal)).toEqual([]);
    expect(opened.size()).toBe((await database.pool.query(`select from procedures where kind <> 'internal'`)).rowCount);
  });

  it('puts the national procedure before the local one of the same code', async () => {
    const code = '9.888888';
    const local = portalRecord(3, { code, type: 'SPECIFIC', departmentPromulgateName: 'UBND tỉnh Mẫu', name: 'Thả diều' });
    const national = portalRecord(4, { code, name: 'Thả diều' });
    await edit(local, national);
    const opened = await library();
    expect((await opened.byCode(code, signal)).map(({ procedure }) => procedure.id)).toEqual([national.id, local.id]);
  });

  it('takes up by itself an edit that comes without a new snapshot', async () => {
    const opened = await library();
    const raft = portalRecord(10, { name: 'Cấp biển số bè nứa' });
    await touch(raft);
    await vi.waitFor(async () => expect(await found(opened, 'biển số bè nứa')).toContain(raft.id), soon);
    await touch({ ...raft, name: 'Cấp phù hiệu mảng luồng' });
    await vi.waitFor(async () => expect(await found(opened, 'phù hiệu mảng luồng')).toContain(raft.id), soon);
    expect(await opened.procedure(raft.id, signal)).toMatchObject({ procedure: { name: 'Cấp phù hiệu mảng luồng' } });
  });

  it('takes up by itself a new snapshot', async () => {
    const opened = await library();
    const buoy = portalRecord(11, { name: 'Thuê phao tiêu' });
    await edit(buoy);
    await vi.waitFor(async () => expect(await found(opened, 'thuê phao tiêu')).toContain(buoy.id), soon);
  });

  it('opens on a snapshot and what came after it', async () => {
    const anchor = portalRecord(12, { name: 'Kiểm định mỏ neo' });
    await touch(anchor);
    expect(await found(await library(), 'kiểm định mỏ neo')).toContain(anchor.id);
    expect(await found(await library(), 'đăng ký thuyền kayak')).toContain(kayak.id);
  });

  it.each([
    ['without a new snapshot', touch],
    ['with one', edit],
  ])('no longer finds a procedure that has become internal, published %s', async (how, put) => {
    const record = portalRecord(how === 'with one' ? 13 : 14, { name: 'Mượn mái chèo gỗ lim' });
    await put(record);
    const opened = await library();
    expect(await found(opened, 'mượn mái chèo gỗ lim')).toContain(record.id);
    await put({ ...record, isInternal: true });
    await vi.waitFor(async () => expect(await found(opened, 'mượn mái chèo gỗ lim')).not.toContain(record.id), soon);
    expect(await found(await library(), 'mượn mái chèo gỗ lim')).not.toContain(record.id);
  });

  it('builds the index from the records when the snapshot is of another version, cut short or missing', async () => {
    const { rows } = await database.pool.query<{ bytes: Buffer }>('select bytes from search_snapshots');
    const whole = rows[0]?.bytes ?? Buffer.alloc(0);
    const full = (await library()).size();
    expect(full).toBeGreaterThan(3);
    for (const bytes of [Buffer.from('of another version'), whole.subarray(0, whole.length - 9), Buffer.alloc(0)]) {
      await database.pool.query('update search_snapshots set bytes = $1', [bytes]);
      const opened = await library();
      expect(opened.size()).toBe(full);
      expect(await found(opened, 'đăng ký thuyền kayak')).toContain(kayak.id);
    }
    await database.pool.query('delete from search_snapshots');
    expect((await library()).size()).toBe(full);
    await storeSnapshot(database.pool);
  });
});
