import { setImmediate as turn } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HeardOnLine, LineEars, LineEvent, LineVoice, Listening, Manner } from '../../bot/call/line.ts';
import { Unavailable } from '../../bot/errors.ts';
import { type Fvad, openFvad } from '../../connectors/hotline/audio/fvad.ts';
import { createVad } from '../../connectors/hotline/audio/vad.ts';
import { createLine, type LineOptions } from '../../connectors/hotline/line.ts';
import { handClock } from '../fakes/hand-clock.ts';
import { fakeLeg } from '../fakes/leg.ts';
import { framesOf, mixed, noise, silence, speech, tone } from '../support/line-sound.ts';

let fvad: () => Fvad;
beforeAll(async () => {
  fvad = await openFvad();
});

const usual: Manner = { slow: false, language: 'vi' };
const listening: Listening = { hints: ['khai sinh'], language: 'vi', endMs: 700 };
/** Words of so many seconds within the quiet noise of a line, with a second before and one and a half behind. */
const words = (seconds: number, seed = 1) => mixed(speech(seconds, seed), 1, noise('white', seconds + 2.5), 30);
const hush = (seconds: number) =>
  mixed(
    [1],
    0,
    noise('white', seconds).map((one) => one * 20),
    0,
  );

/** "3 a" is spoken for three seconds, in parts of a tenth; "? a" cannot be spoken, and "1? a" only for its first second. */
const tones: LineVoice = {
  speak: async function* (text, _, signal) {
    const [, seconds = '0', breaks = ''] = /^(\d*)(\??)/.exec(text) ?? [];
    for (let part = 0; part < Number(seconds) * 10; part += 1) {
      signal.throwIfAborted();
      yield Buffer.from(tone(440, 0.1).buffer);
    }
    if (breaks !== '') throw new Unavailable('voice');
  },
};

function opened(change: Partial<LineOptions> = {}, answers: HeardOnLine[] = []) {
  const far = fakeLeg();
  const clock = handClock();
  const told: string[] = [];
  const asked: { ms: number; listening: Listening; signal: AbortSignal }[] = [];
  const lost: string[] = [];
  const ears: LineEars = {
    hear: async (pcm, how, signal) => {
      asked.push({ ms: pcm.length / 16, listening: how, signal });
      return answers.shift() ?? { kind: 'none' };
    },
  };
  const made = { leg: far.leg, voice: tones, ears, vad: createVad(fvad()), clock, bargeInMs: 300, tell: (what: string) => lost.push(what) };
  const line = createLine({ ...made, ...change });
  line.open((event) => told.push(named(event)));
  line.listen(listening);

  /** The caller is heard for so long; null: nothing comes from there. */
  async function pass(sound: Int16Array | null, seconds = 0): Promise<void> {
    const frames = sound === null ? Array.from({ length: seconds * 50 }, () => null) : framesOf(sound);
    await turn();
    for (const frame of frames) {
      far.pass(frame);
      clock.pass(20);
      await turn();
    }
  }
  return { ...far, orders: far.told, line, pass, told, asked, lost, clock };
}

function named(event: LineEvent): string {
  switch (event.kind) {
    case 'key':
      return `key ${event.key}`;
    case 'said':
      return `said ${event.piece}`;
    case 'heard':
      return `heard ${event.utterance} ${event.heard.kind === 'heard' ? event.heard.text : event.heard.kind}`;
    case 'closed':
      return 'closed';
    default:
      return `${event.kind} ${event.utterance}`;
  }
}

const quiet = (seconds: number) => silence(seconds);

