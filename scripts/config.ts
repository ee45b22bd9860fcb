import { existsSync } from 'node:fs';
import { z } from 'zod';
import { type DossierPolicy, factors } from '../bot/dossier-types.ts';
import { OperatorError } from '../bot/errors.ts';
import type { ClamdPlace } from '../connectors/papers/clamd.ts';
import { readSources, type SourceSettings } from './dossier-sources.ts';
import { type NoticeSettings, readNoticeSettings } from './notice-settings.ts';

const factorList = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(factors)).min(1));
const flag = z.enum(['on', 'off']).transform((value) => value === 'on');

const count = z.coerce.number('must be a number').int('must be a whole number').min(0).max(1_000_000);

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
  DOSSIER_KEEP_DAYS: z.coerce.number('must be a number').int('must be a whole number').min(1).max(36_500).default(365),
  PETITION_DAYS: count.min(1).default(365),
  MESSAGES_PER_PERSON: count.default(30),
  MESSAGES_PER_NETWORK: count.default(300),
  CLAMD_HOST: z.string().optional(),
  CLAMD_PORT: z.coerce.number('must be a number').int('must be a whole number').min(1).max(65_535).default(3310),
  CLAMD_SOCKET: z.string().startsWith('/', 'must be the path of a socket').optional(),
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
  /** How many days after its end a dossier is kept. */
  dossierKeepDays: number;
  /** E-mail, SMS, and sources that tell of changes. */
  notices: NoticeSettings;
  /** How many days a closed petition is kept. */
  petitionDays: number;
  /** How many messages a minute the web chat takes in one replica; 0: any number. */
  messageLimits: { person: number; network: number };
  /** The malware scanner for files of citizens; null: none. */
  clamd: ClamdPlace | null;
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
    dossierKeepDays: data.DOSSIER_KEEP_DAYS,
    notices,
    petitionDays: data.PETITION_DAYS,
    messageLimits: { person: data.MESSAGES_PER_PERSON, network: data.MESSAGES_PER_NETWORK },
    clamd: clamdOf(data.CLAMD_SOCKET, data.CLAMD_HOST, data.CLAMD_PORT),
    metricsToken: data.METRICS_TOKEN ?? null,
  };
}

function clamdOf(socket: string | undefined, host: string | undefined, port: number): ClamdPlace | null {
  if (socket !== undefined) return { socket };
  return host === undefined ? null : { host, port };
}
