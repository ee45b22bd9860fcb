import { bytesOfSamples, lineRate, samplesOf } from './pcm.ts';

/**
 * Both directions of a line on one track. The caller's sound counts when it comes; ours is queued as at the far end, and counts as it is played there:
 * held in a pause, gone with a flush. Times are milliseconds of one clock that only goes on.
 */
export type Mixer = {
  heard(pcm: Uint8Array, at: number): void;
  played(pcm: Uint8Array, at: number): void;
  pause(at: number): void;
  resume(at: number): void;
  flush(at: number): void;
  /** Silence instead of all sound, from a little before until a little after. */
  hush(at: number): void;
  unhush(at: number): void;
  /** What cannot change any more, as PCM of a line; with `all`, whatever there is. */
  take(at: number, all?: boolean): Uint8Array;
};

/** What comes late by less is put where it belongs. */
const lagMs = 1_000;
/** Sound in a row may be so much later than its time, as networks carry it, and so much earlier, where it comes all at once after a wait. */
const lateMs = 200;
const earlyMs = 1_000;
const hushBeforeMs = 500;
const hushAfterMs = 500;
/** No more than this is held: 10 s. */
const mostSamples = 10 * lineRate;

/** `begin`: when the track begins. */
export function createMixer(begin: number): Mixer {
  const track = new Int16Array(mostSamples);
  /** In samples of the track: what is taken already; how far each side is; what is hushed. */
  let taken = 0;
  let heardTo = 0;
  let now = 0;
  let hushed: { from: number; to: number } | null = null;
  let isHeld = false;
  let queue: Int16Array[] = [];

  const placeOf = (at: number) => Math.max(0, Math.round(((at - begin) * lineRate) / 1_000));

  /** Plays what is queued up to this moment, as the far end does. */
  function advance(at: number): void {
    const to = Math.min(placeOf(at), taken + mostSamples);
    while (!isHeld && now < to) {
      const first = queue[0];
      if (first === undefined) break;
      const part = first.subarray(0, to - now);
      add(part, now);
      now += part.length;
      if (part.length === first.length) queue.shift();
      else queue[0] = first.subarray(part.length);
    }
    now = Math.max(now, to);
  }

  function add(samples: Int16Array, from: number): void {
    for (const [place, sample] of samples.entries()) {
      const at = from + place;
      const isKept = at >= taken && at < taken + mostSamples && (hushed === null || at < hushed.from || at >= hushed.to);
      if (isKept) track[at - taken] = Math.max(-32_768, Math.min(32_767, (track[at - taken] ?? 0) + sample));
    }
  }

  return {
    heard: (pcm, at) => {
      advance(at);
      const samples = samplesOf(pcm);
      const due = placeOf(at) - samples.length;
      if (heardTo - due > (earlyMs * lineRate) / 1_000) return;
      const from = due - heardTo > (lateMs * lineRate) / 1_000 ? due : heardTo;
      add(samples, from);
      heardTo = from + samples.length;
    },
    played: (pcm, at) => {
      advance(at);
      queue.push(samplesOf(pcm));
    },
    pause: (at) => {
      advance(at);
      isHeld = true;
    },
    resume: (at) => {
      advance(at);
      isHeld = false;
    },
    flush: (at) => {
      advance(at);
      queue = [];
      isHeld = false;
    },
    hush: (at) => {
      advance(at);
      const from = placeOf(at - hushBeforeMs);
      // Two stretches so near to each other are one.
      hushed = { from: hushed !== null && from <= hushed.to ? Math.min(hushed.from, from) : from, to: Number.POSITIVE_INFINITY };
      track.fill(0, Math.max(0, from - taken));
    },
    unhush: (at) => {
      advance(at);
      if (hushed !== null && hushed.to === Number.POSITIVE_INFINITY) hushed = { ...hushed, to: placeOf(at + hushAfterMs) };
    },
    take: (at, all = false) => {
      advance(at);
      const to = Math.min(all ? Math.max(placeOf(at), heardTo) : placeOf(at - lagMs), taken + mostSamples);
      const length = Math.max(0, to - taken);
      const sound = track.slice(0, length);
      track.copyWithin(0, length);
      track.fill(0, mostSamples - length);
      taken += length;
      return bytesOfSamples(sound);
    },
  };
}
