import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FilingSystem, refusalReason, startFilingSystem, targetSettings } from '../fakes/filing-system.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { type Citizen, createCitizen, pause } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';
import { filingSettings } from '../support/filing-form.ts';
import { dossierOf } from '../support/followers.ts';
import { photo } from '../support/paper-files.ts';
import { type Server, startServer } from '../support/server.ts';

const child = 'Nguyễn Thị Hạnh Dung';
const draftCode = /BN-\d{6}-\d{4}-[A-Z0-9]{4}/;

/** Answers everything and agrees to the form being made; what is said then. */
async function made(citizen: Citizen, withPhoto = false) {
  await citizen.ask('1.001193 làm hồ sơ online giúp tôi');
  await citizen.ask(child);
  if (withPhoto) {
    const bytes = await photo({ seed: 7 });
    const name = encodeURIComponent('giấy chứng sinh.jpg');
    const sent = await citizen.request('POST', '/chat/files', new Uint8Array(bytes), 'application/octet-stream', { 'x-file-name': name });
    await citizen.ask('', [(sent.body as { ref: string }).ref]); // the web chat's own answer
  }
  await citizen.ask('12/5/2026');
  await citizen.ask('12 Hàng Bài, phường Hoàn Kiếm, thành phố Hà Nội');
  await citizen.ask('Đúng hết');
  await citizen.ask('Xong giấy tờ');
  return citizen.ask('Tôi đồng ý');
}

/** What is said unprompted, once it is there. */
async function told(citizen: Citizen, words: string): Promise<string> {
  for (let tries = 0; tries < 600; tries++) {
    const found = (await citizen.history()).find((entry) => entry.from === 'assistant' && entry.text.includes(words));
    if (found !== undefined) return found.text;
    await pause(50);
  }
  throw new Error(`nobody said ${words}`);
}

