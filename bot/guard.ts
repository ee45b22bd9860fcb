import { exactWords, foldedWords, hasDiacritics } from './text.ts';

/** What must be seen before anything else is done with a message. */
export type Screening =
  | { kind: 'pass' }
  | { kind: 'emergency'; numbers: ('113' | '114' | '115' | '111' | '112')[] }
  | { kind: 'refused'; reason: 'attack' | 'abuse' | 'crime' | 'off-topic' };

/** Danger first, then attacks and what is none of our business. Rules only: no search, no model. */
export function screen(text: string): Screening {
  const words = foldedWords(text);
  const numbers = emergencyNumbers(text, words);
  if (numbers.length > 0) return { kind: 'emergency', numbers };
  if (attack.test(text) || attackWords.test(words)) return { kind: 'refused', reason: 'attack' };
  if (abuse.test(words)) return { kind: 'refused', reason: 'abuse' };
  if (crime.test(words)) return { kind: 'refused', reason: 'crime' };
  if (offTopic.test(words) && !aboutPapers.test(words)) return { kind: 'refused', reason: 'off-topic' };
  return { kind: 'pass' };
}

/** Personal numbers and addresses masked to their last digits. Dossier and procedure codes stay. */
export function maskPersonal(text: string): string {
  return text
    .replace(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, '•••@•••')
    .replace(/(?<![\p{L}\p{N}.-])(?:\+?84|0)(?:[ .-]?\d){8,10}(?![\d.-]*\d)/gu, masked)
    .replace(/(?<![\p{L}\p{N}.-])\d(?:[ ]?\d){8,18}(?![\d.-]*\d)/gu, masked);
}

function masked(number: string): string {
  const digits = number.replace(/\D/g, '');
  return `${'•'.repeat(digits.length - 3)}${digits.slice(-3)}`;
}

type Danger = { number: '113' | '114' | '115' | '111' | '112'; exact: RegExp; folded: RegExp };

const dangers: Danger[] = [
  {
    number: '114',
    exact:
      / (cháy nhà|nhà cháy|cháy rồi|đang cháy|cháy lớn|bốc cháy|cháy xe|cháy chung cư|cháy quán|cháy kho|bị cháy|hỏa hoạn|kẹt thang máy|mắc kẹt|sập nhà|nhà sập|đuối nước|chết đuối|chìm rồi|rớt xuống (kênh|sông|giếng|ao)|rơi xuống (kênh|sông|giếng|ao)) /,
    folded:
      / (chay nha|nha chay|dang chay nha|boc chay|hoa hoan|duoi nuoc|chet duoi|chim roi|mac ket|house is on fire|on fire|drowning|fire in my) /,
  },
  {
    number: '115',
    exact:
      / (đột quỵ|bất tỉnh|ngất xỉu|xỉu rồi|ngừng thở|không thở được|khó thở|co giật|chảy máu nhiều|máu chảy|tai nạn|đau ngực|đau tim|ngộ độc|uống thuốc sâu|uống thuốc ngủ|tự tử|tự vẫn|muốn chết|cấp cứu|đẻ rơi|vỡ ối|điện giật|rắn cắn) /,
    folded:
      / (dot quy|bat tinh|ngat xiu|xiu roi|ngung tho|khong tho duoc|kho tho|co giat|chay mau|tai nan|dau nguc|ngo doc|uong thuoc sau|tu tu|tu van|muon chet|cap cuu|vo oi|dien giat|ran can|bleeding|unconscious|not breathing|heart attack|stroke|motorbike crash|car crash|accident|ambulance|suicide|kill myself) /,
  },
  {
    number: '111',
    exact: / (đánh (đứa|thằng|con|bé|cháu|trẻ)|bạo hành (trẻ|con|bé|cháu)|xâm hại|bỏ rơi|bắt cóc|hành hạ (đứa|bé|cháu|trẻ|con)|đánh con) /,
    folded: / (danh (dua|be|chau|tre)|bao hanh (tre|con|be|chau)|xam hai|bat coc|hanh ha (dua|be|chau|tre)|child abuse|kidnapped) /,
  },
  {
    number: '113',
    exact:
      / (cướp|cầm dao|đâm chém|chém người|đâm người|giết người|ăn trộm|trộm vào nhà|đánh nhau|hiếp|bắt cóc|đe dọa giết|đánh vợ|chồng đánh|bị đánh|nổ súng) /,
    folded:
      / (cuop|cam dao|chem nguoi|dam chem|giet nguoi|an trom|trom vao nha|danh nhau|hiep dam|bat coc|chong danh|bi danh|no sung|robbery|robbed|attacked|knife|murder|rape) /,
  },
];

