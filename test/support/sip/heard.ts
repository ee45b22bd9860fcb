import { fromALaw, toALaw } from './a-law.ts';
import type { Datagram } from './pcap.ts';
import { alaw, keys, readRtp } from './rtp.ts';

export type Frame = { ms: number; law: Uint8Array };

/** What one telephone got: frames of A-law as they came, milliseconds of the capture's clock. */
export type Heard = { frames: Frame[]; from: number; to: number };

/** What came to this port of a telephone. Later streams (an officer's after the assistant's) follow in the order in which they came. */
export function heardAt(port: number, datagrams: readonly Datagram[]): Heard {
  return framesOf(datagrams.filter(({ to }) => to === port));
}

/** What the telephone at this port said, by the same clock. */
export function saidFrom(port: number, datagrams: readonly Datagram[]): Heard {
  return framesOf(datagrams.filter(({ from }) => from === port));
}

/** When the keys of the telephone at this port were let go, in order, as the packets say it. */
export function keysFrom(port: number, datagrams: readonly Datagram[]): { key: string; ms: number }[] {
  const found: { key: string; ms: number; timestamp: number }[] = [];
  for (const { ms, from, payload } of datagrams) {
    const rtp = from === port ? readRtp(payload) : null;
    if (rtp === null || rtp.type !== keys || ((rtp.body[1] ?? 0) & 0x80) === 0) continue;
    if (found.at(-1)?.timestamp !== rtp.timestamp)
      found.push({ key: '0123456789*#'[rtp.body[0] ?? 0] ?? '?', ms, timestamp: rtp.timestamp });
  }
  return found.map(({ key, ms }) => ({ key, ms }));
}

export function lawOf(heard: Heard): Uint8Array {
  return Buffer.concat(heard.frames.map(({ law }) => law));
}

export function pcmOf(heard: Heard): Uint8Array {
  return fromALaw(lawOf(heard));
}

/** PCM as if a telephone had heard it, from 0 ms on. */
export function asHeard(pcm: Uint8Array): Heard {
  const law = toALaw(pcm);
  const frames = Array.from({ length: Math.ceil(law.length / 160) }, (_, at) => ({
    ms: at * 20,
    law: law.subarray(at * 160, at * 160 + 160),
  }));
  return { frames, from: 0, to: frames.length * 20 };
}

/** Frames between two moments of the capture's clock. */
export function between(heard: Heard, from: number, to: number): Heard {
  const frames = heard.frames.filter(({ ms }) => ms >= from && ms < to);
  return { frames, from: frames[0]?.ms ?? from, to: frames.at(-1)?.ms ?? from };
}

/** The longest time between two frames, in milliseconds; infinite where there are fewer than two. */
export function longestGap(heard: Heard): number {
  const gaps = heard.frames.slice(1).map(({ ms }, at) => ms - (heard.frames[at]?.ms ?? ms));
  return gaps.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...gaps);
}

/** Frames with sound in them: louder than `level` of 32,768 (root of the mean square). */
export function loud({ frames }: Heard, level = 200): Frame[] {
  return frames.filter(({ law }) => {
    const pcm = fromALaw(law);
    const view = new DataView(pcm.buffer);
    let sum = 0;
    for (let at = 0; at < pcm.length; at += 2) sum += view.getInt16(at, true) ** 2;
    return Math.sqrt((2 * sum) / pcm.length) > level;
  });
}

function framesOf(datagrams: readonly Datagram[]): Heard {
  const frames = datagrams.flatMap(({ ms, payload }) => {
    const rtp = readRtp(payload);
    return rtp === null || rtp.type !== alaw ? [] : [{ ms, law: rtp.body }];
  });
  return { frames, from: frames[0]?.ms ?? 0, to: frames.at(-1)?.ms ?? 0 };
}
