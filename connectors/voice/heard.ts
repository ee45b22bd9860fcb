import type { Transcript } from '../speech.ts';

// Whisper's own measures of when a text is no text; the first is stricter, for it only brings a question.
const doubtful = { logprob: -0.7, noSpeech: 0.6, repeated: 2.4, perSecond: 30 };

/** What a speech service heard in so many seconds: `none` where it is no words, not sure where it may be made up. */
export function heardOf({ parts }: Transcript, seconds: number): { kind: 'heard'; text: string; sure: boolean } | { kind: 'none' } {
  const said = parts.filter(({ noSpeech, logprob }) => !((noSpeech ?? 0) > doubtful.noSpeech && (logprob ?? 0) < -1));
  const text = said
    .map((part) => part.text.trim())
    .filter((part) => part !== '')
    .join(' ');
  if (text === '') return { kind: 'none' };
  const isDoubtful = said.some(
    ({ logprob, noSpeech, repeated }) =>
      (logprob ?? 0) < doubtful.logprob || (noSpeech ?? 0) > doubtful.noSpeech || (repeated ?? 0) > doubtful.repeated,
  );
  // Nobody speaks that fast: it was made up.
  return { kind: 'heard', text, sure: !isDoubtful && text.length / seconds <= doubtful.perSecond };
}
