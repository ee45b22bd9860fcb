import type { IndexDocument } from '../../knowledge/index/document.ts';

/** A document with nothing but what the test says. Its id is its code unless told otherwise. */
export function document(given: Partial<IndexDocument> & { code: string; name: string }): IndexDocument {
  return {
    id: given.code,
    kind: 'national',
    issuer: 'Bộ Tư pháp',
    levels: ['ward'],
    subjects: ['Công dân Việt Nam'],
    alsoCalled: [],
    results: [],
    field: '',
    keywords: '',
    papers: '',
    conditions: '',
    steps: '',
    places: '',
    ...given,
  };
}

/** A dozen procedures of a small town, in our own words. */
export const town: IndexDocument[] = [
  document({ code: '1.000001', name: 'Đăng ký nuôi chó mèo', results: ['Sổ theo dõi chó mèo'], papers: 'Tờ khai nuôi chó mèo' }),
  document({ code: '1.000002', name: 'Cấp giấy phép mở lớp dạy múa', results: ['Giấy phép mở lớp'], field: 'Văn hóa' }),
  document({ code: '1.000003', name: 'Cấp lại giấy phép mở lớp dạy múa', results: ['Giấy phép mở lớp'], field: 'Văn hóa' }),
  document({ code: '1.000004', name: 'Cấp giấy phép mở lớp dạy múa có yếu tố nước ngoài', field: 'Văn hóa' }),
  document({ code: '1.000005', name: 'Hỗ trợ tiền dầu thắp sáng', steps: 'Trưởng thôn lập danh sách hộ nuôi chó mèo và hộ thắp đèn dầu' }),
  document({ code: '1.000006', name: 'Xác nhận bãi đỗ thuyền thúng', alsoCalled: ['giấy đậu thúng', 'bến thúng'] }),
  document({ code: '1.000007', name: 'Cấp biển hiệu chợ đêm', kind: 'local', issuer: 'UBND tỉnh Cao Bằng' }),
  document({ code: '1.000008', name: 'Cấp biển hiệu chợ đêm' }),
  document({ code: '1.000009', name: 'Gia hạn hợp đồng thuê sạp', field: 'Thương mại' }),
  document({ code: '1.000010', name: 'Cấp thẻ thư viện', conditions: 'Người từ đủ 10 tuổi', levels: ['ward'] }),
  document({ code: '1.000011', name: 'Cấp thẻ thư viện (trung ương)', levels: ['ministry'], subjects: ['Doanh nghiệp'] }),
  document({ code: '1.000012', name: 'Khai báo trồng cây cổ thụ', papers: 'Ảnh chụp cây' }),
];
