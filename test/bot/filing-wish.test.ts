import { expect, test } from 'vitest';
import { filingWishOf } from '../../bot/understand/filing-wish.ts';
import { readPlaces } from '../../knowledge/communes.ts';
import { createTalk, textOf } from '../support/filing-talk.ts';
import { filing } from '../support/filings.ts';

const code = 'BN-261122-0001-K7QX';

test.each<[string, object | null]>([
  ['Hủy hồ sơ này đi', { kind: 'filing-delete', code: null, sure: false }],
  ['bỏ hồ sơ', { kind: 'filing-delete', code: null, sure: false }],
  ['xóa hồ sơ của tôi', { kind: 'filing-delete', code: null, sure: false }],
  ['xóa bản nháp', { kind: 'filing-delete', code: null, sure: true }],
  ['Delete my draft', { kind: 'filing-delete', code: null, sure: true }],
  [`Xóa bản nháp ${code}`, { kind: 'filing-delete', code, sure: true }],
  [`Giữ lại bản nháp ${code}`, { kind: 'filing-keep', code }],
  [code, { kind: 'filing-resume', code }],
  ['hủy hồ sơ thì phải làm thế nào', null],
])('what "%s" wants of a draft', (text, wish) => {
  if (wish === null) expect(filingWishOf(text, true)).toBeNull();
  else expect(filingWishOf(text, true)).toMatchObject(wish);
});

test.each(['dừng', 'in the middle of it'])('"Hủy hồ sơ này đi" deletes nothing before it is confirmed: %s', async (first) => {
  const talk = createTalk(filing('khai-sinh'), { places: readPlaces(), today: '2026-11-22', language: 'vi' });
  await talk.say('tôi muốn điền tờ khai 1.001193');
  if (first === 'dừng') await talk.say(first);
  const asked = await talk.say('Hủy hồ sơ này đi');
  const draft = await talk.draft();
  expect(asked.filing).toBeUndefined();
  expect(asked.replies[0]?.choices.map(({ label }) => label)).toEqual([`Xóa bản nháp ${draft.code}`, 'Giữ lại']);
  const kept = await talk.say('Giữ lại');
  expect(textOf(kept)).toContain(`giữ bản nháp ${draft.code}`);
  expect((await talk.draft()).code).toBe(draft.code);
  await talk.say('Hủy hồ sơ này đi');
  const gone = await talk.say('1');
  expect(gone.filing).toEqual({ kind: 'delete', id: draft.id });
  expect(textOf(gone)).toContain(`Đã xóa bản nháp ${draft.code}`);
});
