import { formSchema } from '../../bot/forms/form.ts';

const both = (text: string) => ({ vi: text, en: `${text} (en)` });
const question = (id: string, type: string, more: Record<string, unknown> = {}) => ({
  id,
  type,
  label: both(`Mục ${id}`),
  ask: both(`Hỏi ${id}?`),
  help: both(`Giúp ${id}`),
  example: both(`Ví dụ ${id}`),
  ...more,
});

/** A form with one of everything: a case, a refusal, a condition, a repetition, rules, a deadline and a sheet with every kind of block. */
export const smallForm = formSchema.parse({
  code: '9.000001',
  version: 1,
  title: both('Đăng ký thử'),
  formNumber: 'Mẫu 01',
  legal: ['Thông tư thử'],
  recordDate: '2026-07-18',
  intro: both('Để thử.'),
  people: [
    { id: 'child', title: both('Con'), hear: ['con toi', 'be'] },
    { id: 'mother', title: both('Mẹ'), hear: ['me', 'vo toi'] },
  ],
  steps: [
    {
      title: both('Trường hợp'),
      questions: [
        question('case.where', 'choice', {
          options: [
            { value: 'hospital', label: both('Bệnh viện'), hear: ['benh vien'] },
            { value: 'home', label: both('Tại nhà'), hear: ['o nha'] },
            { value: 'abroad', label: both('Nước ngoài'), hear: [] },
          ],
        }),
        question('case.witness', 'yes-no', { when: { is: ['case.where', 'home'] } }),
      ],
    },
    {
      title: both('Con'),
      questions: [question('child.name', 'name'), question('child.birthDate', 'date'), question('child.note', 'text', { optional: true })],
    },
    {
      title: both('Mẹ'),
      questions: [question('mother.birthDate', 'partial-date'), question('mother.idNumber', 'id-number', { optional: true })],
    },
    {
      title: both('Thành viên'),
      repeat: { id: 'member', most: 3, ask: both('Có ai nữa không?'), again: both('Còn ai không?') },
      questions: [
        question('member.name', 'name'),
        question('member.adult', 'yes-no'),
        question('member.idNumber', 'id-number', { when: { is: ['member.adult', 'yes'] } }),
      ],
    },
  ],
  refusals: [{ when: { is: ['case.where', 'abroad'] }, say: both('Sinh ở nước ngoài thì làm cách khác.'), instead: '9.000002' }],
  papers: [
    {
      id: 'giay-chung-sinh',
      name: both('Giấy chứng sinh'),
      when: { is: ['case.where', 'hospital'] },
      how: 'submit',
      originals: 1,
      where: both('Bệnh viện cấp'),
    },
    { id: 'cam-doan', name: both('Giấy cam đoan'), when: { is: ['case.witness', 'no'] }, how: 'submit', originals: 1 },
    { id: 'giay-to-tuy-than', name: both('Giấy tờ tùy thân'), how: 'show' },
    { id: 'giay-to-tuy-than', name: both('Giấy tờ tùy thân lần nữa'), how: 'show' },
    { id: 'cu-tru', name: both('Giấy cư trú'), how: 'known' },
  ],
  deadlines: [{ from: 'child.birthDate', days: 60, counts: 'days', say: both('Trong 60 ngày.'), late: both('Đã quá 60 ngày.') }],
  rules: [
    { rule: 'older', first: 'mother.birthDate', second: 'child.birthDate', years: 12, say: both('Mẹ phải hơn con.') },
    { rule: 'id-agrees', number: 'mother.idNumber', birth: 'mother.birthDate', sex: 'female', say: both('Số định danh không khớp.') },
  ],
  consent: both('Gửi cho phường.'),
  next: [{ code: '9.000003', say: both('Làm thẻ bảo hiểm y tế') }],
  sheet: {
    title: 'TỜ KHAI THỬ',
    addressee: 'UBND phường',
    blocks: [
      { kind: 'line', fields: [{ label: 'Họ tên:', value: '{child.name|upper}' }] },
      { kind: 'text', text: 'Sinh {child.birthDate|words}, số {code}' },
      { kind: 'boxes', label: 'Nơi sinh', question: 'case.where' },
      { kind: 'digits', label: 'Số định danh', value: '{mother.idNumber}', length: 12 },
      { kind: 'heading', text: 'Ghi chú', when: { given: 'child.note' } },
      {
        kind: 'table',
        repeat: 'member',
        emptyRows: 2,
        columns: [
          { title: 'Số', width: 1, value: '{row}' },
          { title: 'Tên', width: 3, value: '{member.name}' },
        ],
      },
    ],
    placeAndDate: 'Phường, ngày {today|day} tháng {today|month} năm {today|year}',
    signatures: [{ title: 'Người khai', note: '(ký tên)', name: '{child.name}' }],
  },
});
