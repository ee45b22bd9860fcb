/** What the telephone exchange says by itself: by the name of the sound file in its dialplan. */
export type DialplanPrompt = 'tam-ngung' | 'co-can-bo' | 'khong-co-can-bo';

export const dialplanWording: Record<DialplanPrompt, { vi: string; en: string }> = {
  'tam-ngung': {
    vi: 'Xin lỗi quý vị, trợ lý tự động đang tạm ngưng. Xin giữ máy để gặp cán bộ.',
    en: 'Please hold for an officer.',
  },
  'co-can-bo': {
    vi: 'Cán bộ đã nghe máy, xin quý vị chờ giây lát.',
    en: 'An officer is here, one moment please.',
  },
  'khong-co-can-bo': {
    vi: 'Hiện chưa có cán bộ nào nghe máy. Xin quý vị gọi lại sau. Xin cảm ơn.',
    en: 'No officer can take your call now. Please call again later. Thank you.',
  },
};
