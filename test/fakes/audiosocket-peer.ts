import { once } from 'node:events';
import { connect } from 'node:net';
import type { Clock, Key } from '../../bot/call/line.ts';
import type { LegCaller } from '../contracts/call-leg-world.ts';

/** Asterisk 18 to 22.5 at the other end of an AudioSocket, with the caller behind it. */
export type AudioSocketPeer = LegCaller & {
  /** Any frame at all, in pieces of so many bytes. */
  frame(kind: number, payload: Buffer, pieces?: number): void;
  /** Any bytes at all. */
  raw(bytes: Buffer): void;
  /** Frames of sound that came, silence among them. */
  beats(): number;
  closed: Promise<void>;
};

const frameBytes = 320;
/** What the jitter buffer of a telephone bears, in frames. */
const mostAhead = 15;

export type AudioSocketDial = { port: number; id: string | null; clock: Clock };

export async function dialAudioSocket({ port, id, clock }: AudioSocketDial): Promise<AudioSocketPeer> {
  const socket = connect(port, '127.0.0.1');
  const heard: Buffer[] = [];
  const faults: string[] = [];
  let rest: Buffer = Buffer.alloc(0);
  let beats = 0;
  let begun: number | null = null;
  const letGo = Promise.withResolvers<boolean>();
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  void closed.then(() => letGo.resolve(false));
  await once(socket, 'connect');

  function take(kind: number, payload: Buffer): void {
    if (kind === 0x00) {
      if (payload.length > 0) faults.push('a hang-up with something in it');
      letGo.resolve(true);
      socket.end();
    } else if (kind !== 0x10) faults.push(`a frame of kind ${kind}`);
    else if (payload.length !== frameBytes) faults.push(`${payload.length} bytes of sound`);
    else {
      begun ??= clock.now();
      beats += 1;
      if (beats > (clock.now() - begun) / 20 + mostAhead) faults.push('sound comes faster than it is heard');
      if (payload.some((byte) => byte !== 0)) heard.push(payload);
    }
  }

  socket.on('data', (piece) => {
    rest = Buffer.concat([rest, piece]);
    while (rest.length >= 3 && rest.length >= 3 + rest.readUInt16BE(1)) {
      const end = 3 + rest.readUInt16BE(1);
      take(rest.readUInt8(0), Buffer.from(rest.subarray(3, end)));
      rest = rest.subarray(end);
    }
  });
  socket.on('error', () => {});

  const raw = (bytes: Buffer) => void (socket.writable && socket.write(bytes));
  const frame = (kind: number, payload: Buffer, pieces = 65_538) => {
    const all = Buffer.concat([Buffer.from([kind, payload.length >> 8, payload.length & 0xff]), payload]);
    for (let at = 0; at < all.length; at += pieces) raw(all.subarray(at, at + pieces));
  };
  if (id !== null) frame(0x01, Buffer.from(id.replaceAll('-', ''), 'hex'));
  return {
    frame,
    raw,
    closed,
    beats: () => beats,
    speak: (pcm) => {
      for (let at = 0; at < pcm.length; at += frameBytes) frame(0x10, pcm.subarray(at, at + frameBytes));
    },
    press: (keys: Key[]) => {
      for (const key of keys) frame(0x03, Buffer.from(key));
    },
    heard: () => Buffer.concat(heard),
    hangUp: () => {
      frame(0x00, Buffer.alloc(0));
      socket.end();
    },
    cut: () => socket.destroy(),
    letGo: () => letGo.promise,
    faults: () => faults,
  };
}
