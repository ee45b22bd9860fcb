import { readFileSync } from 'node:fs';
import express, { type Express } from 'express';
import type { Accepted, Meter } from '../../bot/ports.ts';
import type { Message } from '../../bot/types.ts';
import { signatureOf } from '../dossiers/webhook.ts';
import type { RefSeal } from '../sealed-files.ts';
import { channelOf, type MessagingClient } from './client.ts';
import { readMessage } from './read-message.ts';

export type MessagingWebhookOptions = {
  clients: MessagingClient[];
  receive(message: Message): Promise<Accepted>;
  seal: RefSeal;
  now: () => Date;
  meter: Meter;
};

const bodyLimit = '1mb';
const description = new URL('openapi.yaml', import.meta.url);

/**
 * `POST /channels/messaging/<client>/messages`: what somebody says, as `openapi.yaml` beside this file describes it. 202 once it is kept: what comes
 * again was not lost, and is kept once.
 */
export function messagingWebhook({ clients, receive, seal, now, meter }: MessagingWebhookOptions): (app: Express) => void {
  const known = new Map(clients.map((client) => [client.name, client]));
  const count = (result: string) => meter.count('messaging', { result });
  const document = readFileSync(description, 'utf8');
  return (app) => {
    app.get('/channels/messaging/openapi.yaml', (_request, response) => {
      response.type('application/yaml').send(document);
    });
    app.post(
      '/channels/messaging/:client/messages',
      express.raw({ type: () => true, limit: bodyLimit, inflate: false }),
      async (request, response) => {
        const client = known.get(String(request.params.client));
        // A client that is not there is refused like a wrong signature.
        if (client === undefined || signatureOf(request, client.secret, now()) === null) {
          count('signature');
          return void response.status(401).json(wrongSignature);
        }
        const read = readMessage(request.body, client.files);
        if (read.kind === 'wrong') {
          count('body');
          return void response.status(400).json({ ...wrongBody, faults: read.faults });
        }
        if (read.kind === 'ignored') {
          count('ignored');
          return void response.status(200).json({ ignored: true });
        }
        const { files, voice, ...said } = read.message;
        const sealed = files.map((file) => ({ ...file, ref: seal.seal(file.ref) }));
        const heard = voice === null ? {} : { voice: { ...voice, ref: seal.seal(voice.ref) } };
        const accepted = await receive({ channel: channelOf(client), ...said, ...(sealed.length > 0 && { files: sealed }), ...heard });
        count(accepted.kind);
        response.status(202).json({ id: said.id, repeated: accepted.kind === 'repeated' });
      },
    );
  };
}

const wrongSignature = { error: 'Chữ ký không đúng hoặc đã quá hạn.', english: 'The signature is missing, wrong or too old.' };
const wrongBody = { error: 'Nội dung không đúng dạng.', english: 'The body is not in the right format.' };
