import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainReply } from '../../bot/reply.ts';
import type { Choice, Reply, Source } from '../../bot/types.ts';
import { pickOf } from '../../bot/understand/understand.ts';
import { bytesOf, type Capabilities, telegram, zaloBot, zaloOa } from '../../connectors/render/capabilities.ts';
import { payloadOf, sayOf } from '../../connectors/render/payload.ts';
import { type Part, renderReply } from '../../connectors/render.ts';

const source: Source = {
  code: '1.001193',
  title: 'Thủ tục đăng ký khai sinh',
  section: 'documents',
  url: 'https://dichvucong.gov.vn/chi-tiet?a=1&b=2',
  date: '2026-07-18',
};
const choicesOf = (...labels: string[]): Choice[] => labels.map((label) => ({ label, say: `hỏi về ${label}` }));
const texts = (parts: Part[]) => parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
const buttons = (parts: Part[]) => parts.flatMap((part) => (part.kind === 'text' ? part.buttons : []));

describe('a reply on a platform', () => {
  const reply = {
    ...plainReply('answered', 'Bạn cần **đăng ký khai sinh** cho cháu: 3 < 5 & đủ.', choicesOf('Lệ phí', 'Nơi nộp')),
    sources: [source],
  };

  it('is one message with buttons and linked sources on Telegram', () => {
    expect(renderReply(reply, telegram)).toEqual([
      {
        kind: 'text',
        text: 'Bạn cần <b>đăng ký khai sinh</b> cho cháu: 3 &lt; 5 &amp; đủ.\n\nNguồn: <a href="https://dichvucong.gov.vn/chi-tiet?a=1&amp;b=2">Thủ tục đăng ký khai sinh (1.001193) · dữ liệu ngày 18/07/2026</a>',
        buttons: [
          { label: 'Lệ phí', payload: 'hỏi về Lệ phí' },
          { label: 'Nơi nộp', payload: 'hỏi về Nơi nộp' },
        ],
      },
    ]);
  });

  it('has no markup on Zalo, and addresses in full', () => {
    expect(texts(renderReply(reply, zaloOa))).toEqual([
      'Bạn cần đăng ký khai sinh cho cháu: 3 < 5 & đủ.\n\nNguồn: Thủ tục đăng ký khai sinh (1.001193) · dữ liệu ngày 18/07/2026: https://dichvucong.gov.vn/chi-tiet?a=1&b=2',
    ]);
  });

  it('says once how to come by both forms of a filing where files cannot be sent', () => {
    const files = (['pdf', 'docx'] as const).map((kind) => ({ kind, label: `Tờ khai ${kind}`, name: `BN.${kind}`, case: 'c' }));
    const [text = ''] = texts(renderReply({ ...plainReply('filing', 'Xong.'), files }, zaloBot));
    expect(text).toContain('Tờ khai pdf, Tờ khai docx: kênh này không gửi được tệp');
    expect(text.split('chuyển hồ sơ')).toHaveLength(2);
    expect(texts(renderReply({ ...plainReply('filing', 'Xong.'), files }, telegram)).join()).not.toContain('chuyển hồ sơ');
  });

  it('numbers its choices where there are no buttons', () => {
    expect(texts(renderReply({ ...reply, sources: [] }, zaloBot))[0]).toMatch(/\n\nBạn nhắn số để chọn:\n1\. Lệ phí\n2\. Nơi nộp$/);
  });

  it('numbers all of them where there are more than the platform has buttons for, or one is too long', () => {
    const many = plainReply('asked', 'Bạn chọn gì?', choicesOf('a', 'b', 'c', 'd', 'e', 'g'));
    expect(buttons(renderReply(many, zaloOa))).toEqual([]);
    expect(texts(renderReply(many, zaloOa))[0]).toContain('6. g');
    const long = plainReply('asked', 'Bạn chọn gì?', choicesOf('x'.repeat(101), 'b'));
    expect(buttons(renderReply(long, zaloOa))).toEqual([]);
    expect(texts(renderReply(long, zaloOa))[0]).toContain('2. b');
  });

  it('says in English what it adds to an English reply', () => {
    const english = { ...plainReply('answered', 'You need your birth certificate.', choicesOf('Fees', 'Where')), sources: [source] };
    expect(texts(renderReply(english, zaloBot))[0]).toMatch(/Reply with a number to choose:[\s\S]*Source: /);
  });

  it('sends the files that the channel takes, and says where the others are', () => {
    const files: Reply['files'] = [
      { kind: 'pdf', label: 'Tờ khai (PDF)', name: 'to-khai.pdf', case: 'c' },
      { kind: 'ics', label: 'Lịch hẹn', name: 'lich.ics', case: 'c' },
    ];
    const parts = renderReply({ ...plainReply('filing', 'Tờ khai đã xong.'), files }, zaloOa);
    expect(parts.map((part) => (part.kind === 'file' ? part.file.kind : part.kind))).toEqual(['text', 'pdf']);
    expect(texts(parts)[0]).toMatch(/Lịch hẹn: .*trên web/);
    expect(texts(parts)[0]).not.toContain('Tờ khai (PDF)');
  });

  it('is cut at the end of a sentence, and bold goes on behind the cut', () => {
    const small = { ...telegram, text: 60 };
    const parts = texts(
      renderReply(
        plainReply(
          'answered',
          'Câu thứ nhất khá là dài đấy. Câu thứ hai cũng dài như vậy nhé. **Rất là đậm, đậm cho tới hết câu dài này đấy các bạn ạ.**',
        ),
        small,
      ),
    );
    expect(parts).toEqual([
      'Câu thứ nhất khá là dài đấy.',
      'Câu thứ hai cũng dài như vậy nhé.',
      '<b>Rất là đậm, đậm cho tới hết câu dài này đấy các bạn</b>',
      '<b>ạ.</b>',
    ]);
  });

  it('has its buttons under the last text alone', () => {
    const parts = renderReply(plainReply('answered', `${'Một câu. '.repeat(600)}`, choicesOf('Lệ phí')), telegram);
    expect(parts.map((part) => (part.kind === 'text' ? part.buttons.length : -1))).toEqual([0, 1]);
  });
});

