import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Citizen, createCitizen } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';
import { runScript } from '../support/run-script.ts';
import { type Server, settingsOf, startServer } from '../support/server.ts';

/** Of the demonstration register. */
const code = 'H40.23.08-250715-0012';
const pin = '482613';

describe.each(kinds)('following a dossier at the web chat on $name', (kind) => {
  let place: Place;
  let server: Server;
  beforeAll(async () => {
    place = await kind.make();
    server = await startServer(place, { LOG_LEVEL: 'debug' });
  });
  afterAll(async () => {
    await server?.stop();
    await place?.drop();
  });
  const advance = async (to: number) => {
    const { status, err } = await runScript('scripts/dossiers.ts', ['advance', code, '--to', String(to)], settingsOf(place));
    expect([status, err]).toEqual([0, '']);
  };
  const follow = async (): Promise<Citizen> => {
    const citizen = createCitizen(server.url);
    await citizen.ask(code);
    expect((await citizen.ask('Báo tôi khi có kết quả')).kind).toBe('asked');
    expect((await citizen.ask(pin)).text).toContain(`Tôi sẽ báo bạn tại đây mỗi khi hồ sơ **${code}** có thay đổi`);
    return citizen;
  };
  const notices = async (citizen: Citizen) =>
    (await citizen.history()).filter((entry) => entry.from === 'assistant' && entry.messageId === '');

  test('brings the news live and on the next visit, once, until it is ended in one word', { timeout: 60_000 }, async () => {
    const [one, two] = [await follow(), await follow()];
    const last = (await one.history()).at(-1)?.id ?? 0;
    const live = one.events((entries) => entries.some((entry) => entry.from === 'assistant'), last);
    await advance(5);
    const [entry] = await live;
    expect(entry?.text).toContain(`Hồ sơ **${code}**: **Cần bổ sung giấy tờ**`);
    expect(await notices(one)).toEqual([entry]);

    expect((await one.ask('hủy theo dõi')).text).toContain(`Đã thôi theo dõi **${code}**`);
    const seen = (await two.history()).at(-1)?.id ?? 0;
    await advance(9);
    await two.events((entries) => entries.some(({ text }) => text.includes('Đã xử lý xong')), seen);
    expect(await notices(one)).toHaveLength(1);
    expect(await notices(two)).toHaveLength(2);
    expect(JSON.stringify([await notices(two), server.err()])).not.toMatch(/Trần|0900007346|000099005829|482613|Võ Cán Bộ/);
    expect(server.err()).not.toContain(code);
  });
});
