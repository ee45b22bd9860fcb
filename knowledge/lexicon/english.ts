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
  ['register|registering|registered|registration|enrol|enroll', 'đăng ký'],
  ['open|opening|start|starting', 'thành lập', 'đăng ký'],
  ['extend|extending|extension|prolong', 'gia hạn'],
  ['renew|renewing|renewed|renewal', 'gia hạn cấp đổi'],
  ['exchange|convert|converting|swap', 'cấp đổi'],
  ['replace|replacing|replacement|reissue|re_issue|duplicate', 'cấp lại'],
  ['lost|lose|stolen|misplaced|missing', 'cấp lại bị mất'],
  ['damaged|torn|broken|burnt', 'cấp lại hư hỏng'],
  ['declare|declaring|declaration', 'khai báo'],
  ['confirm|confirmation', 'xác nhận'],
  ['correct|correcting|correction|fix', 'cải chính', 'đính chính'],
  ['cancel|cancelling|canceling|cancellation|terminate|termination', 'chấm dứt hủy'],
  ['delete|remove|removal', 'xóa'],
  ['change|changing ~ address', 'thay đổi địa chỉ'],
  ['change of address', 'thay đổi địa chỉ'],
  ['transfer|transferring|transferred', 'chuyển nhượng', 'sang tên'],
  ['permit|permits|permission|licence|license|licences|licenses', 'giấy phép'],
  ['certificate|certificates|certification', 'giấy chứng nhận'],
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
