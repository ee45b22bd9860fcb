import { describe, expect, it } from 'vitest';
import { proofOf } from '../../connectors/zalo/call.ts';
import { challengeOf, newVerifier } from '../../connectors/zalo/oauth.ts';
import { isSigned } from '../../connectors/zalo/signature.ts';

const body =
  '{"app_id":"1234567890123456789","event_name":"user_send_text","timestamp":"1760000000000","sender":{"id":"8001"},"recipient":{"id":"9001"},"user_id_by_app":"7001","message":{"msg_id":"m-1","text":"Xin chào"}}';
const right = '68c02d2967df86df1976c1dc0e60ac983342028fe9dd158a892cf28806a9d282';
const known = {
  appId: '1234567890123456789',
  secret: 'OaSecretDemo01',
  header: `mac=${right}`,
  body: Buffer.from(body),
  timestamp: '1760000000000',
};

describe('the signature of a Zalo event', () => {
  it('is the plain digest of app id, bytes, timestamp and secret', () => {
    expect(known.body).toHaveLength(209);
    expect(isSigned(known)).toBe(true);
    const header = 'mac=2f1ef5aabe67e8396a459ca89562e108ad541f82ba5022c85f645bd6b7220cb9';
    expect(isSigned({ appId: 'X', secret: 'Y', header, body: Buffer.from('BODY'), timestamp: '1234567890' })).toBe(true);
  });

  it.each([
    ['bare', right],
    ['with blanks', `  mac= ${right} `],
    ['in capitals', `MAC=${right.toUpperCase()}`],
  ])('is taken %s', (_, header) => {
    expect(isSigned({ ...known, header })).toBe(true);
  });

  it.each<[string, Partial<typeof known> | { header: undefined }]>([
    ['is missing', { header: undefined }],
    ['is empty', { header: '' }],
    ['is half', { header: `mac=${right.slice(0, 32)}` }],
    ['has one more character', { header: `mac=${right}0` }],
    ['is another digest', { header: `sha256=${right}` }],
    ['is wrong in its last digit', { header: `mac=${right.slice(0, -1)}3` }],
    ["is another account's", { secret: 'OaSecretDemo02' }],
    ["is another app's", { appId: '1234567890123456788' }],
    ['is of another time', { timestamp: '1760000000001' }],
    ['is of a decomposed letter', { body: Buffer.from(body.normalize('NFD')) }],
    ['is of one blank more', { body: Buffer.from(`${body} `) }],
  ])('is refused where it %s', (_, change) => {
    expect(isSigned({ ...known, ...change })).toBe(false);
  });
});

describe('what proves who asks', () => {
  it('is the S256 challenge of a verifier, without padding', () => {
    expect(challengeOf('vn-demo-verifier-0123456789-ABCDEFGHIJKLMNO')).toBe('TeM1hW4tI_NUOeUmu9HYztN-Pp3n9ODcY7sbgtveTbE');
    expect(newVerifier()).toMatch(/^[\w-]{43}$/);
    expect(newVerifier()).not.toBe(newVerifier());
  });

  it("is the token's digest by the secret of the app", () => {
    expect(proofOf('demo_access_token', 'demo_app_secret')).toBe('a751bfc3360c80496af56539f4965e11b3abeaf59807807b4bdb604af827dd83');
  });
});
