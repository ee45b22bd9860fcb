import { exactWords, foldedWords, hasDiacritics } from '../text.ts';
import { aspectAsked } from './aspect.ts';
import { contentWords } from './content.ts';
import { reportsMatter } from './report.ts';

/** What the citizen wants, beside a fact of a procedure. */
export type Wish =
  | 'hand-over'
  | 'petition'
  | 'petition-status'
  | 'status'
  | 'filing'
  | 'greeting'
  | 'thanks'
  | 'about'
  | 'more'
  /** "Ok", "vâng", "dừng": an answer to nothing, which greets nobody. */
  | 'nod'
  | 'none';

/** Rules over the folded words, the more particular first. */
export function wishOf(text: string): Wish {
  const words = foldedWords(text);
  if (handOver.test(words) && !askingWhere.test(words)) return 'hand-over';
  if (petitionStatus.test(words)) return 'petition-status';
  if (reports(text, words)) return 'petition';
  if (asksForStatus(text, words)) return 'status';
  if (wantsItDone(text, words)) return 'filing';
  if (more.test(words)) return 'more';
  if (about.test(words)) return 'about';
  const rest = words.replace(politeness, ' ').replace(politeness, ' ').trim();
  if (rest === '' && thanks.test(words)) return 'thanks';
  if (rest === '') return greeting.test(words) ? 'greeting' : 'nod';
  return 'none';
}

/** "Tôi muốn phản ánh", "dịch vụ tốt lắm"; not a procedure that grades something, nor how to go about a complaint. */
function reports(text: string, words: string): boolean {
  if (asksHow.test(words)) return false;
  if (reportsMatter(text)) return true;
  if (announced.test(words) && aspectAsked(text) === null && !askingAbout.test(words) && !/ (cach nao|kieu gi) /.test(words)) return true;
  if (petition.test(words) || words.startsWith(' gop y ')) return true;
  return grading.test(words) && (service.test(words) || !graded.test(words));
}

/** "Hồ sơ của tôi tới đâu rồi". Who asks for a fact of a matter ("hồ sơ khai sinh giải quyết trong bao lâu") has handed in nothing yet. */
function asksForStatus(text: string, words: string): boolean {
  if (!status.test(words) || otherFiles.test(words)) return false;
  if (hasDiacritics(text) && handedBack.test(exactWords(text))) return false;
  return aspectAsked(text) === null || handedIn.test(words) || contentWords(text).length === 0;
}

/** "Nộp luôn giúp tôi", "apply for me": to be done, not told about. Who asks for a fact beside it wants the fact. */
function wantsItDone(text: string, words: string): boolean {
  if (guided.test(words)) return true;
  if (askingWhether.test(words)) return false;
  const fact = aspectAsked(text);
  if (fact !== null && fact !== 'online') return false;
  if (filing.test(words) && !askingAbout.test(words)) return true;
  return forMe.test(words) && !onlyTold.test(words);
}

const person =
  '(nguoi that(?! (nghiep|lac|hoc|the))|nguoi ta|nguoi(?! (that (nghiep|lac)|khac|mua|thue|than|nha|con|nuoc|thua))|nhan vien|can bo|tong dai vien|tong dai|dien thoai vien|tu van vien|anh chi nao|ai do|human|person|agent|operator|somebody|staff)';
const handOver = new RegExp(
  ` (gap|noi chuyen (voi|truc tiep voi)|noi may ((toi|em|cho|minh|truc tiep) )*(cho|voi)?|chuyen may ((toi|em|minh) )*(cho|gap|voi)?|chuyen cho|cho (toi|minh|em|tui|chi|anh|bac|co)? ?(xin )?gap|ket noi (voi|toi)|talk to|speak (to|with)|connect me (to|with)) ((truc tiep|mot|cac|a|an|real|the) )*${person}| (gap nguoi that|gap can bo|gap nhan vien|nguoi that(?! (nghiep|lac|hoc|the))|nguoi ho tro|noi chuyen voi nguoi) `,
);
const askingWhere = / (gap can bo nao|gap ai) /;
const petition =
  / ((toi|em|minh|tui|chung toi|ba con|dan)? ?(muon|xin|can|de nghi|gui|cho) (gui |duoc )?(phan anh|gop y|kien nghi|khieu nai|to cao|che trach|khen|to giac)|toi phan anh|gui phan anh|gui gop y|muon bao chuyen nay|phan anh (viec|chuyen|tinh trang|ve)|kien nghi (phuong|xa|ubnd|sua)|gop y (ve|cho)|danh gia \d sao|(danh gia|cho|tang|dich vu tot|phuc vu tot|rat tot|qua tot).{0,12} \d sao|(xin |gui loi )?khen (ngoi )?(chi|anh|can bo|co|chu|nhan vien|cac)|ghi nhan (giup|gium|dum)|phuc vu (rat |qua )?tot|thai do (rat |qua )?tot|(phuc vu|dich vu|thai do) (rat |qua )?(te|kem|cham|khong tot|chan)|(rat |khong |chua )hai long|buc xuc|te qua|loi hoai|bi loi hoai|cho doi qua lau|can bo (doi|vol|vo vinh|hach sach|hach dich|nhung nhieu)|complain|complaint|feedback|send a petition) /;
