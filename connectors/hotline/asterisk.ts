import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { CallLeg, CallStart, Next } from '../../bot/call/line.ts';
import { reasonOf } from '../../bot/errors.ts';
import type { Meter } from '../../bot/ports.ts';
import type { Upgrade } from '../upgrades.ts';
import { openAsteriskLeg } from './asterisk-leg.ts';
import { basicAuth, type TelephoneUser } from './basic-auth.ts';
import { readCall } from './call-query.ts';
import type { CallRoom, Place } from './room.ts';

export type AsteriskOptions = TelephoneUser & {
  room: CallRoom;
  /** A call has begun: whoever takes it listens to the leg. */
  answer(leg: CallLeg): void;
  /** What becomes of a call, durable once it resolves: it is awaited before the line is let go. */
  keepNext(call: string, next: Next): Promise<void>;
  log: Logger;
  /** Counts `call-leg`. */
  meter: Meter;
  /** How often a socket must show that it lives; 5 s where nothing is said. */
  pingMs?: number;
  /** How long a socket may take to say how it speaks; 5 s where nothing is said. */
  startMs?: number;
};

export type Asterisk = {
  /** `/thoai/media`: Asterisk from 22.6 on calls here for each call, by `chan_websocket`. */
  upgrade: Upgrade;
  close(): void;
};

/** A frame of Asterisk has 320 bytes, its longest text a few thousand. */
const mostBytes = 65_536;
const protocol = 'media';

/**
 * The server of the media of calls that Asterisk carries: subprotocol `media`, JSON control messages, sound as `slin`. A call that cannot be taken is
 * refused before the socket opens, so that the dialplan goes on at once.
 */
export function createAsterisk(options: AsteriskOptions): Asterisk {
  const { room, answer, keepNext, log, meter, pingMs = 5_000, startMs = 5_000 } = options;
  const isAllowed = basicAuth(options);
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: mostBytes,
    perMessageDeflate: false,
    handleProtocols: () => protocol,
  });
  const living = new WeakSet<WebSocket>();
  const count = (result: string) => meter.count('call-leg', { system: 'asterisk', result });
  const watch = setInterval(() => {
    for (const socket of server.clients) {
      // Neither sound nor an answer: the other side is gone without a word.
      if (!living.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, pingMs);
  watch.unref();

  function admit(request: IncomingMessage, socket: Duplex): Admitted | Turned {
    if (!isAllowed(request.headers.authorization)) return { status: 401, why: 'password' };
    const start = readCall(new URL(request.url ?? '', 'ws://localhost').searchParams);
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    if (start === null || !offered.includes(protocol)) return { status: 400, why: 'request' };
    const place = room.enter(start.call, start.turn, () => socket.destroy());
    if (place === 'taken') return { status: 409, why: place };
    return typeof place === 'string' ? { status: 503, why: place } : { start, place };
  }

  function take(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const admitted = admit(request, socket);
    if ('why' in admitted) {
      count(admitted.why);
      socket.end(refusals[admitted.status], () => socket.destroy());
      return;
    }
    // Also where the handshake comes to nothing.
    socket.once('close', admitted.place.leave);
    server.handleUpgrade(request, socket, head, (media) => open(media, admitted.start));
  }

  function open(socket: WebSocket, start: CallStart): void {
    const alive = () => void living.add(socket);
    alive();
    socket.on('message', alive);
    socket.on('pong', alive);
    socket.on('error', (error) => {
      count('broken');
      log.warn({ call: start.call, reason: reasonOf(error) }, 'media of a call');
    });
    const note = (what: string, error?: unknown) => {
      count(what);
      if (error !== undefined) log.error({ call: start.call, what, reason: reasonOf(error) }, 'leg of a call');
    };
    openAsteriskLeg({ socket, start, startMs, answer, keepNext, note });
  }

  return {
    upgrade: { path: '/thoai/media', take },
    close: () => {
      clearInterval(watch);
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

type Admitted = { start: CallStart; place: Place };
type Turned = { status: keyof typeof refusals; why: string };

const refusals = {
  400: refusal('400 Bad Request'),
  401: refusal('401 Unauthorized', 'WWW-Authenticate: Basic realm="thoai"\r\n'),
  409: refusal('409 Conflict'),
  503: refusal('503 Service Unavailable'),
};

function refusal(status: string, more = ''): string {
  return `HTTP/1.1 ${status}\r\n${more}Connection: close\r\nContent-Length: 0\r\n\r\n`;
}
