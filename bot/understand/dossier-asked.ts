import { foldedWords } from '../text.ts';
import type { Memory } from '../types.ts';

/**
 * What is asked of the dossier that was told last, without naming it: how it stands ("khi nào có kết quả", "có trễ hẹn không"), or what only its
 * details tell ("thiếu gì", "ai đang giữ"). Null: something else, or of something else.
 */
export function askedOfDossier(text: string, { lastTold, dossier }: Pick<Memory, 'lastTold' | 'dossier'>): 'status' | 'details' | null {
  if (lastTold !== 'dossier' || dossier === null) return null;
  const words = foldedWords(text);
  const each = words.trim().split(' ');
  if (each.length > longest || !each.every((word) => common.has(word) || /^\d{1,2}$/.test(word))) return null;
  if (details.test(words)) return 'details';
  return status.test(words) ? 'status' : null;
}

const longest = 14;
const status =
  / (?:khi nao|bao gio|chung nao|luc nao|hom nao|ngay nao|bao lau|may (?:ngay|hom|bua|tuan|thang)|den dau|toi dau|ra sao|the nao|xong chua|duoc chua|co chua|tre|qua han|dung hen|cham|lau (?:the|vay|qua|roi|lam)|sao lau|(?:phai|can) lam gi|lam (?:gi|sao)|when|how long|late|overdue|delayed|ready|finished|status|what now|what (?:do|should) i do) /;
const details =
  / (?:ai (?:dang )?(?:giu|xu ly|lam|duyet|giai quyet)|(?:bo sung|thieu|sua) (?:them )?(?:cai |nhung )?(?:gi|giay to gi)|(?:dong|nop) (?:bao nhieu|may) tien|bao nhieu tien|(?:dang )?(?:nam |ket )?o (?:dau|khau nao|buoc nao)|(?:lay|nhan) (?:ket qua |giay )?(?:o dau|cho nao)|who has it|what is missing|how much|where (?:is it|do i (?:get|fetch|pick) it(?: up)?)) /;
/** Whoever says another word speaks of another matter. */
const common = new Set(
  `a ai anh ay ba bac ban bao bay bi bo bua buoc cai can cham chau chi cho chua chung co con cu cua da dang dau day den di do dong du dung duoc duyet em gi gia giay gio giu giup giai ha han hay hen
  ho hoi hom ket khau khi khong ko k la lai lam lau lay luc ly ma may minh moi mot muon nam nao nay ngay nghe nha nhan nhe nhi nhieu no nop nua o oi ong phai qua quyet ra roi sao so sua sung tai tao thang the them thi thieu tien to toi tra tre
  truoc tuan tui u va vang vay ve vi voi xin xong xu
  and be been delayed do does done dossier finished get have has how i in is it its late long me missing much my now overdue pick please ready result should status still tell the there to up what when where who why will yet you fetch days`.split(
    /\s+/,
  ),
);
