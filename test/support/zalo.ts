import type { Database } from '../../knowledge/database.ts';
import { sealFor } from '../../knowledge/seals.ts';
import { createZaloTokens } from '../../knowledge/zalo-tokens.ts';
import type { ZaloSettings } from '../../scripts/zalo-settings.ts';
import type { FakeZalo } from '../fakes/zalo.ts';
import { zaloApp } from '../fakes/zalo-oauth.ts';
import type { Settings } from './server.ts';

/** The settings of an operator whose platform is a fake. */
export function zaloEnvironment(url: string): Settings {
  return {
    ZALO_APP_ID: zaloApp.id,
    ZALO_APP_SECRET: zaloApp.secret,
    ZALO_OA_ID: zaloApp.account,
    ZALO_OA_SECRET: zaloApp.oaSecret,
    ZALO_API_URL: url,
    ZALO_OAUTH_URL: url,
    PUBLIC_URL: 'https://motcua.example',
  };
}

export function zaloSettingsOf(url: string): ZaloSettings {
  return {
    appId: zaloApp.id,
    appSecret: zaloApp.secret,
    account: zaloApp.account,
    secret: zaloApp.oaSecret,
    apiUrl: url,
    oauthUrl: url,
    redirectUrl: 'https://motcua.example/zalo/consent',
    quietMinutes: 30,
    paid: true,
    proof: false,
    template: null,
  };
}

/** The account has consented, and its tokens are good for so long. */
export async function giveTokens(pool: Database['pool'], { oauth }: FakeZalo, seconds = 90_000): Promise<void> {
  const store = createZaloTokens({ pool, app: zaloApp.id, seal: await sealFor(pool, null, 'zalo') });
  const kept = await store.read();
  await store.keep(kept?.version ?? 0, { ...oauth.rotate(), seconds, account: zaloApp.account });
}
