import { existsSync } from 'node:fs';
import { z } from 'zod';
import { type DossierPolicy, factors } from '../bot/dossier-types.ts';
import { OperatorError } from '../bot/errors.ts';
import type { MessagingClient } from '../connectors/messaging/client.ts';
import type { ClamdPlace } from '../connectors/papers/clamd.ts';
import { readSources, type SourceSettings } from './dossier-sources.ts';
import { readTargets, type TargetSettings } from './filing-targets.ts';
import { type HotlineSettings, readHotlineSettings } from './hotline-settings.ts';
import { readMessagingSettings } from './messaging-settings.ts';
import { type NoticeSettings, readNoticeSettings } from './notice-settings.ts';
import { readSpeechSettings, type SpeechSettings } from './speech-settings.ts';
import { readTelegramSettings, type TelegramSettings } from './telegram-settings.ts';
import { readZaloBotSettings, type ZaloBotSettings } from './zalo-bot-settings.ts';
import { readZaloSettings, type ZaloSettings } from './zalo-settings.ts';

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
  FILING_TARGETS: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  TRUST_PROXY: flag.default(false),
  DOSSIER_FACTORS: factorList.default([...factors]),
  DOSSIER_OFFICIALS: flag.default(false),
  DOSSIER_KEEP_DAYS: z.coerce.number('must be a number').int('must be a whole number').min(1).max(36_500).default(365),
  PIN_TRIES_NETWORK: count.min(1).default(5),
  PETITION_DAYS: count.min(1).default(365),
  MESSAGES_PER_PERSON: count.default(30),
  MESSAGES_PER_NETWORK: count.default(300),
  CLAMD_HOST: z.string().optional(),
  CLAMD_PORT: z.coerce.number('must be a number').int('must be a whole number').min(1).max(65_535).default(3310),
  CLAMD_SOCKET: z.string().startsWith('/', 'must be the path of a socket').optional(),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
});

const noTargets: { targets: TargetSettings[]; faults: string[] } = { targets: [], faults: [] };
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
  /** The systems of agencies that take filings. */
  filingTargets: TargetSettings[];
  logLevel: string;
  /** Behind a reverse proxy that sets X-Forwarded-*. */
  trustProxy: boolean;
  dossierPolicy: DossierPolicy;
  /** How many days after its end a dossier is kept. */
  dossierKeepDays: number;
  /** E-mail, SMS, and sources that tell of changes. */
  notices: NoticeSettings;
  /** null: no Telegram bot. */
  telegram: TelegramSettings | null;
  /** null: no Zalo Official Account. */
  zalo: ZaloSettings | null;
  /** null: no bot of the Zalo Bot platform. */
  zaloBot: ZaloBotSettings | null;
  /** Programs of agencies that carry messages. */
  messaging: MessagingClient[];
  /** null: voice notes are not heard. */
  speech: SpeechSettings | null;
  /** null: no telephone. */
  hotline: HotlineSettings | null;
  /** How many wrong PINs in 15 minutes lock a network address for everybody behind it. */
  pinTriesNetwork: number;
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
  const { targets, faults: targetFaults } = given.FILING_TARGETS === undefined ? noTargets : readTargets(given.FILING_TARGETS, environment);
  const { settings: notices, faults: noticeFaults } = readNoticeSettings(given);
  const { settings: telegram, faults: telegramFaults } = readTelegramSettings(given, notices.publicUrl);
  const { settings: zalo, faults: zaloFaults } = readZaloSettings(given, notices.publicUrl);
  const { settings: zaloBot, faults: zaloBotFaults } = readZaloBotSettings(given, notices.publicUrl);
  const { clients: messaging, faults: messagingFaults } = readMessagingSettings(given);
  const { settings: speech, faults: speechFaults } = readSpeechSettings(given, environment.PATH ?? '');
  const { settings: hotline, faults: hotlineFaults } = readHotlineSettings(given, notices.publicUrl, environment.PATH ?? '');
  const channelFaults = [...hotlineFaults, ...speechFaults, ...telegramFaults, ...zaloFaults, ...zaloBotFaults, ...messagingFaults];
  if (!read.success || sourceFaults.length > 0 || targetFaults.length > 0 || noticeFaults.length > 0 || channelFaults.length > 0) {
    const faults = (read.error?.issues ?? []).map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    faults.push(...sourceFaults.map((fault) => `  DOSSIER_SOURCES: ${fault}`));
    faults.push(...targetFaults.map((fault) => `  FILING_TARGETS: ${fault}`));
    faults.push(...noticeFaults.map((fault) => `  ${fault}`));
    faults.push(...channelFaults.map((fault) => `  ${fault}`));
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
    filingTargets: targets,
    logLevel: data.LOG_LEVEL,
    trustProxy: data.TRUST_PROXY,
    dossierPolicy: { factors: data.DOSSIER_FACTORS, officials: data.DOSSIER_OFFICIALS },
    dossierKeepDays: data.DOSSIER_KEEP_DAYS,
    notices,
    telegram,
    zalo,
    zaloBot,
    messaging,
    speech,
    hotline,
    pinTriesNetwork: data.PIN_TRIES_NETWORK,
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
