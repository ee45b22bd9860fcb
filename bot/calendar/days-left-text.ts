import type { Language } from '../types.ts';
import type { DaysLeft } from './days-left.ts';

/** "còn 3 ngày làm việc", "hôm nay", "quá hạn 2 ngày làm việc". */
export function daysLeftText(left: DaysLeft, language: Language): string {
  const isVi = language === 'vi';
  if (left.kind === 'today') return isVi ? 'hôm nay' : 'today';
  if (left.kind === 'overdue' && left.days === 0) return isVi ? 'vừa quá hạn' : 'just overdue';
  if (isVi) return `${left.kind === 'left' ? 'còn' : 'quá hạn'} ${left.days} ngày làm việc`;
  return `${left.days} working ${left.days === 1 ? 'day' : 'days'} ${left.kind === 'left' ? 'left' : 'overdue'}`;
}
