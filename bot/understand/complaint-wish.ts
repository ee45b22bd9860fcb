import { foldedWords } from '../text.ts';

/**
 * What is asked by who wants to know where or how something is reported: `complaint` names a complaint, a denunciation or a petition; `report` only
 * says "report", which is said of lost papers and taxes, too. Null for everything else.
 */
export function complaintWishOf(text: string): 'complaint' | 'report' | null {
  const words = foldedWords(text);
  if (!asksWhereToComplain(text) && !how.test(words)) return null;
  if (complaint.test(words)) return 'complaint';
  return / report(?:ing)? /.test(words) ? 'report' : null;
}

/** True for who asks where, or to whom, a complaint is made: "phản ánh thì gửi ở đâu", "who do I complain to". */
export function asksWhereToComplain(text: string): boolean {
  const words = foldedWords(text);
  return (complaint.test(words) || / report(?:ing)? /.test(words)) && where.test(words.replace(nobody, ' … '));
}

const complaint =
  / (?:phan anh|kien nghi|gop y|khieu nai|to cao|to giac|complain|complaints?|complaining|denounce|feedback|petitions?|suggestions?) /;
const where =
  / (?:o|tai|di|den|toi|ra|len|gui|nop|bao|qua|goi) dau | (?:cho|voi|gap|goi|tim|bao|gui|hoi) ai | (?:cho|noi|so|kenh|duong day|co quan|ban nganh|bo phan|trang) nao | ai (?:nhan|tiep nhan|giai quyet) | (?:duong day nong|hotline|tong dai|so dien thoai|duong link) | where | who (?:do|can|should|could|may|would) (?:i|we) | (?:to|with) whom | (?:phone|telephone) number /;
const how =
  / (?:cach|bang cach nao|kieu gi|the nao|lam sao|ra sao|sao de|duoc khong|co nhan) | (?:how|can|may) (?:do|can|should|could|to|i|we) /;
/** "Không biết gửi cho ai" asks; "gặp ai cũng lắc đầu", "không nói với ai" tell. */
const nobody = / (?:khong|chua|chang) (?:noi|gap|gui|bao|goi|hoi|tim) (?:cho|voi|duoc)? ?ai | (?:ai|dau|nao) cung /g;
