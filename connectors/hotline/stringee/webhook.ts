import express, { type Express, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { reasonOf } from '../../../bot/errors.ts';
import type { Meter } from '../../../bot/ports.ts';
import { jsonOf } from '../../json-text.ts';
import { addressIn } from './recording.ts';
import type { Scco } from './scco.ts';
import { isSigned } from './signature.ts';
import type { Switchboard } from './switchboard.ts';

export type StringeeWebhookOptions = {
  /** `https://…`, as it is set at Stringee: its path is signed. */
  publicUrl: string;
  secret: string;
  board: Switchboard;
  /** Whether a recording may be fetched from there. */
  isAllowed(host: string): boolean;
  meter: Meter;
  log: Logger;
};

const text = z.union([z.string(), z.number()]).transform(String);
const startSchema = z.object({ from: text, to: text, uuid: text.optional(), callId: text.optional(), fromInternal: text.optional() });
const idSchema = z.object({ call_id: z.string().nullish().catch(null) });
const keysSchema = z.object({ dtmf: text.nullish(), timeout: z.union([z.boolean(), z.string()]).nullish() });
const party = z.object({ number: text }).nullish().catch(null);
const eventSchema = z.object({ call_id: z.string(), call_status: z.string(), from: party, to: party });

type Body = { request: Request; body: unknown };

/**
 * `/webhooks/stringee/answer` when somebody calls, then `/input` and `/voice` turn by turn, `/connect-failed` where a person did not answer; `/event` tells
 * what becomes of the call. Each is signed; what is not is 401. Whatever fails on our side, the caller is put through to a person.
 */
export function stringeeWebhook({ publicUrl, secret, board, isAllowed, meter, log }: StringeeWebhookOptions): (app: Express) => void {
  const prefix = new URL(publicUrl).pathname.replace(/\/$/, '');
  const count = (result: string) => meter.count('call-webhook', { party: 'stringee', result });

  function isOurs(request: Request, response: Response, signed: Buffer | string): boolean {
    if (isSigned({ secret, signed, header: request.get('x-stringee-signature') })) return true;
    count('signature');
    response.status(401).json({ error: 'Chữ ký không đúng.', english: 'The signature is missing or wrong.' });
    return false;
  }

  async function answer(response: Response, work: () => Promise<Scco> | null): Promise<void> {
    try {
      const scco = await work();
      if (scco !== null) return void response.json(scco);
      count('malformed');
      response.status(400).json({ error: 'Nội dung gửi lên không đọc được.', english: 'The request could not be read.' });
    } catch (error) {
      count('failed');
      log.error({ reason: reasonOf(error) }, 'turn of a call failed');
      response.json(board.apology());
    }
  }

  function answered({ request }: Body): Promise<Scco> | null {
    const read = startSchema.safeParse(request.query).data;
    const call = read?.uuid ?? read?.callId;
    if (read === undefined || call === undefined) return null;
    // Who calls from an app has a name, no number.
    const from = read.fromInternal !== 'true' && /^\+?\d{3,15}$/.test(read.from) ? read.from : null;
    return board.answer({ call: call.slice(0, 100), from, to: read.to.slice(0, 60), turn: 1 });
  }

  function pressed({ request, body }: Body): Promise<Scco> | null {
    const read = keysSchema.safeParse(body).data;
    if (read === undefined) return null;
    const inTime = read.timeout !== true && read.timeout !== 'true';
    return board.keys(request.query.call, numberOf(request), (read.dtmf ?? '').slice(0, 64), inTime);
  }

  function recorded({ request, body }: Body): Promise<Scco> | null {
    const address = addressIn(body, isAllowed);
    // Its field is not told in Stringee's pages: the names of what came, without what they hold, help whoever has to find it.
    if (address === null) log.warn({ fields: Object.keys(Object(body)) }, 'a recording without an address');
    return board.recorded(request.query.call, address);
  }

  const raw = express.raw({ type: () => true, limit: '64kb', inflate: false });

  return (app) => {
    app.get('/webhooks/stringee/answer', async (request, response) => {
      // A space in an address goes as %20, whatever a proxy makes of it.
      if (!isOurs(request, response, `${prefix}${request.originalUrl}`.replaceAll(' ', '%20'))) return;
      await answer(response, () => answered({ request, body: null }));
    });
    const post = (name: string, work: (body: Body) => Promise<Scco> | null) =>
      app.post(`/webhooks/stringee/${name}`, raw, async (request, response) => {
        const bytes: unknown = request.body;
        const signed = bytes instanceof Buffer ? bytes : Buffer.alloc(0);
        if (!isOurs(request, response, signed)) return;
        const body = jsonOf(signed);
        if (body !== null) board.name(request.query.call, idSchema.safeParse(body).data?.call_id ?? null);
        await answer(response, () => (body === null ? null : work({ request, body })));
      });
    post('input', pressed);
    post('voice', recorded);
    post('connect-failed', ({ request }) => board.unanswered(request.query.call));
    app.post('/webhooks/stringee/event', raw, (request, response) => {
      const bytes: unknown = request.body;
      const signed = bytes instanceof Buffer ? bytes : Buffer.alloc(0);
      if (!isOurs(request, response, signed)) return;
      const event = eventSchema.safeParse(jsonOf(signed)).data;
      if (event?.call_status === 'ended') board.ended({ id: event.call_id, from: event.from?.number ?? '', to: event.to?.number ?? '' });
      if (event === undefined) count('malformed');
      response.sendStatus(event === undefined ? 400 : 200);
    });
  };
}

function numberOf(request: Request): number {
  return Number(request.query.n ?? Number.NaN);
}
