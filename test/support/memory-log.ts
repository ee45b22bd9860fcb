import pino, { type Logger } from 'pino';

/** A log at its most talkative, and all that was written to it. */
export function memoryLog(): { log: Logger; text(): string } {
  const lines: string[] = [];
  return { log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }), text: () => lines.join('') };
}