describe.each(kinds)('sending a filing to its agency, on $name', ({ make }) => {
  let place: Place;
  let system: FilingSystem;
  let running: RunningApp;
  let clock: { now: number };

  beforeEach(async () => {
    place = await make();
    system = await startFilingSystem();
    clock = { now: Date.parse('2026-11-23T03:00:00Z') };
    const settings = filingSettings(place, [targetSettings('can be asked', system.baseUrl)]);
    running = await startApp(place, { now: () => new Date(clock.now) }, settings);
  });
  afterEach(async () => {
    await running?.stop();
    await system?.close();
    await place?.drop();
  });
  const sweep = () => running.app.submitter.sweep();

  test('says to whom it goes, sends it once, tells the code, and tells what becomes of it', async () => {
    const citizen = createCitizen(running.url);
    const ready = await made(citizen, true);
    expect(ready.text).toContain('UBND phường Minh Họa');
    expect(ready.choices.map(({ label }) => label)).toEqual(['Gửi ngay', 'Để sau']);
    expect(await sweep()).toBe(0);
    expect((await citizen.ask('Gửi ngay')).text).toContain('đang gửi');
    expect((await citizen.ask('gửi hồ sơ')).text).toContain('không cần gửi lại');
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    const news = await told(citizen, 'Mã hồ sơ: **H40.23.08-261122-0001**');
    expect(news).toContain('đã nhận hồ sơ');
    expect(system.made).toHaveLength(1);
    expect(system.made[0]?.reference).toMatch(draftCode);
    expect(system.made[0]?.files.map(({ start }) => start)).toEqual(['%PDF', expect.stringContaining('ÿØÿ')]);
    expect(system.made[0]?.body).toMatchObject({ maTTHC: '1.001193', chuHoSo: { ten: child, ngaySinh: '12/05/2026' } });
    expect((await citizen.ask('gửi hồ sơ')).text).toContain('H40.23.08-261122-0001');

    expect((await citizen.ask('hồ sơ của tôi tới đâu rồi')).text).toContain('H40.23.08-261122-0001');

    // It is followed without a second factor: it is theirs.
    expect((await citizen.ask('tôi đang theo dõi hồ sơ nào')).text).toContain('H40.23.08-261122-0001');
    const { pool } = running.app.knowledge.database;
    const dossier = (status: number, statusText: string) => ({ ...registered, status, statusText });
    await running.app.notices.watch.sweep();
    await pool.query('insert into dossiers (code, demonstration, body) values ($1, false, $2)', [
      registered.code,
      dossier(2, 'Được tiếp nhận'),
    ]);
    await running.app.notices.watch.sweep();
    await pool.query('update dossiers set body = $2 where code = $1', [registered.code, dossier(5, 'Yêu cầu bổ sung giấy tờ')]);
    await running.app.notices.watch.sweep();
    expect(await told(citizen, 'Yêu cầu bổ sung')).toContain('H40.23.08-261122-0001');
  });

  test('tells a refusal with its reason; what is corrected is read back and sent again as one dossier', async () => {
    const citizen = createCitizen(running.url);
    system.trouble('refused');
    await made(citizen);
    await citizen.ask('gửi luôn đi');
    await sweep();
    const news = await told(citizen, refusalReason);
    expect(news).toContain('chưa nhận hồ sơ');
    expect((await citizen.ask('tiếp tục hồ sơ')).text).toContain(child);
    expect((await citizen.ask('sửa ngày sinh thành 13/5/2026')).text).toContain('13/05/2026');
    await citizen.ask('Đúng hết');
    expect((await citizen.ask('Tôi đồng ý')).text).toContain('Gửi ngay chứ');
    await citizen.ask('có');
    expect(await sweep()).toBe(1);
    await told(citizen, 'H40.23.08-261122-0001');
    expect(system.made.map(({ body }) => (body.chuHoSo as { ngaySinh: string }).ngaySinh)).toEqual(['13/05/2026']); // the fake's own shape
  });

  test('tries a system that is away again, says so once, and gives up after a day: citizen and staff are told', async () => {
    const citizen = createCitizen(running.url);
    await made(citizen);
    await system.close();
    await citizen.ask('gửi ngay');
    const { pool } = running.app.knowledge.database;
    for (let tries = 0; tries < 3; tries++) {
      expect(await sweep()).toBe(1);
      await pool.query('update submissions set due_at = now()');
    }
    expect(await told(citizen, 'đang không trả lời')).toContain('24 giờ');
    expect((await citizen.history()).filter(({ text }) => text.includes('đang không trả lời'))).toHaveLength(1);
    clock.now = Date.now() + 25 * 3_600_000;
    expect(await sweep()).toBe(1);
    expect(await told(citizen, 'Hồ sơ chưa được nộp')).toMatch(draftCode);
    expect(await sweep()).toBe(0);
    const { rows } = await pool.query<{ text: string }>('select text from desk_notes');
    expect(rows.map(({ text }) => text)).toEqual([expect.stringMatching(/^Hồ sơ BN-.* chưa gửi được tới UBND phường Minh Họa/)]);
    expect((await citizen.ask('gửi hồ sơ')).text).toContain('Gửi ngay chứ');
  });

  test('says that it is unclear where a system that cannot be asked gave no answer, and sends it never again', async () => {
    await running.stop();
    const settings = filingSettings(place, [targetSettings('uploads, cannot be asked', system.baseUrl)]);
    running = await startApp(place, { now: () => new Date(clock.now) }, settings);
    const citizen = createCitizen(running.url);
    system.trouble('html');
    await made(citizen);
    await citizen.ask('gửi ngay');
    expect(await sweep()).toBe(1);
    expect(await told(citizen, 'chưa biết cơ quan đã nhận hay chưa')).toMatch(draftCode);
    const { rows } = await running.app.knowledge.database.pool.query<{ text: string }>('select text from desk_notes');
    expect(rows.map(({ text }) => text)).toEqual([expect.stringMatching(/^Hồ sơ BN-.*không trả lời rõ/)]);
    expect((await citizen.ask('gửi hồ sơ')).text).toContain('tôi không gửi lại');
    expect((await citizen.ask('xóa bản nháp')).text).toContain('tôi không gửi lại');
    expect(await sweep()).toBe(0);
    expect(system.made).toHaveLength(1);
  });

  test('sends nothing that its citizen does not want sent', async () => {
    const citizen = createCitizen(running.url);
    await made(citizen);
    expect((await citizen.ask('Để sau')).text).toContain('chưa gửi gì');
    expect(await sweep()).toBe(0);
    expect((await citizen.ask('gửi hồ sơ')).text).toContain('UBND phường Minh Họa');
    expect((await citizen.ask('lệ phí bao nhiêu')).text).toContain('phí');
    expect(await sweep()).toBe(0);
    await citizen.ask('gửi đi');
    expect(await sweep()).toBe(1);
    expect(system.made).toHaveLength(1);
  });

  test('leaves no name in the log, the metrics or what the database shows', async () => {
    const citizen = createCitizen(running.url);
    system.trouble('failing', 'refused');
    await made(citizen);
    await citizen.ask('gửi ngay');
    await sweep();
    await told(citizen, 'H40.23.08-261122-0001');
    const metrics = await (await fetch(`${running.url}/metrics`)).text();
    expect(metrics).toContain('motcua_submissions_total');
    const { pool } = running.app.knowledge.database;
    const kept = await Promise.all(
      ['entries', 'cases', 'submissions', 'desk_notes', 'conversations', 'outbox', 'papers'].map((table) =>
        pool.query(`select * from ${table}`),
      ),
    );
    const all = [running.log(), metrics, JSON.stringify(kept.flatMap(({ rows }) => rows))].join('\n');
    for (const word of [child, 'Hạnh Dung', '12/05/2026', '2026-05-12', 'Hàng Bài', refusalReason]) expect(all).not.toContain(word);
  });
});

describe.each(kinds)('a server that is killed while it sends a filing, on $name', ({ make }) => {
  let place: Place;
  let system: FilingSystem;
  let server: Server;
  beforeAll(async () => {
    place = await make();
    system = await startFilingSystem();
  });
  afterAll(async () => {
    await server?.stop();
    await system?.close();
    await place?.drop();
  });

  test('comes back, finds what was made, and makes nothing twice', { timeout: 90_000 }, async () => {
    server = await startServer(place, filingSettings(place, [targetSettings('can be asked', system.baseUrl)]));
    const citizen = createCitizen(() => server.url);
    await made(citizen);
    system.trouble('slow');
    await citizen.say('gửi ngay', randomUUID());
    while (system.counts.creates === 0) await pause(10);
    await server.stop('SIGKILL');
    // On a database of its own the lease of the dead is dropped at the start; elsewhere it runs out.
    if (place.url !== null) await expire(place.url);
    await server.again();
    await told(citizen, 'H40.23.08-261122-0001');
    expect(system.made).toHaveLength(1);
    expect(system.counts.creates).toBe(1);
  });
});

async function expire(url: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('update submissions set due_at = now()');
  await client.end();
}

const registered = dossierOf('H40.23.08-261122-0001', { source: 'register' });
