/** Those above a threshold read off a histogram, so a few more than `limit`: no sort of thousands to keep hundreds. */
export function best(units: number[], rough: (unit: number) => number, limit: number): number[] {
  if (units.length <= limit) return units;
  const scores = Float32Array.from(units, rough);
  const top = scores.reduce((highest, score) => Math.max(highest, score), 1e-6);
  const counts = new Uint32Array(BUCKETS + 1);
  for (const score of scores) {
    const bucket = Math.floor((score / top) * BUCKETS);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  let bucket = BUCKETS;
  for (let kept = counts[bucket] ?? 0; kept < limit && bucket > 0; ) kept += counts[--bucket] ?? 0;
  const cut = (bucket / BUCKETS) * top;
  return units.filter((_, at) => (scores[at] ?? 0) >= cut);
}

const BUCKETS = 512;
