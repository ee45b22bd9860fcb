import type { Attachments, Heard, SpeechToText } from './ports.ts';
import { wordsHeard } from './speech/words-heard.ts';
import type { Memory, Message } from './types.ts';
import { voiceLimits } from './voice-types.ts';
import { likelyWords } from './voice-wording.ts';

export type Ears = {
  attachments: Attachments;
  /** Null: nobody hears voice notes here. */
  ears: SpeechToText | null;
};

/** What a voice note comes to. `unheard`: nobody hears it here; `gone`: it could not be fetched. */
export type Listened = Heard | { kind: 'unheard' | 'gone' };

/** Fetches a voice note for this turn and hears it; it is kept nowhere. */
export async function listen({ ears, attachments }: Ears, message: Message, memory: Memory, signal: AbortSignal): Promise<Listened> {
  const { channel, person, voice } = message;
  if (voice === undefined) return { kind: 'none' };
  if (ears === null || !attachments.takes(channel)) return { kind: 'unheard' };
  if ((voice.seconds ?? 0) > voiceLimits.seconds) return { kind: 'unfit', why: 'too-long' };
  const note = await attachments.fetch({ channel, person }, { ref: voice.ref, name: 'voice', size: 0 }, signal);
  if (note === null) return { kind: 'gone' };
  if (note.length > voiceLimits.bytes) return { kind: 'unfit', why: 'too-big' };
  const words = hintsFor(memory);
  const heard = await ears.hear(note, { language: memory.language, words }, signal);
  if (heard.kind !== 'heard') return heard;
  const text = wordsHeard(heard.text, words);
  return text === '' ? { kind: 'none' } : { ...heard, text };
}

/** What this person is likely to say now. In a filing that may be personal, and goes nowhere. */
function hintsFor({ focus, offered, filing }: Memory): string[] {
  const own = filing?.open === true ? [] : [...(focus === null ? [] : [focus.name]), ...offered.map(({ label }) => label)];
  return [...own, ...likelyWords];
}
