import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Logger } from 'pino';
import type { CallLeg, Clock, Next } from '../../bot/call/line.ts';
import { reasonOf } from '../../bot/errors.ts';
import type { Meter } from '../../bot/ports.ts';
import { createFrameReader, isHigherRate, kinds, readId, type SocketFrame, writeFrame } from './audiosocket-frames.ts';
import { type AudioSocketLeg, createAudioSocketLeg } from './audiosocket-leg.ts';
import { createPacer } from './audiosocket-pacer.ts';
import type { ExpectedCalls } from './expected-calls.ts';
import type { CallRoom } from './room.ts';

export type AudioSocketOptions = {
  host: string;
  /** 0 takes any free port. */
  port: number;
  room: CallRoom;
  /** AudioSocket knows no password: a call must have been announced at `/thoai/ready`. */
  expected: Pick<ExpectedCalls, 'take'>;
  answer(leg: CallLeg): void;
  keepNext(call: string, next: Next): Promise<void>;
  clock: Clock;
  log: Logger;
  /** Counts `call-leg`. */
  meter: Meter;
  /** A connection says at once which call it is; 2 s. One that brings nothing any more is over; 60 s, for a caller's telephone may send no silence. */
  idMs?: number;
  silentMs?: number;
};

export type AudioSocket = { port: number; close(): Promise<void> };

/** Four seconds of sound that the other side does not take. */
const mostUnsent = 65_536;
const farewellMs = 2_000;
/** Whoever connects has two seconds to say which call he is. */
const mostConnections = 1_000;

/** The server of the media of calls from Asterisk 18 to 22.5: `AudioSocket/<host>:<port>/<id of the call>`, sound as `slin` at 8,000 samples. */
export async function startAudioSocket(options: AudioSocketOptions): Promise<AudioSocket> {
  const pacer = createPacer(options.clock);
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true, keepAlive: true }, (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    serve(socket);
  });
  server.maxConnections = mostConnections;

  function serve(socket: Socket): void {
    const { room, expected, answer, keepNext, log, meter, idMs = 2_000, silentMs = 60_000 } = options;
    let call: AudioSocketLeg | null = null;
    let patience = setTimeout(() => refuse('no-id'), idMs);
    const wait = (ms: number) => {
      clearTimeout(patience);
      patience = setTimeout(() => socket.destroy(), ms);
    };
    const count = (result: string) => meter.count('call-leg', { system: 'audiosocket', result });

    function refuse(why: string): void {
      count(why);
      hangUp();
    }

    function hangUp(): void {
      wait(farewellMs);
      socket.end(writeFrame(kinds.hangup));
    }

    function send(bytes: Buffer): void {
      if (socket.writable) socket.write(bytes);
      if (socket.writableLength <= mostUnsent) return;
      count('stalled');
      socket.destroy();
    }

    function begin(payload: Buffer): void {
      const id = readId(payload);
      const start = id === null ? null : expected.take(id);
      if (start === null) return void refuse('unknown-id');
      const place = room.enter(start.call, start.turn, () => socket.destroy());
      if (typeof place === 'string') return void refuse(place);
      const note = (what: string, error: unknown) => {
        count(what);
        log.error({ call: start.call, what, reason: reasonOf(error) }, 'leg of a call');
      };
      const opened = createAudioSocketLeg({ start, pacer, send, hangUp, keepNext, note });
      call = opened;
      count('begun');
      wait(silentMs);
      socket.once('close', () => {
        count('ended');
        place.leave();
        opened.closed();
      });
      try {
        answer(opened.leg);
      } catch (error) {
        note('failed', error);
        hangUp();
      }
    }

    function take({ kind, payload }: SocketFrame): void {
      if (socket.writableEnded) return;
      if (call === null && kind === kinds.id) begin(payload);
      else if (kind === kinds.hangup) socket.end();
      else if (kind === kinds.error) refuse('error');
      else if (call === null) refuse('no-id');
      else if (kind === kinds.sound) call.sound(payload);
      else if (kind === kinds.key) call.key(payload);
      else if (isHigherRate(kind)) refuse('format');
      else count('ignored');
    }

    const read = createFrameReader(take);
    socket.on('data', (piece) => {
      if (socket.writableEnded) return;
      if (call !== null) patience.refresh();
      read(piece);
    });
    socket.on('error', (error) => log.warn({ reason: reasonOf(error) }, 'audiosocket'));
    socket.once('close', () => clearTimeout(patience));
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo; // a TCP server that listens has a port
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
