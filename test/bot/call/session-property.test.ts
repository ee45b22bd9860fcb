import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeyChoice, SpokenAnswer } from '../../../bot/call/answer-types.ts';
import type { HeardOnLine, Key, LineEvent } from '../../../bot/call/line.ts';
import { standardPolicy } from '../../../bot/call/policy.ts';
import { sayDigits } from '../../../bot/speech/said.ts';
import { replyKinds } from '../../../bot/types.ts';
import { spoken, type TestCall, testCall } from '../../fakes/call.ts';

type Step =
  | { kind: 'pass'; ms: number }
  | { kind: 'event'; event: LineEvent }
  | { kind: 'voice' }
  | { kind: 'quiet' }
  | { kind: 'hear'; heard: HeardOnLine }
  | { kind: 'speak'; text: string; sure: boolean }
  | { kind: 'answer'; answer: SpokenAnswer }
  | { kind: 'secret'; digits: string }
  | { kind: 'failed' };

const keys = [...'0123456789*#'] as Key[]; // every character is a key
const said = fc.constantFrom(
  'khai sinh',
  'gặp cán bộ',
  'dạ',
  'alo',
  'nhắc lại',
  'chậm lại',
  'nghe tiếp',
  'English',
  'có',
  'không',
  'một',
  '',
  'bốn bảy một một',
);
const heard: fc.Arbitrary<HeardOnLine> = fc.oneof(
  fc.record({ kind: fc.constant('heard' as const), text: said, sure: fc.boolean() }),
  fc.constantFrom({ kind: 'none' as const }, { kind: 'down' as const }),
);
/** Of utterances that are over, for the most part. */
const utterance = fc.integer({ min: 0, max: 3 });
const event: fc.Arbitrary<LineEvent> = fc.oneof(
  fc.record({ kind: fc.constant('key' as const), key: fc.constantFrom(...keys.filter((key) => key !== '0')) }),
  fc.record({ kind: fc.constant('key' as const), key: fc.constantFrom(...keys) }),
  fc.record({ kind: fc.constant('quiet' as const), utterance }),
  fc.record({ kind: fc.constant('heard' as const), utterance, heard }),
  fc.record({ kind: fc.constant('said' as const), piece: fc.integer({ min: -1, max: 40 }) }),
);
const menu: fc.Arbitrary<KeyChoice[]> = fc.constantFrom([], [{ key: '1', label: 'nghe lệ phí', say: 'lệ phí' }]);
const answer = fc
  .record({
    pages: fc.array(fc.constantFrom('Miễn phí.', 'Quý vị ở đâu?', 'Giấy tờ gồm tờ khai và giấy chứng sinh của cháu.', ''), {
      minLength: 1,
      maxLength: 3,
    }),
    menu,
    kind: fc.constantFrom(...replyKinds.filter((kind) => kind !== 'handed-over'), 'answered' as const),
    expects: fc.constantFrom(undefined, undefined, 'dossier-code' as const, 'digits' as const, 'secret' as const, 'yes-no' as const),
  })
  .map((record) => spoken(record));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 80, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 9_000 }) }) },
  { weight: 80, arbitrary: event.map((one) => ({ kind: 'event' as const, event: one })) },
  { weight: 40, arbitrary: fc.constantFrom({ kind: 'voice' as const }, { kind: 'quiet' as const }) },
  { weight: 30, arbitrary: heard.map((one) => ({ kind: 'hear' as const, heard: one })) },
  { weight: 60, arbitrary: fc.record({ kind: fc.constant('speak' as const), text: said, sure: fc.boolean() }) },
  { weight: 60, arbitrary: answer.map((one) => ({ kind: 'answer' as const, answer: one })) },
  { weight: 20, arbitrary: fc.record({ kind: fc.constant('secret' as const), digits: fc.stringMatching(/^[1-9]{4,6}$/) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'failed' as const }) },
);

