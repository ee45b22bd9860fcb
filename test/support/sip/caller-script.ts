import { silentByte, toALaw } from './a-law.ts';
import type { Datagram } from './pcap.ts';
import { alaw, keys, writeRtp } from './rtp.ts';

/** What a caller does: keeps quiet, presses keys, speaks (PCM 16-bit, 8,000 samples a second). */
export type Act = { quiet: number } | { keys: string } | { voice: Uint8Array };

/** What was done, and when, in milliseconds since the call was answered. */
export type Done = { act: Act; from: number; to: number };

export type CallerScript = { datagrams: Datagram[]; done: Done[]; seconds: number };

const frameMs = 20;
const frameSamples = 160;
/** A key is held for 160 ms, then let go for 80. */
const heldFrames = 8;
const letGoFrames = 4;
const names = '0123456789*#';

/**
 * The whole call as ONE sequence of RTP, which is what a telephone sends: sipp's own recordings each begin a sequence of their own, and only the first
 * one is heard. sipp puts in the addresses and ports.
 */
export function callerScript(acts: readonly Act[]): CallerScript {
  const datagrams: Datagram[] = [];
  const done: Done[] = [];
  let sequence = 1_000;
  let timestamp = 160_000;
  let ms = 0;
  let marker = true;

  const send = (type: number, marked: boolean, at: number, body: Uint8Array) => {
    const payload = writeRtp({ type, marker: marked, sequence, timestamp: at, source: 0x1022cafe, body });
    datagrams.push({ ms, from: 4_000, to: 4_000, payload });
    sequence += 1;
  };
  const sound = (law: Uint8Array) => {
    for (let at = 0; at < law.length; at += frameSamples) {
      const frame = new Uint8Array(frameSamples).fill(silentByte);
      frame.set(law.subarray(at, at + frameSamples));
      send(alaw, marker, timestamp, frame);
      marker = false;
      timestamp += frameSamples;
      ms += frameMs;
    }
  };
  const key = (name: string) => {
    const event = (end: boolean, frames: number) =>
      Uint8Array.of(names.indexOf(name), (end ? 0x80 : 0) | 10, ...bytesOf(frames * frameSamples));
    for (let frame = 1; frame <= heldFrames; frame += 1) {
      send(keys, frame === 1, timestamp, event(false, frame));
      ms += frameMs;
    }
    // Its end is told three times: one may be lost.
    for (let again = 0; again < 3; again += 1) {
      send(keys, false, timestamp, event(true, heldFrames));
      ms += 0.5;
    }
    timestamp += heldFrames * frameSamples;
    marker = true;
    sound(new Uint8Array(letGoFrames * frameSamples).fill(silentByte));
  };

  for (const act of acts) {
    const from = ms;
    if ('quiet' in act) sound(new Uint8Array(Math.round(act.quiet / frameMs) * frameSamples).fill(silentByte));
    else if ('voice' in act) sound(toALaw(act.voice));
    else for (const name of act.keys) key(name);
    done.push({ act, from, to: ms });
  }
  return { datagrams, done, seconds: ms / 1000 };
}

function bytesOf(samples: number): [number, number] {
  return [samples >> 8, samples & 0xff];
}
