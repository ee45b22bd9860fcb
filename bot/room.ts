/** Room for so many at once; who finds none waits for their turn. `enter` resolves with the way out, which may be taken more than once. */
export type Room = { enter(): Promise<() => void> };

export function createRoom(most: number): Room {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return {
    enter: async () => {
      // Who leaves hands the place on: nobody slips in between.
      if (inside < most) inside += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      let left = false;
      return () => {
        if (left) return;
        left = true;
        const next = waiting.shift();
        if (next === undefined) inside -= 1;
        else next();
      };
    },
  };
}
