import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Act, callerScript, type Done } from './caller-script.ts';
import { writePcap } from './pcap.ts';
import { answeringScenario, callerScenario, ringingScenario } from './scenarios.ts';

export type Telephone = {
  /** UDP port of its sound. */
  media: number;
  /** Resolves when its call is over: true where it went as the scenario has it. */
  over: Promise<boolean>;
  /** Every SIP message that it sent and got, as text. */
  messages(): string;
  stop(): void;
};

export type Call = Telephone & { done: Done[]; seconds: number };

let made = 0;

/** Calls `number` at `sip` (host:port) from a telephone with a number of its own. It hangs up `restMs` after its script, when nobody did before. */
export async function call(options: {
  sip: string;
  number: string;
  from: string;
  acts: readonly Act[];
  restMs?: number;
  folder: string;
}): Promise<Call> {
  const { sip, number, from, acts, restMs = 2_000, folder } = options;
  const { datagrams, done, seconds } = callerScript(acts);
  const name = `caller-${++made}`;
  const recording = join(folder, `${name}.pcap`);
  writeFileSync(recording, writePcap(datagrams));
  const scenario = callerScenario({ from, recording, patienceMs: Math.round(seconds * 1000 + restMs) });
  const telephone = await sipp({ folder, name, scenario, arguments: [sip, '-s', number], limitSeconds: seconds + restMs / 1000 + 20 });
  return { ...telephone, done, seconds };
}

/** Many callers who do the same, so many more each second. Resolves when the last call is over: true where all went as they should. */
export async function crowd(options: {
  sip: string;
  number: string;
  acts: readonly Act[];
  calls: number;
  perSecond: number;
  folder: string;
}): Promise<boolean> {
  const { sip, number, acts, calls, perSecond, folder } = options;
  const { datagrams, seconds } = callerScript(acts);
  const recording = join(folder, 'crowd.pcap');
  writeFileSync(recording, writePcap(datagrams));
  const scenario = callerScenario({ from: '0901234567', recording, patienceMs: Math.round(seconds * 1000) });
  const given = [sip, '-s', number, '-l', String(calls), '-r', String(perSecond)];
  // Each call takes four ports from this one on; below those that the system gives out.
  const telephone = await sipp({ folder, name: 'crowd', scenario, arguments: given, calls, media: 28_000, limitSeconds: seconds + 60 });
  return telephone.over;
}

/** An officer's telephone at this port; it rings for `ringMs`; with null nobody takes it. */
export async function officer(options: { port: number; ringMs: number | null; says?: readonly Act[]; folder: string }): Promise<Telephone> {
  const { port, ringMs, says = [{ quiet: 1_000 }], folder } = options;
  const name = `officer-${++made}`;
  const recording = join(folder, `${name}.pcap`);
  writeFileSync(recording, writePcap(callerScript(says).datagrams));
  const scenario = ringMs === null ? ringingScenario() : answeringScenario({ ringMs, recording });
  return sipp({ folder, name, scenario, port, arguments: [], limitSeconds: 120 });
}

/** UDP ports of 127.0.0.1 that are free, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const sockets = await Promise.all(
    Array.from({ length: count }, async () => {
      const socket = createSocket('udp4');
      await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
      return socket;
    }),
  );
  const ports = sockets.map((socket) => socket.address().port);
  await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.close(resolve))));
  return ports;
}

async function sipp(options: {
  folder: string;
  name: string;
  scenario: string;
  port?: number;
  arguments: string[];
  calls?: number;
  media?: number;
  limitSeconds: number;
}): Promise<Telephone> {
  const { folder, name, scenario, arguments: more, calls = 1, limitSeconds } = options;
  const [own = 0, free = 0] = await freePorts(2);
  const media = options.media ?? free;
  const file = join(folder, `${name}.xml`);
  const messages = join(folder, `${name}.log`);
  writeFileSync(file, scenario);
  const given = [
    '-sf',
    file,
    '-i',
    '127.0.0.1',
    '-mi',
    '127.0.0.1',
    '-p',
    String(options.port ?? own),
    '-mp',
    String(media),
    '-m',
    String(calls),
  ];
  const traced = [
    ...(calls === 1 ? ['-trace_msg', '-message_file', messages] : []),
    '-nostdin',
    '-timeout',
    String(Math.ceil(limitSeconds)),
  ];
  const child = spawn('sipp', [...more, ...given, ...traced], { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] });
  const over = new Promise<boolean>((resolve) => {
    child.once('close', (code) => resolve(code === 0));
    child.once('error', () => resolve(false));
  });
  return {
    media,
    over,
    messages: () => (existsSync(messages) ? readFileSync(messages, 'utf8') : ''),
    stop: () => {
      child.kill('SIGKILL');
    },
  };
}