describe('a line says', () => {
  it('pieces one after the other, and tells of each when its last sample was played', async () => {
    const { line, pass, told, heard } = opened();
    line.say(1, '1 a', usual);
    line.say(2, '0.', usual);
    line.say(3, '2 b', usual);
    await pass(quiet(0.9));
    expect(told).toEqual([]);
    await pass(quiet(0.2));
    expect(told).toEqual(['said 1', 'said 2']);
    await pass(quiet(1.8));
    expect(told).toEqual(['said 1', 'said 2']);
    await pass(quiet(0.2));
    expect(told).toEqual(['said 1', 'said 2', 'said 3']);
    expect(heard().length).toBe(3 * 16_000);
  });

  it('what comes in odd parts without a gap in it', async () => {
    const whole = Buffer.from(tone(440, 1.001).buffer);
    const voice: LineVoice = {
      speak: async function* () {
        for (let at = 0; at < whole.length; at += 1_234) yield whole.subarray(at, at + 1_234);
      },
    };
    const { line, pass, told, heard } = opened({ voice });
    line.say(1, 'a', usual);
    await pass(quiet(1.2));
    expect(heard().subarray(0, whole.length).equals(whole)).toBe(true);
    expect(told).toEqual(['said 1']);
  });

  it('the first sound as soon as there is one', async () => {
    const gate = Promise.withResolvers<void>();
    const voice: LineVoice = {
      speak: async function* () {
        yield Buffer.from(tone(440, 0.1).buffer);
        await gate.promise;
        yield Buffer.from(tone(440, 0.1).buffer);
      },
    };
    const { line, pass, told, heard } = opened({ voice });
    line.say(1, 'a', usual);
    await pass(quiet(0.5));
    expect(heard().length).toBe(1_600);
    expect(told).toEqual([]);
    gate.resolve();
    await pass(quiet(0.3));
    expect(told).toEqual(['said 1']);
  });

  it.each([
    ['at all', '?', 0],
    ['to its end', '1?', 16_000],
  ])('what is next where a piece cannot be spoken %s, which counts as lost', async (_, text, length) => {
    const { line, pass, told, lost, heard } = opened();
    line.say(1, `${text} a`, usual);
    line.say(2, '1 b', usual);
    await pass(quiet(2.5));
    expect(told).toEqual(['said 1', 'said 2']);
    expect(lost).toEqual(['lost']);
    expect(heard().length).toBe(length + 16_000);
  });

  it('what is held from where it was', async () => {
    const { line, pass, told, heard } = opened();
    line.say(1, '2 a', usual);
    await pass(quiet(0.5));
    line.pause();
    line.pause();
    await pass(quiet(1));
    expect(heard().length).toBe(8_000);
    line.resume();
    await pass(quiet(1.6));
    expect(told).toEqual(['said 1']);
    expect(heard().equals(Buffer.concat(Array.from({ length: 20 }, () => Buffer.from(tone(440, 0.1).buffer))))).toBe(true);
  });

  it.each(['while it is said', 'in a pause'])('nothing more of what is thrown away %s, and tells nothing of it', async (when) => {
    let isStopped = false;
    const voice: LineVoice = {
      speak: async function* (text, manner, signal) {
        signal.addEventListener('abort', () => {
          isStopped = true;
        });
        yield* tones.speak(text, manner, signal);
        // A service that is still at it.
        if (text === '1 long') await new Promise((resolve) => signal.addEventListener('abort', resolve));
        yield Buffer.from(tone(880, 1).buffer);
      },
    };
    const { line, pass, told, heard, lost } = opened({ voice });
    line.say(1, '1 long', usual);
    line.say(2, '1 b', usual);
    await pass(quiet(0.5));
    if (when === 'in a pause') line.pause();
    line.flush();
    expect(isStopped).toBe(true);
    await pass(quiet(1));
    expect(heard().length).toBe(8_000);
    line.say(3, '1 c', usual);
    await pass(quiet(2.2));
    expect(told).toEqual(['said 3']);
    expect(lost).toEqual([]);
    expect(heard().length).toBe(8_000 + 32_000);
  });

  it('what is said when a piece is over, and what is said in place of it', async () => {
    const { leg, pass, heard } = fakeAndPass();
    const line = createLine({ leg, voice: tones, ears: noEars, vad: createVad(fvad()), clock: handClock(), bargeInMs: 300 });
    const told: string[] = [];
    line.open((event) => {
      told.push(named(event));
      if (event.kind !== 'said') return;
      if (event.piece === 1) line.flush();
      if (event.piece < 3) line.say(event.piece + 2, '1 b', usual);
    });
    line.say(1, '1 a', usual);
    line.say(2, '1 unheard', usual);
    await pass();
    expect(told).toEqual(['said 1', 'said 3']);
    expect(heard().length).toBe(32_000);
  });

  it.each([
    ['1 a', '0.'],
    ['0.', '1 b'],
  ])('nothing that was thrown away when a piece was over, nor asks for it: %j, %j', async (first, second) => {
    const { leg, pass } = fakeAndPass();
    const [told, asked]: string[][] = [[], []];
    const voice: LineVoice = {
      speak: (text, manner, signal) => {
        asked?.push(text);
        return tones.speak(text, manner, signal);
      },
    };
    const line = createLine({ leg, voice, ears: noEars, vad: createVad(fvad()), clock: handClock(), bargeInMs: 300 });
    line.open((event) => {
      told?.push(named(event));
      line.flush();
    });
    line.say(1, first, usual);
    line.say(2, second, usual);
    await pass();
    expect(told).toEqual(['said 1']);
    expect(asked).toEqual(first === '0.' ? ['0.'] : ['1 a', '0.']);
  });
});

