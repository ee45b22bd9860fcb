import { describe, expect, test } from 'vitest';
import { eventIn } from '../../bot/understand/life-event.ts';
import { readPlaces } from '../../knowledge/communes.ts';
import { readLifeEvents, shippedLifeEvents } from '../../scripts/life-events.ts';

const events = readLifeEvents(shippedLifeEvents);
const today = '2026-11-22';
const places = readPlaces();
const heard = (text: string) => eventIn(text, events, today, places);

describe('an event that is stated, with nothing else asked', () => {
  test.each([
    ['vợ tôi sắp sinh', 'sinh-con'],
    ['Vợ em sắp đẻ rồi ạ', 'sinh-con'],
    ['vk e moi sinh em be', 'sinh-con'],
    ['Nhà mình vừa đón bé gái, cần làm những gì?', 'sinh-con'],
    ['Nhà mình vừa có em bé, cần làm những gì?', 'sinh-con'],
    ['vo toi sap sinh con dau long thi phai lam gi', 'sinh-con'],
    ['Con dâu tui mới sanh cháu trai, giờ phải làm thủ tục chi', 'sinh-con'],
    ['sắp lên chức bố', 'sinh-con'],
    ['my wife is about to give birth', 'sinh-con'],
    ['We just had a baby, what should we do next?', 'sinh-con'],
    ['Bố tôi mới mất', 'nguoi-than-mat'],
    ['ba tui mới mất bữa hổm', 'nguoi-than-mat'],
    ['Ông ngoại em vừa qua đời ở quê, gia đình cần làm những thủ tục gì ạ', 'nguoi-than-mat'],
    ['me toi moi mat, gio phai lam sao', 'nguoi-than-mat'],
    ['chồng tôi mất rồi', 'nguoi-than-mat'],
    ['nhà em mới có tang', 'nguoi-than-mat'],
    ['My grandmother passed away last night', 'nguoi-than-mat'],
    ['tôi mới cưới', 'ket-hon'],
    ['hai đứa em sắp kết hôn thì cần làm gì', 'ket-hon'],
    ['toi chuan bi lay chong', 'ket-hon'],
    ['we are getting married', 'ket-hon'],
    ['Tôi định mở quán ăn', 'mo-quan-an'],
    ['muon mo quan ca phe nho can giay phep gi', 'mo-quan-an'],
    ['em tính mở tiệm bún bò thì làm những gì trước', 'mo-quan-an'],
    ['I want to open a small restaurant', 'mo-quan-an'],
    ['vợ chồng tôi mới mua nhà', 'mua-nha'],
    ['tui vừa mua miếng đất', 'mua-nha'],
    ['minh sap mua can ho chung cu can lam thu tuc gi', 'mua-nha'],
    ['we bought a house last month', 'mua-nha'],
    ['tôi sắp chuyển nhà', 'chuyen-nha'],
    ['gia dinh toi moi don ve nha moi', 'chuyen-nha'],
    ['we are moving to a new flat', 'chuyen-nha'],
    ['Tôi bị mất ví', 'mat-giay-to'],
    ['mất ví, mất hết giấy tờ', 'mat-giay-to'],
    ['chuan bi chuyen nha sang tinh khac', 'chuyen-nha'],
    ['em lam roi mat het giay to roi', 'mat-giay-to'],
    ['em bi mat het giay to roi phai lam sao', 'mat-giay-to'],
    ['I lost my wallet', 'mat-giay-to'],
    ['bố em sắp nghỉ hưu', 'nghi-huu'],
    ['toi chuan bi ve huu thi can lam gi', 'nghi-huu'],
  ])('"%s"', (text, event) => {
    expect(heard(text)?.event.id ?? null).toBe(event);
  });
});

describe('what asks for all its papers, and nothing else', () => {
  test.each([
    ['vo toi sap sinh, can giay to gi', 'sinh-con'],
    ['Bố tôi mới mất thì cần chuẩn bị những giấy tờ gì ạ', 'nguoi-than-mat'],
    ['tôi sắp chuyển nhà, phải mang theo hồ sơ gồm những gì', 'chuyen-nha'],
    ['we just had a baby, what documents do we need', 'sinh-con'],
  ])('"%s"', (text, event) => {
    expect(heard(text)).toMatchObject({ event: { id: event }, wants: 'papers' });
  });

  test('the way through it all is no list of papers', () => {
    expect(heard('vợ tôi sắp sinh, cần làm giấy tờ gì')?.wants).toBe('plan');
  });
});

describe('where it has happened is no other matter', () => {
  test.each([
    ['moi mua nha o thu duc', 'mua-nha'],
    ['tôi vừa mua đất ở huyện Củ Chi, TP HCM thì phải làm gì', 'mua-nha'],
    ['vợ tôi mới sinh ở Đà Nẵng', 'sinh-con'],
    ['gia đình tôi sắp chuyển nhà về Hà Nội', 'chuyen-nha'],
    ['mới mua nhà ở xã hội', null],
    ['tôi mới mua nhà ở hình thành trong tương lai', null],
  ])('"%s"', (text, event) => {
    expect(heard(text)?.event.id ?? null).toBe(event);
  });
});

describe('what asks for one matter, or says something else, is no event', () => {
  test.each([
    'vợ tôi mới sinh cần giấy tờ gì để làm khai sinh',
    'Vợ mới sanh, đi làm khai sinh cho bé ở đâu',
    'vo toi sap sinh, chong duoc nghi may ngay',
    'con tôi mới sinh thì làm thẻ bảo hiểm y tế sao',
    'bố tôi mới mất, đi khai tử mất bao lâu',
    'mẹ tôi mất giấy khai sinh',
    'chồng tôi mới mất căn cước',
    'bà tôi mất năm 2010, giờ làm khai tử có được không',
    'Ông tôi vừa mất, xin tiền mai táng thế nào',
    'tôi mới cưới, muốn nhập khẩu về nhà chồng',
    'cưới vợ người Lào',
    'tôi muốn đăng ký kết hôn',
    'mở quán ăn thì đăng ký hộ kinh doanh thế nào',
    'quán ăn xin giấy an toàn thực phẩm cần gì',
    'mua nhà ở xã hội',
    'mua nhà thì lệ phí trước bạ bao nhiêu',
    'mua xe máy',
    'chuyển nhà thì đăng ký tạm trú ở đâu',
    'chuyện nhà tôi',
    'chuyển trường cho con',
    'mất hộ chiếu',
    'sắp nghỉ hưu thì lương hưu tính sao',
    'how do I register a birth',
    'my father lost his identity card',
  ])('"%s"', (text) => {
    expect(heard(text)).toBeNull();
  });
});

test.each([
  ['bố tôi mất hôm qua', '2026-11-21'],
  ['vợ tôi sinh hôm nay', null],
  ['vợ tôi mới sinh hôm nay', '2026-11-22'],
  ['mẹ tôi qua đời ngày 12/5/2026', '2026-05-12'],
  ['mẹ tôi qua đời ngày 31/2/2026', null],
  ['bố tôi mới mất', null],
])('the day in "%s"', (text, date) => {
  expect(heard(text)?.date ?? null).toBe(date);
});

test('a page that was pasted is read in no time to speak of', () => {
  expect(heard(`vợ tôi sắp sinh ${'cần phải làm những thủ tục gì '.repeat(300)}`)).toBeNull();
});
