import { once } from 'node:events';
import { request } from 'node:http';
import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { frame, noise, start } from '../contracts/call-leg-world.ts';
import { asteriskStage } from './hotline-stage.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function staged(change: Parameters<typeof asteriskStage>[0] = {}) {
  const stage = await asteriskStage(change);
  closing.push(stage.close);
  return stage;
}

const soon = (holds: () => void) => vi.waitFor(holds, { timeout: 5_000, interval: 5 });

describe('the media socket takes', () => {
  test('nobody with a wrong password, nor without one, and counts them', async () => {
    const { dial, counted, legs } = await staged();
    await expect(dial({ password: 'bi-mat ' })).rejects.toThrow('HTTP 401');
    await expect(dial({ user: '' })).rejects.toThrow('HTTP 401');
    expect(counted).toEqual(['password', 'password']);
    expect(legs.size).toBe(0);
  });

  test('no second socket for the same stretch of a call', async () => {
    const { dial, called, counted } = await staged();
    const { peer, leg } = await called();
    await expect(dial()).rejects.toThrow('HTTP 409');
    leg.play(noise(frame, 1), 'still there');
    await soon(() => expect(peer.heard()).toHaveLength(frame));
    expect(counted).toEqual(['begun', 'taken']);
  });

  test('a call that comes back from a person, though its first socket is still there: that one is over', async () => {
    const { called, legs } = await staged();
    const first = await called();
    legs.clear();
    const second = await called({ start: { ...start, turn: 2 } });
    await soon(() => expect(first.kinds()).toEqual(['closed']));
    second.leg.play(noise(frame, 1), 'here');
    await soon(() => expect(second.kinds()).toEqual(['played']));
  });

  test('no more calls than there is room for, and the next one when somebody has left', async () => {
    const { dial, called } = await staged({ most: 1 });
    const { peer } = await called();
    const other = { ...start, call: '1795308312.999' };
    await expect(dial({ start: other })).rejects.toThrow('HTTP 503');
    peer.hangUp();
    await vi.waitFor(() => dial({ start: other }), { timeout: 5_000 });
  });

  test('no new call while it stops, and waits for those that are there', async () => {
    const { dial, called, room } = await staged();
    const { peer } = await called();
    let stopped = false;
    const stopping = room.stop(60_000).then(() => {
      stopped = true;
    });
    await expect(dial({ start: { ...start, call: 'late' } })).rejects.toThrow('HTTP 503');
    expect(stopped).toBe(false);
    peer.hangUp();
    await stopping;
  });

  test('no call without an id, and no other protocol', async () => {
    const { dial, server } = await staged();
    await expect(dial({ start: { ...start, call: '' } })).rejects.toThrow('HTTP 400');
    await expect(dial({ start: { ...start, call: 'a call\r\n' } })).rejects.toThrow('HTTP 400');
    const authorization = `Basic ${Buffer.from('asterisk:bi-mat').toString('base64')}`;
    const headers = { ...upgrade, authorization, 'sec-websocket-protocol': 'ari' };
    expect(await statusOf(server.port, '/thoai/media?call=1', headers)).toBe(400);
  });

  test('a number that is no number for one that is withheld', async () => {
    const { called } = await staged();
    const { leg } = await called({ start: { ...start, from: 'anonymous' } });
    expect(leg.start.from).toBeNull();
  });

  test('no socket anywhere else; other requests to upgrade are answered as plain ones', async () => {
    const { server } = await staged();
    expect(await statusOf(server.port, '/thoai', upgrade)).toBe(404);
    expect(await statusOf(server.port, '/healthz', { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c' })).toBe(200);
  });

  test('no request whose head has no end', async () => {
    const { server, legs } = await staged();
    const raw = createConnection(server.port, '127.0.0.1');
    raw.write(`GET /thoai/media?call=x HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nX-Long: ${'x'.repeat(40_000)}`);
    expect(await text(raw)).toMatch(/^HTTP\/1.1 431/);
    expect(legs.size).toBe(0);
  });

  test('no handshake that is none: the place is free again', async () => {
    const { dial, server } = await staged({ most: 1 });
    const raw = createConnection(server.port, '127.0.0.1');
    const login = Buffer.from('asterisk:bi-mat').toString('base64');
    raw.end(
      `GET /thoai/media?call=x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nAuthorization: Basic ${login}\r\nSec-WebSocket-Protocol: media\r\n\r\n`,
    );
    expect(await text(raw)).toMatch(/^HTTP\/1.1 400/);
    await dial();
  });
});

const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

async function statusOf(port: number, path: string, headers: Record<string, string>): Promise<number> {
  const asked = request({ port, path, headers });
  asked.end();
  const [response] = await once(asked, 'response');
  response.resume();
  return response.statusCode;
}
