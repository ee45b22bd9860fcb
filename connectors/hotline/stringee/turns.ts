import type { CallStart, Clock, HeardOnLine, Key, Line, Listening } from '../../../bot/call/line.ts';
import { type ActionsOptions, createActions } from './actions.ts';
import { createPause } from './pause.ts';
import type { Scco, Spoken } from './scco.ts';
import { createTurnClock } from './turn-clock.ts';
import { createTurnLine, type Leader } from './turn-line.ts';

export type TurnsOptions = ActionsOptions & {
  start: CallStart;
  clock: Clock;
  /** Leads the call on this line, by this clock: which stands still while the caller has the word. */
  open(start: CallStart, line: Line, clock: Clock): Leader;
  /** What was said in a recording; `silence`: nobody spoke. `begun` once it is known that somebody did. */
  understand(address: string, listening: Listening, begun: () => void, signal: AbortSignal): Promise<HeardOnLine | 'silence'>;
};

/**
 * A call that goes turn by turn. Each answer has a number, which the address of the next request tells: a request with the number of the last answer but one
 * was sent before that answer, or again, and is answered the same. Each promise is kept within three seconds.
 */
export type Turns = {
  begin(): Promise<Scco>;
  /** Keys, or none where the caller let the time go by. */
  keys(number: number, digits: string, inTime: boolean): Promise<Scco>;
  /** A recording is there, or is told to be without saying where (null): nothing was said. */
  recorded(address: string | null): Promise<Scco>;
  /** The caller is gone, or we are. */
  close(): void;
  isOver(): boolean;
};

/** A webhook is answered by then, by "one moment" if need be. What is said belongs together when nothing follows for so long. */
const answerMs = 2_500;
const settleMs = 100;
/** A recording that has not come so long after its end does not come. */
const recordingMs = 8_000;
/** A silence of the caller is at least one of the session. */
const silenceMs = 30_000;

type Stage = 'new' | 'keys' | 'speech' | 'answer' | 'over';

export function createTurns(options: TurnsOptions): Turns {
  const { clock, start, understand } = options;
  const pause = createPause(clock);
  const line = createTurnLine(pause.end, options.language);
  const time = createTurnClock(clock);
  const actions = createActions(options);
  const gone = new AbortController();
  let given: { number: number; stage: Stage; actions: Scco } = { number: 0, stage: 'new', actions: [] };
  let pending: Promise<Scco> | null = null;
  let utterance = 0;
  let recording: 'none' | 'awaited' | 'late' | 'heard' = 'none';
  let pressedAt = 0;
  const leader = options.open(start, line, time);

  const isThinking = () => recording === 'late' || recording === 'heard' || leader.waits?.() === true;
  const isEnding = () => line.next() !== null || gone.signal.aborted;

  /** Waits until all that belongs together is there, or it is too late. */
  async function settle(until: number, needsWords: boolean): Promise<void> {
    for (let left = until - clock.now(); left > 0 && !isEnding(); left = until - clock.now()) {
      const isOpen = isThinking() || (needsWords && line.isEmpty());
      const isOver = await pause.rest(isOpen ? left : Math.min(left, settleMs));
      if (isOver && !isOpen) return;
    }
  }

  async function compose(): Promise<Scco> {
    const until = clock.now() + answerMs;
    const isFirst = given.stage === 'new';
    const said: Spoken[] = [];
    do {
      await settle(until, isFirst && said.length === 0);
      said.push(...line.take(leader));
    } while (clock.now() < until && !gone.signal.aborted && (!line.isEmpty() || (!isEnding() && isThinking())));
    return hand(said);
  }

  function hand(said: Spoken[]): Scco {
    const next = line.next();
    pending = null;
    if (gone.signal.aborted) return give('over', []);
    if (next !== null) {
      const last = give('over', actions.end(said, next, line.listening().language));
      leader.heard({ kind: 'closed' });
      return last;
    }
    const isMore = isThinking() || !line.isEmpty() || (given.stage === 'new' && said.length === 0);
    if (isMore) return give('answer', actions.wait(said, given.number + 1, line.listening().language));
    time.hold();
    return give('keys', actions.keys(said, given.number + 1, line.listening()));
  }

  function give(stage: Stage, what: Scco): Scco {
    given = { number: given.number + 1, stage, actions: what };
    return what;
  }

  function answer(): Promise<Scco> {
    if (given.stage === 'over') return Promise.resolve(given.actions);
    pending ??= compose();
    return pending;
  }

  function silent(): void {
    recording = 'none';
    time.expire(silenceMs, () => !line.isEmpty() || isEnding());
    time.go();
    pause.end();
  }

  async function hear(address: string): Promise<void> {
    const id = utterance;
    const begun = () => {
      time.go();
      leader.heard({ kind: 'voice', utterance: id });
      leader.heard({ kind: 'quiet', utterance: id });
    };
    const heard = await understand(address, line.listening(), begun, gone.signal);
    if (gone.signal.aborted || id !== utterance || recording !== 'heard') return;
    if (heard === 'silence') return silent();
    recording = 'none';
    leader.heard({ kind: 'heard', utterance: id, heard });
    pause.end();
  }

  function press(digits: string): void {
    recording = 'none';
    time.go();
    const keys = [...digits].filter((key) => /[0-9*#]/.test(key)) as Key[]; // what the test before leaves
    // What was pressed is all of it: it need not be waited whether more follows.
    const isWhole = line.listening().digits === true && keys.at(-1) !== '#';
    for (const key of isWhole ? [...keys, '#' as const] : keys) leader.heard({ kind: 'key', key });
  }

  function silence(number: number): Promise<Scco> {
    if (number !== given.number || pending !== null) return pending ?? Promise.resolve(given.actions);
    const isCallers = line.isEmpty() && !isEnding();
    if (given.stage === 'keys' && isCallers && actions.hears(line.listening())) {
      utterance += 1;
      recording = 'awaited';
      return Promise.resolve(give('speech', actions.speech(given.number + 1, line.listening().language)));
    }
    if (given.stage === 'keys') silent();
    if (given.stage === 'speech' && recording === 'awaited') {
      recording = 'late';
      const id = utterance;
      clock.after(recordingMs, () => {
        if (id === utterance && recording === 'late') silent();
      });
    }
    return answer();
  }

  return {
    begin: () => (given.stage === 'new' ? answer() : Promise.resolve(given.actions)),
    keys(number, digits, inTime) {
      // The hash alone ends a code of no digits; else nothing pressed is nothing, whatever is told of the time.
      if (digits === '' && !(inTime && line.listening().digits === true)) return silence(number);
      if (number !== given.number || given.stage === 'over' || pressedAt === number) return pending ?? Promise.resolve(given.actions);
      pressedAt = number;
      press(digits);
      return answer();
    },
    recorded(address) {
      if (recording !== 'awaited' && recording !== 'late') return pending ?? Promise.resolve(given.actions);
      recording = 'heard';
      if (address === null) silent();
      else void hear(address);
      return answer();
    },
    close() {
      if (gone.signal.aborted) return;
      gone.abort();
      time.go();
      if (given.stage !== 'over') leader.heard({ kind: 'closed' });
      pause.end();
    },
    isOver: () => given.stage === 'over' || gone.signal.aborted,
  };
}
