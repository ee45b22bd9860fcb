/** An outside party that does not answer. The message names the party, never what was said to it. */
export class Unavailable extends Error {
  override name = 'Unavailable';
  readonly party: string;
  constructor(party: string, options?: { cause?: unknown }) {
    super(`${party} is unavailable`, options);
    this.party = party;
  }
}

/** An outside party that will never take this message, by its own word: trying again is no use. `why` is a code or a status of its answer. */
export class Refused extends Error {
  override name = 'Refused';
  readonly code: string;
  constructor(party: string, why: string) {
    super(`${party} has refused`);
    this.code = why;
  }
}

/** An outside party that takes nothing more before a time: a rate or a quota is used up. `why` is a code or a status of its answer. */
export class Later extends Error {
  override name = 'Later';
  readonly code: string;
  readonly until: Date;
  constructor(party: string, until: Date, why = 'rate') {
    super(`${party} takes nothing more now`);
    this.code = why;
    this.until = until;
  }
}

/** A reason to stop that an operator can act on. Shown as it is, without a stack. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** The embedded database is another process's: what is wanted of it may be handed to that one. */
export class FolderInUse extends OperatorError {}

/** What goes into the log of a failure: its kind and code (SQLSTATE 53100: disk full), never its message, which may quote a citizen. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}
