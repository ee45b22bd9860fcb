import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { CallStart, Clock, Key } from '../../bot/call/line.ts';
import type { LegCaller } from '../contracts/call-leg-world.ts';

export type AsteriskDial = {
  /** `ws://…/thoai/media` */
  url: string;
  start: CallStart;
  user?: string;
  password?: string;
  clock: Clock;
  /** What its start says, or null: it never comes. */
  format?: string | null;
  /** Sound that comes before the start. */
  early?: Buffer;
  /** It answers no ping, and hears nothing of the caller. */
  deaf?: boolean;
};

/** The media socket of Asterisk 22.10 as `chan_websocket` speaks it, with the caller behind it. */
export type AsteriskMedia = LegCaller & {
  /** Any message at all. */
  send(message: string | Buffer): void;
  tell(event: string, more?: Record<string, unknown>): void;
  /** All commands that came, in order, and how much sound before each. */
  commands: { command: string; frames: number; id: string | null }[];
  /** Frames taken, and those thrown away for want of room. */
  counts: { frames: number; lost: number; queued: number };
  /** Resolves when what was sent before has been seen and answered by the other side. */
  synced(): Promise<void>;
  closed: Promise<number>;
};

const frame = 320;
const [most, xoff, xon] = [1_000, 900, 800];
type Queued = { kind: 'frame'; pcm: Buffer } | { kind: 'mark'; id: string };

/** Calls as a dialplan does; throws `HTTP <status>` where it is refused. */
export async function dialMedia(dial: AsteriskDial): Promise<AsteriskMedia> {
  const { url, start, user = 'asterisk', password = 'bi-mat', clock, format = 'slin', early, deaf = false } = dial;
  const query = new URLSearchParams({ call: start.call, from: start.from ?? '', to: start.to, turn: String(start.turn) });
  const socket = new WebSocket(`${url}?${query}`, ['media'], { auth: `${user}:${password}`, perMessageDeflate: false, autoPong: !deaf });
  const channel = `1795308312.${start.turn}`;
  let queue: Queued[] = [];
  const heard: Buffer[] = [];
  const faults: string[] = [];
  let [paused, full, started] = [false, false, false];
  const counts = { frames: 0, lost: 0, queued: 0 };
  const commands: AsteriskMedia['commands'] = [];
  const closed = once(socket, 'close').then(([code]) => Number(code));

  const send = (message: string | Buffer) => socket.readyState === WebSocket.OPEN && socket.send(message);
  const tell = (event: string, more: Record<string, unknown> = {}) => void send(JSON.stringify({ event, channel_id: channel, ...more }));

  /** Every 20 ms: marks that are due take no time of their own. */
  function tick(): void {
    if (paused) return;
    if (full && counts.queued < xon) {
      full = false;
      tell('MEDIA_XON');
    }
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (next.kind === 'frame') {
        counts.queued -= 1;
        if (next.pcm.some((byte) => byte !== 0)) heard.push(next.pcm);
        return;
      }
      tell('MEDIA_MARK_PROCESSED', { correlation_id: next.id });
    }
  }

  function takeSound(sound: Buffer): void {
    if (!started) faults.push('sound before MEDIA_START');
    if (sound.length === 0 || sound.length % frame !== 0) faults.push(`${sound.length} bytes are no whole frames`);
    if (sound.length > 60_000) faults.push(`a message of ${sound.length} bytes`);
    if (counts.queued >= most) {
      counts.lost += sound.length / frame;
      return void faults.push('sound was lost for want of room');
    }
    for (let at = 0; at < sound.length; at += frame) {
      queue.push({ kind: 'frame', pcm: sound.subarray(at, at + frame) });
      counts.queued += 1;
      counts.frames += 1;
      if (!full && counts.queued >= xoff) {
        full = true;
        tell('MEDIA_XOFF');
      }
    }
  }

  function takeCommand(text: string): void {
    if (Buffer.byteLength(text) > 128) return void faults.push(`a command of ${text.length} characters`);
    const { command, correlation_id: id } = JSON.parse(text) as { command: string; correlation_id?: string }; // what the leg under test says
    commands.push({ command, frames: counts.frames, id: id ?? null });
    if (command === 'MARK_MEDIA' && id !== undefined) queue.push({ kind: 'mark', id });
    else if (command === 'PAUSE_MEDIA') paused = true;
    else if (command === 'CONTINUE_MEDIA') paused = false;
    else if (command === 'FLUSH_MEDIA') {
      // Marks go with it and nobody is told; a pause stays; whether it is full is seen at the next frame.
      queue = [];
      counts.queued = 0;
    } else if (command === 'HANGUP') socket.close(1000);
    else faults.push(`an unknown command ${command}`);
  }

  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) takeSound(data);
    else takeCommand(data.toString('utf8'));
  });
  socket.on('error', () => {});
  const [outcome] = await Promise.race([
    once(socket, 'open').then(() => [null]),
    once(socket, 'unexpected-response').then(([, response]) => [`HTTP ${response.statusCode}`]),
  ]);
  if (outcome !== null && outcome !== undefined) throw new Error(outcome);

  let stop = () => {};
  const beat = () => {
    tick();
    stop = clock.after(20, beat);
  };
  stop = clock.after(20, beat);
  void closed.then(() => stop());
  for (let at = 0; early !== undefined && at < early.length; at += frame) send(early.subarray(at, at + frame));
  if (format !== null) {
    started = true;
    const format_ = { format, optimal_frame_size: frame, ptime: 20 };
    tell('MEDIA_START', { connection_id: 'motcua', channel: `WebSocket/motcua/${channel}`, ...format_, channel_variables: {} });
  }
  return {
    send,
    tell,
    commands,
    counts,
    closed,
    synced: async () => {
      if (socket.readyState !== WebSocket.OPEN) return;
      const answered = Promise.race([once(socket, 'pong'), closed]);
      socket.ping();
      await answered;
    },
    speak: (pcm) => {
      for (let at = 0; at < pcm.length; at += frame) send(pcm.subarray(at, at + frame));
    },
    press: (keys: Key[]) => {
      for (const digit of keys) tell('DTMF_END', { digit });
    },
    heard: () => Buffer.concat(heard),
    hangUp: () => socket.close(1000),
    cut: () => socket.terminate(),
    letGo: () => closed.then(() => true),
    faults: () => faults,
  };
}
