import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../bot/errors.ts';
import { readConfig } from '../../scripts/config.ts';
import { readMessagingSettings } from '../../scripts/messaging-settings.ts';
import { readZaloBotSettings } from '../../scripts/zalo-bot-settings.ts';

const secret = 'mot-khoa-chung-dai-hon-ba-muoi-hai-ky-tu';
const viber = { MESSAGING_VIBER_SECRET: secret, MESSAGING_VIBER_CALLBACK: 'https://cau-noi.tinh.gov.vn/tra-loi' };
const namesOf = (faults: string[]) => faults.map((fault) => fault.split(':')[0]);

describe('the settings of messaging clients', () => {
  it('may be left out: then there are none', () => {
    expect(readMessagingSettings({ PORT: '1' })).toEqual({ clients: [], faults: [] });
  });

  it('are taken for each client by its name', () => {
    const given = {
      MESSAGING_CLIENTS: 'viber, ung-dung',
      ...viber,
      MESSAGING_VIBER_FILES: 'tep.tinh.gov.vn .viber.com',
      MESSAGING_UNG_DUNG_SECRET: `${secret}2`,
      MESSAGING_UNG_DUNG_CALLBACK: 'http://127.0.0.1:8080',
      MESSAGING_UNG_DUNG_PER_SECOND: '10',
    };
    expect(readMessagingSettings(given)).toEqual({
      faults: [],
      clients: [
        { name: 'viber', secret, callback: 'https://cau-noi.tinh.gov.vn/tra-loi', files: ['tep.tinh.gov.vn', '.viber.com'], perSecond: 50 },
        { name: 'ung-dung', secret: `${secret}2`, callback: 'http://127.0.0.1:8080', files: [], perSecond: 10 },
      ],
    });
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['nothing of a client', { MESSAGING_CLIENTS: 'viber' }, ['MESSAGING_VIBER_SECRET', 'MESSAGING_VIBER_CALLBACK']],
    ['no callback', { MESSAGING_CLIENTS: 'viber', MESSAGING_VIBER_SECRET: secret }, ['MESSAGING_VIBER_CALLBACK']],
    ['a client that is not named', viber, ['MESSAGING_CLIENTS', 'MESSAGING_CLIENTS']],
    ['a short secret', { MESSAGING_CLIENTS: 'viber', ...viber, MESSAGING_VIBER_SECRET: 'ngan' }, ['MESSAGING_VIBER_SECRET']],
    [
      'an open callback',
      { MESSAGING_CLIENTS: 'viber', ...viber, MESSAGING_VIBER_CALLBACK: 'http://10.0.0.1/' },
      ['MESSAGING_VIBER_CALLBACK'],
    ],
    ['an address as a host', { MESSAGING_CLIENTS: 'viber', ...viber, MESSAGING_VIBER_FILES: '10.0.0.1' }, ['MESSAGING_VIBER_FILES']],
    ['all hosts', { MESSAGING_CLIENTS: 'viber', ...viber, MESSAGING_VIBER_FILES: '*' }, ['MESSAGING_VIBER_FILES']],
    ['a strange rate', { MESSAGING_CLIENTS: 'viber', ...viber, MESSAGING_VIBER_PER_SECOND: 'nhiều' }, ['MESSAGING_VIBER_PER_SECOND']],
    ['a strange name', { MESSAGING_CLIENTS: 'Viber_1' }, ['MESSAGING_CLIENTS']],
    ['a client twice', { MESSAGING_CLIENTS: 'viber viber', ...viber }, ['MESSAGING_CLIENTS', 'MESSAGING_CLIENTS']],
    [
      'one secret for two',
      { MESSAGING_CLIENTS: 'viber app', ...viber, MESSAGING_APP_SECRET: secret, MESSAGING_APP_CALLBACK: 'https://a.vn' },
      ['MESSAGING_CLIENTS'],
    ],
  ])('with %s are a fault by name', (_, given, names) => {
    const { faults } = readMessagingSettings(given);
    expect(namesOf(faults)).toEqual(names);
    expect(faults.join()).not.toContain(secret);
  });
});

describe('the settings of a Zalo bot', () => {
  const token = '1234567890:mot_ma_cua_bot';

  it('may be left out: then there is none', () => {
    expect(readZaloBotSettings({ PORT: '1' }, null)).toEqual({ settings: null, faults: [] });
  });

  it('have updates asked for by themselves, and brought with a secret', () => {
    const apiUrl = 'https://bot-api.zaloplatforms.com';
    expect(readZaloBotSettings({ ZALO_BOT_TOKEN: token }, null).settings).toEqual({ token, apiUrl, webhook: null });
    expect(readZaloBotSettings({ ZALO_BOT_TOKEN: token, ZALO_BOT_SECRET: secret }, 'https://a.vn').settings).toEqual({
      token,
      apiUrl,
      webhook: { url: 'https://a.vn/webhooks/zalo-bot', secret },
    });
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['a secret alone', { ZALO_BOT_SECRET: secret }, ['ZALO_BOT_TOKEN']],
    ['an address alone', { ZALO_BOT_API_URL: 'https://bot-api.zapps.me' }, ['ZALO_BOT_TOKEN']],
    ['a secret and nowhere to bring updates', { ZALO_BOT_TOKEN: token, ZALO_BOT_SECRET: secret }, ['PUBLIC_URL']],
    ['a token that is none', { ZALO_BOT_TOKEN: 'khong phai' }, ['ZALO_BOT_TOKEN']],
    ['a short secret', { ZALO_BOT_TOKEN: token, ZALO_BOT_SECRET: 'ngan' }, ['ZALO_BOT_SECRET']],
    ['an open address', { ZALO_BOT_TOKEN: token, ZALO_BOT_API_URL: 'http://a.vn' }, ['ZALO_BOT_API_URL']],
  ])('with %s are a fault by name', (_, given, names) => {
    const { faults } = readZaloBotSettings(given, null);
    expect(namesOf(faults)).toEqual(names);
    expect(faults.join()).not.toMatch(/mot_ma|mot-khoa/);
  });
});

it('half-set channels stop the start, all together', () => {
  const start = () => readConfig({ ZALO_BOT_SECRET: secret, MESSAGING_CLIENTS: 'viber' });
  expect(start).toThrow(OperatorError);
  expect(start).toThrow(/ZALO_BOT_TOKEN[\s\S]*MESSAGING_VIBER_SECRET[\s\S]*MESSAGING_VIBER_CALLBACK/);
});
