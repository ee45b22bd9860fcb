import type { Clock } from '../../../bot/call/line.ts';

/** A rest that something else may end. */
export type Pause = {
  /** True where it lasted so long; false where it was ended. */
  rest(ms: number): Promise<boolean>;
  end(): void;
};

export function createPause(clock: Clock): Pause {
  let end = () => {};
  return {
    rest: (ms) =>
      new Promise((resolve) => {
        const callOff = clock.after(ms, () => resolve(true));
        end = () => {
          callOff();
          resolve(false);
        };
      }),
    end: () => end(),
  };
}
