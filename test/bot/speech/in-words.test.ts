import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inWords } from '../../../bot/speech/in-words.ts';

const starter = new URL('../../../knowledge/starter/', import.meta.url);

/** Every text of the procedures and questions that come with the project. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
const texts = readdirSync(starter)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => textsOf(JSON.parse(readFileSync(new URL(name, starter), 'utf8'))));

describe('in words are said', () => {
  it.each([
    // Days, months, hours.
    ['ngày 01/07/2026', 'ngày một tháng bảy năm hai nghìn không trăm hai mươi sáu'],
    ['30.6.2025', 'ngày ba mươi tháng sáu năm hai nghìn không trăm hai mươi lăm'],
    ['2026-04-15', 'ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi sáu'],
    ['từ 01/7 đến hết 31/12/2026', 'từ ngày một tháng bảy đến hết ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm hai mươi sáu'],
    ['Thứ Hai 23/11', 'Thứ Hai ngày hai mươi ba tháng mười một'],
    ['chủ nhật, 6/4', 'chủ nhật ngày sáu tháng tư'],
    ['tháng 7/2026', 'tháng bảy năm hai nghìn không trăm hai mươi sáu'],
    ['tháng 04', 'tháng tư'],
    ['quý III/2026', 'quý ba năm hai nghìn không trăm hai mươi sáu'],
    ['thứ 2 đến thứ 4, sáng thứ 7', 'thứ hai đến thứ tư, sáng thứ bảy'],
    ['7:30', 'bảy giờ ba mươi'],
    ['7h30', 'bảy giờ ba mươi'],
    ['13 giờ 05 phút', 'mười ba giờ năm'],
    ['8 giờ 00', 'tám giờ'],
    ['7h30–11h30, 13h-17h', 'bảy giờ ba mươi đến mười một giờ ba mươi, mười ba giờ đến mười bảy giờ'],
    ['mở trang web hoặc Zalo', 'mở trang mạng hoặc da lô'],
    // Sums, shares, measures, ranges.
    ['70.000đ', 'bảy mươi nghìn đồng'],
    ['70.000 đồng/lần', 'bảy mươi nghìn đồng một lần'],
    ['160.000/hộ chiếu', 'một trăm sáu mươi nghìn một hộ chiếu'],
    ['1,5 triệu', 'một phẩy năm triệu'],
    ['50 USD', 'năm mươi đô la Mỹ'],
    ['50.000-100.000 đồng', 'năm mươi nghìn đến một trăm nghìn đồng'],
    ['2-3 người', 'hai đến ba người'],
    ['12,5%', 'mười hai phẩy năm phần trăm'],
    ['1/2', 'một phần hai'],
    ['Bước 1/7', 'Bước một trên bảy'],
    ['100m2, 5 km², 3x4 cm', 'một trăm mét vuông, năm ki lô mét vuông, ba nhân bốn xăng ti mét'],
    ['01 bản chính, 05 ngày', 'một bản chính, năm ngày'],
    // Telephones.
    ['gọi 113, 114 hoặc 115', 'gọi một một ba, một một bốn hoặc một một năm'],
    ['Mã sáu số của quý vị là: 482613', 'Mã sáu số của quý vị là: bốn tám hai sáu một ba'],
    ['số máy có đuôi 346', 'số máy có đuôi ba bốn sáu'],
    ['Điều 113', 'Điều một trăm mười ba'],
    ['1900 1234', 'một chín không không, một hai ba bốn'],
    ['(024) 3825 4068', 'không hai bốn, ba tám hai năm, bốn không sáu tám'],
    // Short forms.
    ['UBND, HĐND phường', 'ủy ban nhân dân, hội đồng nhân dân phường'],
    ['CCCD hoặc CMND', 'căn cước công dân hoặc chứng minh nhân dân'],
    ['TP.HCM, TP Huế, Q.1, P.5, P. Bến Nghé', 'Thành phố Hồ Chí Minh, thành phố Huế, quận một, phường năm, phường Bến Nghé'],
    ['BHYT và BHXH', 'bảo hiểm y tế và bảo hiểm xã hội'],
    ['GCN QSDĐ', 'giấy chứng nhận quyền sử dụng đất'],
    ['GPLX, THPT, TTHC, DVC', 'giấy phép lái xe, trung học phổ thông, thủ tục hành chính, dịch vụ công'],
    ['tài khoản VNeID', 'tài khoản vi en i đi'],
    ['Sở TN&MT', 'Sở tài nguyên và môi trường'],
    ['QĐ-TTg; TT-BTP', 'quyết định của Thủ tướng Chính phủ; thông tư của Bộ Tư pháp'],
    ['chuẩn GMP', 'chuẩn gờ mờ pê'],
    ['TỜ KHAI ĐĂNG KÝ', 'tờ khai đăng ký'],
    ['v.v.', 'vân vân.'],
    // Laws, marks, roman figures.
    [
      'Nghị định số 123/2015/NĐ-CP ngày 15/11/2015',
      'Nghị định số một trăm hai mươi ba năm hai nghìn không trăm mười lăm ngày mười lăm tháng mười một năm hai nghìn không trăm mười lăm',
    ],
    ['Luật 60/2014/QH13', 'Luật sáu mươi năm hai nghìn không trăm mười bốn'],
    ['Thông tư 04/2020/TT-BTP', 'Thông tư không bốn năm hai nghìn không trăm hai mươi'],
    ['theo 45/2024/QĐ-UBND', 'theo quyết định số bốn mươi lăm năm hai nghìn không trăm hai mươi tư'],
    ['Mẫu số 01, 05a, mẫu CT01', 'Mẫu số không một, không năm a, mẫu xê tê không một'],
    ['Phụ lục XII, Chương IV, loại I', 'Phụ lục mười hai, Chương bốn, loại một'],
    // Codes and addresses.
    [
      'H40.23.08-250715-0012',
      'hát bốn không chấm hai ba chấm không tám, gạch ngang, hai năm không bảy một năm, gạch ngang, không không một hai',
    ],
    ['G22.99.01', 'gờ hai hai chấm chín chín chấm không một'],
    ['LH-261123-QVM4', 'lờ hát, gạch ngang, hai sáu một một hai ba, gạch ngang, quy vê mờ bốn'],
    ['PA-261122-0001-CAE5', 'pê a, gạch ngang, hai sáu một một hai hai, gạch ngang, không không không một, gạch ngang, xê a e năm'],
    ['vào trang dichvucong.gov.vn', 'vào trang Cổng dịch vụ công quốc gia'],
    ['thư tới mot-cua@gmail.com', 'thư tới mot gạch ngang cua a còng gmail chấm com'],
    ['tải mau_01.docx nhé', 'tải nhé'],
    ['E-mail, website', 'thư điện tử, trang mạng'],
    // Lines, marks of lists.
    ['Giấy tờ:\n1. Tờ khai\n- Ảnh 3x4', 'Giấy tờ: một, Tờ khai. Ảnh ba nhân bốn'],
    ['**Miễn phí** 🎉', 'Miễn phí'],
  ])('%s', (text, words) => {
    expect(inWords(text)).toBe(words);
  });

  it.each([
    ['1.004 đồng', 'một nghìn không trăm linh bốn đồng', 'một ngàn không trăm lẻ bốn đồng', 'một ngàn không trăm lẻ bốn đồng'],
    ['24 ngày', 'hai mươi tư ngày', 'hai mươi tư ngày', 'hai mươi bốn ngày'],
    ['năm 2024', 'năm hai nghìn không trăm hai mươi tư', 'năm hai ngàn không trăm hai mươi tư', 'năm hai ngàn không trăm hai mươi bốn'],
    ['lúc 7h24', 'lúc bảy giờ hai mươi tư', 'lúc bảy giờ hai mươi tư', 'lúc bảy giờ hai mươi bốn'],
    ['tháng 4', 'tháng tư', 'tháng tư', 'tháng tư'],
  ])('%s in the way of each region', (text, north, centre, south) => {
    expect([inWords(text, 'north'), inWords(text, 'centre'), inWords(text, 'south')]).toEqual([north, centre, south]);
  });
});

describe('what is in words', () => {
  it('has no figure and no two capitals in a row, and stays as it is, for every text of the starter base', () => {
    expect(texts.length).toBeGreaterThan(1_000);
    for (const text of texts) {
      const words = inWords(text);
      expect(words).not.toMatch(/\p{N}|\p{Lu}{2}|[^\p{L}\p{M} .,;:!?]/u);
      expect(inWords(words)).toBe(words);
    }
  });

  it('has none whatever the text is', () => {
    const pieces = fc.constantFrom(
      ...'1 01 2026 1.250.000 , . / - – : ( ) h đ % x m2 UBND NĐ-CP TT QĐ- H40.23.08-250715 IV xii A B1 a@b.vn www. .vn +84 0912 113 gọi số ngày tháng \n ² ½ Ⅳ ٣'.split(
        ' ',
      ),
    );
    const joined = fc.array(pieces, { maxLength: 40 }).chain((list) => fc.constantFrom(list.join(''), list.join(' ')));
    fc.assert(
      fc.property(fc.oneof(joined, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        expect(inWords(text)).not.toMatch(/\p{N}|\p{Lu}{2}/u);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    '1',
    '1.',
    '1,',
    '1/',
    '1-',
    '01 ',
    '0 ',
    'A',
    'a',
    'UBND ',
    '(',
    '(http://',
    'a@',
    'a.',
    'a-',
    '- ',
    ' ',
    '\n',
    '1h',
    '1x',
    '., ',
    'IV',
    'H40.',
    '1/2026/',
    'số 1/',
    'TT-',
    'gọi 113, ',
    '🎉',
    'ngày 1/',
  ])('is reached from a very long text of "%s"', (piece) => {
    expect(inWords(piece.repeat(Math.ceil(100_000 / piece.length)))).not.toMatch(/\p{N}|\p{Lu}{2}/u);
  });
});
