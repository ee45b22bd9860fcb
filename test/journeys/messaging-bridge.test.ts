import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { embeddedPlace } from '../support/databases.ts';

const program = fileURLToPath(new URL('../../connectors/messaging/example/bridge.ts', import.meta.url));
const secret = 'khoa-chung-cua-mot-cua-va-cau-noi-vi-du';

test('the example bridge brings what is typed, and what is answered', { timeout: 60_000 }, async () => {
  const place = embeddedPlace();
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bridge-'));
  const port = await freePort();
  const app = await startApp(
    place,
    {},
    {
      MESSAGING_CLIENTS: 'vi-du',
      MESSAGING_VI_DU_SECRET: secret,
      MESSAGING_VI_DU_CALLBACK: `http://127.0.0.1:${port}/`,
    },
  );
  writeFileSync(join(folder, 'secret'), `${secret}\n`);
  const bridge = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    program,
    app.url,
    'vi-du',
    join(folder, 'secret'),
    String(port),
  ]);
  let said = '';
  bridge.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const heard = async (words: RegExp) => {
    for (const end = performance.now() + 30_000; !words.test(said) && performance.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(said).toMatch(words);
  };
  try {
    await heard(/Bạn hỏi gì/);
    bridge.stdin.write('đăng ký khai sinh cần giấy tờ gì\n');
    await heard(/Giấy chứng sinh[\s\S]*Bạn nhắn số để chọn:\n1\. /i);
    const forged = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: '{"id":"1","reply":{"plain":["lừa đảo"],"files":[]}}',
    });
    expect(forged.status).toBe(401);
    expect(said).not.toContain('lừa đảo');
  } finally {
    bridge.kill();
    await app.stop();
    await place.drop();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has a port
  await new Promise((resolve) => server.close(resolve));
  return port;
}
