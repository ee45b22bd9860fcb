import { exactWords, foldedWords, hasDiacritics, withoutMarks } from '../text.ts';

/**
 * True for who tells what somebody does, to be passed on: "phản ánh phường thu phí trái quy định". The fees and papers in it are the matter; a
 * question about them ("tố cáo thì cần giấy tờ gì") asks how to go about it instead.
 */
export function reportsMatter(text: string): boolean {
  const words = foldedWords(text);
  return (announced.test(words) || accuses.test(words) || english.test(words)) && !named.test(words) && !asks(text);
}

const saying = '(?:phan anh|kien nghi|gop y|to cao|to giac|khieu nai)';
const self = '(?:toi|em|minh|tui|chau|chung toi|ba con|dan)';
const opening = `^ (?:(?:da|vang|alo|a lo|xin|chao|ban|em|minh|toi|tui|chau|cho|thua|can bo|ad|a|oi) )*`;
const announced = new RegExp(
  ` (?:${self} )?(?:muon|xin|can|de nghi|gui|cho|phai) (?:gui |duoc |lam |viet )?(?:don )?${saying} (?!(?:cua|o|tai|thi|la|nhu|bang) )| ${self} ${saying} (?!(?:cua|thi|la) )|${opening}(?:phan anh|kien nghi|gop y) (?!(?:cua|o|tai|thi|la|nhu|bang|kien nghi) )| phan anh (?:viec|chuyen|tinh trang|ve) `,
);
const somebody =
  '(?:can bo|cong chuc|nhan vien|phuong|xa|thon|ubnd|uy ban|cong an|csgt|chu tich|bi thu|truong thon|to truong|hang xom|cong ty|cty|doanh nghiep|cua hang|quan|truong|benh vien|tram y te|co so|chu (?:nha|tro|thau|quan|dau tu)|mot cua|van phong|bo phan|ban quan ly|ong|ba|mot nguoi|ke|nhom|so dien thoai|tai khoan|trang web|hanh vi|viec|chuyen)';
const accuses = new RegExp(
  `${opening}(?:gui )?(?:don )?(?:to cao|to giac|khieu nai) (?:ve )?(?:(?:mot|cac|nhung|may) )?${somebody} (?:[^ ]+ ){0,8}?${wrong()} `,
);

/** What is complained of when somebody does it; by itself it is half of many a procedure's name. */
function wrong(): string {
  return '(?:thu (?:phi|le phi|tien|them|sai|trai|ngoai|cao)|doi (?:them|tien|phi|giay|phong bi|hoi lo|boi duong|dut lot|chi)|bat (?:dan|nop|dong|lam|di|toi|em|chung toi|phai)|yeu cau them|ep|voi (?:tien|vinh)|nhung nhieu|gay kho|hach dich|hach sach|lam kho|khong (?:nhan|giai quyet|tra|chiu|lam|cap|tiep)|tu choi|cham tre|tra cham|lam sai|sai quy dinh|trai quy dinh|trai phep|trai luat|lua dao|lua|gia mao|lan chiem|nhan (?:tien|hoi lo|phong bi|cua dut)|an (?:tien|hoi lo|chan)|lam dung|bao ke|de doa|quat|mang|chui|ngam ho so|giu giay|lam gia|xa thai|do rac|xay trai)';
}

const english =
  / (?:want|would like|like|d like|wish|need|have) to (?:complain|make a complaint|file a complaint|denounce) (?:about|that|of|against|to you) | (?:complain|complaint|complaining) (?:about|that|against|of) | (?:report|denounce|reporting) (?:that |about |to you |an? |the |my |some |a corrupt )*(?:[^ ]+ )?(?:officers?|officials?|staff|clerks?|ward|commune|police|office|neighbou?rs?|company|landlord|bribes?|bribery|corruption|scam|scammers?|abuse|illegal|extortion|overcharging) /;

/** A procedure, a form or a way of complaining is named: that is asked about, whatever follows. */
const named = new RegExp(
  ` (?:thu tuc|trinh tu|quy trinh|cach|mau don|mau|ho so|giai quyet|to khai|procedure|form|template) (?:de |giai quyet |viet |lam |nop |gui |don |for |to |of )*(?:${saying}|complain|complaint|report) `,
);

/** A question word that asks: not "không nói gì", "ai cũng", "mấy tháng nay". */
function asks(text: string): boolean {
  const marked = hasDiacritics(text);
  const words = marked ? exactWords(text) : foldedWords(text);
  const told = marked ? toldMarked : toldUnmarked;
  // Twice: two of them may share the blank between.
  return (marked ? askingMarked : askingUnmarked).test(words.replace(told, ' … ').replace(told, ' … '));
}

const toldMarked =
  / (?:(?:không|chẳng|chả|chưa|đừng) (?:[^ ]+ ){0,4}?(?:gì|nào|đâu|ai|bao nhiêu)|(?:gì|nào|đâu|ai|bao nhiêu|bao lâu|thế nào|kiểu gì|lúc nào|chỗ nào|người nào|hồ sơ nào) cũng|gì (?:hết|cả|đâu|đó)|(?:không|chẳng) (?:biết|hiểu) (?:vì |tại )?sao|(?:tại|vì) sao|sao (?:lại|mà|phường|xã|cán bộ)|(?:biết )?bao nhiêu (?:lần|người|đơn)|bao lâu (?:nay|rồi)|(?:đâu|đi đâu) (?:có|phải|đó|ra)|nào là|như thế nào đó|about (?:how|what|where|when|which)|that (?:when|what)|(?:report|denounce) (?:how|what|when)|when (?:i|we|my)|(?:staff|officers?|officials?|clerks?|someone|people|man|woman|neighbou?r|company|he|she|they) (?:who|which)|for which)(?= )/gu;
const askingMarked =
  / (?:gì|chi vậy|nào|đâu|bao nhiêu|bao lâu|bao giờ|mấy ngày (?:thì |mới |là )?(?:xong|có|được)|mất mấy|trong mấy|thế nào|như nào|ra sao|làm sao|gặp ai|cho ai|với ai|with whom|who do i|who can i|who should i|what|which|where|how|when|whom|do i|can i|should i|could i|is there a fee|are there) | (?:mất|tốn|đóng|có|được|phải|cần) (?:[^ ]+ ){0,3}(?:phí|tiền|giấy tờ|online|không) không $/u;
const toldUnmarked = unmarked(toldMarked);
const askingUnmarked = unmarked(askingMarked);

function unmarked(pattern: RegExp): RegExp {
  return new RegExp(withoutMarks(pattern.source), pattern.flags);
}
