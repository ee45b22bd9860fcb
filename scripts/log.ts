import pino, { type Logger } from 'pino';

/** One JSON line an event on standard error, so that standard output stays the program's own. Redaction is the net, not the plan. */
export function createLog(level: string): Logger {
  const redact = { paths: ['text', 'message', 'body', 'person', 'token', 'err.message', '*.text', '*.person'], censor: '[removed]' };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact }, pino.destination({ dest: 2, sync: true }));
}