function fakeAndPass() {
  const far = fakeLeg();
  const pass = async () => {
    for (let frame = 0; frame < 150; frame += 1) {
      await turn();
      far.pass(null);
    }
  };
  return { leg: far.leg, pass, heard: far.heard };
}

const noEars: LineEars = { hear: async () => ({ kind: 'down' }) };

describe('a line hears', () => {
  it('what the caller says: voice, quiet, words', async () => {
    const { pass, told, asked } = opened({}, [{ kind: 'heard', text: 'làm giấy khai sinh', sure: true }]);
    await pass(words(1.5));
    expect(told).toEqual(['voice 1', 'quiet 1', 'heard 1 làm giấy khai sinh']);
    expect(asked).toMatchObject([{ listening }]);
    expect(asked[0]?.ms).toBeGreaterThan(1_500);
    expect(asked[0]?.ms).toBeLessThan(2_200);
  });

  it('a short word that interrupts nothing', async () => {
    const { pass, told } = opened({}, [{ kind: 'heard', text: 'có', sure: true }]);
    await pass(words(0.24, 4));
    expect(told).toEqual(['quiet 1', 'heard 1 có']);
  });

  it('nothing of a short word while it speaks, and what interrupts it', async () => {
    const { line, pass, told, asked } = opened();
    line.say(1, '9 a', usual);
    await pass(words(0.24, 4));
    expect(told).toEqual([]);
    await pass(words(1.5));
    expect(told).toEqual(['voice 1', 'quiet 1', 'heard 1 none']);
    expect(asked).toHaveLength(1);
  });

  it('the words in the order in which they were said, however long each takes', async () => {
    const late = Promise.withResolvers<HeardOnLine>();
    const answers: Promise<HeardOnLine>[] = [late.promise, Promise.resolve({ kind: 'heard', text: 'hai', sure: true })];
    const { pass, told } = opened({ ears: { hear: async () => (await answers.shift()) ?? { kind: 'none' } } });
    await pass(words(1));
    await pass(words(1));
    expect(told).toEqual(['voice 1', 'quiet 1', 'voice 2', 'quiet 2']);
    late.resolve({ kind: 'heard', text: 'một', sure: true });
    await pass(quiet(0.1));
    expect(told.slice(4)).toEqual(['heard 1 một', 'heard 2 hai']);
  });

  it('with what is listened for when the words end', async () => {
    const { line, pass, asked, told } = opened();
    await pass(words(1).subarray(0, 12_000));
    const code: Listening = { hints: ['mã hồ sơ'], language: 'en', endMs: 1_800 };
    line.listen(code);
    await pass(words(1).subarray(12_000));
    expect(told).toEqual(['voice 1']);
    await pass(hush(0.5));
    expect(told).toEqual(['voice 1', 'quiet 1', 'heard 1 none']);
    expect(asked).toMatchObject([{ listening: code }]);
  });

  it.each([
    ['from its beginning', 0],
    ['from its middle', 12_000],
  ])('nothing of a secret: it is told of, and goes nowhere (%s)', async (_, from) => {
    const { line, pass, asked, told } = opened();
    await pass(words(1).subarray(0, from));
    line.listen({ ...listening, secret: true });
    await pass(words(1).subarray(from, 14_000));
    line.listen(listening);
    await pass(words(1).subarray(14_000));
    expect(told).toEqual(['voice 1', 'quiet 1', 'heard 1 none']);
    expect(asked).toEqual([]);
    await pass(words(1));
    expect(asked).toHaveLength(1);
  });

  it('keys, which end nothing: a held one leaves a gap', async () => {
    const { pass, told, press } = opened();
    const sound = words(1.5);
    await pass(sound.subarray(0, 14_400));
    press('5');
    await pass(null, 1);
    await pass(sound.subarray(14_400));
    expect(told).toEqual(['voice 1', 'key 5', 'quiet 1', 'heard 1 none']);
  });

  it('the end of words from a telephone that sends nothing while nobody speaks', async () => {
    const { pass, told } = opened();
    await pass(words(1.5).subarray(0, 8_000 * 2.5));
    await pass(null, 2);
    expect(told).toEqual(['voice 1']);
    await pass(null, 3);
    expect(told).toEqual(['voice 1', 'quiet 1', 'heard 1 none']);
  });

  it('that the recogniser is down, whatever it does', async () => {
    const { pass, told } = opened({ ears: { hear: () => Promise.reject(new Error('never')) } });
    await pass(words(1));
    expect(told.at(-1)).toBe('heard 1 down');
  });

  it('its own voice that comes back as nothing, and a caller over it', async () => {
    const returned = mixed(speech(2), 1, noise('white', 4.5), 8);
    const [speaking, still] = [opened(), opened()];
    speaking.line.say(1, '9 a', usual);
    await speaking.pass(returned);
    await still.pass(returned);
    expect(still.told).toContain('voice 1');
    expect(speaking.told).toEqual([]);
    await speaking.pass(words(2));
    expect(speaking.told).toContain('voice 1');
  });

  it('a caller as usual while its own voice is held', async () => {
    const { line, pass, told } = opened();
    line.say(1, '9 a', usual);
    line.pause();
    await pass(mixed(speech(2), 1, noise('white', 4.5), 8));
    expect(told).toContain('voice 1');
  });
});

