/** What stands on every sheet whatever the form. Official papers are in Vietnamese alone. */
export const paper = {
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  addressee: 'Kính gửi:',
  draftCode: (code: string) => (code === '' ? '' : `Mã bản nháp: ${code}`),
  page: (number: number, total: number) => `Trang ${number}/${total}`,
  pageWord: 'Trang',
  replaced: 'Có ký tự không in được, đã thay bằng □: vui lòng viết lại bằng tay.',
};
