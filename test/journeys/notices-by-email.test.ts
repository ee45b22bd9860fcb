import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeSmsGateway, fakeSmsGateway, smsKey, smsSettings } from '../fakes/sms-gateway.ts';
import { type FakeSmtp, fakeSmtp } from '../fakes/smtp.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { createCitizen, pause } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';

/** Of the demonstration register. */
const code = 'H40.23.08-250715-0012';
const pin = '482613';
// Told at any hour.
const refused = `update dossiers set body = body || '{"status":8,"statusText":"Dừng, chờ bà Trần Thị Minh Họa"}' where code = $1`;

describe.each(kinds)('notices by e-mail and SMS on $name', (kind) => {
  let place: Place;
  let running: RunningApp;
  let smtp: FakeSmtp;
  let gateway: FakeSmsGateway;
  beforeAll(async () => {
    [place, smtp, gateway] = await Promise.all([kind.make(), fakeSmtp(), fakeSmsGateway()]);
    const file = join(place.dataDir, 'sms.json');
    writeFileSync(file, JSON.stringify(smsSettings(gateway.url)));
    const settings = {
      NOTICE_KEY: randomBytes(32).toString('hex'),
      SMTP_URL: smtp.url,
      MAIL_FROM: 'motcua@tinh.gov.vn',
      SMS_GATEWAY: file,
      SMS_KEY: smsKey,
    };
    running = await startApp(place, {}, settings);
  });
  afterAll(async () => {
    await running?.stop();
    await Promise.all([smtp?.close(), gateway?.close()]);
    await place?.drop();
  });
  const pool = () => running.app.knowledge.database.pool;
  /** All that the database holds, but for the register itself. */
  const everything = async () => {
    const { rows } = await pool().query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_name not in
       ('dossiers', 'procedures', 'procedure_versions', 'passages', 'explanations', 'faqs', 'everyday_names', 'search_snapshots', 'own_keys')`,
    );
    const kept: string[] = [];
    for (const { name } of rows) kept.push(JSON.stringify((await pool().query(`select * from ${name}`)).rows));
    return kept.join('\n');
  };

  test('go to addresses named in conversation, which are read nowhere else and gone once they are ended', { timeout: 60_000 }, async () => {
    const citizen = createCitizen(running.url);
    await citizen.ask(code);
    await citizen.ask('báo qua email hoa.bi.mat@thu-dien-tu.vn');
    expect((await citizen.ask(pin)).text).toContain('qua h•••@t•••.vn');
    expect((await citizen.ask('nhắn qua SMS 0912 345 678')).text).toContain('qua •••••••678');
    await pool().query(refused, [code]);
    await running.app.notices.watch.sweep();
    while (smtp.mails.length === 0 || gateway.sent.length === 0) await pause(20);
    expect(smtp.mails[0]?.to).toEqual(['hoa.bi.mat@thu-dien-tu.vn']);
    expect(gateway.sent[0]).toMatchObject({ to: '84912345678' });
    expect(gateway.sent[0]?.text).toContain(code);
    expect(gateway.sent[0]?.text).not.toMatch(/Trần|Họa/);
    expect([smtp.faults, gateway.faults]).toEqual([[], []]);

    const secrets = /hoa\.bi\.mat|thu-dien-tu|912 ?345 ?678|482613|Trần Thị/;
    expect(await everything()).not.toMatch(secrets);
    expect(running.log()).not.toMatch(secrets);

    expect((await citizen.ask('unsubscribe')).text).toContain(code);
    const { rows } = await pool().query(`select from conversations where channel in ('email', 'sms')`);
    expect(rows).toHaveLength(0);
    expect((await pool().query('select from notice_addresses')).rowCount).toBe(0);
  });
});
