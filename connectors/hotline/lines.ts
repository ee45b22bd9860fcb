import type { CallLeg, Clock } from '../../bot/call/line.ts';
import type { Language } from '../../bot/types.ts';
import type { Speech } from '../speech.ts';
import { openFvad } from './audio/fvad.ts';
import { createVad } from './audio/vad.ts';
import type { BreakerOptions } from './breaker.ts';
import { createLineEars, noEars } from './ears.ts';
import { createLine, type OpenLine } from './line.ts';
import { createPromptCache } from './voice/cache.ts';
import { createEspeak, type Region } from './voice/espeak.ts';
import { createServiceVoice } from './voice/service.ts';
import { createLineVoice, type NamedVoice } from './voice/voice.ts';

export type LinesOptions = {
  /** Understands callers; null: they are led by keys. */
  ears: Pick<Speech, 'transcribe'> | null;
  /** Speaks, by a name that tells its model and voice; its time limit is how long a caller may wait for a sentence: 2 to 3 s. Null: espeak-ng alone. */
  mouth: { name: string; speech: Pick<Speech, 'stream'> } | null;
  /** Speaks where the service does not; null: nothing does then, and calls go to a person. */
  espeak: { path: string; region: Region } | null;
  /** A text as voices read it rightly: figures and short forms in words. */
  prepare(text: string, language: Language): string;
  /** Sounds of fixed prompts outlive a restart here; null: they do not. */
  folder: string | null;
  bargeInMs: number;
  clock: Clock;
  log: BreakerOptions['log'];
  /** A piece of speech of which not all could be spoken. */
  lost(): void;
};

export type Lines = {
  /** The line of this leg. */
  line(leg: CallLeg): OpenLine;
  /** Makes the sounds of fixed prompts ahead: of texts that are said to everybody, and of nothing else. Throws `Unavailable`. */
  warm(prompts: { text: string; language: Language }[], signal: AbortSignal): Promise<void>;
};

const espeakAtOnce = 4;
const promptBytes = 32 * 1024 * 1024;

/** What makes lines of legs: one voice, one pair of ears and one sense of voices for all calls. Throws where the last cannot be loaded. */
export async function openLines(options: LinesOptions): Promise<Lines> {
  const { mouth, espeak, prepare, folder, bargeInMs, clock, log, lost } = options;
  const fvad = await openFvad();
  const voices: NamedVoice[] = [];
  if (mouth !== null) voices.push({ name: mouth.name, voice: createServiceVoice(mouth.speech) });
  if (espeak !== null) voices.push({ name: `espeak-ng ${espeak.region}`, voice: createEspeak({ ...espeak, atOnce: espeakAtOnce }) });
  const cache = await createPromptCache({ voice: voices[0]?.name ?? 'none', most: promptBytes, folder });
  const voice = createLineVoice({ voices, prepare, cache, clock, log });
  const ears = options.ears === null ? noEars : createLineEars({ speech: options.ears, clock, log });
  return {
    line: (leg) => createLine({ leg, voice, ears, vad: createVad(fvad()), clock, bargeInMs, tell: lost }),
    warm: voice.warm,
  };
}
