import { spawn } from 'node:child_process';
import type { LineVoice, Manner } from '../../../bot/call/line.ts';
import { Unavailable } from '../../../bot/errors.ts';
import { createResampler } from '../audio/resample.ts';
import { lineSound } from './line-sound.ts';

export type Region = 'north' | 'centre' | 'south';
export type EspeakOptions = {
  /** The program. */
  path: string;
  region: Region;
  /** Processes at once; who comes then waits. */
  atOnce: number;
  limitMs?: number;
};

const party = 'espeak-ng';
const voices: Record<Region, string> = { north: 'vi', centre: 'vi-vn-x-central', south: 'vi-vn-x-south' };
/** Words a minute. */
const usual = 150;
const slow = 115;
const mostText = 2_000;
const itsRate = 22_050;

/** The voice of the house, where there is no better one: espeak-ng, a process for each sentence, with no setting and no secret. */
export function createEspeak({ path, region, atOnce, limitMs = 8_000 }: EspeakOptions): LineVoice {
  // Its filter is made before anybody waits for it.
  createResampler(itsRate);
  const waiting: (() => void)[] = [];
  let busy = 0;

  return {
    speak: async function* (text, manner, signal) {
      while (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      busy += 1;
      try {
        signal.throwIfAborted();
        yield* lineSound(once(path, optionsOf(manner, region), text, AbortSignal.any([signal, AbortSignal.timeout(limitMs)])), null, party);
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      } finally {
        busy -= 1;
        waiting.shift()?.();
      }
    },
  };
}

function optionsOf({ language, slow: isSlow }: Manner, region: Region): string[] {
  return ['--stdin', '--stdout', '-v', language === 'vi' ? voices[region] : 'en', '-s', String(isSlow ? slow : usual)];
}

/** What it says, as it comes. The text goes by a pipe: the arguments of a process are shown to everybody on the machine. */
async function* once(path: string, options: string[], text: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const child = spawn(path, options, { cwd: '/', env: {}, stdio: ['pipe', 'pipe', 'ignore'], signal, killSignal: 'SIGKILL' });
  const ended = new Promise<Error | number | null>((resolve) => {
    child.once('error', resolve);
    child.once('close', resolve);
  });
  // Whether it read all of it shows in what it says.
  child.stdin.on('error', () => {});
  // Two brackets begin phonemes.
  child.stdin.end(text.slice(0, mostText).replace(/[[\]]/g, ' '));
  try {
    yield* child.stdout;
    const end = await ended;
    if (end !== 0) throw new Unavailable(party, { cause: end instanceof Error ? end : new Error(`ended with ${end}`) });
  } finally {
    child.kill('SIGKILL');
  }
}
