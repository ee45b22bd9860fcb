import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Place } from './databases.ts';

export type Settings = Record<string, string>;
export type End = { code: number | string | null; out: string; err: string };

/** The real server as a process of its own, on one place and one port however often it is started again. */
export type Server = {
  url: string;
  port: number;
  /** What it wrote since it was first started. */
  out(): string;
  err(): string;
  signal(name: 'SIGTERM' | 'SIGKILL' | 'SIGINT'): void;
  /** The exit status, once it has ended; null when a signal ended it. */
  ended(): Promise<number | null>;
  /** Ends it and waits for that. */
  stop(name?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** A new process in its stead; resolves when it answers. */
  again(): Promise<void>;
};

const program = fileURLToPath(new URL('../../scripts/serve.ts', import.meta.url));
const patienceMs = 25_000;

/** Resolves when the server says that it is ready. */
export async function startServer(place: Place, settings: Settings = {}): Promise<Server> {
  let run = launch(settingsOf(place, { PORT: '0', ...settings }));
  const { port, url } = await whenReady(run);
  const before = { out: '', err: '' };
  return {
    url,
    port,
    out: () => before.out + run.text.out,
    err: () => before.err + run.text.err,
    signal: (name) => {
      run.child.kill(name);
    },
    ended: () => run.ended,
    stop: async (name = 'SIGTERM') => {
      run.child.kill(name);
      return run.ended;
    },
    again: async () => {
      await run.ended;
      before.out += run.text.out;
      before.err += run.text.err;
      run = launch(settingsOf(place, { ...settings, PORT: String(port) }));
      await whenReady(run);
    },
  };
}

/** A start that is expected to end by itself: its exit status and what it said. */
export async function runToEnd(settings: Settings): Promise<End> {
  const run = launch(settings);
  const timer = setTimeout(() => run.child.kill('SIGKILL'), patienceMs);
  const code = await run.ended;
  clearTimeout(timer);
  return { code: code ?? run.child.signalCode, ...run.text };
}

export function settingsOf(place: Place, more: Settings = {}): Settings {
  return {
    HOST: '127.0.0.1',
    DATA_DIR: place.dataDir,
    DEMO: 'on',
    // Tests send faster than people do; those of the limits set their own.
    MESSAGES_PER_PERSON: '0',
    MESSAGES_PER_NETWORK: '0',
    ...(place.url === null ? {} : { DATABASE_URL: place.url }),
    ...more,
  };
}

type Run = { child: ChildProcess; text: { out: string; err: string }; ended: Promise<number | null> };

/** Away from the repository's folder, so that nobody's `.env` has a say. */
function launch(settings: Settings): Run {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-run-'));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text.out += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    text.err += part;
  });
  const orphan = () => child.kill('SIGKILL');
  process.once('exit', orphan);
  const ended = once(child, 'close').then(() => {
    process.off('exit', orphan);
    rmSync(folder, { recursive: true, force: true });
    return child.exitCode;
  });
  return { child, text, ended };
}

async function whenReady(run: Run): Promise<{ port: number; url: string }> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    if (run.child.exitCode !== null || run.child.signalCode !== null) {
      await run.ended;
      throw new Error(
        `the server ended (${run.child.exitCode ?? run.child.signalCode}) instead of starting:\n${run.text.err.slice(0, 1_000)}`,
      );
    }
    const port = /Web chat:\s+http:\/\/localhost:(\d+)/.exec(run.text.out)?.[1];
    if (port !== undefined && (await isReady(`http://127.0.0.1:${port}`))) return { port: Number(port), url: `http://127.0.0.1:${port}` };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  run.child.kill('SIGKILL');
  throw new Error(`the server was not ready in time:\n${run.text.err.slice(0, 1_000)}`);
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}
