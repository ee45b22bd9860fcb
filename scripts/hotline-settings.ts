import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { PersonHours } from '../bot/call/office.ts';
import { type CallPolicy, standardPolicy } from '../bot/call/policy.ts';
import type { Region } from '../bot/speech/said.ts';
import { onPath } from './on-path.ts';

/** The hotline. At least one of the ways by which calls come is there. */
export type HotlineSettings = {
  /** Asterisk, by its media over WebSocket; `audiosocket`: and over AudioSocket, for 18 to 22.5. */
  asterisk: { password: string; audiosocket: { host: string; port: number } | null } | null;
  twilio: { account: string; token: string; person: string; number: string | null; voice: string; publicUrl: string } | null;
  stringee: {
    secret: string;
    number: string;
    person: string;
    voices: { vi: string; en: string };
    hosts: string[];
    publicUrl: string;
    ownUrl: string | null;
  } | null;
  /** The extension or queue that callers are put through to. */
  person: string;
  hours: PersonHours;
  /** Calls at once in one process. */
  most: number;
  region: Region;
  /** What is added to the greeting; null: nothing. */
  notice: string | null;
  policy: CallPolicy;
  /** Null: nothing is recorded. Else for how many days a recording is kept. */
  recordingDays: number | null;
  /** The program, for when no service speaks; null: it is not installed. */
  espeak: string | null;
};

type Given = Record<string, string | undefined>;

const flag = z.enum(['on', 'off']).transform((value) => value === 'on');
const port = z.coerce.number('must be a number').int('must be a whole number').min(0).max(65_535);
const secret = z.string().regex(/^[!-9;-~]{12,200}$/, 'must have 12 to 200 letters, digits and signs, without blanks and colons');
const dialled = z.string().regex(/^(\+?\d{3,15}|sip:[\w.@:-]{3,100})$/, 'must be a telephone number (+84…) or sip:…');

