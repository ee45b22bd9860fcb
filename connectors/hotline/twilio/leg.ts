import type { RawData, WebSocket } from 'ws';
import type { CallLeg, CallStart, Next } from '../../../bot/call/line.ts';
import { decodeLaw } from '../audio/mu-law.ts';
import { createFramer } from '../frames.ts';
import { createLegEvents } from '../leg-events.ts';
import { keepBeforeEnd } from '../let-go.ts';
import { readMessage, type StreamMessage } from './messages.ts';
import { createPlaying } from './playing.ts';

export type TwilioLegOptions = {
  socket: WebSocket;
  /** The stream's own id, which goes into every message. */
  stream: string;
  start: CallStart;
  /** Durable once it resolves: what Twilio is told when it asks what comes after the stream. */
  keepNext(call: string, next: Next): Promise<void>;
  /** What happened, in a word of ours; `error` where there is one. */
  note(what: 'not-understood' | 'failed' | 'not-kept' | 'gone' | 'ended', error?: unknown): void;
};

/** Twilio sends sound without a break as long as there is a call. */
const goneMs = 15_000;
/** Twilio answers a close at once. */
const closeMs = 2_000;

/** A stream that has said which call it is, as a leg. */
export function createTwilioLeg({ socket, stream, start, keepNext, note }: TwilioLegOptions): CallLeg {
  let state: 'open' | 'ending' | 'closed' = 'open';
  let heardOf = true;
  const events = createLegEvents((error) => note('failed', error));
  const hear = createFramer((pcm) => events.tell({ kind: 'audio', pcm }));
  const playing = createPlaying({
    send: (message) => socket.send(JSON.stringify({ ...message, streamSid: stream })),
    played: (id) => events.tell({ kind: 'played', id }),
  });
  const ifOpen = (run: () => void) => {
    if (state === 'open') run();
  };

  function take(message: StreamMessage): void {
    switch (message.event) {
      case 'media':
        hear(Buffer.from(decodeLaw('mu-law', Buffer.from(message.payload, 'base64'))));
        break;
      case 'dtmf':
        events.tell({ kind: 'key', key: message.key });
        break;
      case 'mark':
        ifOpen(() => playing.marked(message.name));
        break;
      case 'stop':
        // The caller has hung up: nothing is heard any more.
        close(1000);
    }
  }

  function close(code: number): void {
    state = 'closed';
    events.tell({ kind: 'closed' });
    socket.close(code);
    const patience = setTimeout(() => socket.terminate(), closeMs);
    socket.once('close', () => clearTimeout(patience));
  }

  async function letGo(next: Next): Promise<void> {
    await keepBeforeEnd({ next, keep: (what) => keepNext(start.call, what), notKept: (error) => note('not-kept', error) });
    close(1000);
  }

  const watch = setInterval(() => {
    if (!heardOf) {
      note('gone');
      socket.terminate();
    }
    heardOf = false;
  }, goneMs);
  socket.on('message', (data: RawData, isBinary: boolean) => {
    heardOf = true;
    const message = isBinary ? null : readMessage(String(data));
    if (message !== null) return take(message);
    note('not-understood');
    close(1007);
  });
  socket.once('close', () => {
    clearInterval(watch);
    state = 'closed';
    note('ended');
    events.tell({ kind: 'closed' });
  });

  return {
    start,
    listen: events.listen,
    play: (pcm, id) => ifOpen(() => playing.play(pcm, id)),
    pause: () => ifOpen(playing.pause),
    resume: () => ifOpen(playing.resume),
    flush: () => ifOpen(playing.flush),
    end: (next) =>
      ifOpen(() => {
        state = 'ending';
        void letGo(next);
      }),
  };
}
