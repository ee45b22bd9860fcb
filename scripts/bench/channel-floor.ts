import express from 'express';
import { startHttp } from '../../connectors/http.ts';
import { openDatabase } from '../../knowledge/database.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { main } from '../main.ts';

// Run by `bench/channels.ts`: a webhook that does nothing but keep each message durably before it is acknowledged, on the same database.
await main(async () => {
  const config = readConfig();
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, onIdleError: () => {} });
  await database.pool.query('create table floor_messages (id bigint generated always as identity primary key, body text not null)');
  const server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    trustProxy: false,
    log: createLog('warn'),
    ready: async () => true,
    routes: [
      (app) => {
        app.post('/webhook', express.raw({ type: '*/*', limit: '1mb' }), async (asked, response) => {
          await database.pool.query('insert into floor_messages (body) values ($1)', [asked.body.toString()]);
          response.status(200).end();
        });
      },
    ],
  });
  process.stdout.write(`listening on ${server.port}\n`);
  await new Promise((resolve) => process.once('SIGTERM', resolve));
  await server.close();
  await database.close();
  return 0;
});
