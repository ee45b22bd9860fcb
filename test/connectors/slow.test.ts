import { type ClientRequest, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { afterEach, expect, test } from 'vitest';
import { type RunningServer, startHttp } from '../../connectors/http.ts';

let server: RunningServer | null = null;
afterEach(async () => {
  await server?.close();
});

/** Takes what is sent and says how many bytes there were. */
async function started(): Promise<number> {
  server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    trustProxy: false,
    pace: { leastPerSecond: 1_000, everyMs: 1_000 },
    log: pino({ level: 'silent' }),
    ready: async () => true,
    routes: [(app) => app.post('/chat/files', async (incoming, response) => void response.send(String((await buffer(incoming)).length)))],
  });
  return server.port;
}

function sending(port: number): { upload: ClientRequest; status: Promise<number> } {
  const upload = request({ port, method: 'POST', path: '/chat/files', headers: { 'content-length': 1_000_000 } });
  const status = new Promise<number>((resolve, reject) => {
    upload.once('response', (response) => resolve(response.resume().statusCode ?? 0));
    upload.once('error', reject);
  });
  return { upload, status };
}

test('a file that comes a byte at a time is given up with 408', async () => {
  const { upload, status } = sending(await started());
  upload.write(Buffer.alloc(1));
  const drip = setInterval(() => upload.write(Buffer.alloc(1)), 50);
  const answered = await status.finally(() => clearInterval(drip));
  upload.destroy();
  expect(answered).toBe(408);
});

test('a file that takes long but keeps its pace is taken whole', async () => {
  const { upload, status } = sending(await started());
  for (let part = 0; part < 40; part += 1) {
    upload.write(Buffer.alloc(25_000));
    await pause(50);
  }
  upload.end();
  expect(await status).toBe(200);
});
