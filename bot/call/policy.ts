/** How a call is led. Times in milliseconds. The defaults are of the field's practice; every one can be set. */
export type CallPolicy = {
  /** A silence that ends what is said; and while a code or a number is being said. */
  endMs: number;
  endCodeMs: number;
  /** Voice this long interrupts what is being said: it pauses, and goes on after `resumeMs` without words. */
  bargeInMs: number;
  resumeMs: number;
  /** Keys: the next one within, all of them within. */
  betweenKeysMs: number;
  keysMs: number;
  /** Nobody says anything. */
  noInputMs: number;
  /** How often it is asked again before a person is offered; from the last time on by keys alone. */
  reprompts: number;
  /** An answer that takes longer is announced, and again after so long. */
  fillerMs: number;
  fillerAgainMs: number;
  /** The whole call. `warnMs` before its end it is said. */
  callMs: number;
  warnMs: number;
};

export const standardPolicy: CallPolicy = {
  endMs: 700,
  endCodeMs: 1_500,
  bargeInMs: 300,
  resumeMs: 2_000,
  betweenKeysMs: 3_000,
  keysMs: 8_000,
  noInputMs: 8_000,
  reprompts: 2,
  fillerMs: 1_500,
  fillerAgainMs: 6_000,
  callMs: 600_000,
  warnMs: 30_000,
};
