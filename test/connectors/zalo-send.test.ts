import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Later, Refused, Unavailable } from '../../bot/errors.ts';
import { changeNotice } from '../../bot/notices/change.ts';
import type { Channel, Delivery, DraftFile } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import type { Reply } from '../../bot/types.ts';
import { openAlerts } from '../../knowledge/channel-alerts.ts';
import { createPace } from '../../knowledge/pace.ts';
import { createZaloPeople } from '../../knowledge/zalo-people.ts';
import { openZalo } from '../../scripts/open-zalo.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { type FakeZalo, fakeZalo } from '../fakes/zalo.ts';
import { zaloApp } from '../fakes/zalo-oauth.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';
import { giveTokens, zaloSettingsOf } from '../support/zalo.ts';

const hourMs = 3_600_000;
const start = new Date('2026-11-22T03:00:00Z');
const news = changeNotice({ ...demonstration, status: 9, statusText: 'Chờ công dân đến nhận' }, 'vi');

describe.each(kinds)('a reply by Zalo, on $name', (kind) => {
  const database = useDatabase(kind);
  let fake: FakeZalo;
  let channel: Channel;
  let now: Date;
  let person: string;
  let files: (DraftFile | null)[];
  let lines: string;
  let counted: string[];
  let folder: string;

  const made = async (change: object = {}): Promise<Channel> => {
    const log = pino(
      { level: 'trace' },
      {
        write: (line: string) => {
          lines += line;
        },
      },
    );
    const { pool } = database;
    const settings = { ...zaloSettingsOf(fake.url), ...change };
    const meter = { count: (event: string, labels: object = {}) => counted.push([event, ...Object.values(labels)].join(' ')) };
    const zalo = await openZalo({ pool, settings, key: null, dataDir: folder, pace: createPace({ pool }), meter, log, now: () => now });
    return zalo.channel({ file: async () => files.shift() ?? null });
  };
  beforeEach(async () => {
    fake = await fakeZalo();
    folder = mkdtempSync(join(tmpdir(), 'motcua-zalo-'));
    [now, person, files, lines, counted] = [start, `8${randomUUID().replace(/\D/g, '').slice(0, 12)}`, [], '', []];
    for (const table of ['zalo_tokens', 'channel_alerts', 'zalo_sent', 'pace']) await database.pool.query(`delete from ${table}`);
    await giveTokens(database.pool, fake);
    channel = await made();
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    expect(lines).not.toContain(person);
    await fake.close();
  });

  const people = () => createZaloPeople(database.pool, 'zalo');
  const wrote = (hoursAgo: number) => people().touch(person, new Date(now.getTime() - hoursAgo * hourMs), null);
  const deliveryOf = (reply: Reply, change: Partial<Delivery> = {}): Delivery => ({
    id: 7,
    channel: 'zalo',
    person,
    conversation: 'c',
    reply,
    inReplyTo: 'm-1',
    at: now.toISOString(),
    done: 0,
    ...change,
  });
  const send = (reply: Reply, change?: Partial<Delivery>) =>
    channel.send(deliveryOf(reply, change), AbortSignal.timeout(20_000), async () => {});
  const hello = plainReply('greeted', 'Chào bạn.');
  const alerts = async () => (await openAlerts(database.pool)).map(({ why }) => why);

  it('has its choices as buttons that say what a person could type', async () => {
    await send(plainReply('asked', 'Bạn cần **việc nào**?', [{ label: 'Lệ phí', say: 'lệ phí bao nhiêu' }]));
    expect(fake.sent).toMatchObject([
      { person, text: 'Bạn cần việc nào?', buttons: [{ title: 'Lệ phí', type: 'oa.query.show', payload: 'lệ phí bao nhiêu' }] },
    ]);
    expect(fake.faults).toEqual([]);
  });

  it('hides what nobody would type, and never sends a sixth button', async () => {
    await send(plainReply('asked', 'Chọn', [{ label: 'Dài', say: 'ạ'.repeat(400) }]));
    expect(fake.sent[0]?.buttons).toMatchObject([{ type: 'oa.query.hide', payload: expect.stringMatching(/^~[\w-]{16}$/) }]);
    await send(
      plainReply(
        'asked',
        'Chọn',
        [1, 2, 3, 4, 5, 6].map((at) => ({ label: `Việc ${at}`, say: `việc ${at}` })),
      ),
    );
    expect(fake.sent[1]?.text).toContain('6. Việc 6');
    expect(fake.faults).toEqual([]);
  });

  it('is composed however its record wrote it', async () => {
    await send(plainReply('answered', 'Xin chào'.normalize('NFD')));
    expect(fake.sent[0]?.text).toBe('Xin chào');
    expect(fake.faults).toEqual([]);
  });

  const form: Reply['files'] = [{ kind: 'pdf', label: 'Tờ khai (PDF)', name: 'to-khai.pdf', case: randomUUID() }];
  const withFile = { ...plainReply('filing', 'Tờ khai đã xong.'), files: form };
  const pdf = (size: number): DraftFile => ({ name: 'to-khai.pdf', type: 'application/pdf', bytes: new Uint8Array(size) });

  it('brings its files after its words, a picture as a picture', async () => {
    files = [pdf(1_000), { name: 'ma.png', type: 'image/png', bytes: new Uint8Array(10) }];
    await send(withFile);
    await send(withFile, { done: 1 });
    expect(fake.sent.map(({ text, file }) => [text, file?.name, file?.bytes.length])).toEqual([
      ['Tờ khai đã xong.', undefined, undefined],
      ['', 'to-khai.pdf', 1_000],
      ['', 'ma.png', 10],
    ]);
    expect(fake.faults).toEqual([]);
  });

  it.each([
    ['is too large', pdf(5 * 1024 * 1024 + 1), /quá lớn/],
    ['is a large picture', { name: 'a.jpg', type: 'image/jpeg', bytes: new Uint8Array(1024 * 1024 + 1) }, /quá lớn/],
    ['is there no longer', null, /không còn nữa/],
  ])('says so where a file %s, and asks nothing of the platform', async (_, file, said) => {
    files = [file];
    await send(withFile, { done: 1 });
    expect(fake.sent).toMatchObject([{ text: expect.stringMatching(said), file: null }]);
    expect(fake.faults).toEqual([]);
  });

  it('brings a file once more that the platform has forgotten', async () => {
    files = [pdf(10), pdf(10)];
    fake.instead = [null, { code: -100 }];
    await send(withFile, { done: 1 });
    expect(fake.sent).toHaveLength(1);
    fake.instead = [null, { code: -100 }, null, { code: -100 }];
    await expect(send(withFile, { done: 1 })).rejects.toThrow(Unavailable);
    expect(fake.sent).toHaveLength(1);
  });

  it('is known again by its id when it is echoed', async () => {
    await send(hello);
    expect(await people().isOurs(fake.sent[0]?.id ?? '')).toBe(true);
    expect(await people().isOurs('another')).toBe(false);
  });

  it('goes on with a fresh token where the old one ends in the middle', async () => {
    await send(hello);
    fake.oauth.expire();
    await Promise.all([send(hello), send(hello), send(hello)]);
    expect(fake.sent).toHaveLength(4);
    expect([fake.oauth.granted, fake.faults]).toEqual([1, []]);
    fake.oauth.rotate();
    await expect(send(hello)).rejects.toThrow(Unavailable);
    expect(await alerts()).toContain('consent');
  });

  it('asks once for a fresh token and no more where the platform refuses that, too', async () => {
    fake.instead = [{ code: -216 }, { code: -216 }];
    await expect(send(hello)).rejects.toThrow(Unavailable);
    expect([fake.oauth.granted, await alerts()]).toEqual([1, ['token-refused']]);
    await send(hello);
    expect(await alerts()).toEqual([]);
  });

  it.each([
    ['later', 'the rate is used up', [{ code: -32 }, { status: 429 }], Later],
    ['again', 'the platform fails', [{ status: 500 }, { code: -200 }, { code: -77 }], Unavailable],
    ['never', 'it is our fault', [{ code: -201 }, { code: -240 }], Refused],
  ])('is tried %s where %s', async (_, __, answers, error) => {
    for (const answer of answers) {
      fake.instead = [answer];
      await expect(send(hello)).rejects.toThrow(error);
    }
    expect(await alerts()).toEqual([]);
  });

  it('waits for the morning where nights are closed', async () => {
    now = new Date('2026-11-22T16:30:00Z');
    fake.instead = [{ code: -234 }];
    const failure = await send(hello).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Later);
    expect(failure).toMatchObject({ until: new Date('2026-11-22T23:00:00Z') });
  });

  it('is given up once a few tries were in vain', async () => {
    fake.instead = [{ code: -200 }];
    await expect(send(hello, { at: new Date(now.getTime() - 11 * 60_000).toISOString() })).rejects.toThrow(Refused);
  });

  it.each([-204, -211, -221, -223, -320, -321])(
    'waits where staff must see to it (%s), and takes the alert back when it goes on',
    async (code) => {
      fake.instead = [{ code }];
      await expect(send(hello)).rejects.toThrow(Unavailable);
      expect(await alerts()).toEqual([String(code)]);
      await send(hello);
      expect(await alerts()).toEqual([]);
    },
  );

  it.each([-213, -217, -218, -227, -244, -248])(
    'is given up for who takes no more (%s), and news are not even tried until they write',
    async (code) => {
      await wrote(1);
      fake.refuses.set(person, code);
      const failure = await send(hello).catch((error: unknown) => error);
      expect(failure).toMatchObject({ name: 'Refused', code: String(code) });
      fake.refuses.clear();
      await expect(send(news, { inReplyTo: null })).rejects.toThrow(Refused);
      expect(fake.sent).toEqual([]);
      await wrote(0);
      await send(news, { inReplyTo: null });
      expect(fake.sent).toHaveLength(1);
    },
  );

  it('goes to who has just written, though that is not noted here yet', async () => {
    await wrote(200);
    await send(hello);
    expect(fake.sent).toHaveLength(1);
    fake.refuses.set(person, -230);
    await expect(send(hello)).rejects.toMatchObject({ name: 'Refused', code: 'window' });
  });

  describe('that is news of a dossier', () => {
    const tell = () => send(news, { inReplyTo: null });
    const data = { ma_ho_so: '{code}', trang_thai: '{status:30}' };
    const withTemplate = async (change: object = {}) => {
      channel = await made({ template: { id: '310001', data }, ...change });
    };

    it('goes as a message while the person has written in the last seven days', async () => {
      await withTemplate();
      for (const hours of [1, 47, 167]) {
        await database.pool.query('delete from zalo_people');
        await wrote(hours);
        await tell();
      }
      expect([fake.sent.length, fake.templates.length]).toEqual([3, 0]);
    });

    it('costs nothing where the operator wants that', async () => {
      await withTemplate({ paid: false, template: null });
      await wrote(47);
      await tell();
      await database.pool.query('delete from zalo_people');
      await wrote(49);
      await expect(tell()).rejects.toThrow(Refused);
      await send(hello);
      expect(fake.sent).toHaveLength(2);
    });

    it('goes by template after that, with the code and where it stands', async () => {
      await withTemplate();
      await wrote(169);
      await tell();
      expect(fake.sent).toEqual([]);
      expect(fake.templates).toEqual([
        { person, template: '310001', data: { ma_ho_so: demonstration.code, trang_thai: 'Đã xử lý xong, chờ trả kết quả' } },
      ]);
      expect([fake.faults, counted]).toEqual([[], ['zalo-sent template']]);
    });

    it('is not told without a template, and nothing else goes by it', async () => {
      await wrote(169);
      await expect(tell()).rejects.toMatchObject({ name: 'Refused', code: 'window' });
      await withTemplate();
      await expect(send(hello, { inReplyTo: null })).rejects.toMatchObject({ code: 'window' });
      expect([fake.sent, fake.templates]).toEqual([[], []]);
    });

    it('goes by template as soon as the platform says that the time is over', async () => {
      await withTemplate();
      await wrote(1);
      fake.refuses.set(person, -230);
      await tell();
      expect(fake.templates).toHaveLength(1);
      expect((await people().standing(person))?.lastAt).toBeNull();
      fake.refuses.clear();
      await tell();
      expect([fake.sent.length, fake.templates.length]).toEqual([0, 2]);
      await wrote(0);
      await tell();
      expect(fake.sent).toHaveLength(1);
    });

    it('is not told to who has stopped following, until they follow again', async () => {
      await people().touch(person, now, null, true);
      await people().unfollowed(person);
      await expect(tell()).rejects.toMatchObject({ code: 'unfollowed' });
      await send(hello);
      await people().touch(person, now, null, true);
      await tell();
      expect(fake.sent).toHaveLength(2);
    });

    it('tells staff where the template is refused for good', async () => {
      await withTemplate();
      await wrote(169);
      fake.refuses.set(`template ${person}`, -131);
      await expect(tell()).rejects.toThrow(Unavailable);
      expect(await alerts()).toEqual(['-131']);
      fake.refuses.set(`template ${person}`, -139);
      await expect(tell()).rejects.toThrow(Refused);
    });
  });

  it('is signed by the secret of the app where that is wanted', async () => {
    channel = await made({ proof: true });
    await send(hello);
    channel = await made({ proof: true, appSecret: `${zaloApp.secret}x` });
    await expect(send(hello)).rejects.toThrow(Refused);
    expect(fake.sent).toHaveLength(1);
  });
});
