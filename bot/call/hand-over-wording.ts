import type { Aspect } from '../types.ts';

/** What staff hear or read of a call before they take it: Vietnamese alone, short. */
export const handOverWording = {
  asks: 'Người gọi hỏi về',
  asksNothing: 'Người gọi muốn gặp cán bộ, chưa nói cần việc gì',
  asksDossier: 'Người gọi hỏi về hồ sơ đã nộp',
  files: 'đang làm hồ sơ',
  heard: 'đã nghe',
  and: 'và',
  wants: 'muốn hỏi',
  danger: 'Người gọi báo việc khẩn cấp',
  dossier: 'Hồ sơ đang nói tới có đuôi',
  english: 'Người gọi nói tiếng Anh',
  aspects: {
    overview: 'thủ tục nói chung',
    documents: 'giấy tờ cần có',
    fee: 'lệ phí',
    duration: 'thời hạn',
    steps: 'các bước làm',
    place: 'nơi nộp',
    online: 'cách nộp trực tuyến',
    forms: 'mẫu đơn',
    conditions: 'điều kiện',
    result: 'kết quả được nhận',
    'legal-basis': 'căn cứ pháp lý',
    eligible: 'mình có thuộc diện hay không',
  } as const satisfies Record<Aspect, string>,
} as const;
