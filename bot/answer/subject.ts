import type { Aspect, Explanation, Language, Procedure, Source, StoredProcedure } from '../types.ts';
import type { Subject } from './section.ts';
import { capital, shorten } from './text.ts';

/** What is answered about. The official name is shown once, bold, so that it can be asked for at the counter. */
export function subjectOf(options: { stored: StoredProcedure; explanation: Explanation | null; language: Language }): Subject {
  const { stored, explanation, language } = options;
  const { procedure, provenance } = stored;
  const asides = [
    language === 'en' ? explanation?.english.name : undefined,
    procedure.kind === 'local' ? procedure.issuer.name : undefined,
  ];
  const aside = asides.filter((text) => text !== undefined && text !== '' && !procedure.name.includes(text)).join(', ');
  return { procedure, url: provenance.url, title: `**${shownName(procedure)}**${aside === '' ? '' : ` (${aside})`}`, language };
}

/** The record as a source, for the section that was told. */
export function sourceOf({ procedure, provenance }: StoredProcedure, section: Aspect): Source {
  return { code: procedure.code, title: procedure.name, section, url: provenance.url, date: provenance.date };
}

/** An official name as it is shown: without the words that say nothing. */
export function shownName({ name }: Pick<Procedure, 'name'>): string {
  const bare = quietName(name.replace(/\*/g, '')).replace(procedureWord, '');
  const long = bare.length > 160 ? bare.replace(/\([^()]{40,}\)/g, '(…)') : bare;
  return shorten(capital(long).replace(/[\s.:;-]+$/, ''), 220);
}

/** "Thủ tục" before a verb goes without saying; in "Thủ tục hải quan đối với …" it does not. */
const procedureWord =
  /^thủ tục(?: hành chính)?\s*[:.-]?\s+(?=(?:đăng|cấp|xin|đề|công|xác|thay|gia|chấp|phê|thẩm|thông|xét|hỗ|giải|ghi|khai|liên|chứng|chuyển|nhận|điều|sửa|thu|thành|bổ|miễn|giảm|tuyển|trợ|hưởng|thực|xóa|xoá|đổi|tạm|kiểm|tiếp|mua|bán|tặng|trao|giao|thuê|cho|đánh|phúc|rút|nộp|hoàn|chi|lập|tổ|mở|nhập|xuất|bán|báo|cung|phân|lựa|bãi|bầu|rà|di|khôi|phục|hủy|huỷ|chấm|dừng|sáp|chia|tách)\s)/iu;

/** A name that its record shouts, as a sentence. */
export function quietName(name: string): string {
  const shouts = /\p{Lu}.*\s.*\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name);
  return shouts ? name.toLocaleLowerCase('vi').replace('việt nam', 'Việt Nam') : name;
}