const common = z.object({
  HOTLINE_PERSON: z
    .string()
    .regex(/^[0-9A-Za-z]{1,40}$/, 'must be letters and digits: an extension or the name of a queue')
    .default('100'),
  HOTLINE_HOURS: z.enum(['office', 'always', 'never']).default('office'),
  HOTLINE_CALLS: z.coerce.number('must be a number').int('must be a whole number').min(1).max(1_000).default(100),
  HOTLINE_REGION: z.enum(['north', 'centre', 'south']).default('north'),
  HOTLINE_NOTICE: z.string().trim().min(1, 'must be a sentence').max(300, 'must have 300 signs at most').optional(),
  HOTLINE_POLICY: z.string().default(''),
  HOTLINE_RECORDING: flag.default(false),
  HOTLINE_RECORDING_DAYS: z.coerce.number('must be a number').int('must be a whole number').min(1).max(3_650).default(30),
  ESPEAK: z.string().startsWith('/', 'must be the path of the program').refine(existsSync, 'there is no such file').optional(),
});
const asterisk = z.object({
  HOTLINE_PASSWORD: secret,
  AUDIOSOCKET_PORT: port.optional(),
  AUDIOSOCKET_HOST: z.string().default('127.0.0.1'),
});
const twilio = z.object({
  TWILIO_ACCOUNT_SID: z.string().regex(/^AC[0-9a-f]{32}$/, 'must be AC and 32 digits, as Twilio shows it'),
  TWILIO_AUTH_TOKEN: z.string().regex(/^[!-~]{16,200}$/, 'must be as Twilio shows it'),
  TWILIO_PERSON: dialled,
  TWILIO_NUMBER: dialled.optional(),
  TWILIO_VOICE: z
    .string()
    .regex(/^[\w.-]{1,80}$/, 'must be the name of a voice')
    .default('Google.vi-VN-Wavenet-A'),
});
const stringee = z.object({
  STRINGEE_SECRET: z.string().regex(/^[!-~]{8,200}$/, 'must be the signing secret of the project'),
  STRINGEE_NUMBER: z.string().regex(/^\+?\d{3,15}$/, 'must be the number of the line at Stringee'),
  STRINGEE_PERSON: z.string().regex(/^(\+?\d{3,15}|user:[\w.-]{1,80})$/, 'must be a telephone number or user:… of Stringee'),
  STRINGEE_VOICE: z
    .string()
    .regex(/^[\w.-]{1,80}$/, 'must be the name of a voice')
    .default('female'),
  STRINGEE_HOSTS: z
    .string()
    .transform((text) => text.split(',').map((host) => host.trim()))
    .pipe(z.array(z.string().regex(/^\.?[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be hosts, as .example.vn')).min(1))
    .default(['.stringee.com']),
  STRINGEE_OWN_URL: z
    .string()
    .regex(/^https:\/\/[^\s?#]+$/, 'must be https://…')
    .optional(),
});

/** The settings of telephony. Without a way by which calls come: null. Half-set is a fault that names what is missing. */
export function readHotlineSettings(
  given: Given,
  publicUrl: string | null,
  path: string,
): { settings: HotlineSettings | null; faults: string[] } {
  const faults: string[] = [];
  const read = <Shape extends z.ZodObject>(schema: Shape, what: string, needsUrl: boolean): z.infer<Shape> | null => {
    if (Object.keys(schema.shape).every((name) => given[name] === undefined)) return null;
    const result = schema.safeParse(given);
    if (!result.success) faults.push(...result.error.issues.map((issue) => faultOf(issue, given, what)));
    if (needsUrl && publicUrl === null) faults.push(`PUBLIC_URL: is needed beside the settings of ${what}`);
    return result.success ? result.data : null;
  };
  const pbx = read(asterisk, 'the hotline on Asterisk', false);
  const tw = read(twilio, 'Twilio', true);
  const st = read(stringee, 'Stringee', true);
  const shared = common.safeParse(given);
  if (!shared.success) faults.push(...shared.error.issues.map((issue) => faultOf(issue, given, 'the hotline')));
  const { policy, faults: wrong } = policyOf(given.HOTLINE_POLICY ?? '');
  faults.push(...wrong);
  if (faults.length > 0 || !shared.success || (pbx === null && tw === null && st === null)) return { settings: null, faults };
  const url = publicUrl ?? '';
  const settings: HotlineSettings = {
    asterisk: pbx && {
      password: pbx.HOTLINE_PASSWORD,
      audiosocket: pbx.AUDIOSOCKET_PORT === undefined ? null : { host: pbx.AUDIOSOCKET_HOST, port: pbx.AUDIOSOCKET_PORT },
    },
    twilio: tw && {
      account: tw.TWILIO_ACCOUNT_SID,
      token: tw.TWILIO_AUTH_TOKEN,
      person: tw.TWILIO_PERSON,
      number: tw.TWILIO_NUMBER ?? null,
      voice: tw.TWILIO_VOICE,
      publicUrl: url,
    },
    stringee: st && {
      secret: st.STRINGEE_SECRET,
      number: st.STRINGEE_NUMBER,
      person: st.STRINGEE_PERSON,
      voices: { vi: st.STRINGEE_VOICE, en: st.STRINGEE_VOICE },
      hosts: st.STRINGEE_HOSTS,
      publicUrl: url,
      ownUrl: st.STRINGEE_OWN_URL ?? null,
    },
    person: shared.data.HOTLINE_PERSON,
    hours: shared.data.HOTLINE_HOURS,
    most: shared.data.HOTLINE_CALLS,
    region: shared.data.HOTLINE_REGION,
    notice: shared.data.HOTLINE_NOTICE ?? null,
    policy,
    recordingDays: shared.data.HOTLINE_RECORDING ? shared.data.HOTLINE_RECORDING_DAYS : null,
    espeak: shared.data.ESPEAK ?? onPath('espeak-ng', path),
  };
  return { settings, faults };
}

function faultOf({ path, message }: z.core.$ZodIssue, given: Given, what: string): string {
  const name = String(path[0]);
  return given[name] === undefined ? `${name}: is needed beside the other settings of ${what}` : `${name}: ${message}`;
}

const mayBeNone = ['reprompts', 'warnMs'];

/** `noInputMs=6000,reprompts=3`: what is not named is as usual. */
function policyOf(text: string): { policy: CallPolicy; faults: string[] } {
  const own: Record<string, number> = {};
  const faults: string[] = [];
  for (const part of text.split(',').filter((one) => one.trim() !== '')) {
    const [name = '', value = ''] = part.split('=').map((one) => one.trim());
    if (!Object.hasOwn(standardPolicy, name))
      faults.push(`HOTLINE_POLICY: there is no ${name}; there are ${Object.keys(standardPolicy).join(', ')}`);
    else if (!/^\d{1,7}$/.test(value)) faults.push(`HOTLINE_POLICY: ${name} must be a whole number`);
    // No silence, no key and no answer comes in no time: such a call would be over before it began.
    else if (!mayBeNone.includes(name) && Number(value) < 100) faults.push(`HOTLINE_POLICY: ${name} must be 100 (milliseconds) or more`);
    else own[name] = Number(value);
  }
  return { policy: { ...standardPolicy, ...own }, faults };
}
