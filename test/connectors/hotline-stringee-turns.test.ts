import { describe, expect, it } from 'vitest';
import type { HeardOnLine, Line, LineEvent, Manner } from '../../bot/call/line.ts';
import type { Scco } from '../../connectors/hotline/stringee/scco.ts';
import { createTurns } from '../../connectors/hotline/stringee/turns.ts';
import { handClock } from '../fakes/hand-clock.ts';

const plain: Manner = { slow: false, language: 'vi' };

/** Turns by a clock of the test; the test itself leads the call. */
function world() {
  const clock = handClock();
  const told: LineEvent[] = [];
  const hearing = Promise.withResolvers<HeardOnLine | 'silence'>();
  let thinks = false;
  let line: Line | null = null;
  const turns = createTurns({
    clock,
    language: 'vi',
    url: (what, number) => `${what} ${number}`,
    voices: { vi: 'v', en: 'e' },
    prepare: (text) => text.replace('1', 'một'),
    number: '84',
    people: { default: '+841' },
    ringSeconds: 20,
    speech: true,
    start: { call: 'c', from: null, to: '84', turn: 1 },
    understand: async (_address, _listening, begun) => {
      const heard = await hearing.promise;
      if (heard !== 'silence') begun();
      return heard;
    },
    open: (_start, opened) => {
      line = opened;
      return { heard: (event) => void told.push(event), waits: () => thinks };
    },
  });
  if (line === null) throw new Error('not opened');
  const own: Line = line;
  /** Time goes by in steps, and what waits for promises goes on; what was answered by then, and when. */
  const pass = async (answer: Promise<Scco>, ms: number) => {
    let answered: { scco: Scco; at: number } | null = null;
    const before = clock.now();
    void answer.then((scco) => {
      answered = { scco, at: clock.now() - before };
    });
    for (let gone = 0; gone <= ms; gone += 50) {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      if (answered !== null) break;
      clock.pass(50);
    }
    return answered as { scco: Scco; at: number } | null; // set by the promise meanwhile
  };
  const texts = (scco: Scco = []) => scco.flatMap((action) => (action.action === 'talk' ? [String(action.text)] : []));
  return {
    turns,
    line: own,
    told,
    hearing,
    pass,
    texts,
    think: (does: boolean) => {
      thinks = does;
    },
    say: (piece: number, text: string, manner = plain) => own.say(piece, text, manner),
  };
}

describe('the turns of a call', () => {
  it('are answered as soon as what belongs together was said, in one go, and count it as said', async () => {
    const { turns, say, pass, texts, told } = world();
    say(1, 'Chào quý vị.');
    say(2, 'Bấm 1.');
    say(3, 'Press 9.', { slow: false, language: 'en' });
    const answered = await pass(turns.begin(), 3_000);
    expect(texts(answered?.scco)).toEqual(['Chào quý vị. Bấm một.', 'Press 9.']);
    expect(answered?.scco.at(-1)).toMatchObject({ action: 'input', eventUrl: 'input 1' });
    expect(answered?.at).toBeLessThanOrEqual(150);
    expect(told).toEqual([1, 2, 3].map((piece) => ({ kind: 'said', piece })));
  });

  it('are answered after two and a half seconds whatever is missing, with “one moment” every five', async () => {
    const { turns, pass, texts, think } = world();
    think(true);
    const said: string[] = [];
    let answered = await pass(turns.begin(), 3_000);
    for (let number = 1; number <= 4; number += 1) {
      expect(answered?.at).toBe(2_500);
      expect(answered?.scco.at(-1)).toMatchObject({ action: 'input', eventUrl: `input ${number}`, timeOut: 1 });
      said.push(texts(answered?.scco).join());
      answered = await pass(turns.keys(number, '', false), 3_000);
    }
    expect(said).toEqual(['Xin quý vị chờ trong giây lát.', '', 'Xin quý vị chờ trong giây lát.', '']);
  });

  it('say what was said meanwhile instead of “one moment”, and wait on', async () => {
    const { turns, say, pass, texts, think } = world();
    say(1, 'Chào quý vị.');
    await pass(turns.begin(), 3_000);
    think(true);
    const first = pass(turns.keys(1, '1', true), 3_000);
    say(2, 'Tôi đang tra cứu.');
    const answered = await first;
    expect({ texts: texts(answered?.scco), at: answered?.at }).toEqual({ texts: ['Tôi đang tra cứu.'], at: 2_500 });
    expect(answered?.scco.at(-1)).toMatchObject({ timeOut: 1 });
    think(false);
    say(3, 'Đây ạ.');
    expect(texts((await pass(turns.keys(2, '', false), 3_000))?.scco)).toEqual(['Đây ạ.']);
  });

  it('never say what was thrown away', async () => {
    const { turns, say, line, pass, texts } = world();
    say(1, 'Bỏ đi.');
    line.flush();
    say(2, 'Giữ lại.');
    expect(texts((await pass(turns.begin(), 3_000))?.scco)).toEqual(['Giữ lại.']);
  });

  it('tell a key pressed while somebody is still understood, and the words no more', async () => {
    const { turns, say, pass, told, hearing } = world();
    say(1, 'Chào.');
    await pass(turns.begin(), 3_000);
    const speech = await pass(turns.keys(1, '', false), 100);
    expect(speech?.scco.map(({ action }) => action)).toEqual(['talk', 'recordMessage', 'talk', 'talk', 'input']);
    await pass(turns.recorded('http://x'), 3_000);
    await pass(turns.keys(3, '0', true), 3_000);
    hearing.resolve({ kind: 'heard', text: 'khai sinh', sure: true });
    await pass(new Promise(() => {}), 100);
    expect(told.filter(({ kind }) => kind === 'key')).toEqual([{ kind: 'key', key: '0' }]);
    expect(told.filter(({ kind }) => kind === 'heard')).toEqual([]);
  });

  it('end with the last words, once, and are the same whenever they are asked again', async () => {
    const { turns, say, line, pass, texts, told } = world();
    say(1, 'Tạm biệt.');
    line.end({ kind: 'hangup' });
    line.end({ kind: 'transfer', to: 'x' });
    const answered = await pass(turns.begin(), 3_000);
    expect(answered?.scco).toMatchObject([{ action: 'talk', text: 'Tạm biệt.', bargeIn: false }]);
    expect(told.at(-1)).toEqual({ kind: 'closed' });
    expect(turns.isOver()).toBe(true);
    turns.close();
    expect(told.filter(({ kind }) => kind === 'closed')).toHaveLength(1);
    expect(texts((await pass(turns.keys(1, '1', true), 3_000))?.scco)).toEqual(['Tạm biệt.']);
  });
});
