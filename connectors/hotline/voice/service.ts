import type { LineVoice } from '../../../bot/call/line.ts';
import type { Speech } from '../../speech.ts';
import { createResampler } from '../audio/resample.ts';
import { lineSound } from './line-sound.ts';

/** Samples a second of bare PCM from OpenAI's endpoint. */
const itsRate = 24_000;
const slow = 0.8;

/** A voice of a speech service: what it says goes out as it comes. */
export function createServiceVoice(speech: Pick<Speech, 'stream'>): LineVoice {
  createResampler(itsRate);
  return {
    speak: (text, { slow: isSlow }, signal) => lineSound(speech.stream(text, isSlow ? slow : 1, signal), itsRate, 'speech'),
  };
}