describe('a line is over', () => {
  it.each([
    [{ kind: 'hangup' as const }, 'hangup'],
    [{ kind: 'transfer' as const, to: 'canbo' }, 'transfer canbo'],
  ])('when what is being said is heard: %j', async (next, name) => {
    const { line, pass, told, heard, orders } = opened();
    line.say(1, '1 a', usual);
    line.say(2, '1 b', usual);
    await pass(quiet(0.2));
    line.end(next);
    line.end({ kind: 'hangup' });
    await pass(quiet(3));
    expect(heard().length).toBe(32_000);
    expect(told).toEqual(['said 1', 'said 2', 'closed']);
    expect(orders).toEqual([name]);
  });

  it('at once where nothing is being said', () => {
    const far = opened();
    far.line.end({ kind: 'transfer', to: 'canbo' });
    expect(far.told).toEqual(['closed']);
  });

  it('after fifteen seconds of what would go on', async () => {
    const { line, pass, told } = opened();
    line.say(1, '60 a', usual);
    line.end({ kind: 'hangup' });
    // Nobody would answer what is said now.
    await pass(words(12.3));
    expect(told).toEqual([]);
    await pass(quiet(0.3));
    expect(told).toEqual(['closed']);
  });

  it('also where it was held, and takes no more words then', async () => {
    const { line, pass, told } = opened();
    line.say(1, '1 a', usual);
    await pass(quiet(0.2));
    line.pause();
    line.end({ kind: 'hangup' });
    line.say(2, '1 b', usual);
    await pass(words(1));
    expect(told).toEqual(['said 1', 'closed']);
  });

  it('when the caller hangs up: voice and ears stop, and nothing more is told', async () => {
    const signals: AbortSignal[] = [];
    const voice: LineVoice = {
      speak: async function* (text, manner, signal) {
        signals.push(signal);
        yield* tones.speak(text, manner, signal);
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
    };
    const answer = Promise.withResolvers<HeardOnLine>();
    const ears: LineEars = {
      hear: (_, __, signal) => {
        signals.push(signal);
        return answer.promise;
      },
    };
    let isFree = false;
    const { line, pass, told, hangUp, clock, lost } = opened({ voice, ears, vad: freed(() => (isFree = true)) });
    line.say(1, '1 a', usual);
    await pass(words(1.5));
    hangUp();
    answer.resolve({ kind: 'heard', text: 'muộn', sure: true });
    line.say(2, '1 b', usual);
    line.flush();
    line.end({ kind: 'hangup' });
    await pass(words(1));
    clock.pass(60_000);
    expect(told).toEqual(['voice 1', 'quiet 1', 'closed']);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(isFree).toBe(true);
    expect(lost).toEqual([]);
  });
});

/** A sense for voice that tells when it is given back. */
function freed(tell: () => void) {
  const vad = createVad(fvad());
  return {
    ...vad,
    free: () => {
      vad.free();
      tell();
    },
  };
}
