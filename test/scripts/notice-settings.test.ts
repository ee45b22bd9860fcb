import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OperatorError } from '../../bot/errors.ts';
import { readConfig } from '../../scripts/config.ts';
import { readNoticeSettings } from '../../scripts/notice-settings.ts';
import { smsSettings } from '../fakes/sms-gateway.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const secret = 'mot-khoa-chung-dai-hon-ba-muoi-hai-ky-tu';

describe('the settings of notices', () => {
  let folder: string;
  let gateway: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-test-'));
    gateway = join(folder, 'sms.json');
    writeFileSync(gateway, JSON.stringify(smsSettings('https://sms.example')));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const faultsOf = (given: Record<string, string>) => readNoticeSettings(given).faults.map((fault) => fault.split(':')[0]);

  it('may all be left out: then nothing is sent outside the conversation', () => {
    const none = { key: null, email: null, sms: null, smsReplySecret: null, publicUrl: null, pushContact: null };
    expect(readNoticeSettings({})).toEqual({ settings: { ...none, webhooks: new Map() }, faults: [] });
  });

  it('are taken whole', () => {
    const given = {
      NOTICE_KEY: key,
      SMTP_URL: 'smtp://u:p@mail.example:587',
      MAIL_FROM: 'Một Cửa <motcua@tinh.gov.vn>',
      SMS_GATEWAY: gateway,
      SMS_KEY: 'k',
      WEBHOOK_SECRETS: `tinh=${secret}, khac=${secret}2`,
      SMS_REPLY_SECRET: secret,
      PUBLIC_URL: 'https://motcua.tinh.gov.vn/chat/',
      PUSH_CONTACT: 'mailto:quantri@tinh.gov.vn',
    };
    const { settings, faults } = readNoticeSettings(given);
    expect(faults).toEqual([]);
    expect(settings.key).toEqual(Buffer.alloc(32, 7));
    expect(settings.email?.from).toBe('Một Cửa <motcua@tinh.gov.vn>');
    expect(settings.sms?.key).toBe('k');
    expect([settings.smsReplySecret, settings.publicUrl]).toEqual([secret, 'https://motcua.tinh.gov.vn/chat']);
    expect(settings.pushContact).toBe('mailto:quantri@tinh.gov.vn');
    expect([...settings.webhooks.keys()]).toEqual(['tinh', 'khac']);
    expect(readNoticeSettings({ NOTICE_KEY: 'ab'.repeat(32) }).settings.key).toHaveLength(32);
  });

  it.each<[string, (file: string) => Record<string, string>, string[]]>([
    ['e-mail without a key for addresses', () => ({ SMTP_URL: 'smtp://mail', MAIL_FROM: 'a@b.vn' }), ['NOTICE_KEY']],
    ['SMS without one', (file) => ({ SMS_GATEWAY: file, SMS_KEY: 'k' }), ['NOTICE_KEY']],
    ['a short key', () => ({ NOTICE_KEY: 'c2hvcnQ=' }), ['NOTICE_KEY']],
    ['e-mail from nobody', () => ({ NOTICE_KEY: key, SMTP_URL: 'smtp://mail' }), ['MAIL_FROM']],
    ['e-mail by nothing', () => ({ NOTICE_KEY: key, MAIL_FROM: 'a@b.vn' }), ['SMTP_URL']],
    ['a strange server', () => ({ NOTICE_KEY: key, SMTP_URL: 'http://mail', MAIL_FROM: 'a@b.vn' }), ['SMTP_URL']],
    ['two lines in the sender', () => ({ NOTICE_KEY: key, SMTP_URL: 'smtp://mail', MAIL_FROM: 'a@b.vn\nBcc: c@d.vn' }), ['MAIL_FROM']],
    ['a gateway whose file is not there', (file) => ({ NOTICE_KEY: key, SMS_GATEWAY: `${file}.no` }), ['SMS_GATEWAY']],
    ['a gateway without its key', (file) => ({ NOTICE_KEY: key, SMS_GATEWAY: file }), ['SMS_KEY']],
    ['a key without a gateway', () => ({ SMS_KEY: 'k' }), ['SMS_GATEWAY']],
    [
      'replies with a short secret',
      (file) => ({ NOTICE_KEY: key, SMS_GATEWAY: file, SMS_KEY: 'k', SMS_REPLY_SECRET: 'x' }),
      ['SMS_REPLY_SECRET'],
    ],
    ['replies without a gateway', () => ({ SMS_REPLY_SECRET: secret }), ['SMS_GATEWAY']],
    ['a public address without TLS', () => ({ PUBLIC_URL: 'http://motcua.vn' }), ['PUBLIC_URL']],
    ['a public address with a question', () => ({ PUBLIC_URL: 'https://motcua.vn/?a=1' }), ['PUBLIC_URL']],
    ['a public address with a password', () => ({ PUBLIC_URL: 'https://a:b@motcua.vn' }), ['PUBLIC_URL']],
    ['a contact that is a bare address', () => ({ PUSH_CONTACT: 'quantri@tinh.gov.vn' }), ['PUSH_CONTACT']],
    ['a short secret', () => ({ WEBHOOK_SECRETS: 'tinh=ngan' }), ['WEBHOOK_SECRETS']],
    ['a secret without a source', () => ({ WEBHOOK_SECRETS: secret }), ['WEBHOOK_SECRETS']],
  ])('%s is a fault, by name', (_, given, faults) => {
    expect(faultsOf(given(gateway))).toEqual(faults);
  });

  it('stop the start with all other faults, and show no secret', () => {
    const start = () => readConfig({ PORT: 'x', SMTP_URL: 'ftp://u:bimat@mail', WEBHOOK_SECRETS: 'tinh=bimat' });
    expect(start).toThrow(OperatorError);
    expect(start).toThrow(/PORT[\s\S]*SMTP_URL[\s\S]*MAIL_FROM[\s\S]*WEBHOOK_SECRETS[\s\S]*NOTICE_KEY/);
    expect(start).not.toThrow(/bimat/);
  });
});
