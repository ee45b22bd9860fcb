import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, test } from 'vitest';
import { limitMessages, type MessageLimits } from '../../connectors/webchat/limits.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that takes everything that the limits let through; who and where stand in headers. */
async function server(limits: MessageLimits) {
  const app = express();
  const limited = limitMessages(limits, {
    person: ({ headers }) => String(headers['x-person']),
    network: ({ headers }) => (headers['x-network'] === undefined ? undefined : String(headers['x-network'])),
  });
  app.post('/', ...limited, (_request, response) => {
    response.status(202).end();
  });
  const listening = createServer(app).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  closing.push(() => listening.close());
  const { port } = listening.address() as AddressInfo; // a TCP server that listens has a port
  return (person: string, network?: string) =>
    fetch(`http://127.0.0.1:${port}`, {
      method: 'POST',
      headers: { 'x-person': person, ...(network === undefined ? {} : { 'x-network': network }) },
    });
}

describe('the limits of messages', () => {
  test('refuse one person kindly, in both languages, and tell when to come again', async () => {
    const post = await server({ person: 2, network: 0 });
    for (let time = 0; time < 2; time += 1) expect((await post('an')).status).toBe(202);
    const refused = await post('an');
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(await refused.json()).toEqual({ error: expect.stringContaining('chưa nhận kịp'), english: expect.stringContaining('too fast') });
    expect((await post('binh')).status).toBe(202);
  });

  test('refuse one network address whoever writes from it, and nobody whose address is not known', async () => {
    const post = await server({ person: 0, network: 2 });
    expect((await post('an', 'nha')).status).toBe(202);
    expect((await post('binh', 'nha')).status).toBe(202);
    expect((await post('chi', 'nha')).status).toBe(429);
    expect((await post('chi', 'cho')).status).toBe(202);
    for (let time = 0; time < 4; time += 1) expect((await post('dung')).status).toBe(202);
  });

  test('let through again when the window is over, however often one was refused in it', async () => {
    const post = await server({ person: 1, network: 0, windowMs: 300 });
    expect((await post('an')).status).toBe(202);
    let refused = 0;
    while ((await post('an')).status === 429) refused += 1;
    expect(refused).toBeGreaterThan(0);
  });

  test('of 0 are none', async () => {
    const post = await server({ person: 0, network: 0 });
    for (let time = 0; time < 50; time += 1) expect((await post('an', 'nha')).status).toBe(202);
  });
});
