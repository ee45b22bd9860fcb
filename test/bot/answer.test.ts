import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeChecklist } from '../../bot/answer/checklist.ts';
import { composeAnswer } from '../../bot/answer/compose.ts';
import {
  type Aspect,
  aspects,
  type Duration,
  type Fee,
  type Language,
  type Paper,
  type Procedure,
  type Reply,
  type Way,
} from '../../bot/types.ts';
import { fee, paper, stored, url, way } from '../fakes/record.ts';

describe('an answer', () => {
  it('comes from its record, with its section, address and date', () => {
    const reply = answer({}, 'fee');
    expect(reply).toMatchObject({ kind: 'answered', procedures: ['1.000001'], aspect: 'fee', dossier: null });
    expect(reply.sources).toEqual([{ code: '1.000001', title: 'Thủ tục cấp giấy thử', section: 'fee', url, date: '2026-07-18' }]);
  });

  it('names the procedure once, and a local one with its province', () => {
    for (const aspect of aspects) expect(answer({}, aspect).text.match(/Cấp giấy thử/g)).toHaveLength(1);
    expect(answer({ kind: 'local', issuer: { code: 'H1', name: 'tỉnh Mẫu Sơn' } }, 'steps').text).toContain(
      '**Cấp giấy thử** (tỉnh Mẫu Sơn)',
    );
    expect(answer({ name: 'Thủ tục hải quan đối với bút' }, 'fee').text).toContain('**Thủ tục hải quan đối với bút**');
  });

  it('offers what people ask next, in their order', () => {
    expect(answer({}, 'fee').choices.map(({ label }) => label)).toEqual(['Giấy tờ', 'Bao lâu xong', 'Nộp ở đâu', 'Nộp trực tuyến']);
    expect(answer({}, 'fee', 'en').choices[0]).toEqual({ label: 'Papers', say: 'what papers do I need?' });
  });

  it('tells what everybody brings before what only a proxy brings', () => {
    const paper = (name: string): Paper => ({ name, originals: 1, copies: 0, forms: [] });
    const papers = [
      { title: 'Trường hợp ủy quyền thì kèm theo', papers: [paper('Văn bản ủy quyền')] },
      { title: 'Hộ cá nhân', papers: [paper('Đơn đề nghị')] },
    ];
    const { text } = answer({ papers }, 'documents');
    expect(text.indexOf('Đơn đề nghị')).toBeGreaterThan(0);
    expect(text.indexOf('Đơn đề nghị')).toBeLessThan(text.indexOf('Văn bản ủy quyền'));
  });

  it('says so where the record is silent', () => {
    expect(answer({ ways: [] }, 'fee').text).toMatch(/^Hồ sơ gốc không ghi lệ phí .*\nBạn hỏi nơi nhận/);
    for (const aspect of aspects.filter((name) => name !== 'overview')) expect(answer(bare, aspect).text).toMatch(/^Hồ sơ gốc không /);
  });

  it('sets our own plain words apart, after the facts', () => {
    const explanation = {
      code: '1.000001',
      plain: 'Giấy để thử.',
      notes: { fee: 'Không mất tiền.' },
      english: { name: 'test paper', plain: 'A paper.' },
      date: '2026-07-18',
    };
    const last = (aspect: Aspect, language: Language) =>
      composeAnswer({ stored: stored({}), aspect, explanation, language })
        .text.split('\n')
        .at(-1);
    expect(last('fee', 'vi')).toBe('Giải thích: Không mất tiền.');
    expect(last('overview', 'en')).toBe('In plain words: A paper.');
  });
});

describe('the papers', () => {
  it('are numbered, with their counts, and notes come after them', () => {
    const papers = [paper('- Lưu ý: mang bút', 0, 0), paper('a) tờ khai', 1, 0), paper('Bản sao thẻ', 0, 1), paper('Ảnh', 2, 3)];
    expect(answer({ papers: [{ title: '', papers }] }, 'documents').text).toBe(
      'Giấy tờ cần có khi làm **Cấp giấy thử**:\n1. Tờ khai (bản chính)\n2. Bản sao thẻ\n3. Ảnh (2 bản chính và 3 bản sao)\n- Lưu ý: Mang bút',
    );
  });

  it('are told in the groups of the record', () => {
    const groups = ['Trường hợp mới', 'Trường hợp cũ'].map((title) => ({ title, papers: [paper('Đơn', 1, 0)] }));
    expect(answer({ papers: groups }, 'documents').text).toContain('**Trường hợp mới:**\n- Đơn (bản chính)\n**Trường hợp cũ:**');
  });

  it('come seven at a time and lose nothing', () => {
    const many = Array.from({ length: 30 }, (_, index) => paper(`Giấy ${'abcdefghijklmnopqrstuvwxyzăâđê'[index]} dài`, 1, 0));
    const parts = allParts({ papers: [{ title: '', papers: many }] }, 'documents');
    expect(parts[0]?.text).toMatch(/\n7\. .*\nCòn 23 giấy tờ, lưu ý nữa\.$/);
    expect(parts[0]?.choices[0]).toEqual({ label: 'Xem tiếp', say: 'xem tiếp' });
    expect(parts[1]?.text).toMatch(/^\*\*Cấp giấy thử\*\* \(tiếp\):\n8\. /);
    const text = parts.map((part) => part.text).join('\n');
    for (const { name } of many) expect(text).toContain(name);
    expect(answer({ papers: [{ title: '', papers: many }] }, 'documents', 'vi', 99).text).toBe(parts.at(-1)?.text);
  });
});

