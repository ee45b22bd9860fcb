import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../bot/calendar/calendar.ts';
import { createDialog } from '../../bot/dialog.ts';
import { noFilings } from '../../bot/forms/turn.ts';
import { withPlans } from '../../bot/life-events/files.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { Drafts, Visitor } from '../../bot/ports.ts';
import { createRespond } from '../../bot/respond.ts';
import type { Memory, TurnResult } from '../../bot/types.ts';
import { createPrinter } from '../../connectors/print/printer.ts';
import { createSeal } from '../../knowledge/seal.ts';
import { readLifeEvents, shippedLifeEvents } from '../../scripts/life-events.ts';
import { hitOf, only } from '../fakes/ports.ts';
import { respondOptions } from '../fakes/respond.ts';
import { filing } from '../support/filings.ts';

const events = readLifeEvents(shippedLifeEvents);

describe('the conversation about a plan', () => {
  const seal = createSeal(Buffer.alloc(32, 7), 'plans');
  const now = () => new Date('2026-11-22T03:00:00Z');
  const filings = { ...noFilings, forms: [filing('khai-sinh'), filing('khai-tu')], now };
  const options = respondOptions({ search: () => [hitOf('1.001193')], lifeEvents: { events, seal }, filings, now });
  const dialog = createDialog(createRespond(options), options.petitions, filings);
  const drafts = withPlans({
    drafts: only<Drafts>('drafts', {}),
    events,
    seal,
    printer: createPrinter(),
    calendar: createCalendar(),
    now,
  });
  const signal = AbortSignal.timeout(60_000);

  async function talk(...lines: string[]): Promise<TurnResult> {
    let memory: Memory = emptyMemory;
    let result: TurnResult | null = null;
    for (const [at, text] of lines.entries()) {
      result = await dialog({ channel: 'web', id: `m${at}`, person: 'anna', text }, memory, signal);
      memory = result.memory;
    }
    if (result === null) throw new Error('nothing was said');
    return result;
  }
  const replyTo = async (...lines: string[]) => {
    const [reply] = (await talk(...lines)).replies;
    if (reply === undefined) throw new Error('nothing was answered');
    return reply;
  };

  test('tells the plan in order with its sources, asks one thing, and offers the first form', async () => {
    const reply = await replyTo('vợ tôi sắp sinh');
    expect(reply.kind).toBe('answered');
    expect(reply.procedures[0]).toBe('2.000986');
    expect(reply.text).toMatch(/\n1\. \*\*Khai sinh, thường trú và thẻ bảo hiểm y tế.*60 ngày.*\n2\. /);
    expect(reply.text.split('\n').at(-1)).toBe('Cha mẹ của bé đã đăng ký kết hôn chưa?');
    expect(reply.sources.map(({ code }) => code)).toContain('1.001193');
    const form = reply.choices.find(({ say }) => say.includes('1.001193'));
    expect(form?.label).toBe('Bắt đầu điền tờ khai: Đăng ký khai sinh');
  });

  test('takes answers by button and in words, one question after the other', async () => {
    const asked = await replyTo('vợ tôi sắp sinh', 'chưa');
    expect(asked.procedures).toContain('1.000689');
    expect(asked.text).toContain('Cha hoặc mẹ có đóng bảo hiểm xã hội không?');
    const dated = await replyTo('vợ tôi sắp sinh', 'đã đăng ký rồi', 'Không đóng', '12/5/2026');
    expect(dated.text).toContain('hạn 11/07/2026 đã qua');
    const coming = await replyTo('vợ tôi sắp sinh', 'rồi', 'có, tự nguyện', '1/2/2027');
    expect(coming.text).toContain('hạn **02/04/2027**');
    expect(coming.text).toContain('01/02/2027');
  });

  test('asks again for a day that cannot be, and lives without one', async () => {
    expect((await replyTo('bố tôi mới mất', 'chưa rõ', '31/2/2026')).text).toContain('12/5/2026');
    expect((await replyTo('bố tôi mới mất', 'chưa rõ', '1/12/2026')).text).toContain('chưa tới');
    expect((await replyTo('bố tôi mới mất', 'chưa rõ', '1/12/2026', '20/11/2026')).text).toContain('**05/12/2026**');
    const without = await replyTo('bố tôi mới mất', 'chưa rõ', 'Chưa rõ ngày');
    expect(without.choices.map(({ say }) => say)).toContain('Xem lại kế hoạch');
  });

  test('speaks softly of a death, and says its condolences once', async () => {
    const first = await replyTo('bố tôi mới mất hôm qua');
    expect(first.text).toMatch(/^Xin chia buồn/);
    expect(first.text).toContain('**06/12/2026**');
    const later = await replyTo('bố tôi mới mất hôm qua', 'có đóng');
    for (const { text } of [first, later]) {
      expect(text).not.toMatch(/[!\p{Extended_Pictographic}]/u);
      expect(text.toLowerCase()).not.toContain('chúc');
    }
    expect(later.text).not.toContain('chia buồn');
  });

  test('keeps what is personal sealed, and of it no more than the day and the answers', async () => {
    expect((await talk('bố tôi mới mất')).personal).toBeUndefined();
    const result = await talk('bố tôi mới mất hôm qua', 'có đóng');
    expect(result.personal).toBe(true);
    expect(result.memory.plan).toEqual({ event: 'nguoi-than-mat', date: expect.any(String), answers: { 'dead.insured': 'yes' } });
    expect(JSON.stringify(result.memory)).not.toMatch(/2026-11-21|21\/11\/2026/);
    expect(result.replies[0]?.text).toContain('**06/12/2026**');
  });

  test('a day that nobody can open any more is asked for again', async () => {
    const { memory } = await talk('bố tôi mới mất hôm qua');
    const plan = memory.plan ?? { event: '', date: null, answers: {} };
    const again = { ...memory, plan: { ...plan, date: '2026-11-21' } };
    const shown = await dialog({ channel: 'web', id: 'z', person: 'anna', text: 'xem lại kế hoạch' }, again, signal);
    expect(shown.replies[0]?.text).not.toContain('06/12/2026');
    expect(shown.memory.plan?.date).toBeNull();
  });

  test('the day may be told before it is asked for, and near days count', async () => {
    expect((await replyTo('bo em moi mat', 'hom qua')).text).toContain('**06/12/2026**');
    expect((await replyTo('bo em moi mat', 'chưa rõ', 'hom qua')).text).toContain('**06/12/2026**');
  });

  test('who tells an event and asks which papers gets those of the whole plan, whatever was planned before', async () => {
    const reply = await replyTo('bố tôi mới mất', 'vo toi sap sinh, can giay to gi');
    expect(reply.text).toMatch(/^Chúc mẹ và bé/);
    expect(reply.aspect).toBe('documents');
    expect(reply.procedures[0]).toBe('2.000986');
    expect(reply.text).toMatch(/\n1\. /);
    expect(reply.choices.map(({ say }) => say)).toContain('Xem lại kế hoạch');
    expect((await replyTo('mẹ tôi mới mất, cần giấy tờ gì')).text).toMatch(/^Xin chia buồn/);
  });

  test('lists every paper once, the rest on a second screen', async () => {
    const first = await replyTo('bố tôi mới mất', 'Giấy tờ cho cả kế hoạch');
    const rest = await replyTo('bố tôi mới mất', 'Giấy tờ cho cả kế hoạch', 'Giấy tờ còn lại của kế hoạch');
    const lines = `${first.text}\n${rest.text}`.split('\n').filter((line) => /^\d+\. /.test(line));
    expect(lines.map((line) => Number(line.split('.')[0]))).toEqual(lines.map((_, at) => at + 1));
    expect(first.text.match(/^\d+\. /gm)?.length).toBeLessThanOrEqual(8);
    expect(new Set(lines.map((line) => line.replace(/^\d+\. /, ''))).size).toBe(lines.length);
    expect(rest.text).toContain('Không phải nộp');
  });

  test('answers to something else are not taken for answers to the plan', async () => {
    const { memory } = await talk('vợ tôi sắp sinh', 'xin chào', 'chưa');
    expect(memory.plan?.answers).toEqual({});
  });

  test('a code of a dossier is one, also where a day was asked for', async () => {
    const { memory } = await talk('bố tôi mới mất', 'chưa rõ', 'H40.23.08-250715-0012');
    expect(memory.plan?.date).toBeNull();
  });

  test('a step is told when it is named by its number', async () => {
    const reply = await replyTo('bố tôi mới mất', 'việc 1');
    expect(reply.procedures).toEqual(['1.000656']);
  });

  test('the first form begins at its button', async () => {
    const own = { ...filings, cases: { ...filings.cases, newCode: async () => 'BN-261122-0001-K3M7' } };
    const begin = createDialog(createRespond({ ...options, filings: own }), options.petitions, own);
    const { memory, replies } = await begin({ channel: 'web', id: 'a', person: 'p', text: 'bố tôi mới mất' }, emptyMemory, signal);
    const say = replies[0]?.choices.find((choice) => choice.say.includes('1.000656'))?.say ?? '';
    const begun = await begin({ channel: 'web', id: 'b', person: 'p', text: say }, memory, signal);
    expect(begun.replies[0]?.kind).toBe('filing');
    expect(begun.filing).toMatchObject({ kind: 'save', case: { form: '1.000656' } });
  });

  test('answers in English what is told in English', async () => {
    const reply = await replyTo('we just got married', 'Not yet');
    expect(reply.text).toContain('Marriage registration');
    expect(reply.text).toContain('Is either of you moving?');
  });

  test('the files are made from their address, for who holds the plan alone', async () => {
    const reply = await replyTo('bố tôi mới mất hôm qua');
    expect(reply.files?.map(({ kind }) => kind)).toEqual(['pdf', 'ics']);
    const address = reply.files?.[0]?.case ?? '';
    expect(address).not.toContain('2026');
    const visitor = (person: string): Visitor => ({ channel: 'web', person, network: null, message: '' });
    const page = await drafts.file(visitor('anna'), address, 'pdf', signal);
    expect(page?.name).toBe('ke-hoach-nguoi-than-mat.pdf');
    expect(new TextDecoder('latin1').decode(page?.bytes.slice(0, 5))).toBe('%PDF-');
    const dates = await drafts.file(visitor('anna'), address, 'ics', signal);
    expect(new TextDecoder().decode(dates?.bytes)).toContain('DTSTART;VALUE=DATE:20261206');
    expect(await drafts.file(visitor('ben'), address, 'pdf', signal)).toBeNull();
    const other = `${address.slice(0, 10)}${address[10] === 'A' ? 'B' : 'A'}${address.slice(11)}`;
    expect(await drafts.file(visitor('anna'), other, 'pdf', signal)).toBeNull();
    expect(await drafts.file(visitor('anna'), address, 'docx', signal)).toBeNull();
    const undated = await replyTo('bố tôi mới mất');
    expect(undated.files?.map(({ kind }) => kind)).toEqual(['pdf']);
    expect(await drafts.file(visitor('anna'), undated.files?.[0]?.case ?? '', 'ics', signal)).toBeNull();
  });
});