const sliceMs = 250;
/** The longest silence: what the ladder allows, after a wait for words that never came; and before it somebody who begins to speak and never ends. */
const listeningMs = standardPolicy.fillerAgainMs + standardPolicy.noInputMs + 2 * sliceMs;
const speakingMs = 20_000 + listeningMs;

/** Watches a call for silence in which nobody speaks and nothing happens. */
function watched(call: TestCall) {
  let alive = 0;
  let speaking: number | null = null;
  const heardAs = call.line.listener;
  call.line.listener = (one) => {
    if (one.kind !== 'said') alive = call.clock.now();
    if (one.kind === 'voice') speaking = one.utterance;
    if (one.kind === 'key' || ((one.kind === 'quiet' || one.kind === 'heard') && one.utterance === speaking)) speaking = null;
    heardAs(one);
  };
  return async (ms: number) => {
    for (let left = ms; left > 0 && call.line.ended === null; left -= sliceMs) {
      await call.pass(Math.min(sliceMs, left));
      if (call.line.isSpeaking()) alive = call.clock.now();
      const silent = call.left.length > 0 ? 0 : call.clock.now() - alive;
      expect(silent, JSON.stringify(call.line.given.slice(-3))).toBeLessThanOrEqual(speaking !== null ? speakingMs : listeningMs);
    }
  };
}

async function take(call: TestCall, one: Step, pass: (ms: number) => Promise<void>): Promise<void> {
  if (one.kind === 'pass') return pass(one.ms);
  const isSecret = call.line.listening?.secret === true;
  const before = call.asked.length;
  if (one.kind === 'event') call.line.listener(one.event);
  if (one.kind === 'voice') call.line.voice();
  if (one.kind === 'quiet') call.line.quiet();
  if (one.kind === 'hear') call.line.hear(one.heard);
  if (one.kind === 'speak') call.line.speak(one.text, one.sure);
  if (one.kind === 'answer') call.session.answered(one.answer);
  if (one.kind === 'failed') call.session.failed('assistant-failed');
  if (one.kind === 'secret' && isSecret) call.line.press(...([...one.digits] as Key[])); // digits are keys
  await call.pass(0);
  if (isSecret) expect(call.asked.slice(before).filter(({ how }) => how.spoken)).toEqual([]);
}

const settings = fc.record({
  turn: fc.constantFrom(1, 2),
  open: fc.boolean(),
  takes: fc.constantFrom(true, true, true, false),
  lively: fc.boolean(),
});

test('whatever happens on the line: no dead air, an end in time, no secret said, nothing thrown', async () => {
  await fc.assert(
    fc.asyncProperty(settings, fc.array(step, { maxLength: 60, size: 'max' }), async ({ turn, open, takes, lively }, steps) => {
      const call = testCall({
        turn,
        office: () => (open ? { open: true } : { open: false, hours: 'Cán bộ nghe máy trong giờ hành chính' }),
        ...(takes ? {} : { ask: () => Promise.reject(new Error('down')) }),
      });
      const pass = watched(call);
      call.session.start();
      for (const one of steps) await take(call, one, pass);
      while (lively && call.line.ended === null && call.clock.now() < standardPolicy.callMs + 10_000) {
        call.line.press('*');
        await pass(5_000);
        call.session.answered(spoken({ pages: ['Mời quý vị nghe.'] }));
      }
      expect(call.line.ended === null && lively).toBe(false);
      await pass(standardPolicy.callMs + 3_000 - call.clock.now());
      expect(call.line.ended).not.toBeNull();
      expect(call.count('ended')).toBe(1);
      expect(call.left).toHaveLength(1);
      const texts = call.line.given.map(({ text }) => text).join(' ');
      for (const one of steps) {
        if (one.kind !== 'secret') continue;
        expect(texts).not.toContain(one.digits);
        expect(texts).not.toContain(sayDigits(one.digits));
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);