describe('the fee', () => {
  it('is free only where the record says 0 and nothing else', () => {
    expect(answer({ ways: [way('direct', [fee(0)])] }, 'fee').text).toBe('**Miễn phí** khi làm **Cấp giấy thử**.');
    expect(answer({ ways: [way('direct', [fee(0, 'Do Hội đồng nhân dân tỉnh quy định')])] }, 'fee').text).toMatch(
      /Hội đồng nhân dân tỉnh.* không ghi số tiền\./,
    );
    expect(answer({ ways: [way('direct', [fee(0, 'Không quy định')])] }, 'fee').text).not.toContain('Miễn phí');
  });

  it('shows the sum with its condition, once', () => {
    const told = (row: Fee) => answer({ ways: [way('direct', [row, row]), way('postal', [row])] }, 'fee').text;
    expect(told(fee(70000))).toBe('Lệ phí khi làm **Cấp giấy thử**: **70.000 đồng**.');
    expect(told(fee(70000, '/giấy'))).toContain('**70.000 đồng/giấy**');
    expect(told(fee(70000, '70.000 đồng/lần'))).toContain(': **70.000 đồng/lần**.');
    expect(told({ ...fee(25), currency: 'USD' })).toContain('**25 USD**');
  });

  it('is told by way only where the ways differ', () => {
    const text = answer({ ways: [way('direct', [fee(15000)]), way('online', [fee(7000)]), way('postal', [fee(15000)])] }, 'fee').text;
    expect(text.split('\n').slice(1)).toEqual(['- Nộp trực tiếp, gửi qua bưu chính: **15.000 đồng**', '- Nộp trực tuyến: **7.000 đồng**']);
  });
});

describe('the time limit', () => {
  const days = (amount: number, unit: Duration['unit'] = 'working-day', text = ''): Duration => ({ amount, unit, text });
  const told = (ways: Way[], cases: Procedure['cases'] = [], language: Language = 'vi') =>
    answer({ ways, cases }, 'duration', language).text;

  it('is one figure where all ways agree', () => {
    expect(told([way('direct', [], days(7)), way('online', [], days(7))])).toBe('Thời hạn **7 ngày làm việc** khi làm **Cấp giấy thử**.');
    expect(told([way('direct', [], days(8, 'hour'))])).toContain('**8 giờ**');
    expect(told([way('direct', [], days(7.5))])).toContain('**7,5 ngày làm việc**');
    expect(told([way('direct', [], days(1))], [], 'en')).toContain('**1 working day**');
  });

  it('is told by way or by named case where these differ', () => {
    expect(told([way('direct', [], days(7)), way('online', [], days(5))])).toContain(
      'tùy cách nộp:\n- Nộp trực tiếp: **7 ngày làm việc**\n- Nộp trực tuyến: **5',
    );
    const cases = [days(5), days(9)].map((duration, index) => ({ code: '', name: index === 0 ? 'Cấp mới' : 'Cấp lại', duration }));
    expect(told([], cases)).toContain('tùy trường hợp:\n- **5 ngày làm việc**: Cấp mới\n- **9 ngày làm việc**: Cấp lại');
  });

  it('shows both sides of a contradiction and does not choose', () => {
    const text = told([way('direct', [], days(10))], [{ code: '', name: 'Cấp giấy thử', duration: days(20, 'day') }]);
    expect(text).toMatch(/^Hồ sơ gốc ghi các thời hạn khác nhau .*\*\*10 ngày làm việc\*\* và \*\*20 ngày\*\*\.\n/);
    expect(text).toMatch(/Bạn nên hỏi lại nơi nộp\.$/);
    expect(told([way('direct', [], days(10, 'day', 'Không quá 12 ngày.'))])).toMatch(/Nhưng .*\n- Không quá 12 ngày\.\nBạn nên hỏi lại/);
  });

  it('is in the words of the record where there is no figure', () => {
    expect(told([way('direct', [], { amount: null, unit: 'other', text: 'Ngay trong ngày' })])).toMatch(/\n- Ngay trong ngày$/);
  });
});

