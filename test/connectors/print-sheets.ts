import type { Sheet } from '../../bot/forms/sheet.ts';

/** A sheet as a parent fills it to have a birth registered; all people are made up. */
export const birth: Sheet = {
  code: 'MC-7K3P-92QX',
  formNumber: '',
  title: 'TỜ KHAI ĐĂNG KÝ KHAI SINH',
  subtitle: '',
  addressee: 'Ủy ban nhân dân phường Cửa Nam, thành phố Hà Nội',
  blocks: [
    { kind: 'line', fields: [{ label: 'Họ, chữ đệm, tên người yêu cầu:', value: 'Nguyễn Hoàng Phương Uyên' }] },
    { kind: 'line', fields: [{ label: 'Ngày, tháng, năm sinh:', value: '03/09/1994' }] },
    { kind: 'digits', label: 'Số định danh cá nhân:', value: '001194012345', length: 12 },
    {
      kind: 'line',
      fields: [
        {
          label: 'Nơi cư trú:',
          value: 'Số 18 ngõ 245 phố Nguyễn Khuyến, tổ dân phố số 7, phường Văn Miếu - Quốc Tử Giám, thành phố Hà Nội',
        },
      ],
    },
    {
      kind: 'line',
      fields: [
        { label: 'Quan hệ với người được khai sinh:', value: 'Mẹ' },
        { label: 'Điện thoại:', value: '' },
      ],
    },
    { kind: 'text', text: 'Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:' },
    { kind: 'heading', text: 'Người được khai sinh' },
    { kind: 'line', fields: [{ label: 'Họ, chữ đệm, tên:', value: 'TRẦN NGUYỄN MINH AN' }] },
    {
      kind: 'line',
      fields: [
        { label: 'Ngày, tháng, năm sinh:', value: '12/05/2026' },
        { label: 'ghi bằng chữ:', value: 'Ngày mười hai tháng năm năm hai nghìn không trăm hai mươi sáu' },
      ],
    },
    {
      kind: 'line',
      fields: [
        { label: 'Giới tính:', value: 'Nam' },
        { label: 'Dân tộc:', value: 'Kinh' },
        { label: 'Quốc tịch:', value: 'Việt Nam' },
      ],
    },
    {
      kind: 'line',
      fields: [{ label: 'Nơi sinh:', value: 'Bệnh viện Phụ sản Hà Nội, số 929 đường La Thành, phường Láng, thành phố Hà Nội' }],
    },
    { kind: 'line', fields: [{ label: 'Quê quán:', value: 'Xã Yên Khánh, tỉnh Ninh Bình' }] },
    { kind: 'heading', text: 'Cha của người được khai sinh' },
    { kind: 'line', fields: [{ label: 'Họ, chữ đệm, tên người cha:', value: 'Trần Đức Thịnh' }] },
    {
      kind: 'line',
      fields: [
        { label: 'Năm sinh:', value: '1991' },
        { label: 'Dân tộc:', value: 'Kinh' },
        { label: 'Quốc tịch:', value: 'Việt Nam' },
      ],
    },
    { kind: 'line', fields: [{ label: 'Nơi cư trú:', value: '' }] },
    { kind: 'heading', text: 'Bản giấy cần cấp' },
    {
      kind: 'boxes',
      label: 'Yêu cầu cấp bản sao:',
      boxes: [
        { text: 'Có', ticked: true },
        { text: 'Không', ticked: false },
      ],
    },
    {
      kind: 'line',
      fields: [
        { label: 'Số lượng:', value: '02' },
        { label: 'Bằng chữ:', value: 'hai' },
      ],
    },
    {
      kind: 'text',
      text: 'Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật và chịu hoàn toàn trách nhiệm trước pháp luật về nội dung cam đoan của mình.',
    },
  ],
  placeAndDate: 'Phường Cửa Nam, ngày 22 tháng 11 năm 2026',
  signatures: [{ title: 'Người yêu cầu', note: '(Ký, ghi rõ họ, chữ đệm, tên)', name: 'Nguyễn Hoàng Phương Uyên' }],
  foot: 'Bản nháp do người dân tự khai qua trợ lý Một Cửa, 22/11/2026.',
};

