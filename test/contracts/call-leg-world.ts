import { vi } from 'vitest';
import type { CallLeg, CallStart, Key, LegEvent, Next } from '../../bot/call/line.ts';

/** The far end of a leg: the caller, and the telephone system that carries the call. It speaks its own protocol over a real socket. */
export type LegCaller = {
  /** Speaks PCM of a leg, in whole frames of 320 bytes. */
  speak(pcm: Buffer): void;
  press(keys: Key[]): void;
  /** What was played to the caller so far, without the frames of nothing but silence. */
  heard(): Buffer;
  hangUp(): void;
  /** The connection is gone, without a word. */
  cut(): void;
  /** Resolves when the leg has let the call go: true. */
  letGo(): Promise<boolean>;
  /** What the leg did against the protocol. */
  faults(): string[];
};

/** One way of telephony, running. Its time may go as fast as it likes. */
export type LegWorld = {
  call(start: CallStart): Promise<{ leg: CallLeg; caller: LegCaller }>;
  /** Lets so many milliseconds of the line go by. */
  pass(ms: number): Promise<void>;
  /** How a sound comes out at the other end: itself, but where the line's code loses something. */
  carried(pcm: Buffer): Buffer;
  /** What is still heard after a pause or a flush at most, and what may be heard twice after a resume, in milliseconds of the line. */
  slackMs: number;
  repeatMs: number;
  /** How long something is waited for, in real milliseconds; 8 s where nothing is said. */
  patienceMs?: number;
  /** What was kept as the next of this call: null where nothing was. Asked right when the line is let go. */
  kept(call: string): Next | null;
};

export type LegPromise = { title: string; check(world: LegWorld): Promise<void> };

/** Bytes of 20 ms. */
export const frame = 320;
export const start: CallStart = { call: '1795308312.340', from: '0900000012', to: '1024', turn: 1 };

/** Loud noise, the same for the same seed: no sample of it is silence in any code. */
export function noise(bytes: number, seed: number): Buffer {
  const pcm = Buffer.alloc(bytes);
  let state = seed * 2_654_435_761 + 1;
  for (let at = 0; at + 1 < bytes; at += 2) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const loud = 1_000 + ((state >>> 8) % 20_000);
    pcm.writeInt16LE((state & 1) === 0 ? loud : -loud, at);
  }
  return pcm;
}

export const seconds = (count: number, seed: number) => noise(count * 50 * frame, seed);

/** The leg with all that it told. */
export async function opened(
  world: LegWorld,
  change: Partial<CallStart> = {},
  also: (event: LegEvent, caller: LegCaller) => void = () => {},
) {
  const { leg, caller } = await world.call({ ...start, ...change });
  const told: LegEvent[] = [];
  leg.listen((event) => {
    told.push(event);
    also(event, caller);
  });
  const played = () => told.flatMap((event) => (event.kind === 'played' ? [event.id] : []));
  const closed = () => told.filter(({ kind }) => kind === 'closed').length;
  return { leg, caller, told, played, closed };
}

export const until = ({ patienceMs = 8_000 }: LegWorld, holds: () => void) => vi.waitFor(holds, { timeout: patienceMs, interval: 5 });
