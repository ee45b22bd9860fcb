import type { Clock, Key } from './line.ts';
import type { CallPolicy } from './policy.ts';
import { createTimers } from './timers.ts';

/** The digits of a code, a number or a secret as they are pressed. */
export type Keys = {
  press(key: Key): void;
  /** Some digits are there and not yet all of them. */
  begun(): boolean;
  clear(): void;
};

type KeysOptions = {
  clock: Clock;
  policy: CallPolicy;
  /** All of them: the hash, or nothing more for a while. */
  done(digits: string): void;
  /** The star: all from the beginning. `empty`: nothing was pressed yet. */
  restarted(empty: boolean): void;
  /** The hash without a digit. */
  empty(): void;
};

/** More digits than any code has. */
const most = 32;
/** The time for all of them is for so many; a long code has it anew for as many more. */
const group = 8;

export function createKeys({ clock, policy, done, restarted, empty }: KeysOptions): Keys {
  const timers = createTimers<'next' | 'all'>(clock);
  let digits = '';

  function clear(): void {
    digits = '';
    timers.clearAll();
  }

  function finish(): void {
    const all = digits;
    clear();
    if (all === '') empty();
    else done(all);
  }

  return {
    press(key) {
      if (key === '#') return finish();
      if (key === '*') {
        const wasEmpty = digits === '';
        clear();
        return restarted(wasEmpty);
      }
      if (digits.length < most) digits += key;
      timers.set('next', policy.betweenKeysMs, finish);
      if (digits.length % group === 1) timers.set('all', policy.keysMs, finish);
    },
    begun: () => digits !== '',
    clear,
  };
}
