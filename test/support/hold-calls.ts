import pino from 'pino';
import { openDatabase } from '../../knowledge/database.ts';
import { openCalls } from '../../scripts/open-calls.ts';
import { counting } from '../fakes/meter.ts';

// Run as a process of its own: `node hold-calls.ts DATA_DIR [URL]` has one call that it has just let go to a person and one under way that it
// records, and stays until it is killed.
const [dataDir, url] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('usage: node hold-calls.ts DATA_DIR [URL]');
const { pool } = await openDatabase({ url: url ?? null, dataDir, onIdleError: () => {} });
const { calls, recordings, keep } = await openCalls({ pool, key: null, meter: counting() });
const beginning = { system: 'asterisk', from: '0912345678', to: '1900', turn: 1 } as const;
await calls.begin({ ...beginning, call: 'let go' });
await calls.keepNext('let go', { kind: 'transfer', to: 'canbo' }, 'Người gọi hỏi về khai sinh.');
const { person } = await calls.begin({ ...beginning, call: 'under way' });
const recording = await recordings.begin('under way');
if (recording !== null) await recordings.append(recording, 0, Buffer.from('what was said'));
keep(() => [person], pino({ level: 'silent' }));
process.stdout.write('held\n');
setInterval(() => {}, 60_000);
