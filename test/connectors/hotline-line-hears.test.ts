import { describe, expect, it } from 'vitest';
import type { HeardOnLine, Listening } from '../../bot/call/line.ts';
import { hush, listening, opened, quiet, usual, words } from '../support/call-line.ts';
import { mixed, noise, speech } from '../support/line-sound.ts';

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
