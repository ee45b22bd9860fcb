import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { defect, type Verdict } from './verdict.ts';

/**
 * A program: a file on standard input, what it is on standard output. The reading is done by a second thread, so that this one sees what it costs
 * and ends the process, whatever the libraries are busy with.
 */
const most = Number(process.argv[2]) * 1024 * 1024;
const lookEveryMs = 20;

const bytes = new Uint8Array(await buffer(process.stdin));
const reader = new Worker(new URL('./look-reader.ts', import.meta.url), { workerData: bytes, transferList: [bytes.buffer] });
setInterval(() => {
  if (process.memoryUsage.rss() > most) end(defect('too-heavy'));
}, lookEveryMs);
let ready = false;
reader.on('message', (said: Verdict | 'ready') => {
  if (said === 'ready') ready = true;
  else end(said);
});
reader.once('error', (error) => {
  const heavy = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  end(defect(heavy ? 'too-heavy' : ready ? 'damaged' : 'unchecked'));
});

function end(verdict: Verdict): void {
  process.stdout.write(JSON.stringify(verdict), () => process.kill(process.pid, 'SIGKILL'));
}
