import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './databases.ts';

const both = (text: string) => ({ vi: text, en: `${text} (en)` });
const question = (id: string, type: string) => ({
  id,
  type,
  label: both(id),
  ask: both(`Hỏi ${id}?`),
  help: both('Giúp'),
  example: both('Ví dụ'),
});

/** A short form in the place of the shipped one of registering a birth: who asks, for whom, and where. */
export const shortForm = {
  code: '1.001193',
  version: 900,
  title: both('Khai sinh thử'),
  formNumber: 'Mẫu thử',
  legal: ['Thông tư thử'],
  recordDate: '2026-07-18',
  intro: both('Để thử.'),
  people: [
    { id: 'child', title: both('Con'), hear: ['con toi'] },
    { id: 'applicant', title: both('Người yêu cầu'), hear: ['toi'] },
    { id: 'office', title: both('Nơi nhận'), hear: [] },
  ],
  steps: [
    {
      title: both('Thông tin'),
      questions: [question('child.name', 'name'), question('child.birthDate', 'date'), question('office.place', 'address')],
    },
  ],
  papers: [{ id: 'giay-chung-sinh', name: both('Giấy chứng sinh'), how: 'submit', originals: 1 }],
  consent: both('Tờ khai gửi cho Ủy ban nhân dân nơi bạn chọn.'),
  sheet: {
    title: 'TỜ KHAI THỬ',
    addressee: 'Ủy ban nhân dân {office.place|commune}, {office.place|province}',
    blocks: [{ kind: 'line', fields: [{ label: 'Họ tên:', value: '{child.name|upper}' }] }],
    placeAndDate: 'Ngày {today|date}',
    signatures: [{ title: 'Người khai', note: '(ký tên)', name: '' }],
  },
};

/** The settings of a server at this place that has the short form and sends filings as `targets` say. */
export function filingSettings({ dataDir }: Place, targets: Record<string, unknown>[]): Record<string, string> {
  mkdirSync(join(dataDir, 'forms'), { recursive: true });
  writeFileSync(join(dataDir, 'forms', 'thu.json'), JSON.stringify(shortForm));
  const file = join(dataDir, 'targets.json');
  const named = { clientId: 'FAKE_CLIENT', clientSecret: 'FAKE_SECRET' };
  writeFileSync(file, JSON.stringify(targets.map((target) => ({ ...target, secrets: named }))));
  return { FILING_TARGETS: file, FAKE_CLIENT: 'client', FAKE_SECRET: 's3cret-s3cret' };
}
