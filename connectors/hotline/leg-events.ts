import type { CallLeg, LegEvent } from '../../bot/call/line.ts';

/** What a leg tells, kept until somebody listens. */
export type LegEvents = { tell(event: LegEvent): void; listen: CallLeg['listen'] };

/** Five seconds of sound and then some; older sound is dropped, for nobody answers what is so long ago. */
const mostKept = 300;

/** After `closed` nothing more is told. What a listener throws is handed to `failed`: a socket goes on whatever becomes of it. */
export function createLegEvents(failed: (error: unknown) => void): LegEvents {
  const kept: LegEvent[] = [];
  let listener: ((event: LegEvent) => void) | null = null;
  let closed = false;
  const hand = (event: LegEvent) => {
    try {
      listener?.(event);
    } catch (error) {
      failed(error);
    }
  };
  return {
    tell: (event) => {
      if (closed) return;
      closed = event.kind === 'closed';
      if (listener !== null) return hand(event);
      if (kept.length >= mostKept) dropSound(kept);
      kept.push(event);
    },
    listen: (next) => {
      listener = next;
      for (const event of kept.splice(0)) hand(event);
    },
  };
}

function dropSound(kept: LegEvent[]): void {
  const oldest = kept.findIndex(({ kind }) => kind === 'audio');
  kept.splice(oldest === -1 ? 0 : oldest, 1);
}
