import { describe, expect, test } from 'vitest';
import { createDialog } from '../../bot/dialog.ts';
import type { Dossier } from '../../bot/dossier-types.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { Petitions } from '../../bot/ports.ts';
import type { Hit, Memory, TurnResult } from '../../bot/types.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { hitOf, only } from '../fakes/ports.ts';
import { fakeDialog } from '../fakes/respond.ts';

const dossier: Dossier = {
  ...demonstration,
  code: 'H40.1-250801-00012',
  procedure: { code: '1.001193', name: 'Đăng ký khai sinh' },
  agency: 'UBND phường Thử',
  status: 4,
  statusText: 'Đang thẩm định',
  receivedOn: '2026-11-02',
  dueOn: '2026-11-12',
  finishedOn: null,
  applicant: { name: 'Nguyễn Văn An', phone: '0912345678', idNumber: '001099012345' },
  asOf: '2026-11-10T00:00:00.000Z',
  demonstration: false,
};

function conversation(search: (question: string) => Hit[], find: (code: string) => Dossier | null = () => null) {
  const dialog = fakeDialog({ search, find });
  let memory: Memory = emptyMemory;
  let count = 0;
  return {
    memory: () => memory,
    say: async (text: string): Promise<TurnResult> => {
      count += 1;
      const result = await dialog({ channel: 'test', id: String(count), person: 'p', text }, memory, AbortSignal.timeout(5_000));
      // What is remembered goes through JSON, as it does in the database.
      memory = JSON.parse(JSON.stringify(result.memory));
      return result;
    },
  };
}

const noPetitions = only<Petitions>('petitions', {});
const birth = () => [hitOf('1.001193'), hitOf('2.000635', 0.5)];

describe('a procedure', () => {
  test('is answered with its source, and follow-ups stay on it', async () => {
    const { say } = conversation(birth);
    const first = await say('đăng ký khai sinh cần giấy tờ gì');
    expect(first.replies[0]).toMatchObject({ kind: 'answered', procedures: ['1.001193'], aspect: 'documents' });
    expect(first.replies[0]?.sources[0]).toMatchObject({ code: '1.001193', section: 'documents', date: '2026-07-18' });
    expect(first.candidates).toEqual(['1.001193', '2.000635']);
    const second = await say('còn lệ phí?');
    expect(second.replies[0]).toMatchObject({ kind: 'answered', procedures: ['1.001193'], aspect: 'fee' });
  });

  test('that could be several is asked for, and the pick keeps what was asked', async () => {
    const near = [hitOf('1.001193'), hitOf('2.000635', 0.98), hitOf('1.000894', 0.97)];
    const { say } = conversation(() => near);
    const asked = await say('hộ tịch ở đâu');
    expect(asked.replies[0]?.kind).toBe('asked');
    expect(asked.replies[0]?.choices.length).toBeGreaterThanOrEqual(3);
    const picked = await say('2');
    expect(picked.replies[0]).toMatchObject({ kind: 'answered', procedures: ['2.000635'], aspect: 'place' });
  });

  test('whose rivals are only its special cases is answered', async () => {
    const { say } = conversation(() => [hitOf('1.001193'), hitOf('1.004884', 0.98), hitOf('2.000528', 0.97)]);
    expect((await say('khai sinh ở đâu')).replies[0]).toMatchObject({ kind: 'answered', procedures: ['1.001193'] });
  });

  test('that is not known is said to be so, and the question is left for staff with numbers masked', async () => {
    const { say } = conversation(() => []);
    const result = await say('xin giấy phép nuôi rồng, gọi 0912345678');
    expect(result.replies[0]?.kind).toBe('not-found');
    expect(result.notes).toEqual([{ kind: 'unanswered', text: 'xin giấy phép nuôi rồng, gọi •••••••678' }]);
  });

  test('with nothing more to tell says so instead of telling it again', async () => {
    const { say } = conversation(birth);
    const first = await say('đăng ký khai sinh nộp ở đâu');
    expect(first.replies[0]?.choices.map((choice) => choice.say)).not.toContain('xem tiếp');
    const more = await say('xem tiếp');
    expect(more.replies[0]?.kind).toBe('asked');
    expect(more.replies[0]?.text).toContain('đã nói hết');
    expect((await say('còn lệ phí?')).replies[0]).toMatchObject({ procedures: ['1.001193'], aspect: 'fee' });
  });

  test.each(['chi tiết', 'cụ thể hơn', 'rõ hơn đi', 'more details'])('told in short is told at length by "%s"', async (text) => {
    const { say } = conversation(birth);
    expect((await say('đăng ký khai sinh')).replies[0]).toMatchObject({ aspect: 'overview' });
    const more = (await say(text)).replies[0];
    expect(more).toMatchObject({ kind: 'answered', procedures: ['1.001193'], aspect: 'documents' });
    expect(more?.text).toMatch(/Giấy tờ cần có[\s\S]*Các bước|Documents[\s\S]*Steps/);
  });

  test('that nobody has named is asked for', async () => {
    const { say } = conversation(birth);
    expect((await say('bao nhiêu tiền vậy')).replies[0]?.kind).toBe('asked');
  });

  test('can be filed for: the checklist and where to start', async () => {
    const { say } = conversation(birth);
    const result = await say('tôi muốn nộp hồ sơ online đăng ký khai sinh ngay');
    expect(result.replies[0]).toMatchObject({ kind: 'filing', procedures: ['1.001193'] });
    expect(result.replies[0]?.text).toContain('https://dichvucong.gov.vn/thu-tuc-hanh-chinh/');
  });
});