describe('filing online', () => {
  it('starts at the page of the procedure, with VNeID', () => {
    const text = answer({ online: 'full', ways: [way('online', []), way('direct', [])] }, 'online').text;
    expect(text).toMatch(/trực tuyến toàn trình/);
    expect(text).toContain(`- Bắt đầu tại: ${url}\n- Đăng nhập bằng tài khoản VNeID của bạn.\n- Cách nộp khác: trực tiếp.`);
    expect(answer({ online: 'none', ways: [way('postal', [])] }, 'online').text).toContain('Gửi qua bưu chính được.');
  });

  it('is guided by a checklist of the facts of the record', () => {
    const reply = composeChecklist({ stored: stored({}), explanation: null, language: 'vi' });
    expect(reply).toMatchObject({ kind: 'filing', procedures: ['1.000001'] });
    expect(reply.text).toBe(
      `Nộp trực tuyến **Cấp giấy thử**:\nChuẩn bị giấy tờ:\n- Tờ khai (bản chính)\nLệ phí: 70.000 đồng\nThời hạn: 7 ngày làm việc\nNơi nhận: Ủy ban nhân dân cấp xã\nĐăng nhập bằng tài khoản VNeID của bạn.\nBắt đầu tại: ${url}`,
    );
  });
});

describe('any record', () => {
  const text = fc
    .array(
      fc.constantFrom('Đơn', 'theo mẫu 3.', 'không quá 12 ngày;', '70.000 đồng', '- Lưu ý:', '\n', 'Trường hợp', 'xa', 'a)', '(nếu có)'),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(' '));
  const anyDuration = fc.record({
    amount: fc.option(fc.integer({ min: 1, max: 400 })),
    unit: fc.constantFrom('day', 'hour', 'working-day', 'other'),
    text,
  });
  const anyFee = fc.record({
    kind: fc.constantFrom('fee', 'charge'),
    amount: fc.option(fc.nat(5_000_000)),
    currency: fc.constantFrom('VND', 'USD', null),
    text,
  });
  const anyPaper = fc.record({
    name: text.filter((name) => name.trim() !== ''),
    originals: fc.nat(3),
    copies: fc.nat(3),
    forms: fc.array(text, { maxLength: 2 }),
  });
  const change = fc.record({
    ways: fc.array(
      fc.record({
        how: fc.constantFrom('direct', 'online', 'postal'),
        duration: anyDuration,
        fees: fc.array(anyFee, { maxLength: 4 }),
        text,
      }),
      { maxLength: 5 },
    ),
    cases: fc.array(fc.record({ code: fc.constant(''), name: text, duration: anyDuration }), { maxLength: 4 }),
    papers: fc.array(fc.record({ title: text, papers: fc.array(anyPaper, { maxLength: 12 }) }), { maxLength: 4 }),
    steps: fc.array(fc.record({ name: text, text }), { maxLength: 3 }),
    conditions: text,
    receivedAt: text,
  }) as fc.Arbitrary<Partial<Procedure>>;

  it('is told without an invented number, within one screen, to the end', () => {
    fc.assert(
      fc.property(change, fc.constantFrom(...aspects), fc.constantFrom<Language>('vi', 'en'), (changed, aspect, language) => {
        const known = digits(JSON.stringify(stored(changed)));
        for (const reply of [
          ...allParts(changed, aspect, language),
          composeChecklist({ stored: stored(changed), explanation: null, language }),
        ]) {
          expect(reply.text.length).toBeLessThanOrEqual(3500);
          for (const group of digits(reply.text.replace(/^\d+\. /gm, '').replace(/^(?:Còn )?\d+ (?:more|giấy|mục).*$/gm, '')))
            expect(known).toContain(group);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const bare: Partial<Procedure> = {
  ways: [],
  cases: [],
  papers: [],
  steps: [],
  agencies: [],
  levels: [],
  subjects: [],
  conditions: '',
  results: [],
  legalBases: [],
  online: 'none',
};

/** The groups of digits in a text, their separators taken out. */
function digits(text: string): string[] {
  return text.replace(/(?<=\d)[.,](?=\d)/g, '').match(/\d+/g) ?? [];
}

function allParts(change: Partial<Procedure>, aspect: Aspect, language: Language = 'vi'): Reply[] {
  const parts = [answer(change, aspect, language)];
  while (['xem tiếp', 'more'].includes(parts.at(-1)?.choices[0]?.say ?? '')) {
    expect(parts.length).toBeLessThan(200);
    parts.push(answer(change, aspect, language, parts.length));
  }
  return parts;
}

function answer(change: Partial<Procedure>, aspect: Aspect, language: Language = 'vi', part = 0): Reply {
  return composeAnswer({ stored: stored(change), aspect, explanation: null, language, part });
}
