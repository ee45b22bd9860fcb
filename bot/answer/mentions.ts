import type { Procedure } from '../types.ts';
import { sentences, textLines, unique } from './text.ts';

/** Where a field is empty, the steps often tell it in passing: those sentences, in order. */
export function mentions(procedure: Procedure, pattern: RegExp, limit: number): string[] {
  const texts = [...procedure.ways.map(({ text }) => text), ...procedure.steps.map(({ text }) => text)];
  const found = texts
    .flatMap(textLines)
    .flatMap(sentences)
    .filter((sentence) => pattern.test(sentence) && sentence.length <= 500 && !(pattern === placeMention && lacking.test(sentence)));
  return unique(found).slice(0, limit);
}

/** What happens when a dossier is lacking is not where or how to hand it in. */
const lacking = /bổ sung|hoàn thiện|trả lại|từ chối|không hợp lệ|chưa đầy đủ/iu;

export const timeMention =
  /(?:trong|không quá|chậm nhất|tối đa)[^.;]{0,40}\d+ (?:\([^()]{1,20}\) )?(?:ngày|giờ|tháng)|trong (?:cùng )?(?:ngày|buổi) làm việc|\d+ ngày làm việc/iu;
export const placeMention =
  /(?<!người )(?:nộp|gửi)(?![^.;]{0,60}thông báo)(?: [^.;]{0,120})? (?:tại|đến|về|cho|tới|ở) [^.;]{0,20}(?:Trung tâm|Bộ phận|Ủy ban|UBND|Sở|Công an|Cục|Chi cục|cơ quan (?:thuế|hải quan|công an|bảo hiểm|đăng ký|đại diện)|Phòng|Bộ |Ngân hàng|Văn phòng|Thuế|Hải quan|Tòa án|Bảo hiểm)/u;
export const feeMention = /(?:lệ phí|(?<!\p{L})phí(?!\p{L}))(?! tổn)/iu;
