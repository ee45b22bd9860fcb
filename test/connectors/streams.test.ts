import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { History } from '../../bot/ports.ts';
import { createStreams } from '../../connectors/webchat/streams.ts';
import { only } from '../fakes/ports.ts';

const history = only<History>('history', { read: async () => [], newest: async () => new Map() });
const streams = createStreams('web', history, pino({ level: 'silent' }));
const app = express();
app.get('/events/:person', (request, response) => {
  response.type('text/event-stream').flushHeaders();
  streams.open(request.params.person, 0, response);
});
const server = createServer(app);
let address = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server that listens has a port
});
afterAll(() => {
  streams.close();
  server.close();
});

test('one person keeps eight streams: a ninth ends the first, and no one else’s', async () => {
  const stranger = await fetch(`${address}/events/stranger`);
  const own = [];
  for (let at = 0; at < 9; at += 1) own.push(await fetch(`${address}/events/citizen`));
  expect(await own[0]?.text()).toBe('');
  const open = [...own.slice(1), stranger].map((response) => response.body?.getReader().read());
  const ended = await Promise.race([...open, new Promise((resolve) => setTimeout(resolve, 200, 'all open'))]);
  expect(ended).toBe('all open');
});
