import type { RequestHandler, Response } from 'express';

/** How fast a file must come: so many bytes a second, looked at every so many milliseconds. */
export type Pace = { leastPerSecond: number; everyMs: number };

/** A slow mobile line has five times as much; who sends less holds a place for the sake of holding it. */
const usualPace: Pace = { leastPerSecond: 4_096, everyMs: 20_000 };
const usualMs = 15_000;

/** Ends with 408 what comes too slowly: a file by its pace, anything else, which is short, by the clock. */
export function limitSlow(pace: Pace = usualPace): RequestHandler {
  return (request, response, next) => {
    const stop = request.path === '/chat/files' ? watchPace(request.socket, pace, tooSlow) : watchClock(tooSlow);
    response.once('close', stop);
    next();

    function tooSlow(): void {
      if (!request.complete && !response.headersSent) endSlow(response);
    }
  };
}

function watchPace(socket: { bytesRead: number }, { leastPerSecond, everyMs }: Pace, tooSlow: () => void): () => void {
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    const now = socket.bytesRead;
    if (now - before < (leastPerSecond * everyMs) / 1000) tooSlow();
    before = now;
  }, everyMs);
  return () => clearInterval(timer);
}

function watchClock(tooSlow: () => void): () => void {
  const timer = setTimeout(tooSlow, usualMs);
  return () => clearTimeout(timer);
}

function endSlow(response: Response): void {
  response.status(408).set('Connection', 'close').end();
}
