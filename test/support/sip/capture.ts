import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Datagram, readPcap } from './pcap.ts';

export type Capture = {
  /** What passed until now. */
  datagrams(): Promise<Datagram[]>;
  stop(): Promise<void>;
};

/** Everything that goes to or comes from these UDP ports of the loopback, by tcpdump. */
export async function capture(ports: string, file: string): Promise<Capture> {
  const options = ['-n', '-U', '--immediate-mode', '-B', '16384', '-s', '400', '-w', file, 'udp', 'portrange', ports];
  // It ends by itself when nobody is left to end it.
  const child = spawn('timeout', ['1200', 'tcpdump', '-i', 'lo', ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let told = '';
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      if (told.includes('listening on')) resolve();
    });
    void closed.then(() => reject(new Error(`tcpdump ended: ${told.slice(-300)}`)));
  });
  return {
    datagrams: async () => {
      // tcpdump writes packet by packet, a little after they passed.
      await wait(300);
      return readPcap(readFileSync(file));
    },
    stop: async () => {
      child.kill('SIGINT');
      await closed;
    },
  };
}
