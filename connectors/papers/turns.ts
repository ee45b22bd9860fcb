/** Does work in its turn: `whose` is a token for the person it is for. Whatever one person has waiting, the next in turn is another's. */
export type Turns = <T>(whose: string, work: () => Promise<T>) => Promise<T>;

/** At most so many at once. Who waits longest without a turn is next, with the oldest work of theirs. */
export function createTurns(atOnce: number): Turns {
  let running = 0;
  // In the order of turns: who had one goes to the end.
  const waiting = new Map<string, (() => void)[]>();

  function next(): void {
    const [first] = waiting;
    if (first === undefined) {
      running -= 1;
      return;
    }
    const [whose, [go, ...rest]] = first;
    waiting.delete(whose);
    if (rest.length > 0) waiting.set(whose, rest);
    go?.();
  }

  return async (whose, work) => {
    if (running < atOnce) running += 1;
    else await new Promise<void>((go) => waiting.set(whose, [...(waiting.get(whose) ?? []), go]));
    try {
      return await work();
    } finally {
      next();
    }
  };
}
