import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, json } from './zalo-wire.ts';

/** What becomes of the next question for tokens. `hold`: it is done and its answer never comes; `lost`: it never arrives; `broken`: HTTP 500. */
export type Trouble = 'hold' | 'lost' | 'broken' | 'drop';

/** The sign-in of the platform: codes and refresh tokens count once, and a new access token ends the one before. */
export type FakeOAuth = {
  access: string;
  refresh: string;
  /** Milliseconds since 1970. */
  accessUntil: number;
  expiresIn: string;
  /** How many refreshes were granted, and how many refused. */
  granted: number;
  refused: number;
  trouble: Trouble | null;
  /** Called when a question has arrived that is held. */
  onHold(): void;
  /** An administrator agrees at this address: the address that they are led back to. */
  agree(consentUrl: string, account?: string): string;
  /** The access token ends now. */
  expire(): void;
  /** Hands out a new pair behind our back, as the console's API Explorer does. */
  rotate(): { access: string; refresh: string };
};

export const zaloApp = { id: '1234567890123456789', secret: 'AppSecretDemo01', account: '9001000000000000001', oaSecret: 'OaSecretDemo01' };

type Answering = FakeOAuth & { answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> };

export function fakeOAuth(faults: string[]): Answering {
  const codes = new Map<string, { challenge: string }>();
  let count = 0;
  const fake: Answering = {
    access: '',
    refresh: '',
    accessUntil: 0,
    expiresIn: '90000',
    granted: 0,
    refused: 0,
    trouble: null,
    onHold: () => {},
    agree: (consentUrl, account = zaloApp.account) => {
      const { searchParams: given, pathname } = new URL(consentUrl);
      if (pathname !== '/v4/oa/permission' || given.get('app_id') !== zaloApp.id) throw new Error('no consent page');
      const challenge = given.get('code_challenge') ?? '';
      if (!/^[\w-]{43}$/.test(challenge) || given.has('code_challenge_method')) throw new Error('a wrong challenge');
      const code = randomBytes(24).toString('base64url');
      codes.set(code, { challenge });
      const back = new URL(given.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code, oa_id: account, state: given.get('state') ?? '' }).toString();
      return back.href;
    },
    expire: () => {
      fake.accessUntil = 0;
    },
    rotate,
    answer: async (request, response, path) => {
      if (path !== '/v4/oa/access_token') return false;
      const fields = new URLSearchParams((await bodyOf(request)).toString('utf8'));
      const { trouble } = fake;
      if (trouble !== null) fake.trouble = null;
      if (trouble === 'lost') request.socket.destroy();
      else if (trouble === 'broken') json(response, { error: -1 }, 500);
      else {
        const said = grant(request, fields);
        if (trouble === 'drop') request.socket.destroy();
        else if (trouble === 'hold') fake.onHold();
        else json(response, said);
      }
      return true;
    },
  };

  function rotate() {
    count += 1;
    fake.access = `atk_${count}_${randomBytes(12).toString('hex')}`;
    fake.refresh = `rtk_${count}_${randomBytes(12).toString('hex')}`;
    fake.accessUntil = Date.now() + (Number(fake.expiresIn) || 90_000) * 1_000;
    return { access: fake.access, refresh: fake.refresh };
  }

  function grant({ method, headers }: IncomingMessage, fields: URLSearchParams): unknown {
    if (method !== 'POST' || headers['content-type']?.startsWith('application/x-www-form-urlencoded') !== true) faults.push('a wrong form');
    if (headers.secret_key !== zaloApp.secret) return refusal(-14004, 'Invalid secret key');
    if (fields.get('app_id') !== zaloApp.id) return refusal(-14002, 'Invalid app id');
    const kind = fields.get('grant_type');
    const isRight = kind === 'refresh_token' ? fields.get('refresh_token') === fake.refresh && fake.refresh !== '' : isProven(fields);
    const names = kind === 'refresh_token' ? 'app_id grant_type refresh_token' : 'app_id code code_verifier grant_type';
    if ([...fields.keys()].sort().join(' ') !== names) faults.push(`fields ${[...fields.keys()].join(' ')}`);
    if (!isRight) {
      fake.refused += 1;
      return refusal(-118, 'Invalid or used token');
    }
    fake.granted += 1;
    const { access, refresh } = rotate();
    return { access_token: access, refresh_token: refresh, expires_in: fake.expiresIn };
  }

  function isProven(fields: URLSearchParams): boolean {
    const code = codes.get(fields.get('code') ?? '');
    codes.delete(fields.get('code') ?? '');
    const verifier = fields.get('code_verifier') ?? '';
    return /^[\w.~-]{43}$/.test(verifier) && code?.challenge === createHash('sha256').update(verifier).digest('base64url');
  }
  return fake;
}

/** Another shape than the rest of the platform's errors. */
function refusal(error: number, reason: string): unknown {
  return { error, error_name: reason, error_reason: reason, ref_doc: 'https://example.vn', error_description: reason };
}