// The danger is over or somebody else's business: a paper is asked for, or the thing lies in the past.
const calm =
  / (giay to|ho so|thu tuc|giay phep|nghiem thu|phong chay|chua chay|bao hiem|tro cap|che do|tham duyet|chung tu|khai tu|xin lai|lam lai|cap lai|le phi|dang ky|phan anh|kien nghi|tuan truoc|thang truoc|nam ngoai|hom qua|hom truoc|ngay truoc|da mat|boi thuong|giam dinh|papers|documents|certificate|procedure|procedures|last (week|month|year)) /;

function emergencyNumbers(text: string, words: string): ('113' | '114' | '115' | '111' | '112')[] {
  if (calm.test(words)) return [];
  const exact = exactWords(text);
  const marked = hasDiacritics(text);
  return dangers.filter((danger) => (marked ? danger.exact.test(exact) : danger.folded.test(words))).map((danger) => danger.number);
}

const attack = /(drop\s+table|union\s+select|;\s*--|'\s*or\s+'?1|<script|javascript:|\.\.\/\.\.|\/etc\/passwd|\$\{jndi)/i;
const attackWords =
  / (ignore (all |the )?(previous|prior|above)( instructions)?|system prompt|bo qua (moi|tat ca|cac) (quy dinh|huong dan|lenh|chi dan)|jailbreak|hack|hacker|toan bo ho so cua moi nguoi|mat khau cua|dong vai|tu gio may la|developer mode|reveal your) /;
const abuse = / (may ngu|do ngu|ngu nhu|oc cho|con cho|thang cho|do cho|dit me|dm may|dmm|vcl|cut di|do vo dung|fuck|idiot|stupid bot) /;
const crime =
  / (bang gia|bang lai gia|giay to gia|giay gia|bang cap gia|ho so gia|dut (lot|cho)|dut tien|hoi lo|lot tay|chay chot|mua bang|lam gia|fake (license|passport|papers|certificate)|bribe|(can cuoc|dia chi|so dien thoai) (va .{0,30})?(cua|nha) (ong|ba|anh|chi) ) /;
const offTopic =
  / (thoi tiet|co mua|troi mua|nhiet do|gia vang|vang sjc|co phieu|chung khoan|bitcoin|tien ao|xo so|danh de|lo de|con gi thi trung|bong da|da banh|da thang|ty so|bai tho|lam tho|viet van|bai hat|truyen cuoi|ke chuyen|cong thuc nau|nau pho|nau an|mon ngon|nau mon|dich giup|dich cau|dich sang|ve may bay|dat ve|dat phong|khach san|ban gai|ban trai|nguoi yeu|yeu em|yeu anh|python|javascript|viet code|lap trinh|giai bai|bai tap|bai toan|phim|ca si|dien vien|dang nao|bau cu my|tong thong|uong thuoc gi|thuoc gi|trieu chung|dau bung|dau dau|chua benh gi|tu vi|boi toan|xem boi|weather|football|recipe|poem|stock price|joke|translate) /;
const aboutPapers = / (giay phep|thu tuc|cap phep|dang ky kinh doanh|ho so|giay chung nhan|license|permit|procedure) /;
