import { randomBytes } from 'node:crypto';
import type { Express } from 'express';
import { challengeOf, newVerifier, type OAuth } from './oauth.ts';
import type { Pair } from './token.ts';

export type LoginOptions = {
  oauth: OAuth;
  /** The account that is spoken for: another one's consent is none. */
  account: string;
  redirectUrl: string;
  store: {
    read(): Promise<{ version: number } | null>;
    keep(version: number, pair: Pair): Promise<boolean>;
    beginConsent(state: string, verifier: string): Promise<void>;
    takeConsent(state: string): Promise<string | null>;
  };
  /** Called once the account has consented. */
  consented(): Promise<void>;
};

/** What came of an address to which the administrator was led back. `refused`: with the platform's code. */
export type LoggedIn =
  | { kind: 'done' }
  | { kind: 'incomplete' | 'unknown-state' | 'other-account' }
  | { kind: 'refused' | 'unclear'; why: string };

export type Login = {
  /** The address at which the administrator agrees, within an hour. */
  begin(): Promise<string>;
  finish(address: string): Promise<LoggedIn>;
};

/** The consent of the account's administrator: OAuth with PKCE (S256) and a state of ours, each good for one time. */
export function createLogin({ oauth, account, redirectUrl, store, consented }: LoginOptions): Login {
  async function keep(pair: Pair): Promise<void> {
    for (let isKept = false; !isKept; ) {
      const kept = await store.read();
      // A refresh at this very moment is overtaken: what a person has just agreed to is the newest.
      isKept = await store.keep(kept?.version ?? 0, pair);
    }
  }

  return {
    begin: async () => {
      const verifier = newVerifier();
      const state = randomBytes(24).toString('base64url');
      await store.beginConsent(state, verifier);
      return oauth.consentUrl(redirectUrl, challengeOf(verifier), state);
    },
    finish: async (address) => {
      const given = URL.canParse(address) ? new URL(address).searchParams : new URLSearchParams();
      const [code, state, oaId] = ['code', 'state', 'oa_id'].map((name) => given.get(name) ?? '');
      if (!code || !state || !oaId) return { kind: 'incomplete' };
      const verifier = await store.takeConsent(state);
      if (verifier === null) return { kind: 'unknown-state' };
      if (oaId !== account) return { kind: 'other-account' };
      const answer = await oauth.exchange(code, verifier);
      if (answer.kind !== 'granted') return answer;
      await keep({ ...answer.tokens, account });
      await consented();
      return { kind: 'done' };
    },
  };
}

/** Where the administrator's browser is led back: the consent is finished there, without a command. */
export function consentRoute(login: Login, count: (result: string) => void): (app: Express) => void {
  return (app) => {
    app.get('/zalo/consent', async (request, response) => {
      const result = await login.finish(new URL(request.originalUrl, 'https://motcua.invalid').href);
      count(`consent-${result.kind}`);
      const isDone = result.kind === 'done';
      response
        .status(isDone ? 200 : 400)
        .set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
        .type('text')
        .send(isDone ? pages.done : pages.failed);
    });
  };
}

const pages = {
  done: 'Đã kết nối tài khoản Zalo OA. Bạn đóng trang này được.\nThe Zalo Official Account is connected. You can close this page.\n',
  failed:
    'Chưa kết nối được tài khoản Zalo OA. Bạn chạy lại: npm run zalo -- login\nThe Zalo Official Account is not connected. Please run it again: npm run zalo -- login\n',
};
