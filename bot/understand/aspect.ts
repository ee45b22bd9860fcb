import { foldedWords } from '../text.ts';
import type { Aspect } from '../types.ts';

type Rule = { aspect: Aspect; words: RegExp };

// Asked-for facts come before the general words that often stand beside them; the first rule that fits names the aspect.
const rules: Rule[] = [
  {
    aspect: 'fee',
    words:
      / (le phi|phi|mien phi|chi phi|bao nhieu tien|bao nhiu tien|nhieu tien|may tien|tien|ton|gia|het bao nhieu|mat bao nhieu|dong bao nhieu|bao nhieu|bao nhiu|may do|fee|fees|cost|costs|how much|price|pay) /,
  },
  {
    aspect: 'duration',
    words:
      / (bao lau|bao nhieu lau|bao nhieu ngay|may ngay|may hom|may bua|may tuan|may thang|may tieng|may gio|thoi han|thoi gian|bao gio|khi nao|chung nao|lau khong|lau k|lau hong|lau qua|bi lau|how long|how many days|when) /,
  },
  {
    aspect: 'legal-basis',
    words:
      / (can cu phap ly|can cu nao|luat nao|luat gi|nghi dinh nao|thong tu nao|van ban nao|quy dinh nao|quy dinh o dau|co so phap ly|legal basis|which law) /,
  },
  { aspect: 'forms', words: / (mau don|mau to khai|to khai nao|to khai gi|to khai|mau nao|mau gi|bieu mau|don gi|mau so|form|forms) / },
  {
    aspect: 'documents',
    words:
      / (giay to|giay gi|can gi|can nhung gi|can cac gi|gom gi|gom nhung gi|gom nhung|ho so|mang gi|mang theo|dem theo|dem gi|chuan bi|thanh phan|bang chung|nop gi|nop nhung gi|thieu gi|documents|document|papers|bring|required) /,
  },
  {
    aspect: 'online',
    words: / (online|truc tuyen|qua mang|tren mang|buu dien|buu chinh|o nha|tai nha|vneid|qua dien thoai|internet|by post) /,
  },
  {
    aspect: 'place',
    words:
      / (o dau|dau|den dau|toi dau|cho nao|noi nao|o mo|di mo|mo|co quan nao|noi nop|dia diem|gap ai|voi ai|ai lam|ai cap|ai giai quyet|where|office) /,
  },
  {
    aspect: 'conditions',
    words:
      / (dieu kien|yeu cau|co duoc khong|duoc khong|duoc k|duoc ko|duoc hong|co phai|co can|requirements|conditions|eligible|allowed) /,
  },
  { aspect: 'eligible', words: / (doi tuong|ai duoc|nhung ai|who can) / },
  { aspect: 'result', words: / (ket qua|nhan duoc gi|duoc cap gi|result) / },
  {
    aspect: 'steps',
    words: / (the nao|lam sao|ra sao|lam cach nao|cac buoc|buoc nao|trinh tu|quy trinh|huong dan|mo phai lam|nhu nao|kieu gi|man sao|how) /,
  },
];

/** The part of a procedure that is asked for, or null when the message only names a matter. */
export function aspectOf(text: string): Aspect | null {
  const words = foldedWords(text);
  return rules.find((rule) => rule.words.test(words))?.aspect ?? null;
}
