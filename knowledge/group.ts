/** Does for many at once what each asks for alone: what comes in while one round runs goes into the next. A round that fails fails for all in it. */
export function createGroup<Item>(work: (items: Item[]) => Promise<void>): (item: Item) => Promise<void> {
  let waiting: Item[] = [];
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  function round(): Promise<void> {
    const items = waiting;
    waiting = [];
    next = null;
    const done = work(items);
    running = done;
    const end = () => {
      if (running === done) running = null;
    };
    done.then(end, end);
    return done;
  }

  return (item) => {
    waiting.push(item);
    if (running === null && next === null) return round();
    next ??= (running ?? Promise.resolve()).then(round, round);
    return next;
  };
}
