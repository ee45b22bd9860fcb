import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { HotlineStage } from './hotline-stage.ts';
import { type Figure, figure } from './report.ts';

const atOnce = 20;
const silence = Buffer.alloc(320);

/** Short calls one after the other, twenty at a time, by a far end that plays whatever it gets at once: does anything stay behind? */
export async function manyShortCalls(stage: HotlineStage, calls: number, signal: AbortSignal): Promise<Figure[]> {
  const warm = Math.ceil(calls / 5);
  await inTurn(stage, warm, signal);
  const before = await settled(stage, signal);
  const begun = performance.now();
  await inTurn(stage, calls, signal);
  const seconds = (performance.now() - begun) / 1_000;
  const after = await settled(stage, signal);
  return [
    figure(
      `Memory after ${warm} and after ${calls} more calls (${(calls / seconds).toFixed(0)} a second)`,
      `${before.residentMb.toFixed(0)} / ${after.residentMb.toFixed(0)} MB, of it heap ${before.heapMb.toFixed(0)} / ${after.heapMb.toFixed(0)} MB`,
    ),
  ];
}

async function inTurn(stage: HotlineStage, calls: number, signal: AbortSignal): Promise<void> {
  let left = calls;
  const line = async () => {
    while (left > 0) {
      left -= 1;
      signal.throwIfAborted();
      await oneCall(stage);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, line));
}

/** As Asterisk does it: asks, brings sound, presses a key, hears an answer, hangs up and asks what next. */
async function oneCall({ web, password }: HotlineStage): Promise<void> {
  const call = randomUUID();
  const headers = { authorization: `Basic ${Buffer.from(`asterisk:${password}`).toString('base64')}` };
  const about = `call=${call}&from=0901234567&to=19001234&turn=1`;
  const ready = await (await fetch(`${web}/thoai/ready?${about}`, { headers })).text();
  if (ready !== 'ok') throw new Error(`/thoai/ready: ${ready}`);
  const socket = new WebSocket(`${web.replace('http', 'ws')}/thoai/media?${about}`, ['media'], { headers, perMessageDeflate: false });
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    const id = isBinary ? null : (/"correlation_id":"([^"]+)"/.exec(data.toString('utf8'))?.[1] ?? null);
    if (id !== null) socket.send(JSON.stringify({ event: 'MEDIA_MARK_PROCESSED', channel_id: call, correlation_id: id }));
  });
  await once(socket, 'open');
  socket.send(
    JSON.stringify({
      event: 'MEDIA_START',
      connection_id: 'motcua',
      channel: call,
      channel_id: call,
      format: 'slin',
      optimal_frame_size: 320,
      ptime: 20,
      channel_variables: {},
    }),
  );
  for (let frame = 0; frame < 50; frame += 1) socket.send(silence);
  await wait(200);
  socket.send(JSON.stringify({ event: 'DTMF_END', channel_id: call, digit: '1' }));
  await wait(400);
  const closed = once(socket, 'close');
  socket.close(1000);
  await closed;
  await fetch(`${web}/thoai/next?call=${call}&dial=ANSWER`, { headers }).then((response) => response.text());
}

/** The least of some looks: what is only waiting to be cleared away does not count. */
async function settled(stage: HotlineStage, signal: AbortSignal): Promise<{ residentMb: number; heapMb: number }> {
  const looks = [];
  for (let look = 0; look < 10; look += 1) {
    await wait(1_000, undefined, { signal });
    looks.push(await stage.measured());
  }
  return { residentMb: Math.min(...looks.map(({ residentMb }) => residentMb)), heapMb: Math.min(...looks.map(({ heapMb }) => heapMb)) };
}
