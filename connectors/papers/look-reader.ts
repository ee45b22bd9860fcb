import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from './read-file.ts';

/** The thread that reads the file; the other one watches it. */
parentPort?.postMessage(await readFile(workerData));
