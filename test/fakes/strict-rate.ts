/** A platform's own count: true for a call that it takes, false for one too many in the span that ends now. A refused call is not counted. */
export function strictRate(most: number, perMs: number): (nowMs: number) => boolean {
  const taken: number[] = [];
  return (nowMs) => {
    while (taken[0] !== undefined && taken[0] <= nowMs - perMs) taken.shift();
    if (taken.length >= most) return false;
    taken.push(nowMs);
    return true;
  };
}
