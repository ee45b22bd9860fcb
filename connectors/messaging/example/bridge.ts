import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';

// A whole bridge: node bridge.ts http://localhost:3000 <client> <file with its secret> <port of the callback>
// What you type is said by one person, what is answered is printed. In place of both put the messenger that you bridge.
const [server = '', client = '', secretFile = '', port = ''] = process.argv.slice(2);
const secret = readFileSync(secretFile, 'utf8').trim();
const person = randomUUID();
const shown = new Set<string>();

const signatureOf = (timestamp: string, body: string | Buffer) =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;

function isOurs(timestamp: string, signature: string, body: Buffer): boolean {
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(timestamp, body))];
  const isOfNow = Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300;
  return isOfNow && given.length === right.length && timingSafeEqual(given, right);
}

/** Says it, again and again until it is taken: the same id is the same message. */
async function say(text: string): Promise<void> {
  const body = JSON.stringify({ id: randomUUID(), person, text });
  for (;;) {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const headers = { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': signatureOf(timestamp, body) };
    const response = await fetch(`${server}/channels/messaging/${client}/messages`, { method: 'POST', headers, body }).catch(() => null);
    if (response !== null && response.status < 500) {
      if (response.status !== 202) console.error(response.status, await response.text());
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}

const callback = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  const { 'x-timestamp': timestamp = '', 'x-signature': signature = '' } = request.headers;
  if (!isOurs(String(timestamp), String(signature), body)) return void response.writeHead(401).end();
  const { id, reply } = JSON.parse(body.toString('utf8'));
  if (!shown.has(id)) {
    shown.add(id);
    for (const text of reply.plain) console.log(text);
    for (const file of reply.files) console.log(`${file.label}: ${new URL(file.url, server)}`);
  }
  response.writeHead(204).end();
});
callback.listen(Number(port), '127.0.0.1', () => console.log('Bạn hỏi gì?'));

for await (const line of createInterface({ input: process.stdin })) await say(line);
callback.close();
