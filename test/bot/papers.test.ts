import { describe, expect, test } from 'vitest';
import { Unavailable } from '../../bot/errors.ts';
import { emptyMemory } from '../../bot/memory.ts';
import { withPapers } from '../../bot/paper-dialog.ts';
import { fileName, type KeptPaper } from '../../bot/paper-types.ts';
import { shownWithFiles } from '../../bot/papers-said.ts';
import type { Attachments, NewPaper, PaperStore, Papers } from '../../bot/ports.ts';
import type { TurnResult } from '../../bot/types.ts';
import { fakePetitions, hitOf } from '../fakes/ports.ts';
import { fakeDialog } from '../fakes/respond.ts';

/** Papers in memory, by owner, once for each source and once for the same bytes; `record` does what a recorded turn does. */
function memoryStore(): PaperStore & { record(result: TurnResult): void } {
  let all: (NewPaper & { owner: string; id: number })[] = [];
  const of = (owner: string): KeptPaper[] => all.filter((paper) => paper.owner === owner);
  const count = (owner: string) => ({
    images: of(owner).filter(({ type }) => type !== 'application/pdf').length,
    documents: of(owner).filter(({ type }) => type === 'application/pdf').length,
  });
  return {
    keep: async (_, owner, paper) => {
      if (all.some(({ source }) => source === paper.source)) return 'kept';
      if (all.some(({ sha256 }) => sha256 === paper.sha256)) return 'repeated';
      all.push({ ...paper, owner, id: all.length });
      return 'kept';
    },
    has: async (_, wanted) => all.some(({ source }) => source === wanted),
    list: async (_, owner) => of(owner),
    counts: async () => ({ loose: count('loose'), petition: count('petition') }),
    record: ({ papers = [] }) => {
      all = all.flatMap((paper) => {
        const move = papers.find(({ from }) => from === paper.owner);
        return move === undefined ? [paper] : move.to === null ? [] : [{ ...paper, owner: move.to }];
      });
    },
  };
}

type World = { fetch?: Attachments['fetch']; examine?: Papers['examine']; channel?: string };

/** Every file is a good picture whose bytes are its name, unless a test says otherwise. */
function conversation({ fetch = async (_, { name }) => Buffer.from(name), examine = goodPicture, channel = 'web' }: World = {}) {
  const attachments: Attachments = { takes: (name) => name === 'web', fetch };
  const store = memoryStore();
  const bare = fakeDialog({ search: () => [hitOf('1.001193'), hitOf('2.000635', 0.5)], petitions: fakePetitions() });
  const dialog = withPapers(bare, { papers: { examine }, store, attachments, meter: { count: () => {} } });
  let memory = emptyMemory;
  let count = 0;
  const say = async (text: string, names: string[] = [], id = `m${++count}`) => {
    const files = names.map((name) => ({ ref: name, name, size: 100 }));
    const message = { channel, id, person: 'p', text, ...(files.length > 0 && { files }) };
    const result = await dialog(message, memory, AbortSignal.timeout(5_000));
    return { text: result.replies.map((reply) => reply.text).join('\n'), result };
  };
  return {
    /** Said, and not recorded: the turn is lost. */
    lost: say,
    say: async (text: string, names?: string[], id?: string) => {
      const said = await say(text, names, id);
      store.record(said.result);
      memory = said.result.memory;
      return said;
    },
  };
}

const goodPicture: Papers['examine'] = async (bytes) => ({
  kind: 'good',
  type: 'image/jpeg',
  pages: 1,
  sha256: Buffer.from(bytes).toString('hex'),
  doubts: [],
});

