import type { Language, Reply } from '../types.ts';
import { spokenAnswer } from './answer.ts';
import { withConsent } from './consent.ts';
import { matterOfReplies, whisperOf } from './hand-over.ts';
import { namesIn } from './hints.ts';
import type { CallLeaderOptions, Led, Present, Stretch } from './lead.ts';
import type { Leave } from './leaving.ts';
import type { Clock, LineEvent } from './line.ts';
import { createCallSession } from './session.ts';
import type { CallSession, How } from './session-types.ts';
import { createTally } from './tally.ts';
import { callWording as words } from './wording.ts';

type StretchOptions = CallLeaderOptions & {
  stretch: Stretch;
  /** Answers to this person are this call's from now on; gives the way to leave. */
  known(person: string, call: Present): () => void;
};

const beginMs = 2_000;
/** Pieces in a row of which not all could be spoken: then nothing can speak. */
const lostMost = 2;

/** Leads one stretch of a call: brings it to the assistant, and keeps what became of it. */
export function leadStretch(options: StretchOptions): Led {
  const { calls, receive, policy, person, office, hints, region, notice, meter, failed, known, clock: trueTime } = options;
  const { start, line, clock, recorder, system, firstAudioMs } = options.stretch;
  const begunAt = trueTime.now();
  const early: LineEvent[] = [];
  const replies: Reply[] = [];
  const said = new Set<number>();
  const tally = createTally();
  let language: Language = 'vi';
  let taking: { heard(event: LineEvent): void } | null = null;
  let session: CallSession | null = null;
  let leave = () => {};
  let messages = 0;
  let isKnown = false;
  let isOver = false;
  let lost = 0;
  let isLost = false;

  function over(): void {
    isOver = true;
    leave();
    // A call that was over before it was known is ended once it is.
    if (isKnown) end();
  }

  function end(): void {
    const seconds = Math.round((trueTime.now() - begunAt) / 1_000);
    const summary = tally.summary({ firstAudioMs: firstAudioMs(), seconds });
    calls.ended(start.call, start.turn, summary).catch((error: unknown) => failed('call not ended', start.call, error));
    recorder?.stop().catch((error: unknown) => failed('recording not kept', start.call, error));
  }

  /** Nothing more can be done here: whoever leads the call from outside puts it through. */
  function giveUp(what: string, error: unknown): void {
    failed(what, start.call, error);
    if (isOver) return;
    tally.tell({ kind: 'transfer', why: 'assistant-failed' });
    tally.tell({ kind: 'ended', why: 'assistant-failed' });
    line.flush();
    line.say(0, words.failed[language], { slow: false, language });
    line.end({ kind: 'transfer', to: person });
  }

  async function begin(): Promise<void> {
    const knowing = calls.begin({ ...start, system }).then((caller) => {
      isKnown = true;
      if (isOver) end();
      return caller;
    });
    const { person: own, network, language: before } = await inTime(knowing, trueTime);
    if (isOver) return;
    language = before ?? language;
    const ask = async (text: string, { keys }: How) => {
      messages += 1;
      const id = `${start.call}:${start.turn}:${messages}`;
      const by = keys ? 'keys' : 'speech';
      const spoken = session?.language() ?? language;
      await receive({ channel: 'phone', id, person: own, text, by, language: spoken, ...(network !== null && { network }) });
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
      broken: (error) => giveUp('call broken', error),
      hints,
      region,
      ...(notice !== null && { notice }),
    });
    session = made;
    leave = known(own, {
      answer: ({ id, reply }) => answer(made, id, reply),
      letGo: () => made.failed('assistant-failed'),
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

  function answer(to: CallSession, id: number, reply: Reply): void {
    // What was sent and could not be noted as sent comes again: it is no answer to what was asked since.
    if (said.has(id)) return;
    said.add(id);
    replies.push(reply);
    language = reply.language ?? language;
    recorder?.told(reply);
    try {
      const spoken = spokenAnswer(reply, reply.language ?? to.language());
      to.answered({ ...spoken, language: reply.language ?? to.language(), names: namesIn(reply) });
    } catch (error) {
      failed('answer not spoken', start.call, error);
      to.failed('assistant-failed');
    }
  }

  function take(event: LineEvent): void {
    if (isOver) return;
    if (event.kind === 'said') {
      if (!isLost) lost = 0;
      isLost = false;
    }
    if (taking === null) early.push(event);
    else taking.heard(event);
    if (event.kind === 'closed') over();
  }

  begin().catch((error: unknown) => giveUp('call not begun', error));
  return {
    heard: take,
    waits: () => session === null || session.waits(),
    lost: () => {
      lost += 1;
      isLost = true;
      if (lost >= lostMost) session?.failed('voice-down');
    },
  };
}

/** What keeps the caller waiting in silence is given up. */
function inTime<Result>(work: Promise<Result>, clock: Clock): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const callOff = clock.after(beginMs, () => late.reject(new Error('too late')));
  return Promise.race([work, late.promise]).finally(callOff);
}
