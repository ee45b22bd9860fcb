import { createHmac, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../scripts/config.ts';
import { dossierCommands } from '../../scripts/dossiers/commands.ts';
import { type FakeSmsGateway, fakeSmsGateway, smsKey, smsSettings } from '../fakes/sms-gateway.ts';
import { type FakeSmtp, fakeSmtp } from '../fakes/smtp.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { createCitizen } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';
import { settingsOf } from '../support/server.ts';

/** Of the demonstration register. */
const code = 'H40.23.08-250715-0012';
const pin = '482613';
const patience = { timeout: 20_000 };
const replySecret = 'khoa-ky-tin-nhan-den-cua-cong-sms-thu';
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
      SMS_REPLY_SECRET: replySecret,
      PUBLIC_URL: 'https://motcua.vidu.vn',
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

  /** The code that was sent last, as its receiver reads it. */
  const codeByMail = () => /\b\d{6}\b/.exec(bodyOf(smtp.mails.at(-1)?.data ?? ''))?.[0] ?? '';
  const codeBySms = () => /\b\d{6}\b/.exec(gateway.sent.at(-1)?.text ?? '')?.[0] ?? '';
  const wrongly = (code: string) => (code === '111111' ? '222222' : '111111');
  const proven = async () => {
    const citizen = createCitizen(running.url);
    await citizen.ask(code);
    await citizen.ask(pin);
    return citizen;
  };
  const moved = async (set: string) => {
    await pool().query(`update dossiers set body = body || $2::jsonb where code = $1`, [code, set]);
    await running.app.notices.watch.sweep();
  };
  const confirmedByMail = async (address: string) => {
    const [citizen, before] = [await proven(), smtp.mails.length];
    await citizen.ask(`báo qua email ${address}`);
    await vi.waitFor(() => expect(smtp.mails).toHaveLength(before + 1), patience);
    expect((await citizen.ask(codeByMail())).text).toContain('Tôi sẽ báo bạn qua');
    return citizen;
  };
  const followedBy = async (channel: string) =>
    (await pool().query('select from subscriptions join conversations on id = conversation_id where channel = $1', [channel])).rowCount;

  test('go to addresses that are confirmed by a code, which are read nowhere else and gone once they are ended', {
    timeout: 60_000,
  }, async () => {
    const citizen = createCitizen(running.url);
    await citizen.ask(code);
    await citizen.ask('báo qua email hoa.bi.mat@thu-dien-tu.vn');
    expect((await citizen.ask(pin)).text).toContain('mã 6 chữ số tới h•••@t•••.vn');
    await vi.waitFor(() => expect(smtp.mails).toHaveLength(1), patience);
    const mailed = codeByMail();
    expect((await citizen.ask(wrongly(mailed))).text).toContain('Mã chưa đúng. Bạn còn thử được 4 lần');
    expect(await followedBy('email')).toBe(0);
    expect((await citizen.ask(`mã là ${mailed.slice(0, 3)} ${mailed.slice(3)}`)).text).toContain('qua h•••@t•••.vn');
    expect((await citizen.ask('nhắn qua SMS 0912 345 678')).text).toContain('tới •••••••678');
    await vi.waitFor(() => expect(gateway.sent).toHaveLength(1), patience);
    const texted = codeBySms();
    expect((await citizen.ask(texted)).text).toContain('qua •••••••678');
    await pool().query(refused, [code]);
    await running.app.notices.watch.sweep();
    await vi.waitFor(() => expect([smtp.mails.length, gateway.sent.length]).toEqual([2, 2]), patience);
    expect(smtp.mails.map(({ to }) => to)).toEqual([['hoa.bi.mat@thu-dien-tu.vn'], ['hoa.bi.mat@thu-dien-tu.vn']]);
    expect(gateway.sent[1]).toMatchObject({ to: '84912345678' });
    expect(gateway.sent[1]?.text).toContain(code);
    expect(gateway.sent[1]?.text).not.toMatch(/Trần|Họa/);
    expect([smtp.faults, gateway.faults]).toEqual([[], []]);

    const secrets = new RegExp(
      `hoa\\.bi\\.mat|thu-dien-tu|912 ?345 ?678|482613|Trần Thị|${mailed}|${texted}|${mailed.slice(0, 3)} ${mailed.slice(3)}`,
    );
    expect(await everything()).not.toMatch(secrets);
    expect(running.log()).not.toMatch(secrets);

    expect((await citizen.ask('unsubscribe')).text).toContain(code);
    const { rows } = await pool().query(`select from conversations where channel in ('email', 'sms')`);
    expect(rows).toHaveLength(0);
    expect((await pool().query('select from notice_addresses')).rowCount).toBe(0);
  });

  test('end by one click in the mail program, and not by opening the link', { timeout: 60_000 }, async () => {
    await moved('{"status":4,"statusText":"Đang xử lý"}');
    const citizen = await confirmedByMail('lan@vidu.vn');
    const before = smtp.mails.length;
    await moved('{"status":8,"statusText":"Dừng"}');
    await vi.waitFor(() => expect(smtp.mails).toHaveLength(before + 1), patience);
    const data = smtp.mails.at(-1)?.data ?? '';
    const [, link = ''] = /^List-Unsubscribe: <https:\/\/motcua\.vidu\.vn(\/dung\/[\w-]{22})>$/m.exec(data) ?? [];
    expect(data).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    const seen = await fetch(running.url + link);
    expect([seen.status, await seen.text()]).toEqual([200, expect.stringContaining('<form method="post">')]);
    expect(await followedBy('email')).toBe(1);
    const oneClick = {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    };
    expect((await fetch(running.url + link, { ...oneClick, redirect: 'error' })).status).toBe(200);
    expect(await followedBy('email')).toBe(0);
    const told = (await citizen.history()).map(({ text }) => text).filter((text) => text.includes('đã xin thôi nhận'));
    expect(told).toEqual(['Người nhận ở l•••@v•••.vn đã xin thôi nhận, nên tôi không gửi thông báo tới đó nữa.']);
    expect((await citizen.ask('báo qua email lan@vidu.vn')).text).toContain('vừa xin thôi nhận');
  });

  test('end where the mailbox is not there: the person and staff are told why', { timeout: 60_000 }, async () => {
    await moved('{"status":4,"statusText":"Đang xử lý"}');
    const citizen = await confirmedByMail('mai@vidu.vn');
    smtp.refuse = '550 5.1.1 no such user mai@vidu.vn';
    await moved('{"status":8,"statusText":"Dừng lại"}');
    await vi.waitFor(async () => expect(await followedBy('email')).toBe(0), patience);
    smtp.refuse = null;
    const said = (await citizen.history()).map(({ text }) => text);
    expect(said.filter((text) => text.includes('không tới được'))).toHaveLength(1);
    const lines: string[] = [];
    const config = readConfig(settingsOf(place));
    const quiet = { out: (text: string) => lines.push(text), err: () => {} };
    await dossierCommands({ config, pool: pool(), now: () => new Date() })({ kind: 'sources' }, quiet, AbortSignal.timeout(20_000));
    expect(lines.join('')).toMatch(/undelivered\temail\taddress ended\tSMTP 550 5\.1\.1\t/);
    expect(lines.join('')).not.toMatch(/mai@|vidu/);
  });

  test('end by HUY from the number, signed by the gateway, taken once', { timeout: 60_000 }, async () => {
    await moved('{"status":4,"statusText":"Đang xử lý"}');
    const citizen = await proven();
    const follow = async () => {
      const before = gateway.sent.length;
      await citizen.ask('nhắn qua SMS 0987 000 111');
      await vi.waitFor(() => expect(gateway.sent).toHaveLength(before + 1), patience);
      await citizen.ask(codeBySms());
    };
    await follow();
    expect(gateway.sent.at(-1)?.text).toMatch(/\nDung nhan: tra loi HUY$/);
    const reply = (body: object, secret = replySecret, at = Date.now()) => {
      const text = JSON.stringify(body);
      const time = String(Math.floor(at / 1000));
      const signature = createHmac('sha256', secret).update(`${time}.${text}`).digest('hex');
      return fetch(`${running.url}/webhooks/sms`, {
        method: 'POST',
        body: text,
        headers: { 'x-timestamp': time, 'x-signature': `sha256=${signature}` },
      });
    };
    const huy = { from: '+84 987 000 111', text: 'Huỷ' };
    expect((await reply(huy, 'x'.repeat(32))).status).toBe(401);
    expect((await reply(huy, replySecret, Date.now() - 600_000)).status).toBe(401);
    expect((await reply({ text: 'HUY' })).status).toBe(400);
    expect((await reply({ ...huy, text: 'hủy hồ sơ thì phải làm thế nào' })).status).toBe(202);
    expect(await followedBy('sms')).toBe(1);
    const at = Date.now();
    expect((await reply(huy, replySecret, at)).status).toBe(202);
    expect(await followedBy('sms')).toBe(0);
    await pool().query('truncate left_addresses');
    await follow();
    expect((await reply(huy, replySecret, at)).status).toBe(202);
    expect(await followedBy('sms')).toBe(1);
    expect(running.log()).not.toMatch(/987 ?000 ?111/);
  });
});

/** The text of a mail, whatever way it was made fit for the wire. */
function bodyOf(data: string): string {
  const [head = '', ...body] = data.split('\n\n');
  const text = body.join('\n\n');
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
  return text.replace(/=\n/g, '').replace(/=[0-9A-F]{2}/g, '?');
}
