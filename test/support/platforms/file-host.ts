import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Place } from '../../../connectors/safe-download.ts';

/** The hosts of files of a platform, all on one machine: `place` leads there, whatever the name. */
export async function fileHost(): Promise<{ place: Place; put(host: string, bytes: Uint8Array): string; close(): Promise<void> }> {
  const kept = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const bytes = kept.get(`${request.headers.host}${request.url}`);
    response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has a port
  return {
    place: async () => ({ address: '127.0.0.1', port }),
    put: (host, bytes) => {
      const path = `/${randomUUID()}`;
      kept.set(`${host}${path}`, bytes);
      return `http://${host}${path}`;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
