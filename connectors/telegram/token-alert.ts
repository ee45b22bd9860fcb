import type { Logger } from 'pino';
import { reasonOf } from '../../bot/errors.ts';
import type { Alerts } from '../../bot/ports.ts';
import { party } from './client.ts';

/** Whether the platform takes our token, as staff see it. Neither throws: what has been sent is sent, whatever can be written down about it. */
export type TokenAlert = {
  /** It has refused something with this status (`statusOf`): somebody is called where the token is at fault. */
  refused(status: string): Promise<void>;
  /** It has done what we asked. */
  works(): Promise<void>;
};

const why = 'telegram-token';

export function createTokenAlert(alerts: Alerts, log: Logger): TokenAlert {
  // An alert may stand from before this process began.
  let isRaised = true;

  async function written(work: Promise<void>): Promise<boolean> {
    try {
      await work;
      return true;
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'alert not kept: it is tried again');
      return false;
    }
  }

  return {
    refused: async (status) => {
      // For a token that is none at all the platform knows no such page.
      if (status !== '401' && status !== '404') return;
      isRaised = true;
      log.error('Telegram refuses TELEGRAM_TOKEN');
      await written(alerts.raise(party, why));
    },
    works: async () => {
      if (isRaised && (await written(alerts.clear(party, [why])))) isRaised = false;
    },
  };
}