describe('files of a message', () => {
  test('are not spoken of, and not kept, where a channel takes none', async () => {
    const { say } = conversation({ channel: 'terminal' });
    expect((await say('tôi muốn phản ánh ổ gà trước chợ, tôi có chụp hình')).text).toContain('chưa nhận được ảnh');
  });

  test('are counted once when their turn is taken again', async () => {
    const { say, lost } = conversation();
    await lost('', ['a', 'b'], 'same');
    expect((await say('', ['a', 'b'], 'same')).text).toContain('Tôi đã nhận 2 ảnh.\n');
  });

  test('over the count are refused, and the rest is kept', async () => {
    const { say } = conversation();
    const names = Array.from({ length: 12 }, (_, place) => `tệp ${place}`);
    const { text } = await say('', names);
    expect(text).toContain('Tôi đã nhận 10 ảnh.');
    expect(text.match(/đã đủ 10 tệp/g)).toHaveLength(2);
    expect((await say('', ['thừa'])).text).toMatch(/^Chưa nhận được:\n- \*\*thừa\*\*: chưa nhận, vì đã đủ 10 tệp/);
  });

  test('over the size together are refused, and one that is told to be too large is not even fetched', async () => {
    const { say } = conversation({ fetch: async (_, { name }) => Buffer.alloc(9 * 1024 * 1024, name) });
    const { text } = await say('', ['a', 'b', 'c', 'd', 'e']);
    expect(text).toContain('Tôi đã nhận 4 ảnh.');
    expect(text).toMatch(/- \*\*e\*\*: chưa nhận, vì các tệp cộng lại quá 40 MB/);
  });

  test('that are gone, or whose channel does not answer, cost their own place and not the turn', async () => {
    const { say } = conversation({
      fetch: async (_, { name }) => {
        if (name === 'lạc') return null;
        if (name === 'xa') throw new Unavailable('telegram');
        return Buffer.from(name);
      },
    });
    const { text } = await say('', ['lạc', 'xa', 'đây']);
    expect(text).toMatch(/^Tôi đã nhận 1 ảnh\.\nChưa nhận được:\n- \*\*lạc\*\*: không còn ở chỗ tôi/);
    expect(text).toMatch(/- \*\*xa\*\*: chưa kiểm tra được lúc này/);
  });

  test('go on their way with the result of the turn that opens, sends or gives up a petition', async () => {
    const { say } = conversation();
    expect((await say('', ['a'])).result.papers).toBeUndefined();
    expect((await say('tôi muốn phản ánh ổ gà trước chợ')).result.papers).toEqual([{ from: 'loose', to: 'petition' }]);
    const { result } = await say('dừng lại');
    expect(result.memory.petition).toBeNull();
    expect(result.papers).toEqual([{ from: 'petition', to: null }]);
    await say('tôi muốn phản ánh đèn đường hỏng');
    await say('', ['b']);
    await say('xem lại và gửi');
    const sent = (await say('gửi đi')).result;
    expect(sent.papers).toEqual([{ from: 'petition', to: sent.petition?.code }]);
    expect(sent.memory.papers).toEqual({ loose: { images: 0, documents: 0 }, petition: { images: 0, documents: 0 } });
  });

  test.each(['xin chào', 'hello, I lost my ID card'])(
    'without a form are asked about with a button that begins a petition (%s)',
    async (greeting) => {
      const { say } = conversation();
      await say(greeting);
      const asked = (await say('', ['a'])).result;
      const { result } = await say(asked.replies[0]?.choices[0]?.say ?? '');
      expect(result.memory.petition?.asking).toBe('text');
      expect(result.papers).toEqual([{ from: 'loose', to: 'petition' }]);
      expect(result.memory.language).toBe(asked.memory.language);
    },
  );

  test('do not answer for danger: whom to call comes first', async () => {
    const { say } = conversation();
    const { text, result } = await say('cháy nhà rồi cứu với', ['a']);
    expect(result.replies[0]?.kind).toBe('emergency');
    expect(text.indexOf('114')).toBeLessThan(text.indexOf('Tôi đã nhận'));
  });

  test('are told of in English to who writes English', async () => {
    const { say } = conversation({ examine: async () => ({ kind: 'defects', defects: ['locked'] }) });
    await say('hello, what do I need to register a birth?');
    expect((await say('', ['deed.pdf'])).text).toMatch(/^Not taken:\n- \*\*deed\.pdf\*\*: has a password or is locked/);
  });
});

test('the history shows what files are called, personal numbers masked', () => {
  const files = [{ ref: 'r', name: 'cccd 001203004567.jpg', size: 1 }];
  expect(shownWithFiles('ảnh đây', files)).toBe('ảnh đây\n📎 cccd •••••••••567.jpg');
  expect(shownWithFiles('', files)).toBe('📎 cccd •••••••••567.jpg');
  expect(shownWithFiles('chào', [])).toBe('chào');
});

test('a name is one short line without a folder or markup', () => {
  expect(fileName('C:\\Users\\An\\giấy khai sinh.pdf')).toBe('giấy khai sinh.pdf');
  expect(fileName('../../etc/passwd')).toBe('passwd');
  expect(fileName('**đậm**\nhai dòng\u202egpj.exe')).toBe('đậm hai dònggpj.exe');
  expect(fileName('')).toBe('tệp');
  expect(fileName(`${'a'.repeat(200)}.jpg`)).toMatch(/^a{69}…aaaaaa\.jpg$/);
});
