import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { jsonOf } from '../json-text.ts';

/** `url`: where the platform's sign-in stands (`https://oauth.zaloapp.com`). `limitMs`: of one question. */
export type OAuthOptions = { url: string; appId: string; appSecret: string; limitMs?: number };

export type Tokens = { access: string; refresh: string; seconds: number };

/** `refused`: the platform says no, with a code; `unclear`: no answer that can be read, and nobody knows what became of it. */
export type Granted = { kind: 'granted'; tokens: Tokens } | { kind: 'refused'; why: string } | { kind: 'unclear'; why: string };

export type OAuth = {
  /** Where the account's administrator agrees. */
  consentUrl(redirectUrl: string, challenge: string, state: string): string;
  exchange(code: string, verifier: string): Promise<Granted>;
  /** A refresh token counts once, whatever becomes of the answer. */
  refresh(token: string): Promise<Granted>;
};

const path = '/v4/oa';
const longestAnswer = 64_000;
const grantedSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  // A string of seconds; 25 hours, and whatever it says else: tokens that came are never thrown away for it.
  expires_in: z.coerce.number().int().min(1).max(31_536_000).catch(90_000),
});
const refusedSchema = z.object({ error: z.coerce.number().int() });

export function createOAuth({ url, appId, appSecret, limitMs = 15_000 }: OAuthOptions): OAuth {
  async function ask(fields: Record<string, string>): Promise<Granted> {
    const body = new URLSearchParams({ app_id: appId, ...fields });
    try {
      const response = await fetch(`${url}${path}/access_token`, {
        method: 'POST',
        headers: { secret_key: appSecret },
        body,
        signal: AbortSignal.timeout(limitMs),
        redirect: 'error',
      });
      return granted(response.status, (await response.text()).slice(0, longestAnswer));
    } catch {
      return { kind: 'unclear', why: 'no answer' }; // the error may hold the request, and with it the tokens
    }
  }

  return {
    consentUrl: (redirectUrl, challenge, state) =>
      `${url}${path}/permission?${new URLSearchParams({ app_id: appId, redirect_uri: redirectUrl, code_challenge: challenge, state })}`,
    exchange: (code, verifier) => ask({ code, grant_type: 'authorization_code', code_verifier: verifier }),
    refresh: (token) => ask({ refresh_token: token, grant_type: 'refresh_token' }),
  };
}

/** What has no tokens is no grant, whatever its status. */
function granted(status: number, text: string): Granted {
  const body = jsonOf(text);
  const read = grantedSchema.safeParse(body);
  if (read.success) {
    const { access_token: access, refresh_token: refresh, expires_in: seconds } = read.data;
    return { kind: 'granted', tokens: { access, refresh, seconds } };
  }
  const refused = refusedSchema.safeParse(body);
  if (refused.success && status < 500) return { kind: 'refused', why: String(refused.data.error) };
  return { kind: 'unclear', why: `HTTP ${status}` };
}

/** 43 characters that nobody guesses. */
export function newVerifier(): string {
  return randomBytes(32).toString('base64url');
}

/** RFC 7636, S256: what is shown of a verifier beforehand. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
