import { parentPort, workerData } from 'node:worker_threads';
import { readerOf } from './read-file.ts';

/** The thread that reads the file; the other one watches it. What goes wrong before the libraries are there is no fault of the file. */
const read = await readerOf(workerData);
parentPort?.postMessage('ready');
parentPort?.postMessage(await read());
