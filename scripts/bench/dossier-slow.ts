import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { emptyMemory } from '../../bot/memory.ts';
import { createHttpSource } from '../../connectors/dossiers/http-source.ts';
import { readMapping } from '../../connectors/dossiers/read-mapping.ts';
import { composeApp } from '../compose.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { main } from '../main.ts';

const people = 50;
const slowMs = 1_000;
const code = 'H40.23.08-250715-4711';

// Run by `bench.ts`: fifty people ask for one dossier at once, whose source takes a second; prints one line of JSON: how often the source was asked.
await main(async () => {
  let asked = 0;
  const server = createServer(async (_, response) => {
    asked += 1;
    await wait(slowMs);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ tenhoso: 'Đăng ký khai sinh', ngaynhan: '01/11/2026', tinhtrang_hoso: 'Đang xử lý' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const mapping = readMapping({ like: 'igate-v1', name: 'tinh', agencies: ['H40'], baseUrl });
  const tokens = { get: async () => null, renewOnce: () => Promise.reject(new Error('there is no sign-in')) };
  const dossiers = createHttpSource({ mapping, secrets: {}, tokens, now: Date.now });
  const app = await composeApp(readConfig(), createLog('warn'), { dossiers });
  try {
    const begun = performance.now();
    const turns = Array.from({ length: people }, async (_, at) => {
      const message = { channel: 'bench', id: `slow-${at}`, person: `slow-${at}`, network: `slow-${at}`, text: code };
      const { replies } = await app.dialog(message, emptyMemory, AbortSignal.timeout(30_000));
      if (replies[0]?.kind !== 'status' || !replies[0].text.includes('Đang xử lý')) throw new Error(`no status but ${replies[0]?.kind}`);
    });
    await Promise.all(turns);
    process.stdout.write(`${JSON.stringify({ people, asked, ms: performance.now() - begun })}\n`);
    return 0;
  } finally {
    await app.close();
    server.closeAllConnections();
    server.close();
  }
});
