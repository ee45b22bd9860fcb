import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A malware scanner that speaks clamd's INSTREAM: a command up to its NUL, then chunks with their length in four bytes, until an empty one. */
export type FakeClamd = {
  port: number;
  /** What came in whole, one after the other. */
  streams: Buffer[];
  /** What was said against the protocol. */
  faults: string[];
  /** How it behaves: looks for the test signature, never answers, ends the connection in the middle, or says something strange. */
  mood: 'looks' | 'silent' | 'cut' | 'strange';
  /** More than so many bytes are refused, as StreamMaxLength does. */
  longest: number;
  close(): Promise<void>;
};

/** Any file with these letters is said to be infected. */
export const testSignature = 'FAKE-MALWARE-SIGNATURE';

export async function fakeClamd(): Promise<FakeClamd> {
  const sockets = new Set<Socket>();
  const fake: FakeClamd = { port: 0, streams: [], faults: [], mood: 'looks', longest: 25 * 1024 * 1024, close: async () => {} };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    talk(socket, fake);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.port = (server.address() as AddressInfo).port; // a TCP server that listens has a port
  fake.close = () =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return fake;
}

function talk(socket: Socket, fake: FakeClamd): void {
  let waiting = Buffer.alloc(0);
  let stream: Buffer[] | null = null;
  socket.on('data', (part: Buffer) => {
    if (fake.mood === 'cut') return socket.destroy();
    waiting = Buffer.concat([waiting, part]);
    if (stream === null) {
      const end = waiting.indexOf(0);
      if (end < 0) return;
      const command = waiting.subarray(0, end).toString('latin1');
      waiting = waiting.subarray(end + 1);
      if (command !== 'zINSTREAM') {
        fake.faults.push(`not understood: ${command}`);
        return socket.end('UNKNOWN COMMAND\0');
      }
      stream = [];
    }
    while (waiting.length >= 4) {
      const length = waiting.readUInt32BE(0);
      if (waiting.length < 4 + length) return;
      if (length === 0) return answer(socket, Buffer.concat(stream), fake);
      stream.push(waiting.subarray(4, 4 + length));
      waiting = waiting.subarray(4 + length);
      if (stream.reduce((sum, { length: size }) => sum + size, 0) > fake.longest)
        return socket.end('INSTREAM size limit exceeded. ERROR\0');
    }
  });
}

function answer(socket: Socket, bytes: Buffer, fake: FakeClamd): void {
  if (fake.mood === 'silent') return;
  fake.streams.push(bytes);
  if (fake.mood === 'strange') socket.end('stream: maybe\0');
  else socket.end(bytes.includes(testSignature) ? 'stream: Fake.Test FOUND\0' : 'stream: OK\0');
}
