import { frameBytes } from './audio/pcm.ts';
import { wholeFrames } from './frames.ts';

/** What is sent to the far end: sound in whole frames, and marks that come back when all before them was heard. */
export type FarEnd = { sound(frames: Buffer): void; mark(id: string): void };

export type Outgoing = {
  play(pcm: Uint8Array, id: string): void;
  /** The far end wants no more for now, or can take some again. */
  hold(): void;
  release(): void;
  /** A mark came back. An id that is not known is one from before a flush. */
  heard(mark: string): void;
  flush(): void;
};

/** The far end holds 1,000 frames and asks to stop at 900. Eight seconds of sound ride out any stutter of ours, and can be taken back at once. */
const mostThere = 400;
/** So often sound is marked, so that it is known how much of it waits there. */
const betweenMarks = 50;

type Waiting = { kind: 'sound'; pcm: Buffer } | { kind: 'mark'; played: string };
type Marked = { frames: number; played: string | null };

/**
 * Sound on its way to the far end, with no more of it there than it can hold: by its own marks we know what was heard, and do not wait for its
 * cry to stop, which comes too late for what is on the way already.
 */
export function createOutgoing(far: FarEnd, played: (id: string) => void): Outgoing {
  let waiting: Waiting[] = [];
  const marked = new Map<string, Marked>();
  let [there, unmarked, marks] = [0, 0, 0];
  let held = false;

  function send(): void {
    while (!held) {
      const [first] = waiting;
      if (first === undefined) return;
      if (first.kind === 'mark') {
        waiting.shift();
        mark(first.played);
        continue;
      }
      const count = Math.min(first.pcm.length / frameBytes, betweenMarks - unmarked, mostThere - there);
      if (count === 0) return;
      far.sound(first.pcm.subarray(0, count * frameBytes));
      there += count;
      unmarked += count;
      first.pcm = first.pcm.subarray(count * frameBytes);
      if (first.pcm.length === 0) waiting.shift();
      // The mark of the sound itself follows where it ends here.
      if (unmarked === betweenMarks && waiting[0]?.kind !== 'mark') mark(null);
    }
  }

  function mark(id: string | null): void {
    marks += 1;
    const name = `m${marks}`;
    marked.set(name, { frames: unmarked, played: id });
    unmarked = 0;
    far.mark(name);
  }

  return {
    play: (pcm, id) => {
      if (pcm.length > 0) waiting.push({ kind: 'sound', pcm: wholeFrames(pcm) });
      waiting.push({ kind: 'mark', played: id });
      send();
    },
    hold: () => {
      held = true;
    },
    release: () => {
      held = false;
      send();
    },
    heard: (name) => {
      if (!marked.has(name)) return;
      // Marks keep their order: one that comes back tells of all before it. Who is told may well play or flush: so it is told last.
      const names = [...marked.keys()];
      const passed = names.slice(0, names.indexOf(name) + 1).map((earlier) => {
        const { frames, played: id } = marked.get(earlier) ?? { frames: 0, played: null };
        marked.delete(earlier);
        there -= frames;
        return id;
      });
      send();
      for (const id of passed) if (id !== null) played(id);
    },
    flush: () => {
      waiting = [];
      marked.clear();
      [there, unmarked] = [0, 0];
    },
  };
}
