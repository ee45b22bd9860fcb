import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transferRoutes } from '../../connectors/hotline/transfer-routes.ts';

const told: [string, boolean][] = [];
let url = '';
let close = () => {};

beforeAll(async () => {
  const app = express();
  transferRoutes({
    user: 'asterisk',
    password: 'mat-khau-thu',
    whisper: async (call) => {
      if (call === 'hong') throw new Error('the database is away');
      return call === 'co-loi' ? 'Người gọi hỏi về đăng ký khai sinh.' : null;
    },
    transferred: async (call, answered) => void told.push([call, answered]),
    voice: {
      speak: async function* () {
        yield Uint8Array.of(1, 2);
        yield Uint8Array.of(3, 4);
      },
    },
    log: pino({ level: 'silent' }),
  })(app);
  const server = app.listen(0, '127.0.0.1');
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server that listens has a port
  close = () => void server.close();
});

afterAll(() => close());

const ask = (path: string, password = 'mat-khau-thu') =>
  fetch(`${url}${path}`, { headers: { authorization: `Basic ${btoa(`asterisk:${password}`)}` } });

test('an officer hears a WAV as Asterisk plays it, kept nowhere on the way', async () => {
  const response = await ask('/thoai/whisper/co-loi');
  expect(response.headers.get('content-type')).toMatch(/^audio\/(x-)?wav/);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const wav = Buffer.from(await response.arrayBuffer());
  expect(wav.toString('latin1', 0, 4)).toBe('RIFF');
  expect(wav.readUInt32LE(24)).toBe(8_000);
  expect([...wav.subarray(44)]).toEqual([1, 2, 3, 4]);
});

test('where there is nothing to hear there is no file, and where something is broken, none either', async () => {
  expect((await ask('/thoai/whisper/khong-co')).status).toBe(204);
  expect((await ask('/thoai/whisper/khong%20phai%20ma')).status).toBe(204);
  const broken = await ask('/thoai/whisper/hong');
  expect([broken.status, await broken.text()]).toEqual([503, '']);
});

test('what came of a transfer is told on', async () => {
  expect(await (await ask('/thoai/transferred?call=mot&dial=ANSWER')).text()).toBe('ok');
  expect(await (await ask('/thoai/transferred?call=hai&dial=NOANSWER')).text()).toBe('ok');
  expect(told).toEqual([
    ['mot', true],
    ['hai', false],
  ]);
});

test('without the password there is neither', async () => {
  const before = told.length;
  const responses = [await ask('/thoai/whisper/co-loi', 'sai'), await ask('/thoai/transferred?call=ba&dial=ANSWER', 'sai')];
  expect(responses.map(({ status }) => status)).toEqual([401, 401]);
  expect(told.length).toBe(before);
});
