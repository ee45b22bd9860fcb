import { openDatabase } from '../../knowledge/database.ts';

// Run as a process of its own: `node hold-folder.ts DATA_DIR` opens the embedded database, writes one row and stays until it is killed.
const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('usage: node hold-folder.ts DATA_DIR');
const { pool } = await openDatabase({ url: null, dataDir, onIdleError: () => {} });
await pool.query(`insert into faqs (id, body) values ('faq-of-the-dead', '{}')`);
process.stdout.write('held\n');
setInterval(() => {}, 60_000);
