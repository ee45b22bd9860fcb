import { yesOrNo } from '../forms/values/yes-no.ts';
import type { Language } from '../types.ts';
import type { Clock, Line, LineEvent } from './line.ts';
import { recordingWording as words } from './recording-wording.ts';

export type ConsentOptions = {
  line: Line;
  clock: Clock;
  language: Language;
  /** Once. Only key 1 is a yes. `rest`: what happened that was no answer, for the session that begins now. */
  answered(agreed: boolean, rest: LineEvent[]): void;
};

/** Asks, before a call's session begins, whether it may be recorded. Events of the line come here until it is answered. */
export type Consent = { start(): void; heard(event: LineEvent): void };

/** What a call's events go to. */
type Taking = { start(): void; heard(event: LineEvent): void };

export type WithConsentOptions = Omit<ConsentOptions, 'answered'> & {
  session: Taking;
  /** The recording begins, or there is none. */
  agreed(): void;
  refused(): void;
};

/** A session before which the caller is asked whether the call may be recorded. */
export function withConsent({ session, agreed, refused, ...options }: WithConsentOptions): Taking {
  let isAsking = true;
  const consent = createConsent({
    ...options,
    answered: (isYes, rest) => {
      isAsking = false;
      if (isYes) agreed();
      else refused();
      session.start();
      for (const event of rest) session.heard(event);
    },
  });
  return { start: consent.start, heard: (event) => (isAsking ? consent.heard(event) : session.heard(event)) };
}

/** After the question; silence is no consent. */
const patienceMs = 4_000;
/** Where the line never tells that the question was said. */
const longestMs = 25_000;
/** The session's pieces begin at 1. */
const piece = 0;

export function createConsent({ line, clock, language, answered }: ConsentOptions): Consent {
  const rest: LineEvent[] = [];
  let isOpen = true;
  let callOff = () => {};

  function answer(agreed: boolean): void {
    if (!isOpen) return;
    isOpen = false;
    callOff();
    line.flush();
    answered(agreed, rest);
  }

  function waitFor(ms: number): void {
    callOff();
    callOff = clock.after(ms, () => answer(false));
  }

  return {
    start: () => {
      line.listen({ hints: [], language, endMs: 700 });
      line.say(piece, words.ask[language], { slow: false, language });
      waitFor(longestMs);
    },
    heard: (event) => {
      if (!isOpen) return;
      if (event.kind === 'said') return waitFor(patienceMs);
      const isAnswer = event.kind === 'key' && (event.key === '1' || event.key === '2');
      if (!isAnswer) rest.push(event);
      if (event.kind === 'key') return answer(event.key === '1');
      if (event.kind === 'closed') return answer(false);
      if (event.kind !== 'heard') return;
      // Words are no key 1, and not lost: the session takes them. A cough is nothing, and a yes or a no was to this question.
      const { heard } = event;
      if (heard.kind !== 'heard' || yesOrNo(heard.text) !== null) rest.length = 0;
      if (heard.kind === 'heard') answer(false);
    },
  };
}
