import { readdirSync, statSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

/** Where the figures were measured. A machine that is busy with something else measures slower: its load stands here too. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${model}, ${availableParallelism()} cores, ${memory} GB memory, Node ${process.versions.node}, ${process.platform}; load before the start ${(loadavg()[0] ?? 0).toFixed(1)}`;
}

/** Megabytes (10^6 bytes) that a folder takes on the disk. */
export function sizeOnDisk(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const blocks = entries.filter((entry) => entry.isFile()).map((entry) => statSync(join(entry.parentPath, entry.name)).blocks);
  return (blocks.reduce((sum, count) => sum + count, 0) * 512) / 1e6;
}
