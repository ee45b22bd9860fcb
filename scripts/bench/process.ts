import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OperatorError } from '../../bot/errors.ts';
import description from '../../package.json' with { type: 'json' };

const commands: Record<string, string> = description.scripts;

/** Megabytes (10^6 bytes) of resident memory at the worst moment: of the program itself and of the largest process that it started. */
export type Peak = { own: number; child: number };

export type Started = {
  /** From the start of the process to the line waited for. */
  ms: number;
  /** What the line waited for told. */
  told: string;
  resident(): number;
  peak(): Peak;
  stop(): Promise<void>;
};

export type ProgramOptions = { program: string; arguments?: string[]; environment?: Record<string, string>; signal: AbortSignal };

/** Starts a program of ours in a process of its own and waits for a line of its output. Throws with its last words when it ends before. */
export async function start(options: ProgramOptions, line: RegExp): Promise<Started> {
  const begun = performance.now();
  const { child, closed, output, watch } = launch(options);
  const told = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = line.exec(output());
      if (found !== null) resolve(found[1] ?? '');
    });
    void closed.then((status) => reject(ending(options, status, output())));
  });
  const ms = performance.now() - begun;
  const stop = async () => {
    child.kill('SIGTERM');
    await closed;
  };
  return { ms, told, resident: () => statusOf(child.pid, 'VmRSS'), peak: watch.peak, stop };
}

/** Runs a program of ours to its end. Throws with its last words when it fails. */
export async function run(options: ProgramOptions): Promise<{ seconds: number; peak: Peak; output: string }> {
  const begun = performance.now();
  const { closed, output, watch } = launch(options);
  const status = await closed;
  const seconds = (performance.now() - begun) / 1000;
  if (status !== 0) throw ending(options, status, output());
  return { seconds, peak: watch.peak(), output: output() };
}

function ending({ program, signal }: ProgramOptions, status: number | null, output: string): Error {
  if (signal.aborted) return new OperatorError('The bench was stopped, or took longer than it may.', { cause: signal.reason });
  return new Error(`${program} ended with ${status}: ${output.slice(-500)}`);
}

function launch({ program, arguments: given = [], environment = {}, signal }: ProgramOptions) {
  const path = fileURLToPath(new URL(`../${program}`, import.meta.url));
  const child = spawn(process.execPath, [...flagsOf(program), path, ...given], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    signal,
    killSignal: 'SIGKILL',
  });
  let text = '';
  // Programs that log a line a turn: only the end is of use, when something goes wrong.
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => (text = (text + piece).slice(-20_000)));
  const closed = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    // Also the signal's abort comes as an error.
    child.on('error', () => resolve(null));
  });
  return { child, closed, output: () => text, watch: watchMemory(child) };
}

/** The flags that the program has in package.json: what is measured is what people start. */
function flagsOf(program: string): string[] {
  const script = Object.values(commands).find((command) => command.endsWith(` scripts/${program}`));
  return script === undefined ? ['--disable-warning=ExperimentalWarning'] : script.split(' ').slice(1, -1);
}

/** The system keeps the high-water mark of each process: looking often enough to catch it before the end is enough. */
function watchMemory(child: ChildProcess): { peak(): Peak } {
  const peak: Peak = { own: 0, child: 0 };
  const look = () => {
    peak.own = Math.max(peak.own, statusOf(child.pid, 'VmHWM'));
    for (const pid of childrenOf(child.pid)) peak.child = Math.max(peak.child, statusOf(pid, 'VmHWM'));
  };
  const timer = setInterval(look, 50);
  child.once('close', () => clearInterval(timer));
  return {
    peak: () => {
      look();
      return { ...peak };
    },
  };
}

/** 0 for a process that has ended, or where the system has no /proc. */
function statusOf(pid: number | undefined, field: 'VmRSS' | 'VmHWM'): number {
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(read(`/proc/${pid}/status`))?.[1];
  return (Number(kilobytes ?? 0) * 1024) / 1e6;
}

function childrenOf(pid: number | undefined): number[] {
  return read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
