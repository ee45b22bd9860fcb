import { expect, it } from 'vitest';
import { composeAnswer } from '../../../bot/answer/compose.ts';
import { spokenAnswer } from '../../../bot/call/answer.ts';
import { plainReply } from '../../../bot/reply.ts';
import type { Reply } from '../../../bot/types.ts';
import { stored } from '../../fakes/record.ts';

it('a spoken answer has the name of a procedure as long as one listens to it, and whole in the text message', () => {
  const name =
    'Giao đất, cho thuê đất, chuyển mục đích sử dụng đất đối với trường hợp giao đất, cho thuê đất không đấu giá quyền sử dụng đất, không đấu thầu';
  const source = { code: '1.000001', title: `Thủ tục giao${name.slice(4)}`, section: 'duration' as const, url: '', date: '2026-07-18' };
  const reply: Reply = { ...plainReply('answered', `Thời hạn **15 ngày** khi làm **${name}**.`), sources: [source] };
  const { pages, whole } = spokenAnswer(reply, 'vi');
  expect(pages).toEqual(['Thời hạn 15 ngày khi làm Giao đất, cho thuê đất, chuyển mục đích sử dụng đất.']);
  expect(whole).toContain(name);
  const numbered = { ...reply, text: 'Miễn phí khi làm **1. Hỗ trợ hỏa táng**.', sources: [{ ...source, title: '1. Hỗ trợ hỏa táng' }] };
  expect(spokenAnswer(numbered, 'vi').pages).toEqual(['Miễn phí khi làm Hỗ trợ hỏa táng.']);
  const cut = { ...reply, text: `Thời hạn **15 ngày** khi làm **${name.slice(0, 120)}…**.` };
  expect(spokenAnswer(cut, 'vi').pages).toEqual(pages);
});

it('a spoken answer is in English of a procedure by its English name', () => {
  const english = { name: 'Trial paper', plain: 'For trials.' };
  const explanation = { code: '1.000001', plain: '', notes: {}, english, date: '2026-07-18' };
  const reply = composeAnswer({ stored: stored({}), aspect: 'fee', explanation, language: 'en' });
  expect(spokenAnswer(reply, 'en').pages).toEqual(['The fee for Trial paper: 70,000 VND.']);
  const nested = { ...explanation, english: { ...english, name: 'Trial paper (at home)' } };
  const where = composeAnswer({ stored: stored({}), aspect: 'fee', explanation: nested, language: 'en' });
  expect(spokenAnswer(where, 'en').pages[0]).toContain('The fee for Trial paper (at home): ');
});
