import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { reasonOf } from '../../bot/errors.ts';
import type { Meter } from '../../bot/ports.ts';
import type { Take, Took } from './take.ts';

export type WebhookOptions = {
  /** What `setWebhook` told the platform to say with each update. */
  secret: string;
  take: Take;
  meter: Meter;
  log: Logger;
  /** What is not kept by then is asked for again. */
  limitMs?: number;
};

export const webhookPath = '/webhooks/telegram';
const bodyLimit = '1mb';

/** Takes updates: 200 once what they say is kept, whatever it is; 503 where that failed or takes too long, so that they come again. */
export function telegramWebhook({ secret, take, meter, log, limitMs = 10_000 }: WebhookOptions): (app: Express) => void {
  const expected = digest(secret);
  const count = (result: string) => meter.count('telegram-update', { result });

  async function result(update: unknown): Promise<Took | 'failed'> {
    try {
      return await take(update);
    } catch (error) {
      log.error({ reason: reasonOf(error) }, 'Telegram update not kept');
      return 'failed';
    }
  }

  return (app) => {
    app.post(
      webhookPath,
      (request, response, next) => {
        // Digests are of one length, so that comparing them tells nothing.
        if (timingSafeEqual(digest(request.get('x-telegram-bot-api-secret-token') ?? ''), expected)) return next();
        count('secret');
        response.status(401).json(wrongSecret);
      },
      express.json({ type: () => true, limit: bodyLimit, inflate: false }),
      async (request, response) => {
        const late = Promise.withResolvers<'late'>();
        const timer = setTimeout(() => late.resolve('late'), limitMs);
        const took = await Promise.race([result(request.body), late.promise]);
        clearTimeout(timer);
        count(took);
        response.sendStatus(took === 'late' || took === 'failed' || took === 'unknown-bot' ? 503 : 200);
      },
    );
  };
}

const wrongSecret = { error: 'Mã bí mật không đúng.', english: 'The secret token is missing or wrong.' };

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
