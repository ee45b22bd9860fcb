import pino from 'pino';
import { Unavailable } from '../../bot/errors.ts';
import { registerSize } from '../../knowledge/register.ts';
import { sealFor } from '../../knowledge/seals.ts';
import { listUndelivered } from '../../knowledge/undelivered.ts';
import type { Say } from '../errands/take.ts';
import { openSources } from '../open-dossiers.ts';
import type { CommandOptions } from './commands.ts';

/** Which sources there are and which of them answers, asked for a code that nobody has. 1 when one does not. */
export async function showSources({ config, pool, now }: CommandOptions, { out }: Say): Promise<number> {
  const { dossiers, demonstration, changedAt } = await registerSize(pool);
  const changed = changedAt === null ? '' : `, changed last ${changedAt.slice(0, 16).replace('T', ' ')} UTC`;
  out(`register\t*\tembedded\t${dossiers} dossiers, ${demonstration} of them for demonstration${changed}\n`);
  const settings = config.dossierSources;
  const seal = await sealFor(pool, config.notices.key, 'source tokens');
  const sources = openSources({ pool, settings, seal, log: pino({ level: 'silent' }), now });
  const answers = await Promise.all(
    sources.map(async ({ agencies, source }, place) => {
      const { baseUrl = '', auth } = settings[place]?.mapping ?? {};
      const { isThere, said } = await asked(source, probe(agencies[0] ?? '*'));
      out(`${[source.name, agencies.join(' '), `${new URL(baseUrl).host}, sign-in: ${auth?.kind}`, said].join('\t')}\n`);
      return isThere;
    }),
  );
  await showUndelivered(pool, out);
  return answers.every((isThere) => isThere) ? 0 : 1;
}

/** What did not reach the followers of dossiers in the last days: an address that was ended, a message that was given up after two days. */
async function showUndelivered(pool: CommandOptions['pool'], out: Say['out']): Promise<void> {
  const all = await listUndelivered(pool, 14, 50);
  for (const { channel, kind, reason, about, attempts, at } of all) {
    const what = kind === 'address-ended' ? 'address ended' : `given up after ${attempts} tries`;
    const time = `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    out(`${['undelivered', channel, what, reason, /^notice (\S+)/.exec(about ?? '')?.[1] ?? '', time].join('\t')}\n`);
  }
}

type Source = ReturnType<typeof openSources>[number]['source'];

async function asked(source: Source, code: string): Promise<{ isThere: boolean; said: string }> {
  const started = performance.now();
  try {
    await source.find(code, AbortSignal.timeout(15_000));
    return { isThere: true, said: `answers (${Math.round(performance.now() - started)} ms)` };
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    const { cause } = error;
    return { isThere: false, said: `does not answer: ${cause instanceof Error ? cause.message : 'no reason given'}` };
  }
}

/** A code of the agency from before there were any: no dossier has it. */
function probe(agency: string): string {
  return `${agency === '*' ? 'H00' : agency}-000101-0000`;
}
