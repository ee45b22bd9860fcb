import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A database of its own on the server at `server`, thrown away after. */
export async function onServer<Done>(server: string, work: (url: string) => Promise<Done>): Promise<Done> {
  const name = `motcua_bench_${randomUUID().replaceAll('-', '')}`;
  await command(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  try {
    return await work(url.href);
  } finally {
    await command(server, `drop database ${name} with (force)`);
  }
}

/** A server that does not wait for the disk measures something else: it is said. */
export async function nameOf(server: string): Promise<string> {
  const [row] = await command<{ fsync: string }>(server, 'show fsync');
  return row?.fsync === 'on' ? 'PostgreSQL' : 'PostgreSQL (fsync off)';
}

async function command<Row extends pg.QueryResultRow>(server: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query<Row>(sql).finally(() => client.end());
  return rows;
}
