import type { HeardOnLine, LineEars, Listening } from '../../../bot/call/line.ts';
import type { SafeDownload } from '../../safe-download.ts';
import { frameBytes, samplesOf } from '../audio/pcm.ts';
import { createResampler } from '../audio/resample.ts';
import { wavHead } from '../audio/wav.ts';

/** The address of a recording in what Stringee posts. Its field is told nowhere: any address in it counts, one that may be asked first. Null: none. */
export function addressIn(body: unknown, isAllowed: (host: string) => boolean): string | null {
  const found = textsIn(body, 4).filter((text) => /^https?:\/\/\S+$/.test(text) && URL.canParse(text));
  return found.find((text) => isAllowed(new URL(text).hostname)) ?? found[0] ?? null;
}

function textsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object' || depth === 0) return [];
  return Object.values(value).flatMap((part) => textsIn(part, depth - 1));
}

export type UnderstandOptions = {
  download: SafeDownload;
  ears: LineEars;
  /** `refused`: an address that may not be asked; `unfit`: no WAV of a line. */
  note(what: 'refused' | 'gone' | 'too-big' | 'unfit' | 'away' | 'heard' | 'silence'): void;
};

/** Fetches a recording and understands it. What cannot be had is `down`: keys go on working. */
export function createUnderstand({ download, ears, note }: UnderstandOptions) {
  async function fetch(address: string, signal: AbortSignal): Promise<Uint8Array | null> {
    const file = await download(address, signal).catch(() => ({ kind: 'away' as const }));
    if (file.kind !== 'bytes') {
      note(file.kind);
      return null;
    }
    const pcm = linePcm(file.bytes);
    if (pcm === null) note('unfit');
    return pcm;
  }

  return async (address: string, listening: Listening, begun: () => void, signal: AbortSignal): Promise<HeardOnLine | 'silence'> => {
    const pcm = await fetch(address, signal);
    const isSilent = pcm !== null && isSilence(pcm);
    if (pcm !== null) note(isSilent ? 'silence' : 'heard');
    if (isSilent) return 'silence';
    begun();
    return pcm === null ? { kind: 'down' } : ears.hear(pcm, listening, signal);
  };
}

/** A WAV of 16 bits as sound of a line; null where it is none. Of several channels the first. */
export function linePcm(file: Uint8Array): Uint8Array | null {
  const head = wavHead(file);
  if (typeof head === 'string' || head.bits !== 16 || head.channels < 1 || head.rate < 8_000 || head.rate > 48_000) return null;
  const { rate, channels, start } = head;
  const all = samplesOf(file.subarray(start));
  const one = channels === 1 ? all : Int16Array.from({ length: Math.floor(all.length / channels) }, (_, at) => all[at * channels] ?? 0);
  const resampler = createResampler(rate);
  const parts = [resampler.push(one), resampler.end()];
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}

/** Decibels of a sample's square: so much over the quiet of the recording itself, and so much at least, for a tenth of a second in all. */
const overQuiet = 6;
const least = 38;
const fewest = 5;

function isSilence(pcm: Uint8Array): boolean {
  const levels: number[] = [];
  for (let at = 0; at + frameBytes <= pcm.length; at += frameBytes) {
    const frame = samplesOf(pcm.subarray(at, at + frameBytes));
    levels.push(10 * Math.log10(frame.reduce((sum, sample) => sum + sample * sample, 0) / frame.length + 1));
  }
  const quiet = levels.toSorted((one, other) => one - other)[Math.floor(levels.length * 0.15)] ?? 0;
  return levels.filter((level) => level > Math.max(quiet + overQuiet, least)).length < fewest;
}
