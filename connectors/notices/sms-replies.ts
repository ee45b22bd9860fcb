import express, { type Express } from 'express';
import { z } from 'zod';
import type { Meter } from '../../bot/ports.ts';
import { foldedWords } from '../../bot/text.ts';
import { signatureOf } from '../dossiers/webhook.ts';

export type SmsRepliesOptions = {
  /** What the gateway signs with. */
  secret: string;
  /** Ends all that goes to a number (0912345678), once for one request. False: there is nothing to end, or this very request was taken before. */
  leaveNumber(number: string, signature: string): Promise<boolean>;
  now: () => Date;
  meter: Meter;
};

const bodySchema = z.object({
  from: z
    .string()
    .transform((text) => text.replace(/\D/g, '').replace(/^(?:00)?84/, '0'))
    .pipe(z.string().regex(/^0\d{9}$/)),
  text: z.string().max(2_000),
});

/**
 * `POST /webhooks/sms`: what somebody has answered to an SMS, `{"from": "+84912345678", "text": "HUY"}`, signed like the webhook of a dossier source.
 * HUY, DUNG, STOP and their like end all that goes to that number; anything else is passed over.
 */
export function smsReplies({ secret, leaveNumber, now, meter }: SmsRepliesOptions): (app: Express) => void {
  return (app) => {
    app.post('/webhooks/sms', express.raw({ type: () => true, limit: '16kb' }), async (request, response) => {
      const signature = signatureOf(request, secret, now());
      if (signature === null) {
        response.status(401).json({ error: 'Chữ ký không đúng hoặc đã quá hạn.', english: 'The signature is missing, wrong or too old.' });
        return;
      }
      const read = bodySchema.safeParse(parsed(request.body));
      if (!read.success) {
        response.status(400).json({ error: 'Nội dung không đúng dạng.', english: 'The body is not in the right format.' });
        return;
      }
      const { from, text } = read.data;
      if (endsIt(text) && (await leaveNumber(from, signature))) meter.count('left', { by: 'sms' });
      response.status(202).json({ accepted: true });
    });
  };
}

/** A word that ends it, with at most two others: "HUY", "STOP MOTCUA", "dừng nhận tin". */
function endsIt(text: string): boolean {
  const [first = '', ...rest] = foldedWords(text).trim().split(' ');
  return /^(huy|dung|stop|thoi|ngung|tuchoi|unsubscribe|cancel|end|quit)$/.test(first) && rest.length <= 2;
}

function parsed(body: unknown): unknown {
  try {
    return Buffer.isBuffer(body) ? JSON.parse(body.toString('utf8')) : null;
  } catch {
    return null;
  }
}
