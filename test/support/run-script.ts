import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

export type Ended = { status: number | null; signal: NodeJS.Signals | null; out: string; err: string };
export type Running = { child: ChildProcess; ended: Promise<Ended> };

/** A program of this repository (`scripts/ingest.ts`) as a process of its own, with these settings and no others. */
export function startScript(path: string, args: string[], settings: Record<string, string>): Running {
  const program = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const environment = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
    // Away from the repository's folder, so that nobody's `.env` has a say.
    cwd: tmpdir(),
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve({ status, signal, ...said }));
  });
  return { child, ended };
}

export function runScript(path: string, args: string[], settings: Record<string, string>): Promise<Ended> {
  return startScript(path, args, settings).ended;
}