const word = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('hồ', 'sơ', 'giấy', 'khai', 'sinh.', 'nộp;', 'phí', '<b>', '&amp;', 'a&b', '"trích', 'TP.', '***', '**'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '10 000 000',
      '0912 345 678',
      '1.5',
      '15/07/2026',
      '👨‍👩‍👧',
      '🇻🇳',
      'https://dichvucong.gov.vn/p/home?x=1&y=2',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 15 }).map((text) => text.replace(/[\s*\d~]/gu, '') || 'x'),
  },
  { weight: 2, arbitrary: fc.constantFrom('**đăng ký khai sinh**', '**Miễn phí**') },
);
const line = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => `Dòng ${words.join(' ')}`);
const label = fc
  .array(fc.constantFrom('lệ', 'phí', 'nơi', 'nộp', 'bao', 'lâu'), { minLength: 1, maxLength: 40 })
  .map((words) => words.join(' '));
const reply = fc.record({
  text: fc
    .array(line, { minLength: 1, maxLength: 40 })
    .chain((lines) => fc.constantFrom('\n', '\n\n', '. ').map((between) => lines.join(between))),
  choices: fc
    .uniqueArray(label, { maxLength: 12 })
    .map((labels) => labels.map((label) => ({ label, say: `${label} ${'ơ'.repeat(label.length)}` }))),
  sources: fc.array(fc.constant(source), { maxLength: 4 }),
});
const capabilities: fc.Arbitrary<Capabilities> = fc.oneof(
  fc.constantFrom(telegram, zaloOa, zaloBot),
  fc.record({
    text: fc.integer({ min: 200, max: 600 }),
    bold: fc.constantFrom('html', 'stars', 'none'),
    buttons: fc.option(
      fc.record({
        most: fc.integer({ min: 1, max: 6 }),
        label: fc.integer({ min: 5, max: 60 }),
        payloadBytes: fc.integer({ min: 20, max: 100 }),
      }),
    ),
    links: fc.constant('addresses'),
    files: fc.constant([]),
  }),
);

