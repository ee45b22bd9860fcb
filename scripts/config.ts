import { existsSync } from 'node:fs';
import { z } from 'zod';
import { type DossierPolicy, factors } from '../bot/dossier-types.ts';
import { OperatorError } from '../bot/errors.ts';
import { readSources, type SourceSettings } from './dossier-sources.ts';
import { type NoticeSettings, readNoticeSettings } from './notice-settings.ts';

const factorList = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(factors)).min(1));
const flag = z.enum(['on', 'off']).transform((value) => value === 'on');

const schema = z.object({
  PORT: z.coerce.number('must be a number').int('must be a whole number').min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/, 'must begin with postgres:// or postgresql://')
    .optional(),
  DEMO: flag.optional(),
  DOSSIER_SOURCES: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  TRUST_PROXY: flag.default(false),
  DOSSIER_FACTORS: factorList.default([...factors]),
  DOSSIER_OFFICIALS: flag.default(false),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
});

const noSources: { sources: SourceSettings[]; faults: string[] } = { sources: [], faults: [] };

export type Config = {
  port: number;
  host: string;
  dataDir: string;
  /** null: the embedded database in `dataDir`. */
  databaseUrl: string | null;
  /** The marked demonstration register of dossiers: on by itself only with the embedded database and no other source. */
  demo: boolean;
  /** The systems that are asked for dossiers, beside the register. */
  dossierSources: SourceSettings[];
  logLevel: string;
  /** Behind a reverse proxy that sets X-Forwarded-*. */
  trustProxy: boolean;
  dossierPolicy: DossierPolicy;
  /** E-mail, SMS, and sources that tell of changes. */
  notices: NoticeSettings;
  /** null: `/metrics` answers this machine alone. */
  metricsToken: string | null;
};

/** The settings from the environment and, under it, `.env`. Throws one `OperatorError` that lists every fault by name, never by value. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  if (environment === process.env && existsSync('.env')) process.loadEnvFile('.env');
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const read = schema.safeParse(given);
  const { sources, faults: sourceFaults } =
    given.DOSSIER_SOURCES === undefined ? noSources : readSources(given.DOSSIER_SOURCES, environment);
  const { settings: notices, faults: noticeFaults } = readNoticeSettings(given);
  if (!read.success || sourceFaults.length > 0 || noticeFaults.length > 0) {
    const faults = (read.error?.issues ?? []).map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    faults.push(...sourceFaults.map((fault) => `  DOSSIER_SOURCES: ${fault}`));
    faults.push(...noticeFaults.map((fault) => `  ${fault}`));
    throw new OperatorError(`These settings are not right:\n${faults.join('\n')}`);
  }
  const { data } = read;
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL ?? null,
    demo: data.DEMO ?? (data.DATABASE_URL === undefined && sources.length === 0),
    dossierSources: sources,
    logLevel: data.LOG_LEVEL,
    trustProxy: data.TRUST_PROXY,
    dossierPolicy: { factors: data.DOSSIER_FACTORS, officials: data.DOSSIER_OFFICIALS },
    notices,
    metricsToken: data.METRICS_TOKEN ?? null,
  };
}
