import { once } from 'node:events';
import { createServer as createHttp } from 'node:http';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { frame, noise, start } from '../contracts/call-leg-world.ts';
import { dialMedia } from '../fakes/asterisk-media.ts';
import { dialAudioSocket } from '../fakes/audiosocket-peer.ts';
import { createFastClock, type FastClock } from '../fakes/fast-clock.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

function clockOf(speed = 80): FastClock {
  const clock = createFastClock(speed);
  closing.push(clock.stop);
  return clock;
}

/** A media server that knows nothing of the rules of Asterisk. */
async function careless() {
  const http = createHttp();
  const server = new WebSocketServer({ server: http, handleProtocols: () => 'media' });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  closing.push(
    () => http.close(),
    () => server.close(),
  );
  const connected = once(server, 'connection');
  const peer = await dialMedia({ url: `ws://127.0.0.1:${address.port}/`, start, clock: clockOf() });
  const [socket]: WebSocket[] = await connected;
  if (socket === undefined) throw new Error('no socket');
  closing.push(() => socket.terminate());
  return { peer, socket };
}

describe('the Asterisk of the tests', () => {
  test('loses what comes after it is full, as the real one does, and says so', async () => {
    const { peer, socket } = await careless();
    for (let sent = 0; sent < 15; sent += 1) socket.send(noise(100 * frame, sent));
    await peer.synced();
    expect(peer.counts.lost).toBeGreaterThanOrEqual(300);
    expect(peer.faults()).toContain('sound was lost for want of room');
  });

  test('finds odd frames, long messages and commands that it does not know', async () => {
    const { peer, socket } = await careless();
    socket.send(Buffer.alloc(321));
    socket.send(Buffer.alloc(200 * frame));
    socket.send(JSON.stringify({ command: 'PLAY' }));
    socket.send(JSON.stringify({ command: 'MARK_MEDIA', correlation_id: 'm'.repeat(100) }));
    await peer.synced();
    expect(peer.faults()).toEqual([
      '321 bytes are no whole frames',
      'a message of 64000 bytes',
      'an unknown command PLAY',
      'a command of 144 characters',
    ]);
  });
});

test('the AudioSocket of the tests finds what comes too fast, and what is no frame of 20 ms', async () => {
  const server = createServer((socket) => {
    const sound = Buffer.concat([Buffer.from([0x10, 1, 0x40]), noise(frame, 1)]);
    socket.write(Buffer.concat(Array.from({ length: 40 }, () => sound)));
    socket.write(Buffer.from([0x10, 0, 2, 1, 1]));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const clock = clockOf(1);
  const peer = await dialAudioSocket({ port: address.port, id: null, clock });
  closing.push(() => peer.cut());
  await clock.pass(100);
  expect(new Set(peer.faults())).toEqual(new Set(['sound comes faster than it is heard', '2 bytes of sound']));
});
