import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeZalo, fakeZalo } from '../fakes/zalo.ts';
import { events } from '../fakes/zalo-events.ts';
import { kinds, type Place } from '../support/databases.ts';
import { runScript } from '../support/run-script.ts';
import { type Server, settingsOf, startServer } from '../support/server.ts';
import { zaloEnvironment } from '../support/zalo.ts';

const person = '8001000000000000017';
/** Of the demonstration register. */
const code = 'H40.23.08-250715-0012';
const pin = '482613';

describe.each(kinds)('a Zalo Official Account from nothing, on $name', (kind) => {
  let place: Place;
  let fake: FakeZalo;
  let server: Server;
  beforeAll(async () => {
    place = await kind.make();
    fake = await fakeZalo();
    server = await startServer(place, { LOG_LEVEL: 'debug', ...zaloEnvironment(fake.url) });
    fake.teller.webhook = `${server.url}/webhooks/zalo`;
  });
  afterAll(async () => {
    await server?.stop();
    await fake?.close();
    await place?.drop();
  });

  const zalo = (...args: string[]) => runScript('scripts/zalo.ts', args, settingsOf(place, zaloEnvironment(fake.url)));
  const say = async (text: string) => expect(await fake.teller.tell(events.text(person, text))).toBe(200);
  const said = () => fake.sent.filter((message) => message.person === person).map(({ text }) => text);
  /** The newest message, once there are so many. */
  const after = async (count: number): Promise<string> => {
    await expect.poll(() => said().length, { timeout: 40_000 }).toBeGreaterThan(count);
    return said().at(-1) ?? '';
  };
  const ask = async (text: string): Promise<string> => {
    const count = said().length;
    await say(text);
    return after(count);
  };

  test('is consented to, answers what waited, and makes room for staff', { timeout: 120_000 }, async () => {
    const before = await zalo('status');
    expect([before.status, before.out]).toEqual([1, expect.stringContaining('needed: npm run zalo -- login')]);
    await say('làm lại căn cước bị mất cần gì');

    const begun = await zalo('login');
    const [address = ''] = begun.out.split('\n');
    const back = new URL(fake.oauth.agree(address));
    // As the reverse proxy hands it on.
    const page = () => fetch(`${server.url}${back.pathname}${back.search}`);
    expect([(await page()).status, (await page()).status]).toEqual([200, 400]);
    expect(await after(0)).toMatch(/căn cước/i);
    await expect.poll(async () => (await zalo('status')).status, { timeout: 20_000 }).toBe(0);

    const count = said().length;
    await fake.teller.tell(events.echo(person, 'Cán bộ đây, bạn chờ chút.', { admin: '8101000000000000001' }));
    await say('lệ phí bao nhiêu');
    expect(await ask('cứu với, có người bị đuối nước')).toContain('114');
    expect(said()).toHaveLength(count + 1);
    expect(await ask('trợ lý')).toContain('Trợ lý tự động nghe bạn đây');
    expect(await ask('lệ phí cấp lại căn cước')).toMatch(/đồng/);
    expect(fake.faults).toEqual([]);
  });

  test('greets who follows once, and brings news of a dossier', { timeout: 120_000 }, async () => {
    const count = said().length;
    const follow = events.follow(person, 'follow');
    await fake.teller.tell(follow);
    await fake.teller.tell(follow);
    expect(await after(count)).toContain('Chào bạn');
    // Who follows opens the chat in the same moment.
    await fake.teller.tell(events.chatNow(person));
    await ask(code);
    expect(said().slice(count)).toHaveLength(2);
    await ask('Báo tôi khi có kết quả');
    expect(await ask(pin)).toContain(`mỗi khi hồ sơ ${code} có thay đổi`);
    const known = said().length;
    const { status } = await runScript('scripts/dossiers.ts', ['advance', code, '--to', '8'], settingsOf(place));
    expect(status).toBe(0);
    // What is stopped is told at any hour; other news waits for the morning.
    expect(await after(known)).toContain('Dừng xử lý');
    expect(said().filter((text) => text.includes('Chào bạn'))).toHaveLength(1);
    expect(fake.faults).toEqual([]);
  });

  test('is consented to again by the address alone, as often as it must be', { timeout: 120_000 }, async () => {
    fake.oauth.rotate();
    await say('cảm ơn');
    await expect.poll(async () => (await zalo('status')).out, { timeout: 30_000 }).toContain('ALERT');
    const desk = await runScript('scripts/desk.ts', [], settingsOf(place));
    expect(desk.out).toContain('npm run zalo -- login');
    const { out } = await zalo('login');
    const back = fake.oauth.agree(out.split('\n')[0] ?? '');
    const count = said().length;
    expect(await zalo('login', back)).toMatchObject({ status: 0, out: expect.stringContaining('has consented') });
    expect(await zalo('login', back)).toMatchObject({ status: 1, err: expect.stringContaining('used before') });
    expect(await after(count)).not.toBe('');
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/motcua_zalo_refreshes_total\{result="consent-needed"\} \d/);
    expect(metrics).toMatch(/motcua_zalo_events_total\{result="accepted"\} \d/);
    expect(server.err() + metrics).not.toMatch(new RegExp(`${person}|[ar]tk_\\d|${code}|Secret`));
  });
});
