import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { CallLeg, Next } from '../../../bot/call/line.ts';
import { reasonOf } from '../../../bot/errors.ts';
import type { Meter } from '../../../bot/ports.ts';
import type { Upgrade } from '../../upgrades.ts';
import type { CallRoom } from '../room.ts';
import { createTwilioLeg } from './leg.ts';
import { readMessage, type StreamMessage } from './messages.ts';
import { isSigned } from './signature.ts';
import type { Tickets } from './ticket.ts';

export type TwilioStreamOptions = {
  /** `https://…`, as it is set at Twilio. */
  publicUrl: string;
  account: string;
  token: string;
  tickets: Tickets;
  room: CallRoom;
  /** A call has begun: whoever takes it listens to the leg. */
  answer(leg: CallLeg): void;
  /** What becomes of a call, durable once it resolves: it is awaited before the line is let go. */
  keepNext(call: string, next: Next): Promise<void>;
  log: Logger;
  /** Counts `call-leg`. */
  meter: Meter;
};

export type TwilioStream = {
  /** `/thoai/twilio`: Twilio calls here for each call that the webhook has put through. */
  upgrade: Upgrade;
  /** Ends all streams: Twilio asks the webhook what comes next. */
  close(): void;
};

export const streamPath = '/thoai/twilio';
/** A message of Twilio has 20 ms of sound: some 350 bytes. */
const mostBytes = 65_536;
const strangerMs = 5_000;
/** Sockets that have not yet said what call they are. */
const mostStrangers = 100;

type Start = Extract<StreamMessage, { event: 'start' }>;

/** The sockets of Twilio's streams. One is a call once it has brought the ticket that the webhook gave for that very call; until then it is a stranger. */
export function createTwilioStream(options: TwilioStreamOptions): TwilioStream {
  const { publicUrl, account, token, tickets, room, answer, keepNext, log, meter } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: mostBytes, perMessageDeflate: false });
  const url = `${socketUrl(publicUrl)}${streamPath}`;
  let strangers = 0;
  const count = (result: string) => meter.count('call-leg', { system: 'twilio', result });

  function take(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const header = request.headers['x-twilio-signature'];
    if (header !== undefined && !isSigned({ token, url, header: String(header) })) refuse(socket, 403, 'signature');
    else if (strangers >= mostStrangers) refuse(socket, 503, 'full');
    else server.handleUpgrade(request, socket, head, meet);
  }

  function meet(socket: WebSocket): void {
    strangers += 1;
    const patience = setTimeout(() => socket.terminate(), strangerMs);
    const known = () => {
      clearTimeout(patience);
      strangers -= 1;
      socket.off('message', first);
      socket.off('close', known);
    };
    const first = (data: unknown, isBinary: boolean) => {
      const message = isBinary ? null : readMessage(String(data));
      if (message?.event === 'other') return;
      known();
      if (message?.event === 'start') begin(socket, message);
      else turnAway(socket, 'not-understood');
    };
    socket.on('message', first);
    socket.on('close', known);
    socket.on('error', (error) => {
      count('broken');
      log.warn({ reason: reasonOf(error) }, 'stream of a call');
    });
  }

  function begin(socket: WebSocket, { stream, call, ...said }: Start): void {
    const start = tickets.take(said.ticket);
    if (start === null || start.call !== call || said.account !== account) {
      turnAway(socket, 'ticket');
      return;
    }
    const place = room.enter(call, start.turn, () => socket.terminate());
    if (typeof place === 'string') {
      turnAway(socket, place);
      return;
    }
    socket.once('close', place.leave);
    count('begun');
    const leg = createTwilioLeg({
      socket,
      stream,
      start,
      keepNext,
      note: (what, error) => {
        count(what);
        if (error !== undefined) log.error({ call, what, reason: reasonOf(error) }, 'leg of a call');
      },
    });
    try {
      answer(leg);
    } catch (error) {
      count('failed');
      log.error({ call, reason: reasonOf(error) }, 'call not taken');
      socket.close(1011);
    }
  }

  function turnAway(socket: WebSocket, why: string): void {
    count(why);
    socket.close(1008);
  }

  function refuse(socket: Duplex, status: 403 | 503, why: string): void {
    count(why);
    const head = `HTTP/1.1 ${status} ${refusals[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
    socket.end(head, () => socket.destroy());
  }

  return {
    upgrade: { path: streamPath, take },
    close: () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

const refusals = { 403: 'Forbidden', 503: 'Service Unavailable' } as const;

/** Where Twilio's streams go: the public address as one of sockets. */
export function socketUrl(publicUrl: string): string {
  return publicUrl.replace(/^http/, 'ws').replace(/\/$/, '');
}
