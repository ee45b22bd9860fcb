import { describe, expect, it } from 'vitest';
import { readConfig } from '../../scripts/config.ts';
import { readZaloSettings } from '../../scripts/zalo-settings.ts';

const publicUrl = 'https://motcua.tinh.vn';
const whole = { ZALO_APP_ID: '1234567890', ZALO_APP_SECRET: 'app-secret', ZALO_OA_ID: '9001000000', ZALO_OA_SECRET: 'oa-secret' };
const faultsOf = (given: Record<string, string>, url: string | null = publicUrl) => readZaloSettings(given, url).faults;

describe('the settings of a Zalo Official Account', () => {
  it('are none where nothing is set', () => {
    expect(readZaloSettings({ ZALO_BOT_TOKEN: 'x' }, null)).toEqual({ settings: null, faults: [] });
  });

  it('are whole with four, and lead the administrator back to this server', () => {
    const { settings, faults } = readZaloSettings(whole, publicUrl);
    expect(faults).toEqual([]);
    expect(settings).toMatchObject({
      appId: '1234567890',
      secret: 'oa-secret',
      apiUrl: 'https://openapi.zalo.me',
      oauthUrl: 'https://oauth.zaloapp.com',
      redirectUrl: `${publicUrl}/zalo/consent`,
      quietMinutes: 30,
      paid: true,
      template: null,
    });
  });

  it('have no key of the webhook yet while the platform has not shown it', () => {
    expect(readZaloSettings({ ...whole, ZALO_OA_SECRET: 'bootstrap' }, publicUrl).settings?.secret).toBeNull();
  });

  it.each(Object.keys(whole))('are half-set without %s, which is named', (name) => {
    const { [name as keyof typeof whole]: _, ...rest } = whole;
    const faults = faultsOf(rest);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name}: is needed`));
  });

  it('are half-set with something beside them alone', () => {
    for (const given of [{ ZALO_PAID: 'off' }, { ZALO_API_URL: 'https://zalo.example' }])
      expect(faultsOf(given).map((fault) => fault.split(':')[0])).toEqual(Object.keys(whole));
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['no address to be led back to', {}, /^PUBLIC_URL: is needed/],
    ['an app id in words', { ZALO_APP_ID: 'my-app' }, /^ZALO_APP_ID: must be digits/],
    ['a strange address', { ZALO_API_URL: 'http://openapi.zalo.me' }, /^ZALO_API_URL: must be https/],
    ['a template without its data', { ZALO_STATUS_TEMPLATE: '310001' }, /^ZALO_STATUS_DATA: is needed/],
    ['data without a template', { ZALO_STATUS_DATA: '{}' }, /^ZALO_STATUS_TEMPLATE: is needed/],
    ['data that are none', { ZALO_STATUS_TEMPLATE: '310001', ZALO_STATUS_DATA: '{' }, /^ZALO_STATUS_DATA: must be JSON/],
    ['data that ask for what is not there', { ZALO_STATUS_TEMPLATE: '1', ZALO_STATUS_DATA: '{"a":"{name}"}' }, /^ZALO_STATUS_/],
    ['a quiet time that is none', { ZALO_STAFF_QUIET_MINUTES: '0' }, /^ZALO_STAFF_QUIET_MINUTES/],
  ])('are refused with %s', (_, change, fault) => {
    const faults = faultsOf({ ...whole, ...change }, Object.keys(change).length === 0 ? null : publicUrl);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).toMatch(new RegExp(fault.source, 'm'));
  });

  it('are refused at start with all that is missing, and without what was given', () => {
    const start = () => readConfig({ ZALO_APP_SECRET: 'geheim-geheim', ZALO_OA_ID: '9001000000', PUBLIC_URL: publicUrl });
    expect(start).toThrow(/ZALO_APP_ID: is needed[\s\S]*ZALO_OA_SECRET: is needed/);
    expect(start).not.toThrow(/geheim/);
  });
});
