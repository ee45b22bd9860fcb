import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCalls } from '../../knowledge/calls.ts';
import { recordingSeal } from '../../knowledge/recording-seal.ts';
import { createRecordings, forgetOldRecordings, hearRecordings } from '../../knowledge/recordings.ts';
import { sealFor } from '../../knowledge/seals.ts';
import { counting } from '../fakes/meter.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

const key = randomBytes(32);

describe.each(kinds)('recordings on $name', (kind) => {
  const database = useDatabase(kind);
  const recordings = async (own: Buffer | null = key) =>
    createRecordings({ pool: database.pool, seal: await recordingSeal(database.pool, own) });
  const heard = async (own: Buffer | null = key) => {
    const { rows } = await database.pool.query<{ id: number }>('select id from calls');
    const found = await hearRecordings(database.pool, await recordingSeal(database.pool, own), rows[0]?.id ?? 0, 'Lan');
    return Promise.all(found.map(({ pieces }) => allOf(pieces())));
  };
  beforeEach(async () => {
    await database.pool.query('delete from calls');
    const calls = createCalls({ pool: database.pool, seal: await sealFor(database.pool, key, 'calls'), replica: 'a', meter: counting() });
    await calls.begin({ call: 'a call', system: 'asterisk', from: null, to: '1900', turn: 1 });
  });

  it('are heard piece by piece, whole so far though nobody has ended them: their process may have died', async () => {
    const port = await recordings();
    const pieces = [Buffer.from('first'), Buffer.from('second'), Buffer.from('third')];
    const id = (await port.begin('a call')) ?? '';
    for (const number of [0, 2, 1, 1]) await port.append(id, number, pieces[number] ?? Buffer.alloc(0));
    const again = (await port.begin('a call')) ?? '';
    await port.append(again, 0, Buffer.from('another'));
    expect(await heard()).toEqual([pieces, [Buffer.from('another')]]);
    const { rows } = await database.pool.query('select opened_by from recording_openings');
    expect(rows).toEqual([{ opened_by: 'Lan' }, { opened_by: 'Lan' }]);
  });

  it('are of calls that are known', async () => {
    expect(await (await recordings()).begin('unknown')).toBeNull();
  });

  it('stand in the database where nobody hears them without the key, and no piece can be put elsewhere', async () => {
    const port = await recordings();
    const id = (await port.begin('a call')) ?? '';
    const sound = Buffer.from('what was said aloud');
    await port.append(id, 0, sound);
    await port.append(id, 1, Buffer.from('and then'));
    const { rows } = await database.pool.query<{ bytes: Buffer }>('select bytes from recording_pieces where number = 0');
    expect(rows[0]?.bytes.includes(sound)).toBe(false);
    expect(await heard(randomBytes(32))).toEqual([[null, null]]);
    await database.pool.query('update recording_pieces set number = case number when 0 then 1 else 0 end + 10');
    expect(await heard()).toEqual([[null, null]]);
  });

  it('that were sealed before there was a key of the operator open still', async () => {
    const port = await recordings(null);
    const id = (await port.begin('a call')) ?? '';
    await port.append(id, 0, Buffer.from('early'));
    expect(await heard(key)).toEqual([[Buffer.from('early')]]);
  });

  it('are deleted with all their pieces when their time is over', async () => {
    const port = await recordings();
    const id = (await port.begin('a call')) ?? '';
    await port.append(id, 0, Buffer.from('sound'));
    expect(await forgetOldRecordings(database.pool, new Date(Date.now() - 86_400_000))).toBe(0);
    expect(await forgetOldRecordings(database.pool, new Date(Date.now() + 86_400_000))).toBe(1);
    const { rows } = await database.pool.query('select from recording_pieces');
    expect(rows).toEqual([]);
  });
});

async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
