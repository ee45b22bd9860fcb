import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Express } from 'express';
import type { Meter } from '../../bot/ports.ts';
import { jsonOf } from '../json-text.ts';

export type BotWebhookOptions = {
  /** The `secret_token` that the platform was given: it sends it back with each update. */
  secret: string;
  take(update: unknown): Promise<void>;
  meter: Meter;
};

const bodyLimit = '1mb';

/** `POST /webhooks/zalo-bot`: 200 once the update is kept, or when there is nothing to keep. */
export function botWebhook({ secret, take, meter }: BotWebhookOptions): (app: Express) => void {
  const count = (result: string) => meter.count('zalo-bot-update', { result });
  return (app) => {
    app.post('/webhooks/zalo-bot', express.raw({ type: () => true, limit: bodyLimit, inflate: false }), async (request, response) => {
      const body: unknown = request.body;
      // The platform tries an address with nothing in it.
      if (!(body instanceof Buffer) || body.length === 0) {
        count('probe');
        return void response.sendStatus(200);
      }
      if (!isSame(request.get('x-bot-api-secret-token') ?? '', secret)) {
        count('signature');
        return void response.status(401).json(wrongSecret);
      }
      await take(jsonOf(body));
      response.sendStatus(200);
    });
  };
}

const wrongSecret = { error: 'Mã bí mật không đúng.', english: 'The secret token is missing or wrong.' };

function isSame(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
