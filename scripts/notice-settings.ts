import { readFileSync } from 'node:fs';
import { OperatorError } from '../bot/errors.ts';
import { type Gateway, needsKey, readGateway } from '../connectors/notices/sms-gateway.ts';

/** What sends notices beside the conversations, and who may say that dossiers have changed. */
export type NoticeSettings = {
  /** What addresses are kept with; null: none are kept. */
  key: Buffer | null;
  email: { url: string; from: string } | null;
  sms: { gateway: Gateway; key: string } | null;
  /** What the gateway signs replies with; null: it brings none in. */
  smsReplySecret: string | null;
  /** Where this server is reached from outside, without a slash at the end; null: messages carry no link. */
  publicUrl: string | null;
  /** Whom push services write to: `mailto:` or `https:`. */
  pushContact: string | null;
  /** The secrets of sources that tell, by their names. */
  webhooks: Map<string, string>;
};

type Given = Record<string, string | undefined>;

/** Reads NOTICE_KEY, SMTP_URL, MAIL_FROM, SMS_GATEWAY, SMS_KEY, SMS_REPLY_SECRET, PUBLIC_URL, PUSH_CONTACT and WEBHOOK_SECRETS. Half-set is a fault; faults name the setting, never its value. */
export function readNoticeSettings(given: Given): { settings: NoticeSettings; faults: string[] } {
  const faults: string[] = [];
  const key = keyIn(given.NOTICE_KEY, faults);
  const email = emailIn(given, faults);
  const sms = smsIn(given, faults);
  const smsReplySecret = replySecretIn(given, faults);
  const publicUrl = publicUrlIn(given.PUBLIC_URL, faults);
  const pushContact = pushContactIn(given.PUSH_CONTACT, faults);
  const webhooks = webhooksIn(given.WEBHOOK_SECRETS ?? '', faults);
  if (given.NOTICE_KEY === undefined && (given.SMTP_URL !== undefined || given.SMS_GATEWAY !== undefined)) {
    faults.push('NOTICE_KEY: is needed to keep addresses for e-mail and SMS (32 bytes: openssl rand -base64 32)');
  }
  return { settings: { key, email, sms, smsReplySecret, publicUrl, pushContact, webhooks }, faults };
}

function keyIn(text: string | undefined, faults: string[]): Buffer | null {
  if (text === undefined) return null;
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (key.length !== 32) faults.push('NOTICE_KEY: must be 32 bytes in base64 or hexadecimal (openssl rand -base64 32)');
  return key;
}

function emailIn({ SMTP_URL: url, MAIL_FROM: from }: Given, faults: string[]): NoticeSettings['email'] {
  if (url === undefined && from === undefined) return null;
  if (url === undefined || !/^smtps?:\/\/.+/.test(url) || !URL.canParse(url)) {
    faults.push('SMTP_URL: must be smtp://user:password@host:port or smtps://…');
  }
  if (from === undefined || !/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from))
    faults.push('MAIL_FROM: must be the address that e-mail comes from');
  return { url: url ?? '', from: from ?? '' };
}

function smsIn({ SMS_GATEWAY: path, SMS_KEY: key }: Given, faults: string[]): NoticeSettings['sms'] {
  if (path === undefined) {
    if (key !== undefined) faults.push('SMS_GATEWAY: is needed beside SMS_KEY');
    return null;
  }
  const gateway = gatewayIn(path, faults);
  if (gateway !== null && needsKey(gateway) && key === undefined) faults.push('SMS_KEY: is needed, the gateway asks for {key}');
  return gateway === null ? null : { gateway, key: key ?? '' };
}

function replySecretIn({ SMS_REPLY_SECRET: secret, SMS_GATEWAY: gateway }: Given, faults: string[]): string | null {
  if (secret === undefined) return null;
  if (secret.length < 32) faults.push('SMS_REPLY_SECRET: must have at least 32 characters');
  if (gateway === undefined) faults.push('SMS_GATEWAY: is needed beside SMS_REPLY_SECRET');
  return secret;
}

function publicUrlIn(text: string | undefined, faults: string[]): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url !== null && url.protocol === 'https:' && url.search === '' && url.hash === '' && url.username === '';
  if (!isPlain) faults.push('PUBLIC_URL: must be https://host, with a path at most: where citizens reach this server');
  return url === null ? null : `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function pushContactIn(text: string | undefined, faults: string[]): string | null {
  if (text === undefined) return null;
  const isContact = /^mailto:[^\s@<>]+@[^\s@<>]+$/.test(text) || (/^https:\/\/\S+$/.test(text) && URL.canParse(text));
  if (!isContact) faults.push('PUSH_CONTACT: must be mailto:name@host or https://…');
  return text;
}

function gatewayIn(path: string, faults: string[]): Gateway | null {
  try {
    return readGateway(readFileSync(path, 'utf8'));
  } catch (error) {
    const said = error instanceof OperatorError ? error.message.replaceAll('\n', ' ') : 'the file cannot be read';
    faults.push(`SMS_GATEWAY: ${said}`);
    return null;
  }
}

function webhooksIn(text: string, faults: string[]): Map<string, string> {
  const pairs = text.split(/[\s,]+/).filter((pair) => pair !== '');
  const found = pairs.map((pair) => /^([a-z0-9][a-z0-9-]*)=(\S{32,})$/.exec(pair));
  if (found.includes(null))
    faults.push('WEBHOOK_SECRETS: must be source=secret, several with blanks between; a secret has at least 32 characters');
  return new Map(found.flatMap((each) => (each === null ? [] : [[each[1] ?? '', each[2] ?? ''] as const])));
}
