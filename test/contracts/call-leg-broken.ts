import type { CallLeg, LegEvent } from '../../bot/call/line.ts';
import { frame } from './call-leg-world.ts';

/** Legs that break one promise each. `fails`: what the contract must find, by a part of its title. */
export const brokenLegs: { title: string; fails: string; broken(leg: CallLeg): CallLeg }[] = [
  { title: 'says at once that all is heard', fails: 'plays every sample', broken: (leg) => hearing(leg, playedAtOnce) },
  {
    title: 'loses a frame of a long sound',
    fails: 'loses nothing',
    broken: (leg) => ({ ...leg, play: (pcm, id) => leg.play(pcm.length > 50_000 ? pcm.subarray(frame) : pcm, id) }),
  },
  { title: 'goes on in a pause', fails: 'holds a sound', broken: (leg) => ({ ...leg, pause: () => {} }) },
  { title: 'forgets where it held', fails: 'holds a sound', broken: (leg) => ({ ...leg, pause: () => leg.flush() }) },
  { title: 'keeps what is to be thrown away', fails: 'while it is said', broken: (leg) => ({ ...leg, flush: () => {} }) },
  {
    title: 'stays silent after a flush in a pause',
    fails: 'in a pause, tells nothing',
    broken: (leg) => ({
      ...leg,
      flush: () => {
        leg.flush();
        leg.pause();
      },
    }),
  },
  {
    title: 'forgets to whom the call goes',
    fails: '(transfer)',
    broken: (leg) => ({ ...leg, end: () => leg.end({ kind: 'hangup' }) }),
  },
  { title: 'does not let go', fails: '(hangup)', broken: (leg) => ({ ...leg, end: () => {} }) },
  {
    title: 'drops a key that is pressed twice',
    fails: 'all keys',
    broken: (leg) => hearing(leg, (listener) => distinctKeys(listener)),
  },
  {
    title: 'tells twice that it is closed',
    fails: '(hangUp)',
    broken: (leg) =>
      hearing(leg, (listener) => (event) => {
        listener(event);
        if (event.kind === 'closed') listener(event);
      }),
  },
];

type Listener = (event: LegEvent) => void;

function hearing(leg: CallLeg, change: (listener: Listener) => Listener & { play?: CallLeg['play'] }): CallLeg {
  let play = leg.play;
  return {
    ...leg,
    play: (pcm, id) => play(pcm, id),
    listen: (listener) => {
      const changed = change(listener);
      if (changed.play !== undefined) {
        const early = changed.play;
        play = (pcm, id) => {
          early(pcm, id);
          leg.play(pcm, id);
        };
      }
      leg.listen(changed);
    },
  };
}

function playedAtOnce(listener: Listener): Listener & { play: CallLeg['play'] } {
  const rest = (event: LegEvent) => void (event.kind !== 'played' && listener(event));
  return Object.assign(rest, { play: (_pcm: Uint8Array, id: string) => listener({ kind: 'played', id }) });
}

function distinctKeys(listener: Listener): Listener {
  let last: LegEvent | null = null;
  return (event) => {
    const twice = event.kind === 'key' && last?.kind === 'key' && last.key === event.key;
    last = event;
    if (!twice) listener(event);
  };
}
