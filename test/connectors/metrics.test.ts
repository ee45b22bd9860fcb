import pino from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { startHttp } from '../../connectors/http.ts';
import { createMetrics } from '../../connectors/metrics.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function served(token: string | null) {
  const metrics = createMetrics();
  const log = pino({ level: 'silent' });
  const routes = [metrics.routes(token)];
  const server = await startHttp({ host: '127.0.0.1', port: 0, trustProxy: false, log, ready: async () => true, routes });
  closing.push(server.close);
  const read = (headers: Record<string, string> = {}) => fetch(`http://127.0.0.1:${server.port}/metrics`, { headers });
  return { meter: metrics.meter, read };
}

describe('the metrics', () => {
  test('tell how often what happened, in the format of Prometheus', async () => {
    const { meter, read } = await served(null);
    meter.count('factor', { result: 'wrong' });
    meter.count('factor', { result: 'wrong' });
    meter.count('turn', { kind: 'handed-over', channel: 'web' });
    const response = await read();
    expect(response.headers.get('content-type')).toContain('text/plain');
    const text = await response.text();
    expect(text).toContain('motcua_factor_tries_total{result="wrong"} 2');
    expect(text).toContain('motcua_turns_total{kind="handed-over",channel="web"} 1');
    expect(text).toContain('process_cpu_seconds_total');
  });

  test('pass on no word that is not ours, and know every event', async () => {
    const { meter, read } = await served(null);
    meter.count('look-up', { result: 'Nguyễn Văn An 0912345678' });
    expect(await (await read()).text()).toContain('motcua_dossier_look_ups_total{result="other"} 1');
    expect(() => meter.count('unheard-of')).toThrow();
  });

  test('are for this machine, or for whoever has the token', async () => {
    const { read } = await served('a-token-of-the-operator');
    const proxied = { 'x-forwarded-for': '203.0.113.5' };
    expect((await read()).status).toBe(200);
    expect((await read(proxied)).status).toBe(404);
    expect((await read({ ...proxied, authorization: 'Bearer a-token-of-the-operator' })).status).toBe(200);
    expect((await read({ ...proxied, authorization: 'Bearer another' })).status).toBe(404);
    expect((await (await served(null)).read({ ...proxied, authorization: 'Bearer null' })).status).toBe(404);
  });
});
