import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A platform as this bench plays it: events signed like those of a Zalo Official Account, answers taken over HTTP. */
export const app = { id: '1234567890123456789', secret: 'OaSecretDemo01' };

export const eventSchema = z.object({
  timestamp: z.string(),
  sender: z.object({ id: z.string() }),
  message: z.object({ msg_id: z.string(), text: z.string() }),
});

export type Sent = { body: string; signature: string };

export function eventOf(person: string, id: string, text: string): Sent {
  const timestamp = String(Date.now());
  const body = JSON.stringify({
    app_id: app.id,
    event_name: 'user_send_text',
    timestamp,
    sender: { id: person },
    recipient: { id: '9001' },
    user_id_by_app: person,
    message: { msg_id: id, text },
  });
  return { body, signature: `mac=${macOf(body, timestamp)}` };
}

export function macOf(body: string | Buffer, timestamp: string): string {
  return createHash('sha256').update(app.id).update(body).update(timestamp).update(app.secret).digest('hex');
}