/** "Phản ánh vỉa hè bị lấn chiếm", "… không ai sửa, phản ánh giúp". */
const announced =
  /^ ((da|alo|a lo|xin|chao|ban|em|minh|toi|cho) )*(phan anh|kien nghi) (?!(cua|la|voi) )| (phan anh|kien nghi) (giup|gium|dum|ho|giup gium)( (toi|em|minh|tui|bon toi|chung toi|ba con|voi|nhe|nha|di|a))* $/;
/** A word on the service, or a procedure in which something is graded: "công nhận xã đạt chuẩn". */
const grading =
  / (((toi|em|minh|tui|chung toi|ba con|dan) )?(muon|xin|can|de nghi|gui|cho) (gui |duoc )?danh gia|dich vu (rat |qua )?tot) /;
const service = / danh gia ((.{0,20} )?(thai do|phuc vu|nhan vien|tiep dan|hai long)|(can bo|co|chi|anh|chu)) /;
const graded =
  / (chuan|tieu chi|tieu chuan|xep hang|xep loai|cong nhan|thu hang|luu tru|co so|nang luc|trinh do|ky nang|tay nghe|tac dong|ket qua|san pham|an toan|phu hop|lai|khuyet tat|ho so|to chuc|doanh nghiep|dat|nha|cong trinh|chung nhan) /;
/** A complaint and a denunciation have procedures of their own, to be asked about. */
const asksHow =
  / (khieu nai|to cao|to giac) (.{0,40} )?(thu tuc (gi|nao|the nao|ra sao|nhu the nao)|(lam|viet|gui|nop|tien hanh|thuc hien) (don )?(nhu )?(the nao|sao|cach nao|kieu gi)|(nhu )?the nao|ra sao|bang cach nao|lam sao) | (thu tuc|cach|trinh tu) (khieu nai|to cao|to giac) (.{0,40} )?(the nao|ra sao|la gi|lam sao) /;
/** Which of the petitions sent is meant: its writer's, or that of a day that is over. */
const sentOne =
  '(?:(?:cua |ma )?(?:toi|em|minh|tui|chau|chung toi)(?: (?:da )?gui)?(?: .{0,40})?|(?:toi |em |minh )?(?:da )?(?:gui )?(?:hom|bua|tuan|thang|lan|dot|luc|hoi|ngay|ban) (?:qua|truoc|kia|roi|no|nay|nay gui)(?: .{0,30})?)';
