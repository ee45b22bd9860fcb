import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Procedure } from '../../bot/types.ts';
import { readPortalRecord } from '../../knowledge/portal.ts';
import { cleanText, saidText, timeWords } from '../../knowledge/portal-text.ts';
import { procedureSchema } from '../../knowledge/procedure.ts';

describe('a record of the portal', () => {
  it('is rejected with one reason that names the field and shows no body', () => {
    const { name: _, ...nameless } = record();
    expect(readPortalRecord(nameless)).toEqual({ kind: 'rejected', reason: expect.stringMatching(/^name: /) });
    expect(readPortalRecord(record({ code: 'bí mật' }))).toEqual({
      kind: 'rejected',
      reason: expect.stringMatching(/^code: (?!.*bí mật)/),
    });
    expect(readPortalRecord(record({ type: 'UNHEARD' }))).toEqual({ kind: 'rejected', reason: expect.stringMatching(/^type: /) });
    expect(readPortalRecord('<html>')).toEqual({ kind: 'rejected', reason: 'the record is not an object' });
  });

  it('maps when all but its id, code, name and type is missing', () => {
    expect(read({ id: 'x', code: ' 1.000001', name: 'Thủ tục', type: 'STANDARD' })).toMatchObject({
      code: '1.000001',
      ways: [],
      papers: [],
    });
  });

  it('is national, local or internal; a local one is issued by its province', () => {
    expect(read(record()).kind).toBe('national');
    const local = read(record({ type: 'SPECIFIC', departmentPromulgateName: 'UBND tỉnh Mẫu Sơn' }));
    expect([local.kind, local.issuer.name]).toEqual(['local', 'tỉnh Mẫu Sơn']);
    const office = read(record({ type: 'SPECIFIC', departmentPromulgateName: 'Sở Xây dựng - Thành phố Mẫu' }));
    expect(office.issuer.name).toBe('thành phố Mẫu');
    expect(read(record({ isInternal: true })).kind).toBe('internal');
    expect(read(record({ type: 'STANDARD_INTERNAL' })).kind).toBe('internal');
  });

  it('keeps notes among its papers, drops empty names and takes forms from the files or the words', () => {
    const components = [
      { name: '- Tờ khai theo mẫu', originalQty: 1, copyQty: 0, attachments: [{ fileName: 'Mẫu_số 02..docx' }] },
      { name: 'Đơn theo Mẫu số 7', originalQty: 1, copyQty: 2, attachments: [] },
      { name: 'Lưu ý: mang theo bút', originalQty: 0, copyQty: 0 },
      { name: ' \t', originalQty: 1, copyQty: 0 },
    ];
    expect(read(record({ executionCases: [{ name: '* Giấy tờ phải nộp:', profileComponents: components }] })).papers).toEqual([
      {
        title: 'Giấy tờ phải nộp:',
        papers: [
          { name: 'Tờ khai theo mẫu', originals: 1, copies: 0, forms: ['Mẫu số 02'] },
          { name: 'Đơn theo Mẫu số 7', originals: 1, copies: 2, forms: ['Mẫu số 7'] },
          { name: 'Lưu ý: mang theo bút', originals: 0, copies: 0, forms: [] },
        ],
      },
    ]);
  });

  it('has a duration in figures, or in words where the unit is OTHER', () => {
    const duration = (processingTime: unknown, processingTimeUnit: string, description = '') =>
      read(record({ executionMethods: [{ submissionMethod: 'DIRECT', processingTime, processingTimeUnit, description, fees: [] }] }))
        .ways[0]?.duration;
    expect(duration(7.5, 'WORKING_DAY')).toEqual({ amount: 7.5, unit: 'working-day', text: '' });
    expect(duration('3', 'HOUR')).toEqual({ amount: 3, unit: 'hour', text: '' });
    expect(duration(1, 'OTHER')).toEqual({ amount: null, unit: 'other', text: '' });
    expect(duration('Theo mô tả', 'OTHER', 'Nộp tại quầy.\nKhông quá 9 ngày kể từ khi nhận.')).toMatchObject({
      text: 'Không quá 9 ngày kể từ khi nhận.',
    });
    expect(duration('Không quá 4 tháng', 'OTHER', 'Nộp tại quầy')).toMatchObject({ amount: null, text: 'Không quá 4 tháng' });
    expect(duration(0, 'DAY')).toMatchObject({ amount: null, unit: 'other' });
  });

  it('keeps apart a fee of nothing, a fee unsaid and a fee in words', () => {
    const fees = (...rows: object[]) => read(record({ executionMethods: [{ submissionMethod: 'ONLINE', fees: rows }] })).ways[0]?.fees;
    expect(fees({ type: 'FEE', value: 0, description: 'Không.' })).toEqual([{ kind: 'fee', amount: 0, currency: null, text: '' }]);
    expect(fees({ type: 'SERVICE_FEE', value: 0, description: 'Do Hội đồng quy định' })).toMatchObject([
      { amount: 0, text: 'Do Hội đồng quy định' },
    ]);
    expect(fees({ type: 'PRICE_LEVEL', value: null, description: '' })).toEqual([]);
    expect(fees({ type: 'FEE', value: 25, currencyName: 'USD' })).toEqual([{ kind: 'fee', amount: 25, currency: 'USD', text: '' }]);
  });

  it('is filed online in full, in part or not at all', () => {
    expect(read(record({ isFullProcess: true })).online).toBe('full');
    expect(read(record({ executionMethods: [{ submissionMethod: 'ONLINE' }] })).online).toBe('partial');
    expect(read(record({ executionMethods: [{ submissionMethod: 'DIRECT' }] })).online).toBe('none');
  });
});

describe('a text of the portal', () => {
  it('is NFC on plain lines with one kind of bullet', () => {
    expect(cleanText('• Mo\u0302\u0323t\u00a0 hai\r\n\r\n\t– ba&nbsp;<b>bốn</b>\u200b\n* Lưu ý\n---')).toBe('- Một hai\n- ba bốn\nLưu ý');
  });

  it('is nothing where its words say that there is nothing', () => {
    for (const text of ['Không', 'Không quy định.', '- Không có', 'KHÔNG CÓ THÔNG TIN', ' ', 'Không có yêu cầu, điều kiện!'])
      expect(saidText(text)).toBe('');
    expect(saidText('Không quá ba con')).toBe('Không quá ba con');
  });

  it('yields its words about time, not its dates', () => {
    expect(timeWords('Nộp theo Thông tư ngày 14/11/2016. Giải quyết trong 05 ngày.\nMang bút.')).toBe('Giải quyết trong 05 ngày.');
  });
});

const corpus = new URL('../../../shared/data/portal-procedures-2026-07-18.jsonl.gz', import.meta.url);

describe.skipIf(!existsSync(corpus))('the whole portal', () => {
  it('maps without one rejection', () => {
    const rows = gunzipSync(readFileSync(corpus)).toString('utf8').trim().split('\n');
    const read = rows.map((row) => readPortalRecord(JSON.parse(row)));
    expect(read.filter(({ kind }) => kind === 'rejected')).toEqual([]);
    expect(read).toHaveLength(5665);
  }, 60_000);
});

function record(change: object = {}): Record<string, unknown> {
  return { id: 'record-1', code: '1.000001', name: 'Cấp giấy thử', type: 'STANDARD', isInternal: false, unheardOf: 1, ...change };
}

function read(json: object): Procedure {
  const result = readPortalRecord(json);
  if (result.kind === 'rejected') throw new Error(result.reason);
  return procedureSchema.parse(result.procedure);
}
