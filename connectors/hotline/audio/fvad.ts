import load from '@echogarden/fvad-wasm';
import { frameBytes, lineRate } from './pcm.ts';

/** WebRTC's judgement of one call's sound: it remembers, so each call has its own. */
export type Fvad = {
  /** A frame of 20 ms. */
  isVoice(frame: Int16Array): boolean;
  /** Gives back what it holds; it is not asked again. */
  free(): void;
};

/** 0 takes most for voice, 3 least. */
const mode = 2;

/** Loads WebRTC's voice activity detection, once for all calls. Throws where it cannot be loaded. */
export async function openFvad(): Promise<() => Fvad> {
  const module = await load();
  const frame = module._malloc(frameBytes);

  return () => {
    const place = module._fvad_new();
    if (place === 0 || module._fvad_set_mode(place, mode) !== 0 || module._fvad_set_sample_rate(place, lineRate) !== 0)
      throw new Error('fvad has no place left');
    let isFree = false;
    return {
      isVoice: (samples) => {
        module.HEAP16.set(samples, frame / 2);
        return !isFree && module._fvad_process(place, frame, samples.length) === 1;
      },
      free: () => {
        if (!isFree) module._fvad_free(place);
        isFree = true;
      },
    };
  };
}
