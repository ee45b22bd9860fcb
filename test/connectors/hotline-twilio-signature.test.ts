import { describe, expect, it } from 'vitest';
import { isSigned, signatureOf } from '../../connectors/hotline/twilio/signature.ts';

describe('the signature of Twilio', () => {
  const token = 'demo_token';
  const url = 'https://voice.example.com/twilio/gather?step=1';
  const fields: [string, string][] = [
    ['From', '+84900000001'],
    ['CallSid', 'CA0001'],
    ['Digits', '1'],
  ];

  it('is the one that its rule gives, whatever the order of the fields', () => {
    expect(signatureOf(token, url, fields)).toBe('o7VKynoBY7aJysmwO3sGK0F0Cq0=');
    expect(signatureOf(token, url, [...fields].reverse())).toBe('o7VKynoBY7aJysmwO3sGK0F0Cq0=');
  });

  it('holds for the very address, the very fields and the very token alone', () => {
    const header = 'o7VKynoBY7aJysmwO3sGK0F0Cq0=';
    expect(isSigned({ token, url, fields, header })).toBe(true);
    expect(isSigned({ token, url: `${url}1`, fields, header })).toBe(false);
    expect(isSigned({ token: 'other_token', url, fields, header })).toBe(false);
    expect(isSigned({ token, url, fields: [...fields, ['Digits', '2']], header })).toBe(false);
    expect(isSigned({ token, url, fields, header: header.slice(0, -1) })).toBe(false);
    expect(isSigned({ token, url, fields, header: '' })).toBe(false);
  });

  it('takes each value of a repeated name once, in order', () => {
    const once = signatureOf(token, url, [['A', '12']]);
    expect(
      signatureOf(token, url, [
        ['A', '12'],
        ['A', '12'],
      ]),
    ).toBe(once);
    const several: [string, string][] = [
      ['A', '2'],
      ['A', '1'],
    ];
    expect(signatureOf(token, url, several)).toBe(signatureOf(token, `${url}A1A2`));
  });

  it('may be of the address with its usual port or without, and of a socket with a slash behind it or without', () => {
    const of = (signedUrl: string) => signatureOf(token, signedUrl);
    const plain = 'https://voice.example.com/a';
    expect(isSigned({ token, url: plain, header: of('https://voice.example.com:443/a') })).toBe(true);
    expect(isSigned({ token, url: 'https://voice.example.com:443/a', header: of(plain) })).toBe(true);
    expect(isSigned({ token, url: 'https://voice.example.com:8443/a', header: of(plain) })).toBe(false);
    expect(isSigned({ token, url: plain, header: of(`${plain}/`) })).toBe(false);
    const socket = 'wss://voice.example.com/a';
    expect(isSigned({ token, url: socket, header: of(`${socket}/`) })).toBe(true);
    expect(isSigned({ token, url: socket, header: of(socket) })).toBe(true);
    expect(isSigned({ token, url: socket, header: of('https://voice.example.com/a') })).toBe(false);
  });
});