describe('a dossier', () => {
  test('is told with everything personal masked', async () => {
    const { say } = conversation(birth, () => dossier);
    const [reply] = (await say('H40.1-250801-00012')).replies;
    expect(reply).toMatchObject({ kind: 'status', dossier: dossier.code });
    expect(reply?.text).toContain('Đang xử lý');
    expect(JSON.stringify(reply)).not.toMatch(/Nguyễn|Văn|0912|001099/);
  });

  test('that is not there gets a sentence that helps', async () => {
    const { say } = conversation(birth);
    expect((await say('H40.1-250801-00099')).replies[0]?.text).toContain('phiếu hẹn');
  });

  test('whose system is down is said to be so', async () => {
    const dialog = fakeDialog({ dossiers: { lookUp: async () => ({ kind: 'away', last: null }) } });
    const say = (text: string) => dialog({ channel: 'test', id: '1', person: 'p', text }, emptyMemory, AbortSignal.timeout(5_000));
    expect((await say('H40.1-250801-00099')).replies[0]?.text).toContain('không trả lời');
  });
});

describe('a turn that goes wrong', () => {
  test('ends with its error, not in silence', async () => {
    const dialog = createDialog(async () => {
      throw new Error('broken');
    }, noPetitions);
    await expect(dialog({ channel: 'test', id: '1', person: 'p', text: 'a' }, emptyMemory, AbortSignal.timeout(5_000))).rejects.toThrow(
      'broken',
    );
  });

  test('ends at its time limit', async () => {
    const dialog = createDialog(() => new Promise(() => {}), noPetitions);
    await expect(dialog({ channel: 'test', id: '1', person: 'p', text: 'a' }, emptyMemory, AbortSignal.timeout(50))).rejects.toThrow();
  });
});

describe('a personal number', () => {
  test('that nobody asked for is not taken for a matter, and the matter at hand stays', async () => {
    const { say } = conversation(birth);
    await say('đăng ký khai sinh cần giấy tờ gì');
    const reply = (await say('căn cước 001099012345')).replies[0];
    expect(reply?.kind).toBe('asked');
    expect(reply?.text).not.toContain('001099012345');
    expect((await say('còn lệ phí?')).replies[0]).toMatchObject({ procedures: ['1.001193'], aspect: 'fee' });
  });
});

describe('messages that say nothing', () => {
  test.each(['', '🙂🙂', '!!!', '\u200b'])('"%s" are asked again', async (text) => {
    const { say } = conversation(() => []);
    expect((await say(text)).replies[0]?.kind).toBe('asked');
  });
  test('or far too much are asked again in short', async () => {
    const { say } = conversation(() => []);
    expect((await say('a '.repeat(5_000))).replies[0]?.text).toContain('dài quá');
  });
});
