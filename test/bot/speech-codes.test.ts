import { describe, expect, test } from 'vitest';
import { findDossierCode, findProcedureCode } from '../../bot/understand/codes.ts';

describe('a dossier code said in words', () => {
  test.each([
    // one digit at a time
    ['mã của em là hát hai chín chấm ba bảy gạch hai hai không năm một chín gạch không không bốn một', 'H29.37-220519-0041'],
    [
      'tra giúp hồ sơ gờ hai hai chấm chín chín gạch ngang hai bốn không ba không năm gạch ngang không ba không hai sáu một',
      'G22.99-240305-030261',
    ],
    [
      'không không không chấm không không chấm một bảy chấm hát năm sáu gạch hai một không năm ba một gạch không không không một',
      '000.00.17.H56-210531-0001',
    ],
    [
      'dạ hồ sơ ba tám chấm chín tám chấm hắc hai chín trừ hai một không năm một chín trừ không không một ba đã xong chưa',
      '38.98.H29-210519-0013',
    ],
    [
      'giê không chín chấm hai không gạch nối hai không hai sáu không sáu không chín gạch nối không không chín hai sáu ba bảy',
      'G09.20-20260609-0092637',
    ],
    ['ghê hai hai phẩy chín chín phẩy năm gạch ngang hai lăm mười một không ba gạch ngang bốn bốn một không', 'G22.99.5-251103-4410'],
    // pairs and tens
    ['hát bốn mươi chấm hai mươi ba chấm không tám gạch hai mốt không một không một gạch không không mười hai', 'H40.23.08-210101-0012'],
    ['hờ ba mốt chấm mười bảy gạch hai tư mười hai ba mốt gạch không không hai lăm', 'H31.17-241231-0025'],
    ['hát ba mươi mốt chấm mười bảy gạch hai mươi tư mười hai ba mươi mốt gạch một nghìn không trăm hai mươi lăm', 'H31.17-241231-1025'],
    [
      'gờ mười lăm chấm một trăm linh hai trừ hai mươi hai mốt mười một không bảy trừ không không ba trăm bốn mươi sáu',
      'G15.102-20211107-00346',
    ],
    ['hát bốn chục chấm bảy gạch hai nghìn không trăm hai mươi sáu không một mười lăm gạch không không ba bốn sáu', 'H40.7-20260115-00346'],
    ['hát sáu ba chấm lẻ năm gạch hai lăm linh bốn không hai gạch không một linh bảy', 'H63.05-250402-0107'],
    ['H bẩy nhăm gạch ngang hai ba không chín mười nhăm gạch ngang ba số không chín', 'H75-230915-0009'],
    // repeats
    [
      'ba số không chấm hai số không chấm không bốn chấm hát năm mốt gạch hai không không hai hai mốt gạch ba số không một',
      '000.00.04.H51-200221-0001',
    ],
    ['gờ hai hai chấm hai con chín chấm năm gạch hai năm không bảy một sáu gạch hai số không hai con tám', 'G22.99.5-250716-0088'],
    // fillers, other people's breath
    [
      'ờ hát bốn mươi rồi chấm một à gạch ngang hai lăm không tám ờ không một xong đến gạch ngang tiếp theo bốn số không một',
      'H40.1-250801-00001',
    ],
    [
      'chữ hát in hoa bốn mươi dấu chấm một dấu gạch ngang hai lăm không tám không một dấu gạch nối không không không một hai nhé',
      'H40.1-250801-00012',
    ],
    ['hát xì bốn mươi chấm hai ba chấm không tám trừ hai một không chín ba mươi trừ không hai năm sáu', 'H40.23.08-210930-0256'],
    [
      'Hát bốn mươi, chấm hai ba, chấm không tám, gạch ngang, hai một, không chín, ba mươi, gạch ngang, không hai năm sáu.',
      'H40.23.08-210930-0256',
    ],
    // one dash or the dot words left out
    ['hát bốn mươi chấm hai ba chấm không tám hai một không chín ba mươi gạch không hai năm sáu', 'H40.23.08-210930-0256'],
    // partly figures
    ['H40 chấm 23 chấm 08 gạch ngang 210930 gạch ngang 0256', 'H40.23.08-210930-0256'],
    ['Hát 40 chấm 23 chấm 08 trừ 21 09 30 trừ 0256', 'H40.23.08-210930-0256'],
    ['h 40 dot 23 dash 250801 dash 00012 please', 'H40.23-250801-00012'],
    ['H40.23.08 gạch hai một không chín ba mươi gạch 0256', 'H40.23.08-210930-0256'],
    ['hát40 chấm 7 - 251014 - không không 346', 'H40.7-251014-00346'],
    // blanks for dots or dashes
    ['G22.99.5 250716 0088', 'G22.99.5-250716-0088'],
    ['G22 99 5 250716 0088', 'G22.99.5-250716-0088'],
    ['H40.1 20250801 00012', 'H40.1-20250801-00012'],
    ['000 00 04 H51 200221 0001', '000.00.04.H51-200221-0001'],
    ['gọi 0912345678, 000.00.04.H51 200221 0001', '000.00.04.H51-200221-0001'],
    ['H40.1-25 08 01-000 12', 'H40.1-250801-00012'],
    ['H40.1\n250801\n00012', 'H40.1-250801-00012'],
    // without marks
    ['hat bon muoi cham bay gach hai lam muoi mot khong ba gach khong khong ba bon sau', 'H40.7-251103-00346'],
    ['g hai hai cham chin chin cham nam tru hai lam khong bay mot sau tru khong khong tam tam xong chua', 'G22.99.5-250716-0088'],
    // what comes behind is not part of it
    ['hát bốn mươi chấm bảy gạch hai lăm mười một không ba gạch không không ba bốn hai tuần rồi chưa thấy gì', 'H40.7-251103-0034'],
    ['hát bốn mươi chấm bảy gạch hai lăm mười một không ba gạch không không ba bốn năm ngoái nộp', 'H40.7-251103-0034'],
    ['hát bốn mươi chấm bảy gạch hai lăm mười một không ba gạch không không ba bốn một cửa phường', 'H40.7-251103-0034'],
    // a second start
    ['hát bốn mươi chấm hai à nhầm hát bốn mươi chấm bảy gạch hai lăm mười một không ba gạch không không ba bốn', 'H40.7-251103-0034'],
    ['mã H40.1-259901-0001 à không H40.1-250901-0001', 'H40.1-250901-0001'],
  ])('is read: "%s"', (text, code) => {
    expect(findDossierCode(text)).toEqual({ kind: 'code', code });
  });

  test.each([
    'hát bốn mươi chấm hai ba chấm không tám gạch hai một',
    'mã hồ sơ là hát bốn mươi',
    'hát bốn mươi chấm bảy gạch hai lăm mười ba không ba gạch không không ba bốn sáu',
    // a payment code said aloud is a dossier code that lacks its second dash
    'gờ hai hai chấm chín chín chấm ba gạch hai bốn một hai một chín bảy chín năm hai năm hai',
    // H40.23, H40.2.3 or H42.3
    'hát bốn mươi hai ba gạch hai lăm không tám không một gạch không không một hai',
    // 00236 or 002036
    'hát bốn mươi gạch hai lăm không tám không một gạch không không hai mươi ba sáu',
    // 00022 or, as pairs, 000212
    'hat bon muoi gach hai lam khong tam khong mot gach khong khong khong hai muoi hai',
  ])('that is cut short or can be read in two ways is asked for again: "%s"', (text) => {
    expect(findDossierCode(text)).toEqual({ kind: 'incomplete' });
  });

  test.each([
    'G22.99.3-241219795252',
    '03706/2026/07906',
    '000.00.00.G15-KQ003208',
    'không không không chấm không không chấm không không chấm gờ mười lăm gạch ca quy không không ba hai',
    'KQ.G15.000031',
    'giấy TP-G15.32-22971',
    '000.00.00.G15-001',
    '1.001193.02',
    '1.013226.H13',
    'một chấm không một ba hai hai sáu chấm hát mười ba',
    '2.001765.000.00.00.H44',
    'số điện thoại không chín một hai ba bốn năm sáu bảy tám',
    'gọi 0912-345-678 hoặc 024.3825.1234',
    'căn cước của tôi không bảy chín một tám năm không không một hai ba bốn',
    'biển số 51H-123.45',
    'xe biển 29H-250801-0001',
    'biển số xe năm mốt hát gạch một hai ba chấm bốn lăm',
    'biển số 51 H 123 45',
    'nghị định 104/2022/NĐ-CP ngày 21-12-2022',
    'thông tư không một gạch hai nghìn không trăm hai mươi',
    'quyết định 1291/QĐ-BGTVT',
    'ngày hai mươi mốt tháng một năm hai nghìn không trăm hai mươi mốt',
    'nộp hết hai triệu rưỡi trừ năm trăm nghìn còn hai triệu',
    'giờ hai mươi chấm ba mươi gạch hai mốt',
    'làm việc 8h30 - 11h30, 13h30-17h00',
    'lúc 14h00-250801-0001',
    'em hát hai bài ba lần',
    'ho hai chín ngày nay',
    'mẫu tờ khai HT01-2024-0001',
    'hồ sơ của tôi tới đâu rồi',
    '',
  ])('is not seen in "%s"', (text) => {
    expect(findDossierCode(text)).toEqual({ kind: 'none' });
  });
});

describe('a procedure code said in words', () => {
  test.each([
    ['thủ tục một chấm không không bốn hai hai hai cần gì', '1.004222'],
    ['mã hai chấm ba số không chín tám sáu', '2.000986'],
    ['1 chấm 004222', '1.004222'],
  ])('is read: "%s"', (text, code) => expect(findProcedureCode(text)).toBe(code));

  test.each([
    'một chấm năm trăm nghìn',
    'hai chấm năm không không không không không đồng',
    'hát bốn mươi chấm một chấm hai lăm không tám không một',
    'bảy chấm không không bốn hai hai hai',
    'mười một chấm không không bốn hai hai hai',
    'ba chấm một chấm không không bốn hai hai hai',
  ])('is not seen in "%s"', (text) => expect(findProcedureCode(text)).toBeNull());
});
