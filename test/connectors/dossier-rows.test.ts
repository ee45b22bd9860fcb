import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../bot/errors.ts';
import { findDossierCode } from '../../bot/understand/codes.ts';
import { keysOf, type OwnColumns } from '../../connectors/dossiers/file/columns.ts';
import { keyOf } from '../../connectors/dossiers/file/key.ts';
import { readOwnWords } from '../../connectors/dossiers/file/own-columns.ts';
import { createRowReader } from '../../connectors/dossiers/file/row-dossier.ts';

const code = 'H40.23.08-250715-0012';
const asOf = '2025-08-01T22:00:00+07:00';

/** A row as it stands under its headings. */
function read(cells: Record<string, unknown>, columns: OwnColumns = {}, statuses: Record<string, number> = {}) {
  const codeOf = (text: string) => {
    const found = findDossierCode(text);
    return found.kind === 'code' ? found.code : null;
  };
  const keyed = Object.fromEntries(Object.entries(cells).map(([heading, cell]) => [keyOf(heading), cell]));
  return createRowReader({ keys: keysOf(columns), statuses, codeOf, asOf })(keyed);
}

describe('a row of an export', () => {
  it('is read by its Vietnamese headings', () => {
    const cells = {
      'Mã hồ sơ': ' h40.23.08 – 250715 – 0012 ',
      'Mã TTHC': '1.013225',
      'Tên thủ tục': 'Cấp giấy phép xây dựng',
      'Cơ quan': 'UBND phường Minh Họa',
      'Trạng thái': '5',
      'Ngày tiếp nhận': '15/07/2025 15:20',
      'Ngày hẹn trả': '2025-08-05',
      'Chủ hồ sơ': 'Trần Thị Minh Họa',
      'Số điện thoại': '0900000012',
      'Số CCCD': '001099000012',
      'Mã PIN': '4826',
      'Phòng ban xử lý': 'Phòng Kinh tế',
      'Người xử lý': 'Võ Mẫu',
      'Giấy tờ cần bổ sung': 'Bản vẽ; Hợp đồng thuê ;',
      'Nội dung bổ sung': 'Thiếu chữ ký',
      'Ngày yêu cầu bổ sung': '20250720093000',
      'Lệ phí': '50.000 đồng',
      'Kết quả': 'Giấy phép xây dựng',
      'Tạm dừng từ': '20/07/2025',
      'Ghi chú': 'Nhận tại quầy 2',
      'Cột lạ': 'không đọc',
    };
    expect(read(cells)).toMatchObject({
      kind: 'dossier',
      dossier: {
        code,
        source: 'register',
        procedure: { code: '1.013225', name: 'Cấp giấy phép xây dựng' },
        agency: 'UBND phường Minh Họa',
        status: 5,
        statusText: '',
        receivedOn: '2025-07-15',
        receivedAt: '2025-07-15T15:20:00+07:00',
        dueOn: '2025-08-05',
        suspended: [{ from: '2025-07-20', to: null }],
        factor: { pin: '4826', phone: '0900000012', idNumber: '001099000012' },
        holder: { office: 'Phòng Kinh tế', person: 'Võ Mẫu' },
        missing: [{ text: 'Thiếu chữ ký', askedAt: '2025-07-20T09:30:00+07:00', papers: ['Bản vẽ', 'Hợp đồng thuê'] }],
        fees: [{ name: 'Phí, lệ phí', amount: 50_000, text: '50.000 đồng' }],
        results: ['Giấy phép xây dựng'],
        note: 'Nhận tại quầy 2',
        asOf,
        demonstration: false,
      },
    });
  });

  it('is read by its English headings, and by the names that JSON has', () => {
    const table = {
      code,
      status: '9',
      'status text': 'Ready',
      received: '2025-07-15',
      due: '05/08/2025',
      'applicant name': 'An',
      'ID number': '001099000012',
    };
    const expected = {
      status: 9,
      statusText: 'Ready',
      receivedOn: '2025-07-15',
      dueOn: '2025-08-05',
      applicant: { name: 'An', idNumber: '001099000012' },
    };
    expect(read(table)).toMatchObject({ dossier: expected });
    const json = {
      code,
      status: 9,
      statusText: 'Ready',
      receivedOn: '2025-07-15',
      dueOn: '2025-08-05',
      applicant: { name: 'An', idnumber: '001099000012' },
    };
    expect(
      read({ ...json, timeline: [{ at: '2025-07-15', office: 'Một cửa', text: 'Nhận', status: 2 }], fees: [{ name: 'Phí', amount: 7 }] }),
    ).toMatchObject({
      dossier: {
        ...expected,
        timeline: [{ at: '2025-07-15', office: 'Một cửa', text: 'Nhận', status: 2 }],
        fees: [{ name: 'Phí', amount: 7 }],
      },
    });
    expect(read({ MaHoSo: code, TrangThaiHoSo: '04', NgayHenTra: '20250805170000', DonViXuLy: 'Sở' })).toMatchObject({
      dossier: { status: 4, dueAt: '2025-08-05T17:00:00+07:00', agency: 'Sở' },
    });
  });

  it.each([
    [{ 'Trạng thái': 'Đang xử lý' }, 4, 'Đang xử lý'],
    [{ 'Trạng thái': 'ĐÃ TRẢ KẾT QUẢ' }, 10, 'ĐÃ TRẢ KẾT QUẢ'],
    [{ 'Mã trạng thái': '4', 'Trạng thái': 'Đang thẩm định' }, 4, 'Đang thẩm định'],
    [{ 'Trạng thái': 'Chờ ý kiến liên ngành' }, null, 'Chờ ý kiến liên ngành'],
    [{ 'Trạng thái': 'Chờ ký' }, 4, 'Chờ ký'],
  ])('has the status of %j', (cells, status, statusText) => {
    expect(read({ code, ...cells }, {}, { 'Chờ ký': 4 })).toMatchObject({ dossier: { status, statusText } });
  });

  it('gets back the zeros that a spreadsheet drops', () => {
    const { factor } = dossierOf(read({ code, status: 4, SĐT: 912345678, CCCD: 1099000012 }));
    expect(factor).toMatchObject({ phone: '0912345678', idNumber: '001099000012' });
    expect(dossierOf(read({ code, status: 4, CMND: '123456789' })).factor.idNumber).toBe('123456789');
  });

  it('may have headings of the agency’s own', () => {
    const own = readOwnWords('{"columns":{"code":"Số biên nhận","dueAt":["Hạn giải quyết"]},"statuses":{"Trình ký":4}}', 'own.json');
    expect(
      read({ 'Số biên nhận': code, 'Trạng thái': 'trình ký', 'Hạn giải quyết': '05/08/2025' }, own.columns, own.statuses),
    ).toMatchObject({
      dossier: { code, status: 4, dueOn: '2025-08-05' },
    });
    expect(() => readOwnWords('{"columns":{"colour":["Màu"]},"statuses":{"x":11}}', 'own.json')).toThrow(OperatorError);
    expect(() => readOwnWords('no', 'own.json')).toThrow(/is not JSON/);
  });

  it.each([
    [{ 'Mã hồ sơ': ' ', 'Trạng thái': 4 }, 'Mã hồ sơ is missing'],
    [{ 'Mã hồ sơ': '1.001193.02', 'Trạng thái': 4 }, 'Mã hồ sơ is no dossier code'],
    [{ code, 'Trạng thái': '' }, 'Mã trạng thái is missing'],
    [{ code, status: 4, 'Ngày nhận': '31/02/2025' }, 'Ngày tiếp nhận is no date'],
    [{ code, status: 4, 'Hẹn trả': 'Trần Thị Bí Mật' }, 'Ngày hẹn trả is no date'],
    [{ code, status: 4, 'Tạm dừng từ': 'hôm qua' }, 'Tạm dừng từ is no date'],
    [{ code, status: 4, timeline: [{ at: 'hôm qua' }] }, 'timeline.at is no date'],
  ])('is rejected for what is wrong, in words of ours: %j', (cells, reason) => {
    const named = /^Mã hồ sơ/.test(reason) ? null : code;
    expect(read(cells)).toEqual({ kind: 'rejected', code: named, reason });
  });
});

function dossierOf(read: ReturnType<ReturnType<typeof createRowReader>>) {
  if (read.kind === 'rejected') throw new Error(read.reason);
  return read.dossier;
}
