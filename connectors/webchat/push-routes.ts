import express, { type Express } from 'express';
import { z } from 'zod';
import type { Push } from './push.ts';
import { personOf } from './session.ts';

const targetSchema = z.object({
  endpoint: z.url().max(2_000),
  // An uncompressed point of P-256 and 16 bytes, as RFC 8291 has them.
  keys: z.object({ p256dh: z.string().regex(/^B[\w-]{86}=?$/), auth: z.string().regex(/^[\w-]{22}(?:==)?$/) }),
});

/** How a browser asks to be told while the page is closed, and ends it. */
export function pushRoutes(push: Push): (app: Express) => void {
  return (app) => {
    app.get('/chat/push-key', (_request, response) => {
      response.set('Cache-Control', 'no-store').json({ key: push.publicKey });
    });
    app.post('/chat/push', express.json({ limit: '4kb' }), async (request, response) => {
      const person = personOf(request, response);
      const read = targetSchema.safeParse(request.body);
      if (!read.success || !push.accepts(read.data.endpoint)) {
        response.status(400).json({ error: 'Trình duyệt này chưa nhận thông báo được.', english: 'This browser cannot be notified.' });
      } else if (await push.keep(person, read.data)) {
        response.status(204).end();
      } else {
        response.status(409).json({ error: 'Chưa có cuộc trò chuyện nào để báo.', english: 'There is no conversation to be notified of.' });
      }
    });
    app.delete('/chat/push', async (request, response) => {
      await push.end(personOf(request, response));
      response.status(204).end();
    });
  };
}