const petitionStatus = new RegExp(
  ` (?:phan anh|kien nghi|gop y|khieu nai|to cao) ${sentOne} (?:toi dau|den dau|xong chua|(?:ra )?sao roi|the nao roi|duoc chua|co ai tra loi|tra loi chua|giai quyet chua|xu ly chua|da gui chua|gui duoc chua) | (?:tra cuu|xem|kiem tra|theo doi) (?:giup |gium )?(?:toi |em |minh )?(?:lai )?(?:ma )?(?:phan anh|kien nghi) | ma phan anh | (?:status of|where is|what about|what happened (?:to|with)|any (?:news|update|updates|reply|answer|response) (?:on|about|to|for|of)|(?:has|have) (?:anyone|anybody|somebody|the staff|you|they) (?:answered|replied to|read|looked at|dealt with)) (?:my|the) (?:petition|complaint|feedback|report) `,
);
const status =
  / (ho so (cua )?(toi|em|minh|tui|con toi|nha toi|chung toi|me toi|bo toi|vo toi|chong toi)? ?(.{0,40} )?(toi dau|den dau|xong chua|chua (xong|tra|giai quyet|thay gi|co ket qua)|co chua|ra sao roi|the nao roi|duoc chua|co ket qua|da xong|bao gio xong|bi tre|qua han|giai quyet)|nop .{0,60}(chua thay|chua co ket qua|chua tra|van chua|mai chua|chua duoc tra|chua nhan duoc|lau roi chua)|tra cuu (giup |gium |dum )?(toi |em |minh )?ho so|tra ho so|tra (giup|gium|dum) .{0,12}ho so|tinh trang ho so|kiem tra ho so|xem ho so|tinh hinh ho so|ma ho so|bien nhan .{0,20}(toi dau|den dau)|my (application|dossier|file) (status|code)|status of my|where is my (application|dossier|file)|(look up|check|track|follow) (my|an|the) (application|dossier|file|status)) /;
/** What tells that a dossier has been handed in: whose it is, or that it is waited for. */
const handedIn =
  / (ho so (cua )?(toi|em|minh|tui|chau|con|nha|chung toi|me|bo|ba|vo|chong|anh|chi|bac|cty|cong ty) |cua (toi|em|minh|tui|chau|con|nha|me|bo|vo|chong|chung toi) |(toi|em|minh|tui) (da )?nop |da nop|da gui|ho so (bao gio|khi nao|chung nao|may ngay nua) (xong|co|thi) |nop .{0,40}(roi|chua thay|chua co|chua tra|chua nhan)|(toi|den) dau roi|chua thay|xong chua|co chua|ra sao roi|the nao roi|duoc chua|co ket qua chua|bi tre|tre hen|my )/;
/** Files that are papers themselves, kept by an office. */
const otherFiles =
  / ho so (dia chinh|dat dai|ly lich|benh an|suc khoe|luu tru|cu|goc|can bo|cong chuc|vien chuc|dang vien|nhan su|quy hoach|moi thau|du thau|thiet ke|ho tich|tu phap|liet si|nguoi co cong|thuong binh) (?!(cua )?(toi|em|minh|tui) )/;
/** Said of an office, not to it. */
const handedBack = / trả hồ sơ /;
const filing =
  / ((muon|can|giup|hay|cho|bat dau|nho|de|dang) .{0,24}?(nop (ho so|don|online|truc tuyen|qua mang|luon|tren)|dien (to khai|don|mau)|ke khai|tao ho so|lam ho so|khoi tao|khai online)|bat dau (nop|dien|khai(?! thac)|lam(?= (ho so|thu tuc|don|giay|to khai|dang ky|luon|di|nhe|nha|a|ngay|online|cho|giup|duoc) |(?= $)))|khoi tao ho so|tao ho so|nop ho so (luon|di|giup|online|truc tuyen|ngay)|nop (online|truc tuyen) (luon|di|ngay|giup|cho|xin|ho so|thu tuc)|nop .{0,60}(online|truc tuyen|qua mang|tren mang) (giup|luon|di|ngay|cho toi|cho em|cho minh)|lam (ho so|thu tuc)? ?.{0,50}(qua mang|tren mang|online|truc tuyen) (giup|luon|cho|di|ngay)|(online|qua mang|tren mang|truc tuyen) (luon|ngay|lien)|huong dan .{0,12}dien tung buoc|(start|begin|submit|file|open) (an |my |the |a )?(online )?(application|filing)|(start|begin) (to )?fill(ing)?( in| out)? (the|my|a) form|apply online (for me|now)) /;
const guided =
  / (huong dan|chi|giup) .{0,24}tung buoc .{0,12}(dien|nop|lam|gui|khai|ke khai) | (huong dan|chi|giup) .{0,16}(dien|nop|lam|khai) tung buoc | (dien|nop|gui|khai) .{0,40} (em|toi|minh|tui) lam luon /;
