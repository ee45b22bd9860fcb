import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../bot/errors.ts';
import { readConfig } from '../../scripts/config.ts';
import { readTelegramSettings } from '../../scripts/telegram-settings.ts';

const TELEGRAM_TOKEN = '700001:fake-token-of-a-fake-bot-0123456789';
const TELEGRAM_SECRET = 'secret-of-the-fake-webhook';
const publicUrl = 'https://motcua.example';

describe('the settings of Telegram', () => {
  const faultsOf = (given: Record<string, string>, url: string | null = publicUrl) =>
    readTelegramSettings(given, url).faults.map((fault) => fault.split(':')[0]);

  it('may all be left out: then there is no bot', () => {
    expect(readTelegramSettings({}, publicUrl)).toEqual({ settings: null, faults: [] });
  });

  it('are a token at least: then it is asked for messages', () => {
    const settings = { token: TELEGRAM_TOKEN, apiRoot: 'https://api.telegram.org', webhook: null };
    expect(readTelegramSettings({ TELEGRAM_TOKEN }, null)).toEqual({ settings, faults: [] });
  });

  it('name the webhook by where we are reached', () => {
    const { settings } = readTelegramSettings({ TELEGRAM_TOKEN, TELEGRAM_SECRET, TELEGRAM_MODE: 'webhook' }, publicUrl);
    expect(settings?.webhook).toEqual({ url: 'https://motcua.example/webhooks/telegram', secret: TELEGRAM_SECRET });
  });

  it.each<[Record<string, string>, string | null, string[]]>([
    [{ TELEGRAM_SECRET, TELEGRAM_MODE: 'webhook' }, publicUrl, ['TELEGRAM_TOKEN']],
    [{ TELEGRAM_TOKEN, TELEGRAM_MODE: 'webhook' }, publicUrl, ['TELEGRAM_SECRET']],
    [{ TELEGRAM_TOKEN, TELEGRAM_SECRET, TELEGRAM_MODE: 'webhook' }, null, ['PUBLIC_URL']],
    [{ TELEGRAM_TOKEN, TELEGRAM_SECRET }, publicUrl, ['TELEGRAM_MODE']],
    [{ TELEGRAM_TOKEN: 'no token', TELEGRAM_API_ROOT: 'http://bot-api:8081/' }, publicUrl, ['TELEGRAM_TOKEN', 'TELEGRAM_API_ROOT']],
  ])('that are half set or wrong are faults by name', (given, url, names) => {
    expect(faultsOf(given, url)).toEqual(names);
  });

  it('stop the start, without their values', () => {
    const read = () => readConfig({ TELEGRAM_TOKEN: 'secret words', TELEGRAM_MODE: 'webhook' });
    expect(read).toThrow(OperatorError);
    expect(read).toThrow(/TELEGRAM_TOKEN.*\n.*TELEGRAM_SECRET/);
    expect(read).not.toThrow(/secret words/);
  });
});
