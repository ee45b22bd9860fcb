import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * What a process may do that opens a stranger's file: read this program and its libraries, and nothing else of the disk; write nothing, start no
 * program. sharp is native code and has a look at `ldd` to find its build (nodejs.org/api/permissions.html, "Process-based permissions").
 */
export function confined(): string[] {
  const readable = ['../../package.json', '../../node_modules', '../../bot', '.'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  // Libraries may stand elsewhere, behind a link: the permission is asked of where they are.
  const there = [...new Set(readable.flatMap((path) => [path, realpathSync(path)]))];
  const reading = [...there, '/usr/bin/ldd'].map((path) => `--allow-fs-read=${path}`);
  return ['--permission', '--allow-worker', '--allow-addons', '--disable-warning=SecurityWarning', ...reading];
}
