import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../bot/errors.ts';
import { type ImportReport, importPortal } from '../../knowledge/importer.ts';
import { kinds } from '../support/databases.ts';
import { lines, portalRecord, portalRecords, temporaryFile, temporaryFolder } from '../support/portal-records.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('the import of portal records on $name', (kind) => {
  const database = useDatabase(kind);
  const importFile = (file: string, onProgress: (done: number, total: number) => void = () => {}): Promise<ImportReport> =>
    importPortal({ pool: database.pool, file, date: '2026-07-18', onProgress });
  const importText = (content: string | Uint8Array) => importFile(temporaryFile('records.jsonl', content));
  const count = async (prefix: string): Promise<number> => {
    const { rows } = await database.pool.query('select count(*) as count from procedures where id like $1', [`${prefix}%`]);
    return rows[0].count;
  };
  const named = (prefix: string, many: number) => portalRecords(many).map((record) => ({ ...record, id: `${prefix}-${record.id}` }));

  it('adds each record, and on the same file again finds all unchanged', async () => {
    const file = temporaryFile('records.jsonl', lines(named('plain', 230)));
    expect(await importFile(file)).toEqual({ read: 230, added: 230, changed: 0, unchanged: 0, older: 0, rejected: [] });
    expect(await importFile(file)).toEqual({ read: 230, added: 0, changed: 0, unchanged: 230, older: 0, rejected: [] });
    expect(await count('plain')).toBe(230);
    const { rows } = await database.pool.query(`select source_url, data_date from procedures where id = 'plain-record-000001'`);
    expect(rows).toEqual([{ source_url: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/plain-record-000001', data_date: '2026-07-18' }]);
  });

  it('counts what has changed', async () => {
    const records = named('change', 3);
    await importText(lines(records));
    const next = records.map((record, place) => (place === 1 ? { ...record, name: 'Tên mới' } : record));
    expect(await importText(lines([...next, portalRecord(9, { id: 'change-new' })]))).toMatchObject({ added: 1, changed: 1, unchanged: 2 });
  });

  it('keeps what is newer than the file, by the date of the record, and says how many those are', async () => {
    const dated = (changedOn: string, name: string) => portalRecord(1, { id: 'dated', name, updatedAt: Date.parse(changedOn) });
    const kept = async () => (await database.pool.query(`select digest, data_date from procedures where id = 'dated'`)).rows[0];
    await importText(lines([dated('2026-06-02', 'Tên sau')]));
    const before = await kept();
    const again = importPortal({
      pool: database.pool,
      file: temporaryFile('old.jsonl', lines([dated('2026-05-01', 'Tên trước')])),
      date: '2026-11-22',
      onProgress: () => {},
    });
    expect(await again).toMatchObject({ added: 0, changed: 0, unchanged: 0, older: 1 });
    expect(await kept()).toEqual(before);
    expect(await importText(lines([dated('2026-06-03', 'Tên mới')]))).toMatchObject({ changed: 1, older: 0 });
  });

  it('keeps what is newer than the file, by the date of the export where the record has none', async () => {
    const record = (name: string) => lines([portalRecord(1, { id: 'undated', name })]);
    const on = (date: string, text: string) =>
      importPortal({ pool: database.pool, file: temporaryFile('records.jsonl', text), date, onProgress: () => {} });
    await on('2026-07-18', record('Tên tháng bảy'));
    expect(await on('2026-03-01', record('Tên tháng ba'))).toMatchObject({ changed: 0, older: 1 });
    expect(await on('2026-03-01', record('Tên tháng bảy'))).toMatchObject({ unchanged: 1, older: 0 });
    expect(await on('2026-07-18', record('Tên sửa trong ngày'))).toMatchObject({ changed: 1, older: 0 });
  });

  it('offers nobody what its code says is deleted', async () => {
    await importText(
      lines(['1.014955-Xoa', '1.014956', '1.014957-HUY'].map((code, at) => portalRecord(at, { id: `deleted-${at}`, code }))),
    );
    const { rows } = await database.pool.query(`select code, kind from procedures where id like 'deleted-%' order by id`);
    expect(rows.map(({ kind }) => kind)).toEqual(['internal', 'national', 'internal']);
  });

  it('reads gzip by its content, not its name, also when it is several joined', async () => {
    const [first, second] = [named('packed', 20), named('packed-two', 20)];
    const joined = Buffer.concat([gzipSync(lines(first)), gzipSync(lines(second))]);
    expect(await importText(joined)).toMatchObject({ read: 40, added: 40, rejected: [] });
  });

  it.each([
    ['CRLF at the ends of lines', lines(named('crlf', 5), '\r\n')],
    ['no end of the last line', lines(named('endless', 5)).trimEnd()],
    ['a byte-order mark before the first', `\ufeff${lines(named('mark', 5))}`],
    ['blank lines between', lines(named('blank', 5), '\n\n  \n')],
  ])('reads lines with %s', async (_, text) => {
    expect(await importText(text)).toMatchObject({ read: 5, added: 5, rejected: [] });
  });

  it('takes a line separator inside of a text for part of the text', async () => {
    const record = portalRecord(1, { id: 'separator', requirementsAndConditions: 'Dòng một.\u2028Dòng hai.\u2029Dòng ba.' });
    expect(await importText(lines([record]))).toMatchObject({ read: 1, added: 1, rejected: [] });
  });

  it('reports broken lines with their number and a reason that shows nothing of them, and takes the rest', async () => {
    const [first, second] = named('broken', 2);
    const { name: _, ...nameless } = portalRecord(3);
    const text = [JSON.stringify(first), '{"id": "bí mật', JSON.stringify(nameless), '', '[1,2]', 'null', JSON.stringify(second)].join(
      '\n',
    );
    const report = await importText(text);
    expect(report).toMatchObject({ read: 6, added: 2 });
    expect(report.rejected.map(({ line }) => line)).toEqual([2, 3, 5, 6]);
    expect(report.rejected[0]?.reason).toBe('the line is not JSON');
    expect(report.rejected[1]?.reason).toMatch(/^name: /);
    expect(JSON.stringify(report)).not.toContain('bí mật');
  });

  it('lets no character that a database cannot keep stop the rest', async () => {
    const odd = [
      portalRecord(1, { id: 'odd-name', name: 'Nửa chữ \ud83d bị cắt', code: '9.000001' }),
      portalRecord(2, { id: 'odd-zero', requirementsAndConditions: 'không\u0000byte', keywords: '\udc00' }),
      portalRecord(3, { id: 'odd-\u0000-id' }),
      portalRecord(4, { id: 'odd-good' }),
    ];
    const report = await importText(lines(odd));
    expect(report.added + report.rejected.length).toBe(4);
    expect(report.rejected.map(({ line }) => line)).toEqual([3]);
    expect(report.rejected[0]?.reason).toMatch(/^id: /);
  });

  it('rejects a line of more than 20 million characters and takes the next', async () => {
    const huge = portalRecord(1, { id: 'huge', requirementsAndConditions: 'a'.repeat(20_000_001) });
    const report = await importText(lines([huge, portalRecord(2, { id: 'after-huge' })]));
    expect(report).toMatchObject({ read: 2, added: 1 });
    expect(report.rejected).toEqual([{ line: 1, reason: 'the line has more than 20000000 characters' }]);
  });

  it('takes the last of two records with one id', async () => {
    const twice = portalRecord(1, { id: 'twice' });
    expect(await importText(lines([twice, { ...twice, name: 'Tên sau cùng' }]))).toMatchObject({ read: 2, added: 1 });
    const { rows } = await database.pool.query(`select body ->> 'name' as name from procedure_versions where procedure_id = 'twice'`);
    expect(rows).toEqual([{ name: 'Tên sau cùng' }]);
  });

  it('has nothing to do with an empty file, plain or packed', async () => {
    const nothing = { read: 0, added: 0, changed: 0, unchanged: 0, older: 0, rejected: [] };
    expect(await importText('')).toEqual(nothing);
    expect(await importText(gzipSync(''))).toEqual(nothing);
  });

  it('says that a file is missing or is a folder', async () => {
    const missing = importFile('/nowhere/at-all.jsonl');
    await expect(missing).rejects.toThrow(OperatorError);
    await expect(missing).rejects.toThrow('/nowhere/at-all.jsonl cannot be read');
    await expect(importFile(temporaryFolder())).rejects.toThrow(OperatorError);
  });

  it('says that a packed file breaks off, and keeps all that came before', async () => {
    const records = named('torn', 250).map((record, place) => ({ ...record, keywords: noise(place) }));
    const whole = gzipSync(lines(records));
    const torn = importText(whole.subarray(0, Math.floor(whole.length * 0.7)));
    await expect(torn).rejects.toThrow(OperatorError);
    await expect(torn).rejects.toThrow(/breaks off: .*What was read before is kept/);
    const kept = await count('torn');
    // Seven tenths of 250, less the line that was cut and what the packer held back.
    expect(kept).toBeGreaterThan(140);
    expect(kept).toBeLessThan(250);
    expect(await importText(whole)).toMatchObject({ read: 250, added: 250 - kept, unchanged: kept, rejected: [] });
  });

  it('tells how far it is: forward only, up to the size of the file', async () => {
    const told: [number, number][] = [];
    const text = lines(named('progress', 200));
    await importFile(temporaryFile('records.jsonl', text), (done, total) => told.push([done, total]));
    const size = Buffer.byteLength(text);
    expect(told.at(-1)).toEqual([size, size]);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
  });
});

/** Letters that a packer cannot shorten, the same each time. */
function noise(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 2_000 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(97 + (state % 26));
  }).join('');
}
