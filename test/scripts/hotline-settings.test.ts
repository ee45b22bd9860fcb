import { expect, test } from 'vitest';
import { standardPolicy } from '../../bot/call/policy.ts';
import { readHotlineSettings } from '../../scripts/hotline-settings.ts';

const read = (given: Record<string, string>, publicUrl: string | null = null) => readHotlineSettings(given, publicUrl, '/nowhere');
const password = 'mat-khau-tong-dai';
const twilio = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: '0123456789abcdef0123456789abcdef',
  TWILIO_PERSON: '+842439999999',
};

test('without a way by which calls come there is no hotline', () => {
  expect(read({})).toEqual({ settings: null, faults: [] });
  expect(read({ HOTLINE_REGION: 'south' })).toEqual({ settings: null, faults: [] });
});

test('a password is enough for Asterisk; everything else is as usual', () => {
  expect(read({ HOTLINE_PASSWORD: password }).settings).toMatchObject({
    asterisk: { password, audiosocket: null },
    twilio: null,
    stringee: null,
    person: '100',
    hours: 'office',
    most: 100,
    region: 'north',
    notice: null,
    policy: standardPolicy,
    recordingDays: null,
    espeak: null,
  });
});

test('AudioSocket, a policy of its own and recording are added to it', () => {
  const given = {
    HOTLINE_PASSWORD: password,
    AUDIOSOCKET_PORT: '9092',
    HOTLINE_POLICY: 'noInputMs=6000, reprompts=3, warnMs=0',
    HOTLINE_NOTICE: 'Đây là tổng đài của phường.',
    HOTLINE_RECORDING: 'on',
    HOTLINE_RECORDING_DAYS: '7',
  };
  expect(read(given).settings).toMatchObject({
    asterisk: { audiosocket: { host: '127.0.0.1', port: 9092 } },
    policy: { ...standardPolicy, noInputMs: 6_000, reprompts: 3, warnMs: 0 },
    notice: 'Đây là tổng đài của phường.',
    recordingDays: 7,
  });
});

test.each([
  [{ AUDIOSOCKET_PORT: '9092' }, 'HOTLINE_PASSWORD: is needed beside the other settings of the hotline on Asterisk'],
  [{ HOTLINE_PASSWORD: 'short' }, 'HOTLINE_PASSWORD: must have 12 to 200'],
  [{ HOTLINE_PASSWORD: password, HOTLINE_POLICY: 'patience=3' }, 'HOTLINE_POLICY: there is no patience'],
  [{ HOTLINE_PASSWORD: password, HOTLINE_POLICY: 'endMs=soon' }, 'HOTLINE_POLICY: endMs must be a whole number'],
  [{ HOTLINE_PASSWORD: password, HOTLINE_POLICY: 'noInputMs=0' }, 'HOTLINE_POLICY: noInputMs must be 100'],
  [{ HOTLINE_PASSWORD: password, HOTLINE_REGION: 'west' }, 'HOTLINE_REGION'],
  // The dialplan would dial what is left of it, and nobody would answer.
  [{ HOTLINE_PASSWORD: password, HOTLINE_PERSON: 'hang-doi' }, 'HOTLINE_PERSON: must be letters and digits'],
  [{ TWILIO_ACCOUNT_SID: twilio.TWILIO_ACCOUNT_SID }, 'TWILIO_AUTH_TOKEN: is needed beside the other settings of Twilio'],
  [twilio, 'PUBLIC_URL: is needed beside the settings of Twilio'],
  [{ STRINGEE_SECRET: 'demo_sign', STRINGEE_NUMBER: '842400000001' }, 'STRINGEE_PERSON: is needed beside the other settings of Stringee'],
  [{ ESPEAK: '/no/such/file', HOTLINE_PASSWORD: password }, 'ESPEAK: there is no such file'],
])('what is half set or wrong is named: %#', (given, fault) => {
  const { settings, faults } = read(given);
  expect(settings).toBeNull();
  expect(faults.join('\n')).toContain(fault);
});

test('no fault shows a value', () => {
  expect(read({ HOTLINE_PASSWORD: 'geheim' }).faults.join()).not.toContain('geheim');
});

test('Twilio and Stringee come to the public address', () => {
  const { settings } = read(
    { ...twilio, STRINGEE_SECRET: 'demo_sign', STRINGEE_NUMBER: '842400000001', STRINGEE_PERSON: 'user:can-bo' },
    'https://motcua.example',
  );
  expect(settings?.twilio?.publicUrl).toBe('https://motcua.example');
  expect(settings?.stringee).toMatchObject({ person: 'user:can-bo', hosts: ['.stringee.com'], ownUrl: null });
});
