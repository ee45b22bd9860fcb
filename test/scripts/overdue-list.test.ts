import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../scripts/config.ts';
import { dossierCommands } from '../../scripts/dossiers/commands.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { createCitizen } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';
import { dossierOf, movingSource, visitorIn } from '../support/followers.ts';
import { settingsOf } from '../support/server.ts';

/** Tuesday, 10 November 2026, 10:00 in Vietnam. */
const start = Date.parse('2026-11-10T03:00:00Z');

describe.each(kinds)('the overdue dossiers of other systems in the list of staff on $name', ({ make }) => {
  const source = movingSource();
  let place: Place;
  let running: RunningApp;
  let now = start;
  beforeAll(async () => {
    place = await make();
    running = await startApp(place, { dossiers: source, now: () => new Date(now) }, { DEMO: 'off' });
  });
  afterAll(async () => {
    await running?.stop();
    await place?.drop();
  });

  const known = (number: number, set: Parameters<typeof dossierOf>[1] = {}) => {
    const code = `H40.23.08-261102-000${number}`;
    const at = { asOf: new Date(now).toISOString(), dueOn: '2026-11-06', holder: { office: 'Tổ thẩm định', person: 'Võ Kín Đáo' } };
    source.dossiers.set(code, dossierOf(code, { ...at, ...set }));
    return code;
  };
  const list = async () => {
    const said: string[] = [];
    const config = readConfig(settingsOf(place, { DEMO: 'off' }));
    const { pool } = running.app.knowledge.database;
    const run = dossierCommands({ config, pool, now: () => new Date(now) });
    const say = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) };
    await run({ kind: 'list', overdue: true }, say, AbortSignal.timeout(60_000));
    return said.join('');
  };

  it('are those that were looked up or are followed, with system, office, days and when they were seen last', async () => {
    const [lookedUp, followed] = [known(1), known(2)];
    known(3);
    for (const code of [
      known(4, { dueOn: '2026-11-10' }),
      known(5, { status: 9, finishedOn: '2026-11-09' }),
      known(6, { status: 5 }),
      lookedUp,
    ])
      await createCitizen(running.url).ask(code);
    const { pool } = running.app.knowledge.database;
    const visitor = await visitorIn(pool, 'web');
    await pool.query(`insert into watched_dossiers (code, source) values ($1, 'register')`, [followed]);
    await pool.query(
      `insert into subscriptions (code, conversation_id, asked_in, language) select $1, id, id, 'vi' from conversations where person = $2`,
      [followed, visitor.person],
    );
    await running.app.notices.watch.sweep();
    const row = (code: string) =>
      `${code}\tPhòng Kinh tế\t4 Đang thẩm định\t06/11/2026\tquá hạn 2 ngày làm việc\t\ttinh\tTổ thẩm định\txem lần cuối 10/11/2026 10:00\n`;
    expect(await list()).toBe(`${row(lookedUp)}${row(followed)}2 dossiers overdue\n`);
  });

  it('go on being counted while their system is away, as of when they were seen', async () => {
    source.away = true;
    now = start + 86_400_000;
    expect(await list()).toMatch(/0001\t.+\tquá hạn 3 ngày làm việc\t\ttinh\tTổ thẩm định\txem lần cuối 10\/11\/2026 10:00\n/);
  });

  it('leave the list with their result', async () => {
    source.away = false;
    known(1, { status: 10, finishedOn: '2026-11-11' });
    await createCitizen(running.url).ask('H40.23.08-261102-0001');
    expect(await list()).not.toContain('0001\t');
  });
});