const doing = '(nop|lam|dang ky|dang ki|dk|gui|goi|khai|dien|ke khai|thuc hien|tien hanh)';
const helping = '(giup|gium|dum|giup gium)';
const me = '(toi|em|minh|tui|chau|bac|co|con|me|bo|ba|ma|ong|voi|di|nhe|nha|a|nghen|cai)';
const forMe = new RegExp(
  ` ${doing} (?!on ).{0,80}?${helping} ${me} | ${doing} (?!on ).{0,80}?${helping} $| ${helping} (${me} )?(voi )?${doing} (?!on )| ${doing} (?!on )(.{0,40} )?luon (di|nhe|nha|cho|giup|gium|nghen|a) | ${doing} (?!on )(.{0,40} )?luon $|^ (toi |em |minh |tui |cho toi |cho em )?(muon |can |xin )?nop (ho so|don|to khai) (?!o |tai |bao )|(want|like|need) to (apply|file|submit|register) (online )?(for|a|an|my)? |(help|assist) me (to )?(apply|file|submit|register|fill) `,
);
const onlyTold =
  / (cho (toi |em |minh )?hoi|xin hoi|hoi giup|tu van|cho biet|huong dan|chi giup|chi dan|giai thich|tra giup|kiem tra|tra cuu|xem giup|how|what|where|which) /;
const askingAbout =
  / (can gi|can nhung gi|giay to gi|bao nhieu|bao lau|may ngay|o dau|duoc khong|co duoc|duoc k|duoc ko|the nao|nhu the nao|lam sao|ra sao|le phi|what|how|which) /;
const askingWhether = / ((co can|co phai|can) .{1,40} (khong|ko|k|hay khong)|(lam|bat dau) (tu |gi |o )?(dau|gi|nhung gi)) /;
const more =
  /^ (?:(?:da|vang|vay|the|nhung|ban|em|cho|toi|minh|xin|giup|hay|noi|ke|tra loi|giai thich|viet|xem|duoc|co the|muon|biet|them|a|oi) )*(?:xem tiep|tiep|tiep di|con gi nua|con nua|nua di|nghe tiep|(?:nghe )?phan (?:tiep theo|tiep|sau)|chi tiet|cu the|ro hon|ro rang hon|ky hon|day du hon)(?: (?:hon|them|nua|chut|mot chut|ti|xiu|duoc khong|duoc k|duoc ko|la sao|la gi|la nhu the nao|the nao|nhu the nao|ra sao|di|nhe|nha|a|ban|em|giup|gium|cho|toi|minh|voi|dum))* $|^ (?:(?:can|could|you|please|give|show|tell|hear|me|some|the|in|more|a bit|be|i|need|want|explain|it) )*(?:more|next|details?|specifics|specific|detailed|clearer|elaborate)(?: (?:please|about (?:it|that|this)|on (?:it|that|this)))* $/;
const about =
  / (giup duoc (nhung )?(viec )?gi|lam duoc (nhung )?gi|ban la ai|em la ai|may la ai|la ai vay|la ai the|ban ten gi|co the giup gi|giup gi duoc|co ai o do|ai vay|who are you|what can you do|are you a (bot|robot)|la robot|la may a|la nguoi hay may) /;
const thanks =
  / (cam on|cam on nhieu|da ta|cam ta|doi on|biet on|hay qua|tuyet voi|great|perfect|cheers|thanks|thank|tks|hieu roi|ro roi|biet roi|bye|tam biet) /;
const greeting = / (xin chao|chao|hello|hi|helo|hey|alo|a lo|good (morning|afternoon|evening)) /;
const politeness =
  / (can bo|da ta|cam ta|doi on|biet on|hay qua|tuyet voi|hen gap lai|chuc|suc khoe|ngay moi|great|perfect|cheers|a lot|lots|for|your|that|is|it|all|helpful|ngay tot lanh|tot lanh|thua|khong|dung|phai|xin|chao|hello|hi|helo|hey|alo|a lo|da|vang|ok|oke|okie|okay|uh|u|um|duoc|roi|hieu|ro|biet|cam on|cam|on|thanks|thank|you|very|much|so|tks|bye|tam biet|nhieu|lam|nhe|nha|ne|a|ah|oi|em|anh|chi|ban|bac|co|chu|ad|admin|bot|minh|toi|tui|chau|ca nha|moi nguoi|good|morning|afternoon|evening|buoi sang|buoi chieu|buoi toi|mot cua|vay|the|thi|la|gio|con|ma|luon|tot|qua)(?= )/g;
