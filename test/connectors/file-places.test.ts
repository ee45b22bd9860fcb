import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileRoutes } from '../../connectors/webchat/files.ts';

const type = 'application/octet-stream';

describe('files that are handed over at the same time', () => {
  let server: Server;
  let port: number;
  let under: Socket[];
  beforeEach(async () => {
    const app = express();
    const uploads = { put: async () => ({ kind: 'kept', ref: 'r'.repeat(24) }) as const, claim: async () => [], drop: async () => {} };
    const from = (request: express.Request) => request.get('x-from') ?? '';
    fileRoutes({ uploads, channel: 'web', person: from, network: from, limits: { person: 20, network: 0 } })(app);
    under = [];
    await new Promise<void>((resolve) => {
      server = app.listen(0, '127.0.0.1', () => resolve());
    });
    port = (server.address() as AddressInfo).port; // a TCP server that listens has a port
  });
  afterEach(async () => {
    for (const socket of under) socket.destroy();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  });

  /** One that says what is to come, and nothing comes. */
  const begin = (from: string): void => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {}); // it is cut off when the server goes
    socket.write(`POST /chat/files HTTP/1.1\r\nHost: x\r\nX-From: ${from}\r\nContent-Type: ${type}\r\nContent-Length: 100\r\n\r\n`);
    under.push(socket);
  };
  const put = async (from: string) => {
    const response = await fetch(`http://127.0.0.1:${port}/chat/files`, {
      method: 'POST',
      headers: { 'content-type': type, 'x-from': from },
      body: 'x',
    });
    await response.arrayBuffer();
    return response.status;
  };

  it('leave half of the places to other network addresses, and what is refused for it counts for nothing', async () => {
    for (const from of ['a', 'a', 'a', 'a']) begin(from);
    await expect.poll(() => put('a')).toBe(503);
    expect(await put('b')).toBe(201);
    for (let times = 0; times < 20; times += 1) expect(await put('a')).toBe(503);
    for (const socket of under) socket.destroy();
    await expect.poll(() => put('a')).toBe(201);
  });

  it('have eight places together', async () => {
    for (const from of ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd']) begin(from);
    await expect.poll(() => put('e')).toBe(503);
    under.shift()?.destroy();
    await expect.poll(() => put('e')).toBe(201);
  });
});
