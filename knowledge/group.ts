/**
 * Does for many at once what each asks for alone: what comes in while one round runs goes into the next. `work` gives one result for each item, in
 * their order. A round that fails fails for all in it.
 */
export function createGroup<Item, Result = void>(work: (items: Item[]) => Promise<Result[]>): (item: Item) => Promise<Result> {
  type Round = { items: Item[]; results: Promise<Result[]> };
  let running: Promise<unknown> | null = null;
  let next: Round | null = null;

  function begin(items: Item[]): Promise<Result[]> {
    const done = work(items);
    running = done;
    const end = () => {
      if (running === done) running = null;
    };
    done.then(end, end);
    return done;
  }

  /** The round that begins once the one before is over, with whoever came by then. */
  function planned(before: Promise<unknown>): Round {
    const items: Item[] = [];
    const start = () => {
      next = null;
      return begin(items);
    };
    return { items, results: before.then(start, start) };
  }

  return async (item) => {
    if (running === null && next === null) return resultAt(await begin([item]), 0);
    next ??= planned(running ?? Promise.resolve());
    const { items, results } = next;
    const place = items.push(item) - 1;
    return resultAt(await results, place);
  };
}

function resultAt<Result>(results: Result[], place: number): Result {
  if (place >= results.length) throw new Error('a group has fewer results than items');
  return results[place] as Result; // the line above has seen to it
}
