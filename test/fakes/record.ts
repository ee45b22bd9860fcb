import type { Duration, Fee, Paper, Procedure, StoredProcedure, Way } from '../../bot/types.ts';

/** Where the made-up record stands. */
export const url = 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/record-1';

/** A record with a little of everything, changed as told. */
export function stored(change: Partial<Procedure>): StoredProcedure {
  const procedure: Procedure = {
    id: 'record-1',
    code: '1.000001',
    name: 'Thủ tục cấp giấy thử',
    kind: 'national',
    field: 'Thử nghiệm',
    issuer: { code: 'G1', name: 'Bộ Thử' },
    levels: ['ward'],
    subjects: ['Công dân Việt Nam'],
    cases: [],
    ways: [way('direct', [fee(70000)]), way('online', [fee(70000)])],
    papers: [{ title: '', papers: [paper('Tờ khai', 1, 0)] }],
    steps: [{ name: 'Bước 1', text: 'Nộp đơn.' }],
    agencies: ['Ủy ban nhân dân cấp xã'],
    authorities: [],
    receivedAt: '',
    conditions: 'Đủ tuổi.',
    results: ['Giấy thử'],
    legalBases: [{ code: '1/2026/TT', name: 'Về thử' }],
    online: 'partial',
    keywords: '',
    decision: '',
    ...change,
  };
  return { procedure, provenance: { origin: 'portal', url, date: '2026-07-18', version: 1 } };
}

export function way(how: Way['how'], fees: Fee[], duration: Duration = { amount: 7, unit: 'working-day', text: '' }): Way {
  return { how, duration, fees, text: '' };
}

export function fee(amount: number, text = ''): Fee {
  return { kind: 'charge', amount, currency: 'VND', text };
}

export function paper(name: string, originals: number, copies: number): Paper {
  return { name, originals, copies, forms: [] };
}
