import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** A path on which a connection becomes a WebSocket. From then on the socket is its own to answer, limit and close. */
export type Upgrade = { path: string; take(request: IncomingMessage, socket: Duplex, head: Buffer): void };

export type Upgrades = {
  /** Whether this request is one. Any other goes on as a plain request, and finds a page or none. */
  isWanted(request: IncomingMessage): boolean;
  take: Upgrade['take'];
  /** Cuts all that became of them. */
  close(): void;
};

export function createUpgrades(upgrades: Upgrade[]): Upgrades {
  const open = new Set<Duplex>();
  const find = (request: IncomingMessage) => upgrades.find(({ path }) => path === request.url?.split('?', 1)[0]);
  return {
    isWanted: (request) => request.headers.upgrade?.toLowerCase() === 'websocket' && find(request) !== undefined,
    take: (request, socket, head) => {
      open.add(socket);
      // A connection that breaks is over; what is left of it is told by its `close`.
      socket.on('error', () => socket.destroy());
      socket.once('close', () => open.delete(socket));
      try {
        find(request)?.take(request, socket, head);
      } catch {
        socket.destroy(); // whatever a stranger sends: it is his connection alone that ends
      }
    },
    close: () => {
      for (const socket of open) socket.destroy();
    },
  };
}
