import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

export type Sms = { to: string; text: string; id: string; answered: boolean };

/** A gateway that takes one shape alone: POST /send with a key and a JSON body. Anything else is a fault. */
export type FakeSmsGateway = {
  url: string;
  sent: Sms[];
  faults: string[];
  /** The answer; `cut`: the connection ends without one, the message taken all the same. */
  answer: { status: number; body: string } | 'cut';
  /** How long each answer takes. */
  delayMs: number;
  close(): Promise<void>;
};

export const smsKey = 'khoa-thu-nghiem';
/** How it is asked, as an operator would write it. */
export const smsSettings = (url: string) => ({
  url: `${url}/send`,
  method: 'POST',
  headers: { 'x-api-key': '{key}' },
  json: { phone: '{international}', content: '{text}', requestId: '{id}' },
  ok: '"code":\\s*0',
});

const bodySchema = z.strictObject({
  phone: z.string().regex(/^84\d{9}$/),
  content: z.string().min(1).max(300),
  requestId: z.string().regex(/^\d+$/),
});

export async function fakeSmsGateway(): Promise<FakeSmsGateway> {
  const fake: FakeSmsGateway = {
    url: '',
    sent: [],
    faults: [],
    answer: { status: 200, body: '{"code":0}' },
    delayMs: 0,
    close: async () => {},
  };
  const server = createServer((request, response) => {
    take(request, response, fake).catch((error: unknown) => fake.faults.push(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has a port
  fake.url = `http://127.0.0.1:${port}`;
  fake.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return fake;
}

async function take(request: IncomingMessage, response: ServerResponse, fake: FakeSmsGateway): Promise<void> {
  let text = '';
  // A sender that dies in the middle has sent nothing.
  for await (const part of request.setEncoding('utf8')) text += part;
  if (request.method !== 'POST' || request.url !== '/send') fake.faults.push(`${request.method} ${request.url}`);
  if (request.headers['x-api-key'] !== smsKey) fake.faults.push('a wrong key');
  if (request.headers['content-type'] !== 'application/json') fake.faults.push('a wrong type');
  const read = bodySchema.safeParse(JSON.parse(text));
  if (!read.success) {
    fake.faults.push('a wrong body');
    response.writeHead(400).end();
    return;
  }
  const sms: Sms = { to: read.data.phone, text: read.data.content, id: read.data.requestId, answered: false };
  const { answer } = fake;
  const isTaken = answer === 'cut' || answer.status === 200;
  if (isTaken) fake.sent.push(sms);
  if (fake.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, fake.delayMs));
  if (answer === 'cut') {
    request.socket.destroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body, () => {
    sms.answered = true;
  });
}
