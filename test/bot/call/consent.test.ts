import { describe, expect, test } from 'vitest';
import { createConsent, withConsent } from '../../../bot/call/consent.ts';
import type { Key, LineEvent } from '../../../bot/call/line.ts';
import { handClock } from '../../fakes/hand-clock.ts';
import { fakeLine } from '../../fakes/line.ts';

function asked(language: 'vi' | 'en' = 'vi') {
  const clock = handClock();
  const line = fakeLine(clock);
  const answers: { agreed: boolean; rest: LineEvent[] }[] = [];
  const consent = createConsent({ line, clock, language, answered: (agreed, rest) => answers.push({ agreed, rest }) });
  line.listener = consent.heard;
  consent.start();
  return { clock, line, answers };
}

describe('a caller who is asked whether the call may be recorded', () => {
  test('agrees by key 1, at once, also while it is being said', () => {
    const { line, clock, answers } = asked();
    expect(line.news()).toEqual([expect.stringContaining('Đồng ý bấm 1, không đồng ý bấm 2')]);
    clock.pass(500);
    line.press('1');
    expect(answers).toEqual([{ agreed: true, rest: [] }]);
    expect(line.isSpeaking()).toBe(false);
  });

  test.each([
    ['2', []],
    ['0', [{ kind: 'key', key: '0' }]],
    ['5', [{ kind: 'key', key: '5' }]],
  ] as [Key, LineEvent[]][])('does not by key %s, which is not lost where it means something else', (key, rest) => {
    const { line, answers } = asked();
    line.press(key);
    expect(answers).toEqual([{ agreed: false, rest }]);
  });

  test('does not by silence, and is not waited for long', () => {
    const { line, clock, answers } = asked();
    while (line.isSpeaking()) clock.pass(100);
    clock.pass(3_000);
    expect(answers).toEqual([]);
    clock.pass(2_000);
    expect(answers).toEqual([{ agreed: false, rest: [] }]);
    line.press('1');
    clock.pass(60_000);
    expect(answers).toHaveLength(1);
  });

  test('does not by words, which the session takes; a cough is nothing', () => {
    const { line, answers } = asked();
    line.voice();
    line.quiet();
    line.hear({ kind: 'none' });
    expect(answers).toEqual([]);
    line.speak('lệ phí khai sinh');
    expect(answers).toMatchObject([{ agreed: false, rest: [{ kind: 'voice' }, { kind: 'quiet' }, { kind: 'heard' }] }]);
  });

  test.each(['không', 'dạ có', 'đồng ý'])('does not by "%s", which asks the session for nothing', (word) => {
    const { line, answers } = asked();
    line.speak(word);
    expect(answers).toEqual([{ agreed: false, rest: [] }]);
  });

  test('may hang up', () => {
    const { line, answers } = asked('en');
    expect(line.news()).toEqual([expect.stringContaining('Press 1 if you agree')]);
    line.close();
    expect(answers).toEqual([{ agreed: false, rest: [{ kind: 'closed' }] }]);
  });
});

test('the session begins after the answer, with what was no answer, and takes what comes then', () => {
  const clock = handClock();
  const line = fakeLine(clock);
  const told: string[] = [];
  const session = { start: () => told.push('start'), heard: (event: LineEvent) => told.push(event.kind) };
  const taking = withConsent({
    session,
    line,
    clock,
    language: 'vi',
    agreed: () => told.push('agreed'),
    refused: () => told.push('refused'),
  });
  line.listener = taking.heard;
  taking.start();
  line.press('0');
  line.press('1');
  line.close();
  expect(told).toEqual(['refused', 'start', 'key', 'key', 'closed']);
});