/** What a reader sees: tags are gone, and links stand behind their words. */
function seen(text: string, { bold, links }: Capabilities): string {
  if (bold !== 'html') return bold === 'stars' ? text.replaceAll('**', '') : text;
  const open = (text.match(/<(b|a)[ >]/g) ?? []).length;
  expect(open).toBe((text.match(/<\/(b|a)>/g) ?? []).length);
  const linked = links === 'html' ? text.replace(/<a href="([^"]*)">(.*?)<\/a>/gs, '$2: $1') : text;
  const bare = linked.replace(/<\/?b>/g, '');
  expect(bare).not.toMatch(/[<>]/);
  return bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '');

describe('whatever a reply says, on whatever platform', () => {
  const made = (reply: Pick<Reply, 'text' | 'choices' | 'sources'>): Reply => ({
    ...plainReply('answered', reply.text, reply.choices),
    sources: reply.sources,
  });

  it('every word of it arrives, whole and in order, numbers in one piece', () => {
    fc.assert(
      fc.property(reply, capabilities, (given, can) => {
        const parts = renderReply(made(given), can);
        const arrived = texts(parts).map((text) => seen(text, can));
        const wide = { ...can, text: 1_000_000 };
        // What is not cut at all has all words; the first words are those of the text itself.
        const whole = seen(texts(renderReply(made(given), wide)).join(''), wide);
        expect(arrived.flatMap(wordsOf)).toEqual(wordsOf(whole));
        const own = wordsOf(given.text.replace(/\*\*(?! )([^*\n]+)\*\*/g, '$1').replaceAll(can.bold === 'stars' ? '**' : '\0', ''));
        expect(wordsOf(whole).slice(0, own.length)).toEqual(own);
        for (const [place, text] of arrived.entries()) {
          expect(text.isWellFormed()).toBe(true);
          expect(/\d$/.test(text) && /^\d/.test(arrived[place + 1] ?? '')).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('no message is longer than it may be, nor has more buttons, longer labels or larger payloads', () => {
    fc.assert(
      fc.property(reply, capabilities, (given, can) => {
        const parts = renderReply(made(given), can);
        for (const text of texts(parts)) {
          expect(text.length).toBeLessThanOrEqual(can.text);
          expect(text.trim()).not.toBe('');
        }
        const made_ = buttons(parts);
        expect(made_.length).toBeLessThanOrEqual(can.buttons?.most ?? 0);
        for (const { label, payload } of made_) {
          expect(label.length).toBeLessThanOrEqual(can.buttons?.label ?? 0);
          expect(bytesOf(payload)).toBeLessThanOrEqual(can.buttons?.payloadBytes ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('every choice can be tapped, or answered by its number, and says what was offered', () => {
    fc.assert(
      fc.property(reply, capabilities, (given, can) => {
        const parts = renderReply(made(given), can);
        const tapped = buttons(parts);
        const shown = texts(parts)
          .map((text) => seen(text, can))
          .join('\n');
        for (const [place, choice] of given.choices.entries()) {
          if (tapped.length > 0) expect(sayOf(tapped[place]?.payload ?? '', given.choices)).toBe(choice.say);
          else {
            expect(wordsOf(shown).join(' ')).toContain(`${place + 1}. ${choice.label}`);
            expect(pickOf(String(place + 1), given.choices)).toBe(choice);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a word that no message holds is cut between characters', () => {
    const family = '👨‍👩‍👧';
    const can = { ...zaloBot, text: 50 };
    const parts = texts(renderReply(plainReply('answered', family.repeat(40)), can));
    expect(parts.join('')).toBe(family.repeat(40));
    for (const part of parts) expect(part.replaceAll(family, '')).toBe('');
  });
});

describe('the payload of a button', () => {
  it('is what it says, or a token that leads back to it', () => {
    const long = { label: 'Dài', say: 'ơ'.repeat(33) };
    expect(payloadOf('Lệ phí', 64)).toBe('Lệ phí');
    expect(bytesOf(payloadOf(long.say, 64))).toBeLessThanOrEqual(64);
    expect(sayOf(payloadOf(long.say, 64), [long])).toBe(long.say);
  });

  it('is untrusted: a token of nothing that was offered says nothing', () => {
    expect(sayOf('~AAAAAAAAAAAAAAAA', choicesOf('Lệ phí'))).toBeNull();
  });
});
