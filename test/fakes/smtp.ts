import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

export type Mail = { from: string; to: string[]; data: string };

/** A mail server that takes nothing that is out of order: HELO first, one sender, then recipients, then data; lines end in CRLF. */
export type FakeSmtp = {
  url: string;
  mails: Mail[];
  /** What was said against the protocol. */
  faults: string[];
  /** The answer to a recipient; null: taken. */
  refuse: string | null;
  /** The answer to a whole message; null: taken. `cut`: the connection ends without one, the message taken all the same. */
  atEnd: string | null | 'cut';
  close(): Promise<void>;
};

export async function fakeSmtp(): Promise<FakeSmtp> {
  const sockets = new Set<Socket>();
  const fake: FakeSmtp = { url: '', mails: [], faults: [], refuse: null, atEnd: null, close: async () => {} };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    talk(socket, fake);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has a port
  fake.url = `smtp://127.0.0.1:${port}`;
  fake.close = () =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return fake;
}

type Talk = { greeted: boolean; mail: Mail | null; data: string[] | null };

function talk(socket: Socket, fake: FakeSmtp): void {
  const state: Talk = { greeted: false, mail: null, data: null };
  const say = (line: string) => socket.write(`${line}\r\n`);
  let text = '';
  say('220 fake ESMTP');
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      const line = text.slice(0, end);
      text = text.slice(end + 1);
      if (!line.endsWith('\r')) fake.faults.push('a line without CR');
      take(line.replace(/\r$/, ''), state, fake, say, socket);
    }
  });
}

function take(line: string, state: Talk, fake: FakeSmtp, say: (line: string) => void, socket: Socket): void {
  if (state.data !== null && state.mail !== null) {
    if (line !== '.') {
      if (Buffer.byteLength(line) > 998) fake.faults.push('a line of more than 998 bytes');
      state.data.push(line.startsWith('..') ? line.slice(1) : line);
      return;
    }
    if (fake.atEnd === null || fake.atEnd === 'cut') fake.mails.push({ ...state.mail, data: state.data.join('\n') });
    state.mail = null;
    state.data = null;
    if (fake.atEnd === 'cut') socket.destroy();
    else say(fake.atEnd ?? '250 taken');
    return;
  }
  say(answerTo(line, state, fake));
  if (/^QUIT$/i.test(line)) socket.end();
}

function answerTo(line: string, state: Talk, fake: FakeSmtp): string {
  const wrong = (what: string) => {
    fake.faults.push(what);
    return '503 bad sequence';
  };
  if (/^(EHLO|HELO) \S+/i.test(line)) {
    state.greeted = true;
    return '250 fake';
  }
  if (/^QUIT$/i.test(line)) return '221 bye';
  if (/^RSET$/i.test(line)) {
    state.mail = null;
    return '250 ok';
  }
  const [, from] = /^MAIL FROM:<([^<>\s]+@[^<>\s]+)>/i.exec(line) ?? [];
  if (from !== undefined) {
    if (!state.greeted || state.mail !== null) return wrong('MAIL out of order');
    state.mail = { from, to: [], data: '' };
    return '250 ok';
  }
  const [, to] = /^RCPT TO:<([^<>\s]+@[^<>\s]+)>/i.exec(line) ?? [];
  if (to !== undefined) {
    if (state.mail === null) return wrong('RCPT out of order');
    if (fake.refuse !== null) return fake.refuse;
    state.mail.to.push(to);
    return '250 ok';
  }
  if (!/^DATA$/i.test(line)) return wrong(`not understood: ${line.split(' ')[0]}`);
  if (state.mail === null || state.mail.to.length === 0) return wrong('DATA out of order');
  state.data = [];
  return '354 go on';
}
