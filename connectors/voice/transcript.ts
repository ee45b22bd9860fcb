import { z } from 'zod';
import type { Transcript } from '../speech.ts';

const measure = z.number().nullish().catch(null);
const answerSchema = z.object({
  text: z.string(),
  segments: z
    .array(z.object({ text: z.string(), avg_logprob: measure, no_speech_prob: measure, compression_ratio: measure }))
    .nullish()
    .catch(null),
  logprobs: z
    .array(z.object({ logprob: z.number() }))
    .nullish()
    .catch(null),
});

/** What OpenAI's endpoints answer to a recording, in any of their forms. Throws where the answer is none of the kind. */
export function transcriptOf(answer: unknown): Transcript {
  const { text, segments, logprobs } = answerSchema.parse(answer);
  if (segments !== null && segments !== undefined && segments.length > 0) {
    const parts = segments.map(
      ({ text: said, avg_logprob: logprob = null, no_speech_prob: noSpeech = null, compression_ratio: repeated = null }) => ({
        text: said,
        logprob,
        noSpeech,
        repeated,
      }),
    );
    return { parts };
  }
  const sum = (logprobs ?? []).reduce((all, { logprob }) => all + logprob, 0);
  const logprob = logprobs === null || logprobs === undefined || logprobs.length === 0 ? null : sum / logprobs.length;
  return { parts: [{ text, logprob, noSpeech: null, repeated: null }] };
}
