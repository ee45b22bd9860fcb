import { describe, expect, test } from 'vitest';
import type { PetitionStatus } from '../../bot/ports.ts';
import { petitionTalk, says, textOf } from '../support/petition-talk.ts';

describe('the code of a petition', () => {
  const known: PetitionStatus = {
    code: 'PA-261122-0007-K3M7',
    status: 'answered',
    on: '2026-11-22',
    replies: [{ text: 'Phường sẽ vá trong tuần.', on: '2026-11-23' }],
  };

  test.each([
    'PA-261122-0007-K3M7 tới đâu rồi',
    'pa 261122 0007 k3m7',
    'pê a gạch hai sáu mười một hai hai gạch không không không bảy gạch ca ba mờ bảy',
  ])('"%s" shows its status and the reply of staff', async (text) => {
    const { say, wrong } = petitionTalk({ known: [known] });
    const result = await say(text);
    expect(result.replies[0]).toMatchObject({ kind: 'status', dossier: null });
    expect(textOf(result)).toContain('Cán bộ đã trả lời');
    expect(textOf(result)).toContain('- Trả lời (23/11/2026): Phường sẽ vá trong tuần.');
    expect(wrong).toEqual([]);
  });

  test('that is wrong is counted under its number, and locked like a PIN', async () => {
    const { say, wrong } = petitionTalk({ known: [known] });
    expect(textOf(await say('PA-261122-0007-K3M8'))).toContain('không thấy phản ánh');
    expect(wrong).toEqual(['PA-261122-0007']);
    expect(textOf(await petitionTalk({ known: [known], locked: true }).say('PA-261122-0007-K3M7'))).toContain('tạm khóa');
  });

  test('is asked for when it is missing or cut short', async () => {
    for (const text of ['phản ánh của tôi tới đâu rồi', 'PA-261122-0007', 'PA-261122-0007-K3', 'tra cứu phản ánh'])
      expect(textOf(await petitionTalk().say(text))).toContain('mã phản ánh, ví dụ');
  });

  test('need not be known where it was written', async () => {
    const one = textOf(await petitionTalk({ known: [known] }).say('phản ánh của tôi tới đâu rồi'));
    expect(one).toContain(known.code);
    expect(one).toContain('- Trả lời (23/11/2026): Phường sẽ vá trong tuần.');
    const older: PetitionStatus = { code: 'PA-261101-0002-ABCD', status: 'closed', on: '2026-11-01', replies: [] };
    const { say } = petitionTalk({ known: [known, older] });
    const both = await say('has anyone answered my complaint?');
    expect(textOf(both)).toMatch(/PA-261122-0007-K3M7\*\* \(.*2026\): Answered\n- \*\*PA-261101-0002-ABCD\*\* \(01\/11\/2026\): Closed/);
    expect(says(both)).toEqual([known.code, older.code]);
  });
});
