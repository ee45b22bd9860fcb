import pino from 'pino';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { OperatorError } from '../../bot/errors.ts';
import { indexPending, storeSnapshot } from '../../knowledge/indexer.ts';
import { withLease } from '../../knowledge/lease.ts';
import { type OpenLibrary, openLibrary } from '../../knowledge/library.ts';
import type { EverydayName } from '../../knowledge/names.ts';
import { publish } from '../../knowledge/publish.ts';
import { seedStarter } from '../../knowledge/seed.ts';
import { addNames, namesOf, removeName } from '../../knowledge/staff-names.ts';
import { kinds, open } from '../support/databases.ts';
import { draftOf, portalRecord } from '../support/portal-records.ts';
import { useDatabase } from '../support/use-database.ts';

const signal = AbortSignal.timeout(60_000);
const log = pino({ level: 'silent' });
/** Within two seconds on a quiet machine; a busy one is given more. */
const soon = { timeout: 15_000, interval: 50 };
const says = (...phrases: string[]): EverydayName[] => phrases.map((phrase) => ({ phrase, kind: 'says' }));

describe.each(kinds)('names that staff add on $name', (kind) => {
  const database = useDatabase(kind);
  const kayak = portalRecord(1, { name: 'Đăng ký thuyền kayak' });
  const raft = portalRecord(2, { name: 'Cấp biển số bè nứa' });
  const office = portalRecord(3, { name: 'Kiểm kê áo phao', type: 'STANDARD_INTERNAL' });
  /** Another replica: on PostgreSQL with a pool of its own, on PGlite there is but the one. */
  const replica = async (): Promise<OpenLibrary> => {
    const other = kind.name === 'PostgreSQL' ? await open(database.place) : null;
    const library = await openLibrary(other?.pool ?? database.pool, log);
    onTestFinished(async () => {
      library.close();
      await other?.close();
    });
    return library;
  };
  const found = async (library: OpenLibrary, question: string) => (await library.search(question, 5, signal))[0]?.code;
  const staffNames = async (code: string) => (await namesOf(database.pool, code)).filter(({ origin }) => origin === 'staff');
  const revision = async () => (await database.pool.query('select revision from library_state')).rows[0].revision;

  beforeAll(async () => {
    await seedStarter(database.pool);
    await publish(
      database.pool,
      [kayak, raft, office].map((record) => draftOf(record)),
    );
    await indexPending(database.pool);
    await storeSnapshot(database.pool);
  });

  it('are found by every running replica, and no longer when they are removed', async () => {
    const [one, two] = [await replica(), await replica()];
    expect(await found(two, 'dán tem xuồng bơi tay')).not.toBe(kayak.code);
    expect(await addNames(database.pool, kayak.code, says('dán tem xuồng bơi tay'))).toEqual({ kind: 'added', warnings: [] });
    for (const library of [one, two])
      await vi.waitFor(async () => expect(await found(library, 'dán tem xuồng bơi tay')).toBe(kayak.code), soon);
    expect(await removeName(database.pool, kayak.code, 'dán tem xuồng bơi tay')).toBe('removed');
    for (const library of [one, two])
      await vi.waitFor(async () => expect(await found(library, 'dán tem xuồng bơi tay')).not.toBe(kayak.code), soon);
  });

  it('are there for a replica that starts later, and after a new snapshot', async () => {
    await addNames(database.pool, raft.code, [{ phrase: 'mảng luồng chở vịt', kind: 'event' }]);
    expect(await found(await replica(), 'mảng luồng chở vịt')).toBe(raft.code);
    await storeSnapshot(database.pool);
    expect(await found(await replica(), 'mảng luồng chở vịt')).toBe(raft.code);
  });

  it('survive another seeding of the shipped ones, with their kind, even one that ships the same name', async () => {
    await addNames(database.pool, raft.code, [{ phrase: 'biển bè', kind: 'result' }]);
    const before = await staffNames(raft.code);
    expect(before).toContainEqual({ phrase: 'biển bè', kind: 'result', origin: 'staff' });
    const code = '2.000117';
    const shipped = (await namesOf(database.pool, code)).filter(({ origin }) => origin === 'shipped');
    expect(new Set(shipped.map((name) => name.kind))).toEqual(new Set(['says', 'event', 'result']));
    const [own] = shipped;
    await database.pool.query(`update everyday_names set origin = 'staff' where code = $2 and phrase = $1`, [own?.phrase, code]);
    await database.pool.query(`update library_state set starter_digest = 'of another release'`);
    expect(await seedStarter(database.pool)).toBe(true);
    expect(await staffNames(raft.code)).toEqual(before);
    expect(await staffNames(code)).toEqual([{ ...own, origin: 'staff' }]);
    expect((await namesOf(database.pool, code)).length).toBe(shipped.length);
  });

  it('are refused all together with every fault told, and nothing is written', async () => {
    const before = await revision();
    const refused = await addNames(database.pool, kayak.code, says('tem xuồng', 'Tem thuyền thúng!', 'đăng ký thuyền kayak', 'tem xuồng'));
    expect(refused).toEqual({
      kind: 'refused',
      faults: [
        '"Tem thuyền thúng!" ends in punctuation',
        '"Tem thuyền thúng!" begins with a capital letter and is no proper name',
        '"đăng ký thuyền kayak" is the official name, which is found anyway',
        '"tem xuồng" is there already',
      ],
    });
    expect(await staffNames(kayak.code)).toEqual([]);
    expect(await revision()).toBe(before);
  });

  it.each([
    ['one that does not exist', '9.999999'],
    ['an internal one', office.code],
    ['no code at all', 'kayak'],
  ])('are for public procedures, not for %s', async (_what, code) => {
    expect(await addNames(database.pool, code, says('tem xuồng'))).toMatchObject({
      kind: 'refused',
      faults: [expect.stringContaining(code)],
    });
  });

  it('may be those of another procedure: that is told', async () => {
    await addNames(database.pool, raft.code, says('tem nổi trên sông'));
    expect(await addNames(database.pool, kayak.code, says('tem nổi trên sông'))).toEqual({
      kind: 'added',
      warnings: [`"tem nổi trên sông" is also a name of ${raft.code}`],
    });
  });

  it('alone can be removed: a shipped name stays, an unknown one is missing', async () => {
    const [shipped] = (await namesOf(database.pool, '1.001193')).filter(({ origin }) => origin === 'shipped');
    expect(await removeName(database.pool, '1.001193', shipped?.phrase ?? '')).toBe('shipped');
    expect(await namesOf(database.pool, '1.001193')).toContainEqual(shipped);
    expect(await removeName(database.pool, kayak.code, 'chưa ai gọi thế')).toBe('missing');
  });

  it('wait for an import to end: its snapshot might be made without them', async () => {
    const before = await staffNames(kayak.code);
    await withLease(database.pool, 'import', async () => {
      await expect(addNames(database.pool, kayak.code, says('bè chuối tập bơi'))).rejects.toThrow(OperatorError);
    });
    expect(await staffNames(kayak.code)).toEqual(before);
  });
});
