import type { RawData, WebSocket } from 'ws';
import type { CallLeg, CallStart, Next } from '../../bot/call/line.ts';
import { type MediaEvent, readMediaEvent } from './asterisk-events.ts';
import { createOutgoing } from './asterisk-outgoing.ts';
import { frameBytes } from './audio/pcm.ts';
import { createFramer } from './frames.ts';
import { createLegEvents } from './leg-events.ts';
import { keepBeforeEnd } from './let-go.ts';

export type AsteriskLegOptions = {
  socket: WebSocket;
  start: CallStart;
  /** Asterisk says at once how it speaks; after so long it will not say it any more. */
  startMs: number;
  /** The call has begun. */
  answer(leg: CallLeg): void;
  keepNext(call: string, next: Next): Promise<void>;
  /** What happened, in a word of ours; `error` where there is one. */
  note(what: 'begun' | 'format' | 'no-start' | 'ignored' | 'not-understood' | 'failed' | 'not-kept' | 'ended', error?: unknown): void;
};

/** Asterisk closes the socket when it is told to hang up. */
const closeMs = 2_000;

/** The media socket of one call as a leg. Asterisk paces what is heard, holds it in a pause, and can throw it away. */
export function openAsteriskLeg({ socket, start, startMs, answer, keepNext, note }: AsteriskLegOptions): void {
  let state: 'waiting' | 'open' | 'ending' | 'closed' = 'waiting';
  let paused = false;
  const events = createLegEvents((error) => note('failed', error));
  const command = (name: string, more: Record<string, string> = {}) => socket.send(JSON.stringify({ command: name, ...more }));
  const far = {
    sound: (frames: Buffer) => socket.send(frames),
    mark: (id: string) => command('MARK_MEDIA', { correlation_id: id }),
  };
  const outgoing = createOutgoing(far, (id) => events.tell({ kind: 'played', id }));
  const hear = createFramer((pcm) => events.tell({ kind: 'audio', pcm }));
  const ifOpen = (run: () => void) => {
    if (state === 'open') run();
  };

  const leg: CallLeg = {
    start,
    listen: events.listen,
    play: (pcm, id) => ifOpen(() => outgoing.play(pcm, id)),
    pause: () =>
      ifOpen(() => {
        paused = true;
        command('PAUSE_MEDIA');
      }),
    resume: () => ifOpen(goOn),
    flush: () =>
      ifOpen(() => {
        outgoing.flush();
        command('FLUSH_MEDIA');
        goOn();
      }),
    end: (next) =>
      ifOpen(() => {
        state = 'ending';
        void letGo(next);
      }),
  };

  function goOn(): void {
    if (paused) command('CONTINUE_MEDIA');
    paused = false;
  }

  async function letGo(next: Next): Promise<void> {
    await keepBeforeEnd({ next, keep: (what) => keepNext(start.call, what), notKept: (error) => note('not-kept', error) });
    if (isClosed()) return;
    command('HANGUP');
    clearTimeout(patience);
    patience = setTimeout(() => socket.terminate(), closeMs);
  }

  /** Asked after a wait, in which it may have come about. */
  function isClosed(): boolean {
    return state === 'closed';
  }

  function take(event: MediaEvent): void {
    if (event.kind === 'start') begin(event.format, event.frameBytes);
    else if (event.kind === 'mark') ifOpen(() => outgoing.heard(event.id));
    else if (event.kind === 'key') events.tell(event);
    else if (event.kind === 'hold') outgoing.hold();
    else if (event.kind === 'release') ifOpen(outgoing.release);
    else note(event.kind === 'error' ? 'not-understood' : 'ignored');
  }

  function begin(format: string, bytes: number): void {
    if (state !== 'waiting') return;
    clearTimeout(patience);
    if (format !== 'slin' || bytes !== frameBytes) {
      // The dialplan says `c(slin)`; a call in any other code would be noise.
      note('format');
      socket.terminate();
      return;
    }
    state = 'open';
    note('begun');
    try {
      answer(leg);
    } catch (error) {
      note('failed', error);
      socket.terminate();
    }
  }

  let patience = setTimeout(() => {
    note('no-start');
    socket.terminate();
  }, startMs);
  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (isBinary) hear(bytesOf(data));
    else take(readMediaEvent(bytesOf(data).toString('utf8')));
  });
  socket.once('close', () => {
    clearTimeout(patience);
    if (state === 'open' || state === 'ending') note('ended');
    state = 'closed';
    events.tell({ kind: 'closed' });
  });
}

/** ws gives a Buffer where it is not told otherwise. */
function bytesOf(data: RawData): Buffer {
  return Buffer.isBuffer(data) ? data : Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
