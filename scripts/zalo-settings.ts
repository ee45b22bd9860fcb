import { z } from 'zod';
import { jsonOf } from '../connectors/json-text.ts';
import type { Template } from '../connectors/zalo/templates.ts';

/** A Zalo Official Account and the app that speaks for it. */
export type ZaloSettings = {
  appId: string;
  appSecret: string;
  /** The account's own id: events of others are not ours. */
  account: string;
  /** The OA Secret Key that webhooks are signed with; null: there is none yet, what comes is dropped. */
  secret: string | null;
  apiUrl: string;
  oauthUrl: string;
  /** Where the administrator is led back after consenting. */
  redirectUrl: string;
  /** How long staff must be quiet before the assistant answers again. */
  quietMinutes: number;
  /** Whether unprompted messages are sent that cost. */
  paid: boolean;
  /** Whether calls are signed with `appsecret_proof`. */
  proof: boolean;
  template: Template | null;
};

type Given = Record<string, string | undefined>;

const needed = ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_ID', 'ZALO_OA_SECRET'] as const;
/** What ZALO_OA_SECRET says until the platform has shown the key. */
const bootstrap = 'bootstrap';

const digits = z.string().regex(/^\d{5,30}$/, 'must be digits');
const flag = (standard: boolean) =>
  z
    .enum(['on', 'off'])
    .transform((value) => value === 'on')
    .default(standard);
const address = z.string().refine((text) => isPlainUrl(text), 'must be https://host, with a path at most');
const schema = z.object({
  ZALO_APP_ID: digits,
  ZALO_APP_SECRET: z.string().min(8, 'must have at least 8 characters'),
  ZALO_OA_ID: digits,
  ZALO_OA_SECRET: z.string().min(8, 'must have at least 8 characters'),
  ZALO_API_URL: address.default('https://openapi.zalo.me'),
  ZALO_OAUTH_URL: address.default('https://oauth.zaloapp.com'),
  ZALO_REDIRECT_URL: address,
  ZALO_STAFF_QUIET_MINUTES: z.coerce.number('must be a number').int('must be a whole number').min(1).max(10_080).default(30),
  ZALO_PAID: flag(true),
  ZALO_PROOF: flag(false),
  ZALO_STATUS_TEMPLATE: digits.optional(),
  ZALO_STATUS_DATA: z.string().optional(),
});

/** Reads the settings named ZALO_…, but those of the bot platform. None set: null. Half-set is a fault that names what is missing. */
export function readZaloSettings(given: Given, publicUrl: string | null): { settings: ZaloSettings | null; faults: string[] } {
  if (Object.keys(schema.shape).every((name) => given[name] === undefined)) return { settings: null, faults: [] };
  const redirectUrl = given.ZALO_REDIRECT_URL ?? (publicUrl === null ? undefined : `${publicUrl}/zalo/consent`);
  const read = schema.safeParse({ ...given, ZALO_REDIRECT_URL: redirectUrl });
  const { template, faults: templateFaults } = templateIn(given.ZALO_STATUS_TEMPLATE, given.ZALO_STATUS_DATA);
  const faults = [...(read.error?.issues ?? []).map((issue) => faultOf(issue, given)), ...templateFaults];
  if (!read.success || faults.length > 0) return { settings: null, faults };
  const { data } = read;
  const settings: ZaloSettings = {
    appId: data.ZALO_APP_ID,
    appSecret: data.ZALO_APP_SECRET,
    account: data.ZALO_OA_ID,
    secret: data.ZALO_OA_SECRET === bootstrap ? null : data.ZALO_OA_SECRET,
    apiUrl: data.ZALO_API_URL.replace(/\/+$/, ''),
    oauthUrl: data.ZALO_OAUTH_URL.replace(/\/+$/, ''),
    redirectUrl: data.ZALO_REDIRECT_URL,
    quietMinutes: data.ZALO_STAFF_QUIET_MINUTES,
    paid: data.ZALO_PAID,
    proof: data.ZALO_PROOF,
    template,
  };
  return { settings, faults: [] };
}

function faultOf({ path, message }: z.core.$ZodIssue, given: Given): string {
  const name = String(path[0]);
  if (given[name] !== undefined) return `${name}: ${message}`;
  if (name === 'ZALO_REDIRECT_URL')
    return 'PUBLIC_URL: is needed beside ZALO_APP_ID (or ZALO_REDIRECT_URL), for the consent of the account';
  return `${name}: is needed, Zalo is set up with ${needed.join(', ')} together`;
}

const dataSchema = z.record(z.string().min(1), z.string().min(1));

/** The template for news of dossiers, and what stands for its parameters. */
function templateIn(id: string | undefined, data: string | undefined): { template: Template | null; faults: string[] } {
  if (id === undefined && data === undefined) return { template: null, faults: [] };
  if (id === undefined) return { template: null, faults: ['ZALO_STATUS_TEMPLATE: is needed beside ZALO_STATUS_DATA'] };
  if (data === undefined) return { template: null, faults: ['ZALO_STATUS_DATA: is needed beside ZALO_STATUS_TEMPLATE'] };
  const read = dataSchema.safeParse(jsonOf(data));
  const strange = Object.values(read.data ?? {}).flatMap((text) => text.match(/\{(?!(?:code|status|text)(?::[1-9]\d{0,2})?\})/g) ?? []);
  if (!read.success || strange.length > 0) {
    return { template: null, faults: ['ZALO_STATUS_DATA: must be JSON such as {"ma_ho_so":"{code}","trang_thai":"{status:30}"}'] };
  }
  return { template: { id, data: read.data }, faults: [] };
}

/** Plain HTTP only on this machine itself, where a fake stands. */
export function isPlainUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === '127.0.0.1');
  return isSafe && url?.search === '' && url.hash === '' && url.username === '';
}
