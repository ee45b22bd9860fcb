import type { SpokenAnswer } from './answer-types.ts';
import { createFarewell } from './farewell.ts';
import { createHearing } from './hearing.ts';
import { createKeys } from './keys.ts';
import { createLeaving } from './leaving.ts';
import type { LineEvent } from './line.ts';
import { createMouth } from './mouth.ts';
import type { CallSession, CallSessionOptions } from './session-types.ts';
import { createTaking, type Pending } from './taking.ts';
import { createTalk } from './talk.ts';
import { createTimers } from './timers.ts';
import { createWaiting } from './waiting.ts';
import { callWording as words } from './wording.ts';

/** A word answers a question sooner than the keys for it are told: what is short is not heard while we speak. */
const beforeKeysMs = 1_200;
/** Answers after which a caller has nothing more than before. */
const serveNobody: SpokenAnswer['kind'][] = ['asked', 'greeted', 'handed-over', 'not-found', 'refused'];

/**
 * The policy of a call: who speaks when, what interrupts what, and what is done when nothing comes. Pure: a line, a clock, and the assistant
 * behind `ask`. Every event is taken after the one before it; then it is settled what comes next.
 */
export function createCallSession(options: CallSessionOptions): CallSession {
  const { line, clock, policy, tell } = options;
  const timers = createTimers<'silence' | 'keys' | 'warn' | 'cap'>(clock);
  const steps: (() => void)[] = [];
  let phase: 'new' | 'talking' | 'over' = 'new';
  let isBusy = false;
  const pending: Pending = { isFirm: false, held: null, later: [], ahead: [], owesKeypad: false };
  /** Pieces of the greeting after those that must be heard. */
  let free = 0;
  let last: string | null = null;

  const mouth = createMouth({ line, clock, region: options.region ?? 'north', lost: (piece) => enter(() => mouth.said(piece)) });
  const hearing = createHearing({
    clock,
    policy,
    mouth,
    firm: () => pending.isFirm,
    ended: () => waiting.begun(),
    words: (text, sure) => enter(() => taking.words(text, sure)),
    nothing: (over) => enter(() => taking.nothing(over)),
    down: (over) => enter(() => taking.down(over)),
    clicked: () => enter(() => waiting.nothing()),
    changed: () => enter(() => undefined),
  });
  const waiting = createWaiting({
    clock,
    policy,
    filler: (first) => enter(() => fill(first)),
    lost: () => enter(() => talk.broken('assistant-failed')),
  });
  const keys = createKeys({
    clock,
    policy,
    done: (digits) => enter(() => taking.digits(digits)),
    restarted: (empty) => enter(() => (empty ? talk.repeat() : talk.say(words.fromTheStart[talk.language()]))),
    empty: () => enter(() => talk.missed('no-match', words.noDigits[talk.language()])),
  });
  const leaving = createLeaving({ line, clock, mouth, tell, leaving: options.leaving });
  const farewell = createFarewell({ call: options, leaving, over: stop });
  const talk = createTalk({ call: options, mouth, waiting, farewell, broken: () => enter(() => talk.broken('assistant-failed')) });
  const taking = createTaking({ clock, policy, tell, pending, mouth, hearing, waiting, keys, talk });

  /** One step after the other, also where a line answers at once. */
  function enter(step: () => void): void {
    steps.push(step);
    if (isBusy) return;
    isBusy = true;
    try {
      for (let next = steps.shift(); next !== undefined; next = steps.shift()) {
        if (phase === 'talking') next();
        if (steps.length === 0) settle();
      }
    } catch (error) {
      // One call is lost to the assistant; the others go on.
      steps.length = 0;
      stop();
      mouth.stop();
      options.broken(error);
    } finally {
      isBusy = false;
    }
  }

  /** What comes next, now that nothing happens: what waits to be said, or a silence that does not last. */
  function settle() {
    if (phase !== 'talking') return;
    if (!isListening()) timers.clear('silence', 'keys');
    // Nobody speaks any more: what was held goes on.
    if (hearing.now() === 'nothing') mouth.resume();
    if (mouth.left() <= free) pending.isFirm = false;
    const { held, later, isFirm } = pending;
    if (held !== null && !isFirm) {
      pending.held = null;
      return enter(() => taking.words(held.text, held.sure));
    }
    const isFree = talk.isIdle() && !isFirm && !keys.begun() && !isSpokenTo();
    const next = isFree ? later.shift() : undefined;
    if (next !== undefined) return enter(() => taking.answer(next.answer, next.wanted));
    // What was said over our last words may still be understood when they are over.
    if (mouth.now() === 'still' && hearing.now() === 'understanding' && !waiting.isOn()) waiting.begun();
    if (!isListening()) return;
    if (talk.question().toPerson) return enter(() => talk.person('handed-over'));
    if (pending.owesKeypad) return enter(() => deaf());
    if (talk.owesKeys()) return timers.keep('keys', beforeKeysMs, () => enter(() => talk.tellKeys()));
    timers.keep('silence', policy.noInputMs, () => enter(() => talk.missed('no-input')));
  }

  function isSpokenTo(): boolean {
    return hearing.now() === 'speaking' || hearing.now() === 'understanding';
  }

  function isListening(): boolean {
    return mouth.now() === 'still' && waiting.answers() === 0 && !keys.begun() && !isSpokenTo();
  }

  function greet(): void {
    const firm = talk.greet();
    pending.isFirm = firm > 0;
    free = mouth.left() - firm;
  }

  function deaf(): void {
    pending.owesKeypad = false;
    talk.deaf();
  }

  function fill(first: boolean): void {
    if (mouth.now() === 'still' && hearing.now() !== 'speaking' && !keys.begun()) talk.fill(first);
  }

  function answered(answer: SpokenAnswer): void {
    const took = waiting.answered();
    const same = JSON.stringify(answer);
    // Deliveries may come twice.
    if (took === null && same === last) return;
    last = same;
    if (took !== null) tell({ kind: 'answered', afterMs: took, serves: !serveNobody.includes(answer.kind) });
    pending.later.push({ answer, wanted: took !== null });
  }

  function stop(): void {
    phase = 'over';
    timers.clearAll();
    hearing.stop();
    waiting.stop();
    keys.clear();
  }

  function event(event: LineEvent) {
    if (event.kind === 'key') return taking.key(event.key);
    if (event.kind === 'voice') return hearing.voice(event.utterance);
    if (event.kind === 'quiet') return hearing.quiet(event.utterance);
    if (event.kind === 'heard') return hearing.heard(event.utterance, event.heard);
    if (event.kind === 'said') mouth.said(event.piece);
  }

  return {
    start() {
      if (phase !== 'new') return;
      phase = 'talking';
      timers.set('warn', Math.max(0, policy.callMs - policy.warnMs), () => enter(() => talk.say(words.timeSoon[talk.language()])));
      timers.set('cap', policy.callMs, () => enter(() => talk.timeOver()));
      enter(() => greet());
    },
    heard(told) {
      if (told.kind !== 'closed') return enter(() => event(told));
      if (phase === 'talking') tell({ kind: 'ended', why: 'caller-hung-up' });
      stop();
      mouth.stop();
      leaving.stop();
    },
    answered: (answer) => enter(() => answered(answer)),
    failed: (why) => enter(() => talk.broken(why)),
    language: () => talk.language(),
    waits: () => phase === 'talking' && waiting.answers() > 0,
  };
}
