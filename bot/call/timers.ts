import type { Clock } from './line.ts';

/** Named timers on one clock. Setting a name anew calls the earlier one off. */
export type Timers<Name extends string> = {
  set(name: Name, ms: number, run: () => void): void;
  /** Sets it only where none of that name runs. */
  keep(name: Name, ms: number, run: () => void): void;
  clear(...names: Name[]): void;
  clearAll(): void;
};

export function createTimers<Name extends string>(clock: Clock): Timers<Name> {
  const running = new Map<Name, () => void>();

  function set(name: Name, ms: number, run: () => void): void {
    running.get(name)?.();
    const callOff = clock.after(ms, () => {
      // A clock that fires late must not run what was called off or set anew meanwhile.
      if (running.get(name) !== callOff) return;
      running.delete(name);
      run();
    });
    running.set(name, callOff);
  }

  function clear(...names: Name[]): void {
    for (const name of names) {
      running.get(name)?.();
      running.delete(name);
    }
  }

  return {
    set,
    keep: (name, ms, run) => {
      if (!running.has(name)) set(name, ms, run);
    },
    clear,
    clearAll: () => clear(...running.keys()),
  };
}
