import { fileURLToPath } from 'node:url';

/**
 * What a process may do that opens a stranger's file: read this program and its libraries, and nothing else of the disk; write nothing, start no
 * program. sharp is native code and has a look at `ldd` to find its build (nodejs.org/api/permissions.html, "Process-based permissions").
 */
export function confined(): string[] {
  const readable = ['../../package.json', '../../node_modules', '../../bot', '.'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const reading = [...readable, '/usr/bin/ldd'].map((path) => `--allow-fs-read=${path}`);
  return ['--permission', '--allow-worker', '--allow-addons', '--disable-warning=SecurityWarning', ...reading];
}
