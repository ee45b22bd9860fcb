/** An outside party that does not answer. The message names the party, never what was said to it. */
export class Unavailable extends Error {
  override name = 'Unavailable';
  readonly party: string;
  constructor(party: string, options?: { cause?: unknown }) {
    super(`${party} is unavailable`, options);
    this.party = party;
  }
}

/** A reason to stop that an operator can act on. Shown as it is, without a stack. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}
