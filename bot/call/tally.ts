import type { CallEvent } from './call-event.ts';
import type { CallSummary } from './record.ts';

/** What is kept of a stretch with the assistant, counted from what its session tells. */
export type Tally = {
  tell(event: CallEvent): void;
  /** `firstAudioMs`, `seconds`: measured where the sound is. */
  summary(measured: { firstAudioMs: number | null; seconds: number }): CallSummary;
};

export function createTally(): Tally {
  const counted = { turns: 0, bargeIns: 0, noInputs: 0, noMatches: 0, keys: 0, fillers: 0 };
  let reason: CallSummary['reason'] = 'line-broken';
  let isTransferred = false;
  let isWanted = false;
  let answers = 0;

  return {
    tell(event) {
      if (event.kind === 'turn') counted.turns += 1;
      if (event.kind === 'answered' && event.serves) answers += 1;
      if (event.kind === 'barge-in') counted.bargeIns += 1;
      if (event.kind === 'no-input') counted.noInputs += 1;
      if (event.kind === 'no-match') counted.noMatches += 1;
      if (event.kind === 'key') counted.keys += 1;
      if (event.kind === 'filler') counted.fillers += 1;
      if (event.kind === 'transfer') isTransferred = true;
      if (event.kind === 'nobody') isWanted = true;
      if (event.kind === 'ended') reason = event.why;
    },
    summary: ({ firstAudioMs, seconds }) => ({
      ...counted,
      reason,
      transferred: isTransferred ? 'asked' : 'no',
      // Who hung up before anything was answered, or wanted a person and had none, was served by nobody.
      contained: !isTransferred && !isWanted && answers > 0 && (reason === 'caller-hung-up' || reason === 'goodbye'),
      firstAudioMs,
      seconds,
    }),
  };
}
