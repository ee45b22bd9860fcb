import { randomUUID } from 'node:crypto';
import { Agent, type IncomingMessage, request } from 'node:http';

/** Somebody with the chat page open. */
export type Citizen = {
  /** Milliseconds from sending to the event that brings the reply. */
  ask(text: string): Promise<number>;
  leave(): void;
};

const patienceMs = 20_000;
// Plain requests: fetch makes people wait for one another before anything leaves this process.
const agent = new Agent({ keepAlive: true });

/** Opens the page's conversation and its stream of events, as a browser does. */
export async function arrive(address: string): Promise<Citizen> {
  const greeting = await ask(`${address}/chat/history`, 'GET', '');
  await rest(greeting);
  const cookie = greeting.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const events = await ask(`${address}/chat/events`, 'GET', cookie);
  const waiting = new Map<string, () => void>();
  listen(events, (id) => waiting.get(id)?.());

  return {
    async ask(text) {
      const id = randomUUID();
      const begun = performance.now();
      const replied = new Promise<number>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no reply within ${patienceMs} ms`)), patienceMs);
        waiting.set(id, () => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(performance.now() - begun);
        });
      });
      const [ms] = await Promise.all([replied, post(`${address}/chat/messages`, { id, text }, cookie)]);
      return ms;
    },
    leave: () => events.destroy(),
  };
}

export async function post(url: string, body: unknown, cookie = ''): Promise<void> {
  const response = await ask(url, 'POST', cookie, JSON.stringify(body));
  await rest(response);
  if (response.statusCode !== 202) throw new Error(`${url} answered ${response.statusCode}`);
}

function ask(url: string, method: 'GET' | 'POST', cookie: string, body = ''): Promise<IncomingMessage> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, agent, headers }, resolve);
    asked.once('error', reject);
    asked.end(body);
  });
}

async function rest(response: IncomingMessage): Promise<void> {
  for await (const _piece of response);
}

/** Calls back with the message that each event of the assistant replies to. A stream that breaks shows as a reply that never comes. */
function listen(events: IncomingMessage, onReply: (messageId: string) => void): void {
  let text = '';
  events.setEncoding('utf8');
  events.on('error', () => events.destroy());
  events.on('data', (piece: string) => {
    const blocks = (text + piece).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const messageId = /"from":"assistant".*?"messageId":"([^"]+)"/.exec(block)?.[1];
      if (messageId !== undefined) onReply(messageId);
    }
  });
}
