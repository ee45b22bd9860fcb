import { createHash } from 'node:crypto';
import { Unavailable } from '../../bot/errors.ts';
import { paperLimits } from '../../bot/paper-types.ts';
import type { Meter, Papers } from '../../bot/ports.ts';
import type { Scan } from './clamd.ts';
import type { Look } from './look-aside.ts';
import { defect } from './verdict.ts';

export type PapersOptions = {
  look: Look;
  /** Null: no scanner is set. */
  scan: Scan | null;
  meter: Meter;
};

/** Looks at a file: size, then what it is and whether it can be read, then the scanner. What the scanner could not look at is not taken. */
export function createPapers({ look, scan, meter }: PapersOptions): Papers {
  return {
    examine: async (bytes, whose, signal) => {
      if (bytes.length === 0) return defect('empty');
      if (bytes.length > paperLimits.bytes) return defect('too-big');
      const verdict = await look(bytes, whose, signal);
      if (verdict.kind === 'defects') {
        // No fault of the file: a library that cannot be loaded would turn all of them away.
        if (verdict.defects.includes('unchecked')) meter.count('look', { result: 'failed' });
        return verdict;
      }
      if (scan !== null) {
        const found = await scanned(scan, bytes, signal);
        meter.count('scan', { result: found });
        if (found === 'infected') return defect('infected');
        if (found === 'away') return defect('unchecked');
      }
      return { ...verdict, sha256: createHash('sha256').update(bytes).digest('hex') };
    },
  };
}

async function scanned(scan: Scan, bytes: Uint8Array, signal: AbortSignal): Promise<'clean' | 'infected' | 'away'> {
  try {
    return await scan(bytes, signal);
  } catch (error) {
    if (error instanceof Unavailable) return 'away';
    throw error;
  }
}
