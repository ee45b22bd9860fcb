import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../bot/types.ts';
import { type RunningServer, startHttp } from '../../connectors/http.ts';
import { payloadOf } from '../../connectors/render/payload.ts';
import { zaloWebhook } from '../../connectors/zalo/webhook.ts';
import { createHistory } from '../../knowledge/conversations.ts';
import { createInbox } from '../../knowledge/inbox.ts';
import { createStaffHolds } from '../../knowledge/staff-holds.ts';
import { createZaloPeople } from '../../knowledge/zalo-people.ts';
import { byApp, createTeller, events, macOf } from '../fakes/zalo-events.ts';
import { zaloApp } from '../fakes/zalo-oauth.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('the webhook of Zalo, on $name', (kind) => {
  const database = useDatabase(kind);
  const teller = createTeller();
  const counted: (string | undefined)[] = [];
  const seal = { seal: (text: string) => `sealed ${[...text].reverse().join('')}`, open: () => null };
  let server: RunningServer;
  let dropping: RunningServer;
  let person: string;
  let welcomed: string[];
  let lines: string;
  let hold: Promise<void> | null;
  let received: Message[];

  const long = 'ạ'.repeat(400);
  const people = () => createZaloPeople(database.pool, 'zalo');
  const holds = () => createStaffHolds(database.pool, 30);
  beforeAll(async () => {
    const log = pino(
      { level: 'trace' },
      {
        write: (line: string) => {
          lines += line;
        },
      },
    );
    const inbox = createInbox(database.pool);
    const made = (secret: string | null) =>
      zaloWebhook({
        appId: zaloApp.id,
        secret,
        account: zaloApp.account,
        receive: async (message) => {
          await hold;
          received.push(message);
          return inbox.accept(message, message.text);
        },
        people: people(),
        holds: holds(),
        welcome: async (who, at) => {
          welcomed.push(`${who} ${at.getTime()}`);
        },
        forget: (who) => createHistory(database.pool).forget('zalo', who),
        offered: async (who) => (who === person ? [{ label: 'Dài', say: long }] : []),
        seal,
        meter: { count: (_, labels) => counted.push(labels?.result) },
        log,
        limitMs: 400,
      });
    const start = (secret: string | null) =>
      startHttp({ host: '127.0.0.1', port: 0, trustProxy: false, log, ready: async () => true, routes: [made(secret)] });
    server = await start(zaloApp.oaSecret);
    dropping = await start(null);
  });
  afterAll(async () => {
    await server?.close();
    await dropping?.close();
  });
  beforeEach(() => {
    person = `8${randomUUID().replace(/\D/g, '').padEnd(12, '0').slice(0, 12)}`;
    [welcomed, lines, hold, received] = [[], '', null, []];
    counted.length = 0;
    teller.webhook = `http://127.0.0.1:${server.port}/webhooks/zalo`;
  });

  const inbox = async () => {
    const sql =
      'select message_id as id, body from inbox join conversations on conversations.id = conversation_id where person = $1 order by inbox.id';
    return (await database.pool.query<{ id: string; body: Message }>(sql, [person])).rows;
  };
  const conversations = async () =>
    (await database.pool.query<{ count: number }>('select count(*) from conversations where person = $1', [person])).rows[0]?.count;

  it('answers a message 200 once it is kept, and has opened the time to write to its sender', async () => {
    expect(await teller.tell(events.text(person, ' Làm hộ chiếu? ', { id: `${person}-1` }))).toBe(200);
    expect(await inbox()).toMatchObject([{ id: `${person}-1`, body: { channel: 'zalo', person, text: ' Làm hộ chiếu? ' } }]);
    const { lastAt } = (await people().standing(person)) ?? {};
    expect(Date.now() - (lastAt?.getTime() ?? 0)).toBeLessThan(10_000);
    expect(await people().byApp(byApp(person))).toBe(person);
    expect(lines).not.toContain(person);
  });

  it('takes the token of a long choice for what it says, where that was offered', async () => {
    const token = payloadOf(long, 1_000);
    expect(await teller.tell(events.text(person, token))).toBe(200);
    expect(await teller.tell(events.text(`${person}9`, token))).toBe(200);
    expect(received.map(({ text }) => text)).toEqual([long, token]);
  });

  it('keeps what comes again once', async () => {
    await teller.tell(events.text(person, 'một', { id: `${person}-1` }));
    expect(await teller.again()).toBe(200);
    expect(await teller.tell(events.text(person, 'một', { id: `${person}-1` }), { retry: 3 })).toBe(200);
    expect(await inbox()).toHaveLength(1);
    expect(counted).toEqual(['accepted', 'repeated', 'repeated']);
  });

  it('keeps both of two messages that come the other way round', async () => {
    const at = Date.now();
    await teller.tell(events.text(person, 'sau', { at }));
    await teller.tell(events.text(person, 'trước', { at: at - 60_000 }));
    expect((await inbox()).map(({ body }) => body.text)).toEqual(['sau', 'trước']);
    expect((await people().standing(person))?.lastAt?.getTime()).toBe(at);
  });

  it('has the address of a file sealed', async () => {
    const url = 'https://f9-photo.zdn.vn/a.jpg';
    await teller.tell(events.media(person, 'image', { url, thumbnail: url }));
    const [kept] = await inbox();
    expect(kept?.body.files).toEqual([{ ref: seal.seal(url), name: 'ảnh.jpg', size: 0 }]);
    expect(JSON.stringify(kept) + lines).not.toContain(url);
  });

  it.each<[string, (person: string) => object]>([
    ['a sticker', (who) => events.media(who, 'sticker', { id: '1', url: 'https://a.zdn.vn/s' })],
    ['a place', (who) => events.media(who, 'location', { coordinates: { latitude: '21.02855', longitude: '105.85425' } })],
  ])('hands %s on as a message without words, which the assistant asks for', async (_, event) => {
    expect(await teller.tell(event(person))).toBe(200);
    expect(received).toMatchObject([{ person, text: '' }]);
    expect(JSON.stringify(received)).not.toMatch(/105\.85|zdn/);
  });

  it('hands a voice message on by its sealed address', async () => {
    const url = 'https://f9-voice-aac-dl.zdn.vn/a.aac';
    await teller.tell(events.media(person, 'audio', { url }));
    expect(received).toMatchObject([{ person, text: '', voice: { ref: seal.seal(url) } }]);
    expect(received[0]?.files).toBeUndefined();
  });

  it.each<[string, string | null]>([
    ['is missing', null],
    ['is wrong', `mac=${'0'.repeat(64)}`],
    ['is of another secret', macOf(JSON.stringify(events.text('8', 'a')), 'x')],
    ['is no signature', 'mac='],
  ])('answers 401 where the signature %s, and counts it', async (_, mac) => {
    expect(await teller.tell(events.text(person, 'a'), { mac })).toBe(401);
    expect([await conversations(), counted]).toEqual([0, ['signature']]);
  });

  it.each(['', '{', '[]', 'null', '{"timestamp":{}}'])('answers 401 to %j, signed or not', async (body) => {
    const response = await fetch(teller.webhook ?? '', {
      method: 'POST',
      body,
      headers: { 'X-ZEvent-Signature': `mac=${'a'.repeat(64)}` },
    });
    expect(response.status).toBe(401);
  });

  it('takes the digest alone, too', async () => {
    const event = events.text(person, 'a');
    expect(await teller.tell(event, { mac: macOf(JSON.stringify(event)).slice(4) })).toBe(200);
  });

  it('answers 413 to more than a megabyte', async () => {
    const event = events.text(person, 'a'.repeat(1024 * 1024));
    expect(await teller.tell(event)).toBe(413);
    expect(await conversations()).toBe(0);
  });

  it.each<[string, (person: string) => object]>([
    ['what it does not know', () => events.named('create_group', { oa_id: zaloApp.account })],
    ['what was delivered', (who) => events.named('user_received_message', { recipient: { id: who }, message: { msg_id: 'a' } })],
    ['what is said in a group', (who) => ({ ...events.text(who, 'a'), event_name: 'user_send_group_text' })],
    ['what staff say in a group', (who) => ({ ...events.echo(who, 'a', { admin: '8101' }), event_name: 'oa_send_group_text' })],
    [
      'what staff say to a visitor of a web page',
      (who) => ({ ...events.echo(who, 'a', { admin: '8101' }), event_name: 'oa_send_anonymous_text' }),
    ],
    ['a call', (who) => events.named('user_call_oa', { sender: { id: who }, recipient: { id: zaloApp.account } })],
    ['a consent that was asked for', (who) => ({ ...events.echo(who, '', { admin: '8101' }), event_name: 'oa_send_consent', message: {} })],
    ['a message without an id', (who) => ({ ...events.text(who, 'a'), message: { text: 'a' } })],
    ["another account's message", (who) => ({ ...events.text(who, 'a'), recipient: { id: '9009' } })],
    ["another account's follower", (who) => ({ ...events.follow(who, 'follow'), oa_id: '9009' })],
  ])('answers 200 to %s and does nothing', async (_, event) => {
    expect(await teller.tell(event(person))).toBe(200);
    expect([await conversations(), welcomed]).toEqual([0, []]);
  });

  it('never lets an echo of ours into the conversation, and takes those of staff for staff', async () => {
    await people().sent(`${person}-ours`);
    expect(await teller.tell(events.echo(person, 'Chào', { id: `${person}-1` }))).toBe(200);
    await teller.tell(events.echo(person, 'Chào', { id: `${person}-ours`, admin: '8101' }));
    expect(await holds().isHeld('zalo', person)).toBe(false);
    await teller.tell(events.echo(person, 'Cán bộ đây', { id: `${person}-2`, admin: '8101' }));
    expect(await holds().isHeld('zalo', person)).toBe(true);
    expect(received).toEqual([]);
  });

  it('lets staff go again where the echo of our own message came before the answer to it', async () => {
    await teller.tell(events.echo(person, 'Chào', { id: `${person}-ours`, admin: '8101' }));
    expect(await holds().isHeld('zalo', person)).toBe(true);
    await people().sent(`${person}-ours`);
    expect(await holds().isHeld('zalo', person)).toBe(false);
  });

  it('counts the quiet of staff from when they wrote, and nothing that the citizen has ended', async () => {
    const minutes = (ago: number) => ({ at: Date.now() - ago * 60_000, admin: '8101' });
    await teller.tell(events.echo(person, 'a', minutes(31)));
    expect(await holds().isHeld('zalo', person)).toBe(false);
    await teller.tell(events.echo(person, 'b', minutes(29)));
    await teller.tell(events.echo(person, 'a', minutes(40)));
    expect(await holds().isHeld('zalo', person)).toBe(true);
    await holds().end('zalo', person);
    await teller.tell(events.echo(person, 'c', minutes(1)));
    expect(await holds().isHeld('zalo', person)).toBe(false);
    await teller.tell(events.echo(person, 'd', minutes(-1)));
    expect(await holds().isHeld('zalo', person)).toBe(true);
  });

  it('has those greeted who follow or open the chat, with when they came, however often it is told', async () => {
    const at = Date.now();
    await teller.tell(events.follow(person, 'follow', at));
    await teller.again();
    expect(welcomed).toEqual([`${person} ${at}`, `${person} ${at}`]);
    expect(await people().standing(person)).toMatchObject({ follows: true });
    await teller.tell(events.follow(person, 'unfollow', at + 1));
    expect(await people().standing(person)).toMatchObject({ follows: false });
    await teller.tell(events.chatNow(person, at + 2));
    expect([welcomed.at(-1), (await people().standing(person))?.follows]).toEqual([`${person} ${at + 2}`, false]);
  });

  it('keeps nothing of what somebody submits about themselves, but that they did', async () => {
    expect(await teller.tell(events.submitInfo(person, { name: 'Nguyễn Thị Mẫu', phone: 84900000001 }))).toBe(200);
    expect(await people().standing(person)).not.toBeNull();
    const { rows } = await database.pool.query('select to_jsonb(conversations) as row from conversations where person = $1', [person]);
    expect(JSON.stringify(rows) + lines).not.toMatch(/Mẫu|84900000001/);
    expect(received).toEqual([]);
  });

  it.each<[string, (person: string) => object]>([
    ['their id', (who) => ({ sender: { id: who } })],
    ['the id of the app alone', (who) => ({ user_id_by_app: byApp(who) })],
  ])('deletes all that is kept of who withdraws, by %s', async (_, fields) => {
    await teller.tell(events.text(person, 'một'));
    await teller.tell(events.echo(person, 'a', { admin: '8101' }));
    expect(await teller.tell(events.named('user_withdraw', fields(person)))).toBe(200);
    expect([await conversations(), await people().standing(person), await holds().isHeld('zalo', person)]).toEqual([0, null, false]);
  });

  it('answers 200 where nobody is known who withdraws', async () => {
    expect(await teller.tell(events.named('user_withdraw', { user_id_by_app: '7' }))).toBe(200);
  });

  it('answers 503 in time where a message is not kept in time, and loses nothing of it', async () => {
    const held = Promise.withResolvers<void>();
    hold = held.promise;
    expect(await teller.tell(events.text(person, 'một'))).toBe(503);
    hold = null;
    expect(await teller.again()).toBe(200);
    held.resolve();
    await expect.poll(() => received.length).toBe(2);
    expect(await inbox()).toHaveLength(1);
    expect(counted).toContain('late');
  });

  it('answers 503 where it cannot be kept, so that it comes again', async () => {
    hold = Promise.reject(new Error(`no room for ${person}`));
    hold.catch(() => {});
    expect(await teller.tell(events.text(person, 'một'))).toBe(503);
    hold = null;
    expect(lines).not.toContain(person);
    expect(await teller.again()).toBe(200);
  });

  it('answers and drops everything while there is no secret yet, signed or not', async () => {
    teller.webhook = `http://127.0.0.1:${dropping.port}/webhooks/zalo`;
    expect([await teller.tell(events.text(person, 'a')), await teller.tell(events.text(person, 'a'), { mac: null })]).toEqual([200, 200]);
    expect((await fetch(teller.webhook, { method: 'POST' })).status).toBe(200);
    expect([await conversations(), counted]).toEqual([0, ['dropped', 'dropped', 'dropped']]);
  });

  it('keeps each of 200 messages at once one time, those told again for want of an answer, too', async () => {
    const all = Array.from({ length: 200 }, (_, at) => events.text(person, `tin ${at}`));
    for (let left = all; left.length > 0; ) {
      const statuses = await Promise.all(left.map((event) => teller.tell(event)));
      left = left.filter((_, at) => statuses[at] !== 200);
    }
    expect((await inbox()).map(({ body }) => body.text).sort()).toEqual(
      all.map(({ message }) => ('text' in message ? message.text : '')).sort(),
    );
  });
});
