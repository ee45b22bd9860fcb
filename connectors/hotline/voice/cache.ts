import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manner } from '../../../bot/call/line.ts';

/**
 * Prompts as sound, and of answers those of public records: what may tell of somebody is neither here nor on the disk. What is asked often is then heard
 * at once, and costs a service nothing.
 */
export type PromptCache = {
  /** This sentence is a fixed prompt. True: its sound is there, from memory or from the folder. */
  expect(sentence: string, manner: Manner): Promise<boolean>;
  get(sentence: string, manner: Manner): Uint8Array | null;
  /** Kept where it is expected; in memory alone, where it is of public records (`common`). */
  keep(sentence: string, manner: Manner, pcm: Uint8Array): Promise<void>;
};

export type PromptCacheOptions = {
  /** What tells voices apart, with their model and region: another voice has other sounds. */
  voice: string;
  /** Bytes in memory; what was longest not said goes first. */
  most: number;
  /** Sounds outlive a restart here; null: they do not. */
  folder: string | null;
};

export async function createPromptCache({ voice, most, folder }: PromptCacheOptions): Promise<PromptCache> {
  if (folder !== null) await mkdir(folder, { recursive: true });
  const expected = new Set<string>();
  const kept = new Map<string, Uint8Array>();
  let size = 0;

  const keyOf = (sentence: string, { slow, language }: Manner) =>
    createHash('sha256')
      .update([voice, language, slow ? 'slow' : 'usual', sentence].join('\n'))
      .digest('hex');

  function put(key: string, pcm: Uint8Array): void {
    size += pcm.length - (kept.get(key)?.length ?? 0);
    kept.delete(key);
    kept.set(key, pcm);
    for (const [oldest, sound] of kept) {
      if (size <= most) break;
      size -= sound.length;
      kept.delete(oldest);
    }
  }

  return {
    expect: async (sentence, manner) => {
      const key = keyOf(sentence, manner);
      expected.add(key);
      if (kept.has(key)) return true;
      const sound = folder === null ? null : await readFile(join(folder, `${key}.pcm`)).catch(absent);
      if (sound === null || sound.length === 0) return false;
      put(key, sound);
      return true;
    },
    get: (sentence, manner) => {
      const key = keyOf(sentence, manner);
      const sound = kept.get(key);
      if (sound === undefined) return null;
      put(key, sound);
      return sound;
    },
    keep: async (sentence, manner, pcm) => {
      const key = keyOf(sentence, manner);
      if ((!expected.has(key) && manner.common !== true) || kept.has(key) || pcm.length === 0) return;
      put(key, pcm);
      if (folder === null || !expected.has(key)) return;
      // Half a sound is never found: it has its name when it is whole.
      const half = join(folder, `${key}.${process.pid}.half`);
      await writeFile(half, pcm);
      await rename(half, join(folder, `${key}.pcm`));
    },
  };
}

/** Not there yet; anything else is the operator's to know. */
function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
