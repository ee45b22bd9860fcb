import { exactWords, foldedWords, hasDiacritics } from '../../text.ts';
import { isStop } from '../../understand/stop-word.ts';

export type Command = 'skip' | 'back' | 'stop' | 'restart' | 'review' | 'progress' | 'help' | 'resume' | 'later';

/** What a message tells the filing to do; null where it says anything beside it. */
export function commandOf(text: string): Command | null {
  if (isStop(text) || wantsToStop(text)) return 'stop';
  const whole = foldedWords(text);
  const bare = whole.replace(before, ' ').replace(after, ' ').trim();
  const words = bare === '' ? whole.trim() : bare;
  // Marked, "đúng" agrees and "dừng" stops; "trợ giúp" helps and "trở lại" goes back.
  if (hasDiacritics(text) && / (đúng|thời|hụy) /.test(exactWords(text))) return null;
  return commands.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** "Tôi muốn dừng": without its marks "dung" stops only behind a wish. */
function wantsToStop(text: string): boolean {
  return wish.test(foldedWords(text)) && (!hasDiacritics(text) || / dừng /.test(exactWords(text)));
}

const wish = /^ (?:(?:da|thoi|toi|em|minh|cho|xin|muon) )*(?:muon|xin|cho (?:toi|em|minh)|xin phep) dung(?: (?:lai|a|nhe|nha|o day))* $/;
const before =
  /^ (?:(?:da|vang|a|u|um|thoi|ok|oke|xin|cho (?:toi|em|minh|chau)|toi|em|minh|chau|muon|xin phep|lam on|please|can you|could you|i want to|i d like to|let s|let me) )+(?=\S)/;
const after = / (?:(?:a|nhe|nha|di|da|voi|giup|giup toi|giup em|giup minh|gium|em oi|ban oi|duoc khong|please|now|thanks|cam on) )+$/;

const one = (phrases: string) => new RegExp(`^(?:${phrases})$`);
const commands: [Command, RegExp][] = [
  [
    'restart',
    one(
      'lam lai(?: tu dau)?|bat dau lai(?: tu dau)?|lai tu dau|khai lai(?: tu dau)?|dien lai(?: tu dau)?|tu dau|xoa het lam lai|xoa het|start (?:over|again|anew)|restart|begin (?:again|anew)|from the (?:start|beginning)',
    ),
  ],
  [
    'resume',
    one(
      'tiep tuc(?: (?:ho so|dien|khai|lam|to khai|ban nhap|viec cu|ho so cu|cong viec))?|(?:dien|lam|khai) tiep|tiep(?: tuc)? ho so(?: cua toi)?|continue(?: my filing| filing| my form| the form)?|resume(?: my filing)?|go on|carry on',
    ),
  ],
  [
    'later',
    one(
      'de sau|lat nua|lat nua lam|de lat|de lat nua|de luc khac|luc khac|mai lam(?: tiep)?|de mai|hom khac|khi khac|nghi (?:mot )?(?:lat|chut|ti)|tam dung|tam nghi|ban roi|later|not now|maybe later|another time|pause',
    ),
  ],
  [
    'stop',
    one(
      'dung(?: lai| o day| ho so| khai| dien)|thoi khong (?:lam|dien|khai) nua|khong (?:lam|dien|khai) nua|ngung(?: lai)?|huy(?: bo)?(?: ho so| to khai)?|thoat(?: ra)?|ket thuc|quit|exit|stop(?: here| it)?|cancel(?: it| filing)?|end',
    ),
  ],
  [
    'back',
    one(
      'quay lai(?: cau truoc| buoc truoc)?|tro lai(?: cau truoc)?|lui lai|lui|cau truoc|buoc truoc|ve cau truoc|quay ve(?: cau truoc)?|hoan tac|back|go back|previous(?: question)?|undo',
    ),
  ],
  [
    'skip',
    one(
      'bo qua(?: cau nay| muc nay| cai nay)?|de trong|bo trong|qua cau khac|cau khac|cau tiep(?: theo)?|skip(?: it| this| this one| this question)?|pass|next question|leave (?:it )?(?:blank|empty)',
    ),
  ],
  [
    'progress',
    one(
      '(?:toi |em |minh )?(?:dien|lam|khai|tra loi) (?:toi|den) (?:dau|cau nao|buoc nao|cau may)(?: roi)?|(?:con|con lai) (?:bao nhieu|may|nhieu) (?:cau|buoc)(?: nua)?(?: khong)?|con (?:bao nhieu|may)(?: nua)?|con nhieu khong|sap xong chua|gan xong chua|xong chua|toi dau roi|den dau roi|dang o (?:dau|buoc nao|cau nao)|buoc nao roi|tien do|how (?:many|much) (?:questions |steps |more )?(?:is |are )?(?:left|more|remain|remaining)|how many more questions|where (?:am i|are we)|progress',
    ),
  ],
  [
    'review',
    one(
      '(?:xem|doc|kiem tra)(?: lai)?(?: (?:nhung gi |thong tin |cac cau |cau tra loi |tat ca )?(?:da )?(?:dien|khai|tra loi|ghi|noi))(?: roi)?|xem lai(?: het| tat ca| ho so| to khai| thong tin| cau tra loi| tu dau)?|doc lai(?: het| cho toi nghe| thong tin)?|kiem tra lai|(?:toi |em )?da (?:dien|khai|ghi|tra loi) (?:nhung )?gi(?: roi)?|tom tat(?: lai)?|review|show (?:me )?(?:my answers|what i (?:said|entered|have)|everything)|read (?:it )?back|summary|my answers',
    ),
  ],
  [
    'help',
    one(
      'giup(?: toi| em| minh| voi)*|tro giup|huong dan|can giup|khong hieu(?: cau (?:nay|hoi)| cau hoi nay| lam| gi)?|chua hieu(?: cau (?:nay|hoi))?|ko hieu|k hieu|khong hieu gi het|cau nay (?:la )?(?:sao|the nao|nghia la gi)|nghia la sao|nghia la gi|la sao|giai thich(?: them| cau nay)?|vi du(?: di)?|cho vi du|vi du nao|xem vi du|lay vi du|help(?: me)?|i (?:don t|do not) understand|what do you mean|what does (?:that|this|it) mean|explain|example|an example|for example',
    ),
  ],
];
