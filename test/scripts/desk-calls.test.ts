import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createCallBacks } from '../../knowledge/call-backs.ts';
import { createCalls } from '../../knowledge/calls.ts';
import { recordingSeal } from '../../knowledge/recording-seal.ts';
import { createRecordings } from '../../knowledge/recordings.ts';
import { sealFor } from '../../knowledge/seals.ts';
import { readConfig } from '../../scripts/config.ts';
import { deskCommands } from '../../scripts/desk/commands.ts';
import { type DeskOptions, readRequest } from '../../scripts/desk/request.ts';
import { counting } from '../fakes/meter.ts';
import { kinds } from '../support/databases.ts';
import { settingsOf } from '../support/server.ts';
import { useDatabase } from '../support/use-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-desk-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(kinds)('the desk after calls, on $name', (kind) => {
  const database = useDatabase(kind);
  const said = async (words: string[], options: Partial<DeskOptions> = {}) => {
    let out = '';
    const desk = deskCommands({ config: readConfig(settingsOf(database.place)), pool: database.pool });
    const request = readRequest(words, { by: 'Lan', ...options });
    if (request === null) throw new Error('the desk does not know this');
    await desk(request, { out: (text: string) => (out += text), err: () => {} }, AbortSignal.timeout(60_000));
    return out;
  };
  const calls = async () =>
    createCalls({ pool: database.pool, seal: await sealFor(database.pool, null, 'calls'), replica: 'a', meter: counting() });
  const begin = async (call: string) => (await calls()).begin({ call, system: 'asterisk', from: '0912345678', to: '1900', turn: 1 });
  const idOf = async (call: string) =>
    (await database.pool.query<{ id: number }>('select id from calls where call = $1', [call])).rows[0]?.id ?? 0;
  beforeEach(async () => {
    await database.pool.query('delete from calls');
  });

  test('tells what calls came to, and nothing of who called', async () => {
    expect(await said(['calls'])).toContain('No calls ended in 7 days.');
    const counts = { turns: 2, bargeIns: 1, noInputs: 0, noMatches: 1, keys: 3, fillers: 0, seconds: 40 };
    for (const [call, firstAudioMs, contained] of [
      ['one', 30, true],
      ['two', 50, true],
      ['three', 70, false],
    ] as const) {
      await begin(call);
      const reason = contained ? 'goodbye' : 'transfer';
      if (!contained) await (await calls()).keepNext(call, { kind: 'transfer', to: 'canbo' }, 'Người gọi hỏi về khai sinh.');
      await (await calls()).ended(call, 1, { ...counts, reason, transferred: 'no', contained, firstAudioMs });
    }
    await begin('four');
    const text = await said(['calls', '30']);
    expect(text).toContain('3 calls in 30 days, 67 % served without a person');
    expect(text).toContain('ended:       goodbye 2, transfer 1');
    expect(text).toContain('put through: asked 1');
    expect(text).toContain('6 turns, 3 barge-ins, 0 × nobody spoke, 3 × not understood');
    expect(text).toContain('after 50 ms, 19 of 20 calls after 68 ms at most');
    const lines = text.trim().split('\n').slice(-4);
    expect(lines[0]).toMatch(/^\d+\t\d{4}-\d\d-\d\d \d\d:\d\d\tasterisk\t0 s\t0 turns\tunder way$/);
    expect(lines[1]).toMatch(/\t40 s\t2 turns\ttransfer\tperson asked: Người gọi hỏi về khai sinh\.$/);
    expect(text).not.toMatch(/912|678/);
  });

  test('lists call-backs with the end of the number, shows one whole, and keeps who has read it', async () => {
    const { person } = await begin('a call');
    const callBacks = createCallBacks({ pool: database.pool, seal: await sealFor(database.pool, null, 'calls'), meter: counting() });
    const window = { day: '2026-11-25', from: '07:30', to: '11:30' };
    const visitor = { channel: 'phone', person, network: null, message: '1' };
    await callBacks.ask(visitor, { window, number: null, matter: 'Người gọi hỏi về khai sinh.', language: 'vi' });
    const list = await said(['call-backs']);
    expect(list).toMatch(/^\d+\t2026-11-25 07:30-11:30\t•••••••678\tnot called yet\tNgười gọi hỏi về khai sinh\.\n1 call-back open\n$/);
    const id = list.split('\t')[0] ?? '';
    expect(await said(['call-backs', 'show', id])).toContain('Number:   0912345678');
    expect(await said(['call-backs', 'show', id], { by: 'Minh' })).toMatch(/Read .* by Lan\nRead .* by Minh\n/);
    for (const _ of [1, 2]) expect(await said(['call-backs', 'missed', id])).toContain('kept open');
    expect(await said(['call-backs'])).toContain('missed 2 of 3');
    expect(await said(['call-backs', 'done', id])).toContain('the number is forgotten');
    await expect(said(['call-backs', 'done', id])).rejects.toThrow('dealt with already');
    expect(await said(['call-backs', 'show', id])).toContain('Number:   (forgotten)');
    expect(await said(['call-backs'])).toBe('0 call-backs open\n');
    await expect(said(['call-backs', 'show', '999999'])).rejects.toThrow('There is no call-back 999999.');
  });

  test('saves a recording as a WAV that begins where the call was agreed to be recorded', async () => {
    await begin('a call');
    const recordings = createRecordings({ pool: database.pool, seal: await recordingSeal(database.pool, null) });
    const id = (await recordings.begin('a call')) ?? '';
    const pieces = [randomBytes(64_000), randomBytes(64_000), randomBytes(320)];
    for (const [number, piece] of pieces.entries()) await recordings.append(id, number, piece);
    const call = String(await idOf('a call'));
    expect(await said(['calls'])).toMatch(/\trecorded\n$/);
    const to = join(folder, `${kind.name}.wav`);
    expect(await said(['recording', call], { to })).toBe(`${to}  8 s\n`);
    const wav = readFileSync(to);
    expect(wav.subarray(44).equals(Buffer.concat(pieces))).toBe(true);
    expect([wav.toString('latin1', 0, 4), wav.readUInt32LE(4), wav.readUInt32LE(24), wav.readUInt32LE(40)]).toEqual([
      'RIFF',
      36 + 128_320,
      8_000,
      128_320,
    ]);
    const { rows } = await database.pool.query('select opened_by from recording_openings');
    expect(rows).toEqual([{ opened_by: 'Lan' }]);
    await expect(said(['recording', call], { to })).rejects.toThrow('is there already');
    expect(readFileSync(to)).toHaveLength(128_364);
    await expect(said(['recording', '999999'], { to: join(folder, 'none.wav') })).rejects.toThrow('Nothing was recorded');
    await database.pool.query('delete from recordings');
  });

  test('says which words it needs', () => {
    expect(() => readRequest(['call-backs', 'show'], { by: 'Lan' })).toThrow('Say the number of a call-back.');
    expect(() => readRequest(['recording', 'abc'], { by: 'Lan' })).toThrow('abc is not the number of a call.');
    expect(() => readRequest(['call-backs', 'show', '1'], { by: ' ' })).toThrow('--as NAME');
    expect(readRequest(['call-backs', 'burn', '1'], { by: 'Lan' })).toBeNull();
    expect(readRequest(['unheard-of'], { by: 'Lan' })).toBeNull();
  });
});
