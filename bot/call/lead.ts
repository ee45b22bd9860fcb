import type { Accepted, Calls, Meter } from '../ports.ts';
import type { Region } from '../speech/said.ts';
import type { Language, Message, Reply } from '../types.ts';
import { spokenAnswer } from './answer.ts';
import { withConsent } from './consent.ts';
import { matterOfReplies, whisperOf } from './hand-over.ts';
import type { Leave, Office } from './leaving.ts';
import type { CallStart, Clock, Line, LineEvent } from './line.ts';
import type { CallPolicy } from './policy.ts';
import type { CallSystem } from './record.ts';
import { createCallSession } from './session.ts';
import type { CallSession, How } from './session-types.ts';
import { createTally } from './tally.ts';
import { callWording as words } from './wording.ts';

export type CallLeaderOptions = {
  calls: Pick<Calls, 'begin' | 'keepNext' | 'ended'>;
  /** Resolves once the message is durable. */
  receive(message: Message): Promise<Accepted>;
  policy: CallPolicy;
  /** To whom callers are put through: an extension or a queue by the operator's name for it. */
  person: string;
  office(language: Language): Office;
  /** Words likely to be said. */
  hints: string[];
  region: Region;
  meter: Meter;
  /** True time: the clock of a stretch may stand still while the far end has the word. */
  clock: Clock;
  /** What could not be done, by its name: nothing of the call but its id. */
  failed(what: string, call: string, error: unknown): void;
};

/** One stretch of a call with the assistant: what brings it, and how it is recorded where the operator wants that. */
export type Stretch = {
  system: CallSystem;
  start: CallStart;
  line: Line;
  clock: Clock;
  /** Milliseconds from the begin of the call to its first sound; null: none yet. */
  firstAudioMs(): number | null;
  recorder: { start(): void; told(reply: Reply): void; stop(): Promise<void> } | null;
};

/** What the line's events go to. */
export type Led = { heard(event: LineEvent): void; waits(): boolean };

export type CallLeader = {
  lead(stretch: Stretch): Led;
  /** Says a reply to who it is for. False: this process has no such call. */
  answer(person: string, reply: Reply): boolean;
  /** Calls of this process. */
  size(): number;
};

type Present = { session: CallSession; told(reply: Reply): void };

const beginMs = 2_000;

/** Leads the calls of this process: each its own session, its messages those of any other channel. */
export function createCallLeader(options: CallLeaderOptions): CallLeader {
  const { calls, receive, policy, person, office, hints, region, meter, failed, clock: trueTime } = options;
  const present = new Map<string, Present>();

  function lead(stretch: Stretch): Led {
    const { start, line, clock, recorder, system } = stretch;
    const begunAt = trueTime.now();
    const early: LineEvent[] = [];
    const replies: Reply[] = [];
    const tally = createTally();
    let language: Language = 'vi';
    let taking: { heard(event: LineEvent): void } | null = null;
    let session: CallSession | null = null;
    let token: string | null = null;
    let messages = 0;
    let isOver = false;

    function over(): void {
      isOver = true;
      // A call that was over before it was known is ended once it is.
      if (token === null) return;
      present.delete(token);
      const seconds = Math.round((trueTime.now() - begunAt) / 1_000);
      const summary = tally.summary({ firstAudioMs: stretch.firstAudioMs(), seconds });
      calls.ended(start.call, summary).catch((error: unknown) => failed('call not ended', start.call, error));
      recorder?.stop().catch((error: unknown) => failed('recording not kept', start.call, error));
    }

    async function begin(): Promise<void> {
      const caller = await inTime(calls.begin({ ...start, system }), trueTime);
      const { person: own, network } = caller;
      const ask = async (text: string, { keys }: How) => {
        messages += 1;
        const id = `${start.call}:${start.turn}:${messages}`;
        const by = keys ? 'keys' : 'speech';
        await receive({ channel: 'phone', id, person: own, text, by, ...(network !== null && { network }) });
      };
      const leaving = async ({ next }: Leave) => {
        const whisper = next.kind === 'transfer' && replies.length > 0 ? whisperOf(matterOfReplies(replies, language)) : null;
        await calls.keepNext(start.call, next, whisper);
      };
      const made = createCallSession({
        line,
        clock,
        policy,
        turn: start.turn,
        language,
        ask,
        office: () => office(session?.language() ?? language),
        person,
        leaving,
        tell: tally.tell,
        hints,
        region,
      });
      token = own;
      session = made;
      if (isOver) return over();
      present.set(own, {
        session: made,
        told: (reply) => {
          replies.push(reply);
          language = reply.language ?? language;
          recorder?.told(reply);
        },
      });
      const consent = {
        line,
        clock,
        language,
        session: made,
        agreed: () => recorder?.start(),
        refused: () => meter.count('recording', { result: 'refused' }),
      };
      const led = recorder !== null && start.turn === 1 ? withConsent(consent) : made;
      taking = led;
      led.start();
      for (const event of early.splice(0)) take(event);
    }

    function take(event: LineEvent): void {
      if (isOver) return;
      if (taking === null) early.push(event);
      else taking.heard(event);
      if (event.kind === 'closed') over();
    }

    begin().catch((error: unknown) => {
      failed('call not begun', start.call, error);
      // Nothing can be kept: whoever leads the call from outside puts it through.
      line.say(0, words.failed[language], { slow: false, language });
      line.end({ kind: 'transfer', to: person });
    });
    return { heard: take, waits: () => session === null || session.waits() };
  }

  return {
    lead,
    answer: (token, reply) => {
      const call = present.get(token);
      if (call === undefined) return false;
      call.told(reply);
      const language = reply.language ?? call.session.language();
      call.session.answered({ ...spokenAnswer(reply, language), language });
      return true;
    },
    size: () => present.size,
  };
}

/** What keeps the caller waiting in silence is given up. */
function inTime<Result>(work: Promise<Result>, clock: Clock): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const callOff = clock.after(beginMs, () => late.reject(new Error('too late')));
  return Promise.race([work, late.promise]).finally(callOff);
}
