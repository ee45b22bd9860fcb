import type { Alert } from '../../knowledge/channel-alerts.ts';

/** What is to be done about what, in a sentence. */
const sentences: Record<string, string> = {
  consent: 'the account must consent again, nothing is sent until then: npm run zalo -- login',
  'refresh-unclear': 'the token was to be refreshed and no answer came; it is tried again',
  'token-refused': 'Zalo refuses a token that it has just given: see the app on developers.zalo.me',
  'telegram-token': 'Telegram refuses the token: see TELEGRAM_TOKEN, and /token of @BotFather',
  'bot-token': 'the Zalo Bot platform refuses the token: see ZALO_BOT_TOKEN',
  '-204': 'the account is disabled',
  '-205': 'there is no such account',
  '-209': 'the app is not activated',
  '-211': 'the quota of messages is used up',
  '-212': 'the app is not registered for the API',
  '-219': 'the app was removed or disabled',
  '-221': 'the account is not verified',
  '-223': 'the account has not given the app this right',
  '-224': 'the account needs a higher package',
  '-320': 'no billing account is linked',
  '-321': 'the billing account has no money left',
  '-403': 'the account is not in the group',
};

/** The alerts of channels as lines for staff; none where there are none. */
export function alertLines(alerts: Alert[], minute: (at: string) => string): string[] {
  return alerts.map(({ channel, why, since, times }) => {
    const said = sentences[why] ?? `code ${why}: see the channel's documentation`;
    return `ALERT         ${channel}, since ${minute(since.toISOString())} (${times} ×): ${said}`;
  });
}
