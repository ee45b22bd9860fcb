import { describe, expect, it } from 'vitest';
import { indexPending, readDocuments } from '../../knowledge/indexer.ts';
import { publish } from '../../knowledge/publish.ts';
import { kinds } from '../support/databases.ts';
import { draftOf, portalRecord, portalRecords } from '../support/portal-records.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('the indexer on $name', (kind) => {
  const database = useDatabase(kind);
  type Row = { place: string; text: string; embedding: string | null };
  const passages = async (id: string): Promise<Map<string, Row>> => {
    const { rows } = await database.pool.query<Row>(
      `select section || ' ' || ordinal as place, text, embedding::text as embedding from passages where procedure_id = $1 order by section, ordinal`,
      [id],
    );
    return new Map(rows.map((row) => [row.place, row]));
  };
  const embed = (id: string) =>
    database.pool.query(`update passages set embedding = '[1,2,3]', embedding_model = 'test' where procedure_id = $1`, [id]);

  it('cuts what was published into passages that begin with the name of their procedure, and then has nothing to do', async () => {
    const record = portalRecord(1);
    await publish(database.pool, [draftOf(record)]);
    expect(await indexPending(database.pool)).toBe(1);
    const cut = await passages(record.id);
    expect([...cut.keys()]).toEqual(expect.arrayContaining(['documents 0', 'fee 0', 'duration 0', 'steps 0', 'conditions 0', 'result 0']));
    for (const { text } of cut.values()) expect(text.startsWith(`${record.name}\n`)).toBe(true);
    expect(cut.get('fee 0')?.text).toContain('12000 VND');
    expect(await indexPending(database.pool)).toBe(0);
  });

  it('rewrites only the passages that have changed: the others keep their embedding', async () => {
    const record = portalRecord(2);
    await publish(database.pool, [draftOf(record)]);
    await indexPending(database.pool);
    await embed(record.id);
    const before = await passages(record.id);
    await publish(database.pool, [draftOf({ ...record, requirementsAndConditions: 'Thuyền dài không quá chín mét.' })]);
    expect(await indexPending(database.pool)).toBe(1);
    const after = await passages(record.id);
    expect(after.get('conditions 0')).toMatchObject({ text: expect.stringContaining('chín mét'), embedding: null });
    expect(after.size).toBe(before.size);
    for (const [place, row] of before) if (place !== 'conditions 0') expect(after.get(place)).toEqual({ ...row, embedding: '[1,2,3]' });
  });

  it('drops the passages of a section that is gone, and those past its new end', async () => {
    const long = Array.from({ length: 60 }, (_, line) => `Bước ${line}: mang giấy số ${line} đến bến thuyền và chờ gọi tên.`).join('\n');
    const record = portalRecord(3, { executionSteps: [{ name: '', description: long }] });
    await publish(database.pool, [draftOf(record)]);
    await indexPending(database.pool);
    const pieces = [...(await passages(record.id)).values()].filter(({ place }) => place.startsWith('steps'));
    expect(pieces.length).toBeGreaterThan(1);
    for (const { text } of pieces) expect(text.length).toBeLessThanOrEqual(1_200 + record.name.length + 1);
    await publish(database.pool, [
      draftOf({ ...record, executionSteps: [{ name: '', description: 'Đến bến.' }], requirementsAndConditions: '' }),
    ]);
    await indexPending(database.pool);
    const after = await passages(record.id);
    expect([...after.keys()].filter((place) => place.startsWith('steps'))).toEqual(['steps 0']);
    expect(after.has('conditions 0')).toBe(false);
  });

  it('takes many in steps, tells how far it is, and is done with each step for good', async () => {
    await publish(
      database.pool,
      portalRecords(250).map((record) => draftOf({ ...record, id: `many-${record.id}` })),
    );
    const told: number[] = [];
    const broken = indexPending(database.pool, (done) => {
      told.push(done);
      if (told.length === 2) throw new Error('the process ends here');
    });
    await expect(broken).rejects.toThrow('the process ends here');
    expect(told).toEqual([100, 200]);
    expect(await indexPending(database.pool)).toBe(50);
  });

  it('marks what it has done as changed after the current revision', async () => {
    const { rows } = await database.pool.query<{ revision: number }>('select revision from library_state');
    const record = portalRecord(400);
    await publish(database.pool, [draftOf(record), draftOf(portalRecord(401, { isInternal: true }))]);
    await indexPending(database.pool);
    const documents = await readDocuments(database.pool, rows[0]?.revision ?? -1);
    const ids = documents.map((document) => document.id);
    expect(ids).toContain(record.id);
    expect(ids).not.toContain(portalRecord(401).id);
  });
});
