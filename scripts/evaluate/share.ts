/** How many of how many, with the 95 % interval. Of nothing the share is 0 and the interval the whole. */
export type Share = { n: number; right: number; share: number; low: number; high: number };

export function shareOf(right: number, n: number): Share {
  return { n, right, share: n === 0 ? 0 : right / n, ...wilson(right, n) };
}

/** The 95 % interval of a share, by Wilson's score: honest for small slices and for shares near 0 and 1. */
export function wilson(right: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const z = 1.959964;
  const share = right / n;
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
}
