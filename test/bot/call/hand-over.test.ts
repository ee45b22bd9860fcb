import { describe, expect, test } from 'vitest';
import { matterOfMemory, matterOfReplies, whisperOf } from '../../../bot/call/hand-over.ts';
import { emptyMemory } from '../../../bot/memory.ts';
import { plainReply } from '../../../bot/reply.ts';
import type { Aspect, Reply, Source } from '../../../bot/types.ts';

const source = (code: string, title: string, section: Aspect): Source => ({ code, title, section, url: '', date: '2026-07-18' });
const told = (aspect: Aspect, title = 'Cấp lại thẻ căn cước', code = '1.003700'): Reply => ({
  ...plainReply('answered', 'Nguyễn Văn An, 0912345678', []),
  aspect,
  procedures: [code],
  sources: [source(code, title, aspect)],
});
const whisper = (replies: Reply[], language: 'vi' | 'en' = 'vi') => whisperOf(matterOfReplies(replies, language));

describe('what is whispered to the person who takes a call', () => {
  test('names the procedure, what was heard, what was asked in vain, and the end of the dossier code', () => {
    const status = { ...plainReply('status', 'Hồ sơ H40.23.08-250715-0012'), dossier: 'H40.23.08-250715-0012' };
    const inVain = { ...plainReply('not-found', 'Tôi chưa có thông tin'), aspect: 'place' as const };
    expect(whisper([status, told('fee'), inVain, plainReply('handed-over', '')])).toBe(
      'Người gọi hỏi về cấp lại thẻ căn cước, đã nghe lệ phí, muốn hỏi nơi nộp. Hồ sơ đang nói tới có đuôi 0012.',
    );
  });

  test('lists what was heard, once, of the procedure spoken of last alone', () => {
    const birth = (aspect: Aspect) => told(aspect, 'Thủ tục đăng ký khai sinh', '1.001193');
    expect(whisper([told('steps'), birth('overview'), birth('documents'), birth('fee'), birth('documents'), birth('place')])).toBe(
      'Người gọi hỏi về đăng ký khai sinh, đã nghe giấy tờ cần có, lệ phí và nơi nộp.',
    );
  });

  test('says so where nothing was asked yet, where it is a dossier alone, where there is danger, where English is spoken', () => {
    expect(whisper([plainReply('greeted', 'Xin nghe'), plainReply('handed-over', '')])).toBe(
      'Người gọi muốn gặp cán bộ, chưa nói cần việc gì.',
    );
    const status = { ...plainReply('status', ''), dossier: 'H40.23.08-250715-0012' };
    expect(whisper([status])).toBe('Người gọi hỏi về hồ sơ đã nộp. Hồ sơ đang nói tới có đuôi 0012.');
    expect(whisper([plainReply('emergency', '')], 'en')).toBe(
      'Người gọi báo việc khẩn cấp. Người gọi muốn gặp cán bộ, chưa nói cần việc gì. Người gọi nói tiếng Anh.',
    );
  });

  test('is no longer than one listens to, and keeps an acronym as it is written', () => {
    const long = 'CCCD cấp lần đầu '.repeat(12);
    const said = whisper([told('fee', long)]);
    expect(said).toContain('hỏi về CCCD cấp lần đầu');
    expect(said.length).toBeLessThan(140);
  });

  test('has nothing of what was written or said', () => {
    const answers = { 'child.name': 'Nguyễn Văn An' };
    const filing: Reply = { ...plainReply('filing', `Tên cháu: ${answers['child.name']}`), sources: told('fee').sources };
    const said = whisper([told('fee'), filing]);
    expect(said).toBe('Người gọi hỏi về cấp lại thẻ căn cước, đã nghe lệ phí, đang làm hồ sơ.');
  });
});

test('the matter of a call-back comes of what is remembered, without the words of the caller', () => {
  const memory = {
    ...emptyMemory,
    focus: { id: '1', code: '1.003700', name: 'Cấp lại thẻ căn cước' },
    matter: 'tôi là Nguyễn Văn An mất căn cước',
    aspect: 'place' as const,
    dossier: { code: 'H40.23.08-250715-0012', provenUntil: null },
  };
  expect(whisperOf(matterOfMemory(memory))).toBe(
    'Người gọi hỏi về cấp lại thẻ căn cước, muốn hỏi nơi nộp. Hồ sơ đang nói tới có đuôi 0012.',
  );
});
