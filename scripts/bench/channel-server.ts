import { Agent, request } from 'node:http';
import express from 'express';
import { Unavailable } from '../../bot/errors.ts';
import type { Channel } from '../../bot/ports.ts';
import { startHttp } from '../../connectors/http.ts';
import { zaloOa } from '../../connectors/render/capabilities.ts';
import { sendParts } from '../../connectors/render/send-parts.ts';
import { renderReply } from '../../connectors/render.ts';
import { createPace } from '../../knowledge/pace.ts';
import { composeApp } from '../compose.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { main } from '../main.ts';
import { eventSchema, macOf } from './channel-wire.ts';

const rates = { together: { most: 100_000, perMs: 1_000 }, person: { most: 1_000, perMs: 1_000 } };
const agent = new Agent({ keepAlive: true, maxSockets: 50 });

// Run by `bench/channels.ts` as `node channel-server.ts PLATFORM`: the whole assistant behind a signed webhook, answering a platform over HTTP.
await main(async () => {
  const platform = process.argv[2] ?? '';
  const config = readConfig();
  const log = createLog(config.logLevel);
  const composed = await composeApp(config, log);
  const pace = createPace({ pool: composed.knowledge.database.pool });
  const channel: Channel = {
    name: 'bench',
    atOnce: 50,
    send: (delivery, signal, handedOver) =>
      sendParts(renderReply(delivery.reply, zaloOa), delivery, handedOver, async (part) => {
        if (part.kind !== 'text') return;
        await pace.turn('bench', delivery.person, rates, signal);
        await post(
          platform,
          JSON.stringify({ recipient: { user_id: delivery.person }, message: { text: part.text }, buttons: part.buttons }),
          signal,
        );
      }),
  };
  const assistant = composed.assistantFor([channel]);
  const server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    trustProxy: false,
    log,
    ready: async () => true,
    routes: [
      (app) => {
        app.post('/webhook', express.raw({ type: '*/*', limit: '1mb' }), async (asked, response) => {
          const body: Buffer = asked.body;
          const event = eventSchema.parse(JSON.parse(body.toString()));
          if (asked.get('x-zevent-signature') !== `mac=${macOf(body, event.timestamp)}`) return void response.status(401).end();
          await assistant.receive({ channel: 'bench', id: event.message.msg_id, person: event.sender.id, text: event.message.text });
          response.status(200).end();
        });
      },
    ],
  });
  assistant.start();
  process.stdout.write(`listening on ${server.port}\n`);
  await new Promise((resolve) => process.once('SIGTERM', resolve));
  await server.close();
  await assistant.stop();
  await composed.close();
  agent.destroy();
  return 0;
});

function post(url: string, body: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers, signal }, (response) => {
      response.resume();
      response.once('end', () => (response.statusCode === 200 ? resolve() : reject(new Unavailable('platform'))));
    });
    sent.once('error', () => reject(new Unavailable('platform')));
    sent.end(body);
  });
}
