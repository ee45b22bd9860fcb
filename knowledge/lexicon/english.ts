import { englishBusiness } from './english-business.ts';
import { englishPapers } from './english-papers.ts';
import { englishPeople } from './english-people.ts';
import { englishProperty } from './english-property.ts';
import { englishResidence } from './english-residence.ts';
import { englishTrades } from './english-trades.ts';
import { englishWelfare } from './english-welfare.ts';

type Row = readonly [pattern: string, official: string, ...more: string[]];

const general: readonly Row[] = [
  ['foreigner|foreigners|expat|expats|expatriate|expatriates', 'người nước ngoài'],
  ['foreign', 'nước ngoài'],
  ['child|children|kid|kids', 'con trẻ em'],
  ['son|daughter', 'con'],
  ['wife|husband|spouse', 'vợ chồng'],
  ['student|students|pupil|pupils', 'học sinh', 'sinh viên'],
  ['register|registering|registered|registration|enrol|enroll', 'đăng ký'],
  ['register|registered|registration again', 'đăng ký lại'],
  ['first time', 'lần đầu'],
  ['open|opening|start|starting|founded|established', 'thành lập', 'đăng ký'],
  ['extend|extending|extended|extension|prolong|prolonged', 'gia hạn'],
  ['renew|renewing|renewed|renewal', 'gia hạn cấp đổi'],
  ['expire|expires|expired|expiring|expiry', 'gia hạn', 'cấp đổi'],
  ['exchange|exchanged|convert|converted|converting|conversion|swap|swapped', 'cấp đổi'],
  ['replace|replaced|replacing|replacement|reissue|reissued|re_issue|duplicate', 'cấp lại'],
  ['lost|lose|stolen|misplaced|missing|burnt_down', 'cấp lại bị mất'],
  ['damaged|torn|broken|burnt|unreadable', 'cấp lại hư hỏng'],
  ['declare|declaring|declared|declaration', 'khai báo'],
  ['notify|notifying|notification|notice', 'thông báo'],
  ['confirm|confirmed|confirmation', 'xác nhận'],
  ['certified|certify|authenticated|attested', 'chứng thực'],
  ['correct|corrected|correcting|correction|fix', 'cải chính', 'đính chính'],
  ['mistake|mistakes|error|errors|misspelled|misspelt|typo', 'cải chính', 'đính chính'],
  ['change|changed|changing|changes|modify|amend|amended|update|updated', 'thay đổi'],
  ['adjust|adjusted|adjustment', 'điều chỉnh'],
  ['cancel|cancelled|canceled|cancelling|cancellation|terminate|terminated|termination|deactivate|deactivated', 'chấm dứt', 'hủy'],
  ['suspended|paused', 'tạm ngừng'],
  ['closed|dissolved', 'chấm dứt hoạt động', 'giải thể'],
  ['delete|deleted|remove|removed|removal', 'xóa'],
  ['withdraw|withdrawn|withdrawal', 'rút'],
  ['change|changing|new|change_of ~ address', 'thay đổi địa chỉ'],
  ['transfer|transferring|transferred', 'chuyển nhượng', 'sang tên'],
  ['permit|permits|permission|licence|license|licences|licenses|licensed', 'giấy phép'],
  ['certificate|certificates|certification', 'giấy chứng nhận'],
  ['practising|practicing certificate|licence|license', 'chứng chỉ hành nghề'],
  ['factory|workshop|plant', 'cơ sở sản xuất'],
  ['weapon|weapons|gun|guns', 'vũ khí'],
  ['fireworks', 'pháo hoa'],
  ['seal|company_seal|stamp', 'con dấu'],
  ['security guard|guards|service|company', 'giấy chứng nhận đủ điều kiện về an ninh trật tự'],
  ['pawnshop|pawn_shop', 'giấy chứng nhận đủ điều kiện về an ninh trật tự'],
  ['gold|jewellery|jewelry', 'vàng'],
  ['research|scientific', 'khoa học và công nghệ'],
  ['printing|print house|business|shop|press', 'hoạt động in'],
  ['road|street works|digging|excavation', 'thi công công trình đường bộ'],
  ['compensation', 'bồi thường'],
  ['auction|auctioneer', 'đấu giá'],
];

/** English phrases for public services, and what records write: as `everydayWords`, but each phrase a pattern of `index/patterns.ts`. */
export const englishWords: readonly Row[] = [
  ...englishPeople,
  ...englishResidence,
  ...englishPapers,
  ...englishProperty,
  ...englishBusiness,
  ...englishTrades,
  ...englishWelfare,
  ...general,
];