/** A change of residence of a household of four. */
export const residence: Sheet = {
  code: 'MC-2H8D-51RW',
  formNumber: 'Mẫu CT01 ban hành kèm theo Thông tư số 66/2023/TT-BCA ngày 17/11/2023 của Bộ trưởng Bộ Công an',
  title: 'TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ',
  subtitle: '',
  addressee: '',
  blocks: [
    { kind: 'line', fields: [{ label: '1. Họ, chữ đệm và tên:', value: 'LÊ THỊ HỒNG NHUNG' }] },
    {
      kind: 'line',
      fields: [
        { label: '2. Ngày, tháng, năm sinh:', value: '15/02/1988' },
        { label: '3. Giới tính:', value: 'Nữ' },
      ],
    },
    { kind: 'digits', label: '4. Số định danh cá nhân:', value: '079188004321', length: 12 },
    {
      kind: 'line',
      fields: [
        { label: '5. Số điện thoại liên hệ:', value: '0912 345 678' },
        { label: '6. Email:', value: '' },
      ],
    },
    {
      kind: 'line',
      fields: [
        { label: '7. Họ, chữ đệm và tên chủ hộ:', value: 'Phạm Quốc Bảo' },
        { label: '8. Mối quan hệ với chủ hộ:', value: 'Vợ' },
      ],
    },
    { kind: 'digits', label: '9. Số định danh cá nhân của chủ hộ:', value: '', length: 12 },
    {
      kind: 'boxes',
      label: '10. Nội dung đề nghị:',
      boxes: [
        { text: 'Đăng ký thường trú', ticked: true },
        { text: 'Đăng ký tạm trú', ticked: false },
        { text: 'Xóa đăng ký thường trú', ticked: false },
        { text: 'Xác nhận thông tin về cư trú', ticked: false },
      ],
    },
    { kind: 'text', text: '11. Những thành viên trong hộ gia đình cùng thay đổi:' },
    {
      kind: 'table',
      columns: [
        { title: 'TT', width: 1 },
        { title: 'Họ, chữ đệm và tên', width: 5 },
        { title: 'Ngày, tháng, năm sinh', width: 3 },
        { title: 'Giới tính', width: 2 },
        { title: 'Số định danh cá nhân', width: 3 },
        { title: 'Mối quan hệ với chủ hộ', width: 3 },
      ],
      rows: [
        ['1', 'Phạm Lê Gia Khánh', '01/06/2012', 'Nam', '079212001122', 'Con đẻ'],
        ['2', 'Phạm Lê Ngọc Bảo Trân', '23/10/2016', 'Nữ', '079316003344', 'Con đẻ'],
        ['3', '', '', '', '', ''],
      ],
    },
  ],
  placeAndDate: '',
  signatures: [
    { title: 'Ý KIẾN CỦA CHỦ HỘ', note: '(Ghi rõ nội dung và ký, ghi rõ họ tên)', name: '' },
    { title: 'Ý KIẾN CỦA CHỦ SỞ HỮU CHỖ Ở HỢP PHÁP', note: '(Ký, ghi rõ họ tên)', name: '' },
    { title: 'Ý KIẾN CỦA CHA, MẸ HOẶC NGƯỜI GIÁM HỘ', note: '(Ký, ghi rõ họ tên)', name: '' },
    { title: 'NGƯỜI KÊ KHAI', note: '(Ký, ghi rõ họ tên)', name: 'Lê Thị Hồng Nhung' },
  ],
  foot: 'Bản nháp do người dân tự khai qua trợ lý Một Cửa, 22/11/2026.',
};
