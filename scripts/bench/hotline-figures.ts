import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startTelephony } from '../../test/support/sip/telephony.ts';
import { crowdOfCallers } from './hotline-crowd.ts';
import { manyShortCalls } from './hotline-memory.ts';
import { openStage } from './hotline-stage.ts';
import { turnsOnTheWire } from './hotline-turns.ts';
import { nameOf, onServer } from './own-database.ts';
import { type Figure, figure } from './report.ts';

export type HotlineBench = { folder: string; environment: (data: string) => Record<string, string>; quick: boolean; signal: AbortSignal };

const longest = { callers: 10, crowd: 100, short: 1_000 };
const quick: typeof longest = { callers: 3, crowd: 30, short: 200 };

/** The hotline on this machine, with a real Asterisk and SIP callers beside it where one can be had; on PostgreSQL where TEST_DATABASE_URL names a server. */
export async function hotlineFigures({ folder, environment, quick: isShort, signal }: HotlineBench): Promise<Figure[]> {
  const size = isShort ? quick : longest;
  const own = environment(join(folder, 'hotline'));
  const server = process.env.TEST_DATABASE_URL ?? '';
  if (server === '') return measured('PGlite', own, size, signal);
  const name = await nameOf(server);
  return onServer(server, (url) => measured(name, { ...own, DATABASE_URL: url }, size, signal));
}

async function measured(kind: string, environment: Record<string, string>, size: typeof longest, signal: AbortSignal): Promise<Figure[]> {
  const stage = await openStage(environment, signal);
  try {
    const figures: Figure[] = [figure('Database beside the calls', kind)];
    if (hasAsterisk()) {
      const { web, password } = stage;
      const watched = await startTelephony({ web, password });
      try {
        figures.push(...(await turnsOnTheWire(stage, watched, size.callers, signal)));
      } finally {
        await watched.stop();
      }
      const crowded = await startTelephony({ web, password, kept: false });
      try {
        figures.push(...(await crowdOfCallers(stage, crowded, size.crowd, signal)));
      } finally {
        await crowded.stop();
      }
    } else figures.push(figure('Real calls', 'not measured: no Asterisk can be had here'));
    figures.push(...(await manyShortCalls(stage, size.short, signal)));
    return figures;
  } finally {
    await stage.close();
  }
}

function hasAsterisk(): boolean {
  try {
    execFileSync('bash', ['.ci/asterisk', 'make'], { stdio: 'inherit' });
    return true;
  } catch {
    return false;
  }
}
