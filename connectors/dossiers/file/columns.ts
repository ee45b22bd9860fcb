import { keyOf } from './key.ts';

/** The headings under which each thing may stand, in the order in which they are tried. Case, diacritics, blanks and punctuation do not matter. */
export const columns = {
  code: ['Mã hồ sơ', 'Số hồ sơ', 'Mã số hồ sơ', 'code', 'dossier code'],
  status: ['Mã trạng thái', 'Trạng thái hồ sơ', 'Trạng thái', 'Tình trạng hồ sơ', 'Tình trạng', 'status code', 'status'],
  statusText: ['Tên trạng thái', 'status text'],
  procedureCode: ['Mã TTHC', 'Mã thủ tục', 'Mã thủ tục hành chính', 'procedure code'],
  procedureName: ['Tên TTHC', 'Tên thủ tục', 'Tên thủ tục hành chính', 'Thủ tục', 'Thủ tục hành chính', 'procedure name', 'procedure'],
  agency: [
    'Cơ quan',
    'Đơn vị',
    'Cơ quan giải quyết',
    'Đơn vị giải quyết',
    'Đơn vị xử lý',
    'Cơ quan tiếp nhận',
    'Đơn vị tiếp nhận',
    'agency',
  ],
  receivedAt: ['Ngày tiếp nhận', 'Ngày nhận', 'Thời điểm tiếp nhận', 'received', 'received at', 'received on'],
  dueAt: ['Ngày hẹn trả', 'Ngày hẹn trả kết quả', 'Hẹn trả', 'Ngày hẹn', 'due', 'due at', 'due on'],
  finishedAt: ['Ngày kết thúc xử lý', 'Ngày xử lý xong', 'Ngày có kết quả', 'Ngày xong', 'finished', 'finished at', 'finished on'],
  returnedAt: ['Ngày trả', 'Ngày trả kết quả', 'returned', 'returned at', 'returned on'],
  name: ['Chủ hồ sơ', 'Người nộp', 'Tên người nộp', 'Họ và tên', 'Họ tên', 'applicant', 'applicant name'],
  phone: ['Số điện thoại', 'Điện thoại', 'SĐT', 'phone', 'applicant phone'],
  idNumber: ['Số định danh', 'Số định danh cá nhân', 'Số căn cước', 'Căn cước', 'Số CCCD', 'CCCD', 'Số CMND', 'CMND', 'id number'],
  pin: ['Mã PIN', 'PIN', 'Số PIN'],
  office: ['Phòng ban xử lý', 'Bộ phận xử lý', 'Nơi đang giữ', 'Đơn vị đang xử lý', 'holder', 'office'],
  person: ['Người xử lý', 'Cán bộ xử lý', 'Cán bộ thụ lý', 'handler'],
  note: ['Ghi chú', 'note'],
  missingPapers: ['Giấy tờ cần bổ sung', 'Giấy tờ bổ sung', 'Giấy tờ còn thiếu', 'missing papers'],
  missingReason: ['Nội dung bổ sung', 'Lý do bổ sung', 'Nội dung yêu cầu bổ sung', 'missing reason'],
  missingAskedAt: ['Ngày yêu cầu bổ sung', 'Ngày bổ sung', 'missing asked at'],
  feeName: ['Tên lệ phí', 'Tên phí, lệ phí', 'fee name'],
  fee: ['Lệ phí', 'Phí, lệ phí', 'Số tiền', 'fee'],
  result: ['Giấy tờ kết quả', 'Kết quả', 'result'],
  suspendedFrom: ['Tạm dừng từ', 'Ngày tạm dừng', 'suspended from'],
  suspendedTo: ['Tạm dừng đến', 'Ngày tiếp tục', 'suspended to'],
} as const satisfies Record<string, string[]>;

export type Column = keyof typeof columns;
/** Headings of an agency's own, tried before ours. */
export type OwnColumns = Partial<Record<Column, string[]>>;
export type Keys = Record<Column, string[]>;

export const columnNames = Object.keys(columns) as Column[]; // the keys of a constant

/** The keys under which a row of a file has each thing. */
export function keysOf(own: OwnColumns = {}): Keys {
  return Object.fromEntries(columnNames.map((name) => [name, [...(own[name] ?? []), ...columns[name]].map(keyOf)])) as Keys; // every name is there
}

/** A row of headings names a code and a status. */
export function headingTest(keys: Keys): (row: string[]) => boolean {
  const has = (row: string[], names: Column[]) => names.some((name) => keys[name].some((key) => row.includes(key)));
  return (row) => has(row, ['code']) && has(row, ['status', 'statusText']);
}
