import { describe, expect, test } from 'vitest';
import { emptyMemory } from '../../bot/memory.ts';
import type { Memory } from '../../bot/types.ts';
import { complaintWishOf } from '../../bot/understand/complaint-wish.ts';
import { fakePetitions, hitOf } from '../fakes/ports.ts';
import { fakeDialog } from '../fakes/respond.ts';
import { petitionTalk, says, textOf } from '../support/petition-talk.ts';

describe('who asks where or how to complain', () => {
  const withNothingFound = () => {
    const dialog = fakeDialog({ petitions: fakePetitions() });
    let memory: Memory = emptyMemory;
    return async (text: string) => {
      const result = await dialog({ channel: 'test', id: text, person: 'p', text }, memory, AbortSignal.timeout(5_000));
      memory = result.memory;
      return result;
    };
  };

  test.each([
    'phản ánh cột điện nghiêng thì gửi ở đâu',
    'đường dây nóng phản ánh của xã',
    'phan anh nuoc thai thi bao cho ai',
    'muốn khiếu nại cán bộ thì nói với ai',
    'góp ý cho phường ở đâu',
  ])('is offered, where no procedure says it, the petition that can be sent right here: "%s"', async (text) => {
    const say = withNothingFound();
    const offered = await say(text);
    expect([offered.replies[0]?.kind, says(offered), offered.notes]).toEqual(['asked', ['Gửi phản ánh'], []]);
    const opened = await say('Gửi phản ánh');
    expect(textOf(opened)).toContain('phản ánh, góp ý việc gì');
    expect(opened.memory.petition).toMatchObject({ asking: 'text', text: '' });
  });

  test.each(['who do I complain to', 'how do I report a broken street lamp', 'hotline for complaints'])(
    'is offered it in English: "%s"',
    async (text) => {
      const say = withNothingFound();
      expect(says(await say(text))).toEqual(['Send a petition']);
      expect(textOf(await say('Send a petition'))).toContain('What would you like to report?');
    },
  );

  test('is answered by a procedure that says it, with the petition beside it', async () => {
    const answer = await petitionTalk().say('khiếu nại cán bộ thì nộp đơn ở đâu');
    expect(answer.replies[0]?.kind).toBe('answered');
    expect(says(answer).at(-1)).toBe('Gửi phản ánh');
  });

  test('may choose between procedures or send it', async () => {
    const dialog = fakeDialog({
      search: () => [hitOf('1.001193'), hitOf('2.000635', 0.98), hitOf('1.000894', 0.97)],
      petitions: fakePetitions(),
    });
    const text = 'thủ tục khiếu nại như thế nào';
    const asked = await dialog({ channel: 'test', id: '1', person: 'p', text }, emptyMemory, AbortSignal.timeout(5_000));
    expect([asked.replies[0]?.kind, says(asked).at(-1)]).toEqual(['asked', 'Gửi phản ánh']);
  });

  test.each(['lệ phí khai sinh ở đâu', 'khiếu nại cần giấy tờ gì', 'how do I apply for a birth certificate', 'giải quyết tố cáo'])(
    'is not who writes "%s"',
    (text) => expect(complaintWishOf(text)).toBeNull(),
  );

  test('a report of a lost paper is no complaint beside its answer', () => {
    expect(complaintWishOf('how do I report a lost passport')).toBe('report');
  });
});
