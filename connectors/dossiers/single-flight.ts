export type SingleFlight<Result> = (key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Result>) => Promise<Result>;

type Flight<Result> = { result: Promise<Result>; waiting: number; cancel: AbortController };

/** Work that many ask for at once is done once. Who gives up leaves the others waiting; when nobody waits, the work is aborted. */
export function createSingleFlight<Result>(): SingleFlight<Result> {
  const flights = new Map<string, Flight<Result>>();

  function start(key: string, work: (signal: AbortSignal) => Promise<Result>): Flight<Result> {
    const cancel = new AbortController();
    const flight = { result: work(cancel.signal), waiting: 0, cancel };
    flights.set(key, flight);
    const forget = () => leave(key, flight);
    flight.result.then(forget, forget);
    return flight;
  }

  function leave(key: string, flight: Flight<Result>): void {
    if (flights.get(key) === flight) flights.delete(key);
  }

  return async (key, signal, work) => {
    signal.throwIfAborted();
    const flight = flights.get(key) ?? start(key, work);
    flight.waiting += 1;
    try {
      return await orAborted(flight.result, signal);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        leave(key, flight);
        flight.cancel.abort();
      }
    }
  };
}

/** The result, or a rejection with the signal's reason as soon as it is aborted. */
export function orAborted<Result>(result: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  result.then(resolve, reject);
  return promise.finally(() => signal.removeEventListener('abort', abort));
}
