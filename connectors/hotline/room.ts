/** The calls that this process holds at once, whatever carries them. */
export type CallRoom = {
  /** `stopping`: no call is taken any more, those that are there go on. */
  state(): 'free' | 'full' | 'stopping';
  /**
   * A place for this stretch of a call. `taken`: the very stretch is there already. A later `turn` of a call shows that the earlier one is over,
   * heard of or not: it is dropped.
   */
  enter(call: string, turn: number, drop: () => void): Place | 'full' | 'taken' | 'stopping';
  size(): number;
  /** No more calls; resolves when the last one has left, or after so long. */
  stop(waitMs: number): Promise<void>;
  /** Drops all that are there. */
  clear(): void;
};

export type Place = { leave(): void };

export function createCallRoom(most: number): CallRoom {
  const present = new Map<string, { turn: number; drop(): void }>();
  const emptied: (() => void)[] = [];
  let stopping = false;
  const state = () => (stopping ? 'stopping' : present.size < most ? 'free' : 'full');
  const clear = () => {
    for (const { drop } of [...present.values()]) drop();
  };
  return {
    state,
    clear,
    size: () => present.size,
    enter: (call, turn, drop) => {
      const earlier = present.get(call);
      if (stopping) return 'stopping';
      if (earlier !== undefined && turn <= earlier.turn) return 'taken';
      if (earlier === undefined && present.size >= most) return 'full';
      const mine = { turn, drop };
      present.set(call, mine);
      earlier?.drop();
      return {
        leave: () => {
          if (present.get(call) === mine) present.delete(call);
          if (present.size === 0) for (const tell of emptied.splice(0)) tell();
        },
      };
    },
    stop: (waitMs) => {
      stopping = true;
      if (present.size === 0) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        emptied.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
  };
}
