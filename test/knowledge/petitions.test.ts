import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { plainReply } from '../../bot/reply.ts';
import { petitionStatus } from '../../bot/skills/petition.ts';
import type { NewPetition, NewRating } from '../../bot/types.ts';
import { findDossierCode, findPetitionCode } from '../../bot/understand/codes.ts';
import { createAttempts } from '../../knowledge/attempts.ts';
import { createHistory } from '../../knowledge/conversations.ts';
import { createInbox } from '../../knowledge/inbox.ts';
import { closePetition, listPetitions, replyToPetition, showInFull, showPetition } from '../../knowledge/petition-desk.ts';
import { createPetitions, forgetClosedPetitions } from '../../knowledge/petitions.ts';
import { createPostBox } from '../../knowledge/post-box.ts';
import { createRatings, ratingsByAgency } from '../../knowledge/ratings.ts';
import { createSeal, type Seal } from '../../knowledge/seal.ts';
import { sealFor } from '../../knowledge/seals.ts';
import { message, result } from '../contracts/inbox.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

const signal = AbortSignal.timeout(60_000);

describe.each(kinds)('petitions and ratings on $name', (kind) => {
  const database = useDatabase(kind);
  let seal: Seal;
  beforeAll(async () => {
    seal = await sealFor(database.pool, null, 'petitions');
  });
  const petitions = () =>
    createPetitions({ pool: database.pool, seal, attempts: createAttempts({ pool: database.pool, now: () => new Date() }) });
  const ratings = () => createRatings({ pool: database.pool, seal });
  const history = () => createHistory(database.pool);

  const draft = async (change: Partial<NewPetition> = {}): Promise<NewPetition> => ({
    code: await petitions().newCode(signal),
    language: 'vi',
    text: 'ổ gà trước chợ',
    place: 'đường Lê Lợi',
    happened: '',
    contact: seal.seal('0912345678'),
    files: false,
    ...change,
  });

  /** A message whose turn comes to this; `times` it is taken, as after a crash in the middle. */
  const turn = async (person: string, what: { petition?: NewPetition; rating?: NewRating }, times = 1): Promise<void> => {
    const inbox = createInbox(database.pool);
    const { conversation } = await inbox.accept(message({ channel: 'web', person }), 'gửi');
    await inbox.lease(conversation, 'a');
    const taken = await inbox.next(conversation, 'a');
    if (taken === null) throw new Error('no message waits');
    for (let time = 0; time < times; time += 1) await inbox.record(taken, conversation, 'a', result(what), 1);
    await inbox.release(conversation, 'a');
    await database.pool.query('delete from outbox where conversation_id = $1', [conversation]);
  };
  const filed = async (change: Partial<NewPetition> = {}, person = randomUUID()) => {
    const petition = await draft(change);
    await turn(person, { petition });
    return { person, code: petition.code };
  };
  const told = (text: string) => () => plainReply('status', text);
  const heard = async (person: string) => (await history().read('web', person, 0, 50)).slice(2).map((entry) => entry.text);
  const waiting = async (person: string): Promise<number> => {
    const { rows } = await database.pool.query<{ count: number }>(
      'select count(*) from outbox join conversations on conversations.id = conversation_id where person = $1',
      [person],
    );
    return rows[0]?.count ?? 0;
  };
  const everything = async () =>
    JSON.stringify(
      (
        await database.pool.query(
          `select (select jsonb_agg(to_jsonb(petitions)) from petitions) as p, (select jsonb_agg(to_jsonb(conversations)) from conversations) as c,
            (select jsonb_agg(to_jsonb(rating_questions)) from rating_questions) as q, (select jsonb_agg(to_jsonb(ratings)) from ratings) as r,
            (select jsonb_agg(to_jsonb(turns)) from turns) as t, (select jsonb_agg(to_jsonb(desk_notes)) from desk_notes) as d`,
        )
      ).rows[0],
    );

  test('get codes with a day, a rising number and an end that nobody guesses, each once', async () => {
    const codes = await Promise.all(Array.from({ length: 60 }, () => petitions().newCode(signal)));
    expect(new Set(codes.map((code) => code.slice(0, 14))).size).toBe(60);
    for (const code of codes) {
      expect(code).toMatch(/^PA-\d{6}-\d{4,}-[A-FK-Y2-9]{4}$/);
      expect(findPetitionCode(code)).toEqual({ kind: 'code', code, stem: code.slice(0, -5) });
      expect(findDossierCode(code)).toEqual({ kind: 'none' });
    }
    expect(new Set(codes.map((code) => code.slice(-4))).size).toBeGreaterThan(30);
  });

  test('are one however often their message is taken', async () => {
    const person = randomUUID();
    const petition = await draft();
    await turn(person, { petition }, 3);
    const { rows } = await database.pool.query('select code from petitions where code = $1', [petition.code]);
    expect(rows).toHaveLength(1);
  });

  test('show by their code the status and the replies, and nothing of what was written or by whom', async () => {
    const { code } = await filed();
    expect(await petitions().find(code, signal)).toMatchObject({ code, status: 'received', replies: [] });
    await replyToPetition(database.pool, code, 'Sẽ vá trong tuần.', told('trả lời'));
    const found = await petitions().find(code, signal);
    expect(found).toMatchObject({ status: 'answered', replies: [{ text: 'Sẽ vá trong tuần.' }] });
    expect(JSON.stringify(found)).not.toMatch(/ổ gà|Lê Lợi|0912345678/);
    expect(await petitions().find(`${code.slice(0, -4)}ZZZZ`, signal)).toBeNull();
  });

  test('are five a day for each person and twenty for each network address, a message taken twice counting once', async () => {
    const [person, network] = [randomUUID(), randomUUID()];
    const maySend = (who: string, id: string = randomUUID()) => petitions().maySend({ channel: 'web', person: who, network, message: id });
    const first = randomUUID();
    const sent = [await maySend(person, first), await maySend(person, first)];
    for (let count = 2; count <= 5; count += 1) sent.push(await maySend(person));
    expect(sent).toEqual([true, true, true, true, true, true]);
    expect(await maySend(person)).toBe(false);
    for (let count = 6; count <= 20; count += 1) expect(await maySend(randomUUID())).toBe(true);
    expect(await maySend(randomUUID())).toBe(false);
    expect(await petitions().maySend({ channel: 'web', person: randomUUID(), network: null, message: randomUUID() })).toBe(true);
  });

  test('cannot be found by trying endings, whoever tries; who wrote it sees it all the same', async () => {
    const { code, person } = await filed();
    const attempts = createAttempts({ pool: database.pool, now: () => new Date() });
    const look = (who: string, tried: string) =>
      petitionStatus({
        code: tried,
        stem: code.slice(0, -5),
        visitor: visitor(who),
        language: 'vi',
        petitions: petitions(),
        attempts,
        signal,
      });
    const endings = ['AA', 'AB', 'AC', 'AD', 'AE', 'AK', 'AM', 'AN'].filter((ending) => !code.endsWith(ending));
    const answers: string[] = [];
    for (const ending of [...endings, code.slice(-2)]) answers.push((await look(randomUUID(), `${code.slice(0, -2)}${ending}`)).text);
    expect(answers.slice(0, 5).every((text) => text.includes('không thấy'))).toBe(true);
    expect(answers.slice(5).every((text) => text.includes('tạm khóa'))).toBe(true);
    expect((await look(person, code)).text).toContain('Đã nhận');
  });

  test('are read whole by staff, the contact too, which the database alone does not tell', async () => {
    const { code } = await filed();
    expect(await showPetition(database.pool, seal, code)).toMatchObject({
      text: 'ổ gà trước chợ',
      place: 'đường Lê Lợi',
      contact: '0912345678',
      reachable: true,
    });
    expect(await everything()).not.toContain('0912345678');
    expect(await showPetition(database.pool, createSeal(randomBytes(32), 'petitions'), code)).toMatchObject({
      contact: '(not readable with this key)',
    });
    expect(await showPetition(database.pool, seal, 'PA-200101-0001-AAAA')).toBeNull();
  });

  test('kept with the own key are still read once the operator sets one', async () => {
    const { code } = await filed();
    const later = await sealFor(database.pool, randomBytes(32), 'petitions');
    expect((await showPetition(database.pool, later, code))?.contact).toBe('0912345678');
    expect(seal.open(later.seal('0987654321'))).toBeNull();
    expect(later.token('x')).toBe(seal.token('x'));
  });

  test('are answered where they were written, once, and under the code', async () => {
    const { code, person } = await filed();
    expect(await replyToPetition(database.pool, code, 'Đã vá.', told('Cán bộ: Đã vá.'))).toBe('told');
    expect(await heard(person)).toEqual(['Cán bộ: Đã vá.']);
    expect(await waiting(person)).toBe(1);
    expect(await closePetition(database.pool, code, told('xong'))).toBe('told');
    expect(await closePetition(database.pool, code, told('xong'))).toBe('closed');
    expect(await replyToPetition(database.pool, code, 'nữa', told('nữa'))).toBe('closed');
    expect(await heard(person)).toEqual(['Cán bộ: Đã vá.', 'xong']);
    expect(await replyToPetition(database.pool, 'PA-200101-0001-AAAA', 'x', told('x'))).toBe('missing');
  });

  test('keep neither a reply nor a message of it when one of the two cannot be written', async () => {
    const { code, person } = await filed();
    const broken = () => {
      throw new Error('no words');
    };
    await expect(replyToPetition(database.pool, code, 'Đã vá.', broken)).rejects.toThrow('no words');
    expect(await petitions().find(code, signal)).toMatchObject({ status: 'received', replies: [] });
    expect(await heard(person)).toEqual([]);
  });

  test('stay with staff without the person when the conversation is deleted, and can still be answered under the code', async () => {
    const { code, person } = await filed();
    await history().forget('web', person);
    expect(await showPetition(database.pool, seal, code)).toMatchObject({ text: 'ổ gà trước chợ', contact: null, reachable: false });
    const { rows } = await database.pool.query('select conversation_id, contact from petitions where code = $1', [code]);
    expect(rows).toEqual([{ conversation_id: null, contact: null }]);
    expect(await replyToPetition(database.pool, code, 'Đã vá.', told('x'))).toBe('kept');
    expect(await petitions().find(code, signal)).toMatchObject({ status: 'answered' });
  });

  test('are kept whole beside what is masked, which staff see only when they say who they are', async () => {
    const whole = 'số 0911223344 lừa tiền';
    const { code, person } = await filed({ text: 'số •••••••344 lừa tiền', sealed: { text: seal.seal(whole) } });
    expect(await everything()).not.toContain('0911223344');
    expect(await showPetition(database.pool, seal, code)).toMatchObject({ text: 'số •••••••344 lừa tiền', masked: ['text'], openings: [] });
    expect(await showInFull(database.pool, seal, code, 'Lan')).toMatchObject({ text: whole, openings: [{ by: 'Lan' }] });
    expect(await showInFull(database.pool, seal, 'PA-200101-0001-AAAA', 'Lan')).toBeNull();
    await history().forget('web', person);
    expect(await showInFull(database.pool, seal, code, 'Mai')).toMatchObject({ text: 'số •••••••344 lừa tiền', masked: [] });
    const { rows } = await database.pool.query('select sealed from petitions where code = $1', [code]);
    expect(rows).toEqual([{ sealed: {} }]);
  });

  test('are deleted with all that is kept of them once they have been closed for long', async () => {
    const { code } = await filed({ sealed: { text: seal.seal('0911223344') } });
    const open = await filed();
    await replyToPetition(database.pool, code, 'Đã vá.', told('x'));
    await showInFull(database.pool, seal, code, 'Lan');
    await closePetition(database.pool, code, told('xong'));
    await database.pool.query(`update petitions set closed_at = '2026-01-31T00:00:00Z' where code = $1`, [code]);
    expect(await forgetClosedPetitions(database.pool, new Date('2026-01-31T00:00:00Z'))).toBe(0);
    expect(await forgetClosedPetitions(database.pool, new Date('2026-01-31T00:00:01Z'))).toBe(1);
    expect(await showPetition(database.pool, seal, code)).toBeNull();
    const { rows } = await database.pool.query(
      `select (select count(*) from petition_replies where petition_id not in (select id from petitions)) as replies,
         (select count(*) from petition_openings where petition_id not in (select id from petitions)) as openings`,
    );
    expect(rows).toEqual([{ replies: 0, openings: 0 }]);
    expect(await showPetition(database.pool, seal, open.code)).not.toBeNull();
  });

  test('are found by their writer without a code, and by nobody else', async () => {
    const { person, code } = await filed();
    const later = await draft();
    await turn(person, { petition: later });
    expect((await petitions().own(visitor(person), signal)).map((one) => one.code)).toEqual([later.code, code]);
    expect(await petitions().own(visitor(randomUUID()), signal)).toEqual([]);
  });

  test('leave the list once they are closed', async () => {
    const { code } = await filed();
    const listed = async (all: boolean) => (await listPetitions(database.pool, all, 500)).some((petition) => petition.code === code);
    expect(await listed(false)).toBe(true);
    await closePetition(database.pool, code, told('xong'));
    expect(await listed(false)).toBe(false);
    expect(await listed(true)).toBe(true);
  });

  const visitor = (person: string, id = randomUUID()) => ({ channel: 'web', person, network: null, message: id });
  const dossier = 'H40.23.08-250715-0012';

  test('that are more than the list holds: of the open ones the oldest are listed, of all the newest', async () => {
    const before = (await listPetitions(database.pool, false, 500)).map((petition) => petition.code);
    const codes = [await filed(), await filed()].map(({ code }) => code);
    const listed = async (all: boolean) => (await listPetitions(database.pool, all, 2)).map((petition) => petition.code);
    expect(await listed(true)).toEqual(codes);
    expect(await listed(false)).toEqual([...before, ...codes].slice(0, 2));
  });

  test('a service is rated once for each dossier and person; the same message taken again asks again', async () => {
    const person = randomUUID();
    await turn(person, {});
    const first = visitor(person);
    expect(await ratings().ask(first, dossier, 'Phường A')).toBe(true);
    expect(await ratings().ask(first, dossier, 'Phường A')).toBe(true);
    expect(await ratings().ask(visitor(person), dossier, 'Phường A')).toBe(false);
    expect(await ratings().ask(visitor(person), 'H40.23.08-250715-0013', 'Phường A')).toBe(true);
    expect(await ratings().ask(visitor(randomUUID()), dossier, 'Phường A')).toBe(true);
    expect(await ratings().waiting(visitor(randomUUID()))).toBeNull();
    expect(await everything()).not.toContain('H40.23.08');
  });

  test('a notice of the dossier here, and nowhere else, lets its reader rate', async () => {
    const person = randomUUID();
    await turn(person, {});
    const { post } = createPostBox(database.pool);
    await post({ channel: 'web', person, reply: plainReply('status', 'xong'), once: `notice ${dossier} change 2`, tellAt: null });
    expect(await ratings().told(visitor(person), dossier)).toBe(true);
    expect(await ratings().told(visitor(person), 'H40.23.08-250715-001')).toBe(false);
    expect(await ratings().told(visitor(randomUUID()), dossier)).toBe(false);
  });

  test('a rating counts once, for its agency and month, and leads back to nobody', async () => {
    const person = randomUUID();
    await turn(person, {});
    const agency = `Phường ${randomUUID()}`;
    await ratings().ask(visitor(person), dossier, agency);
    const token = await ratings().waiting(visitor(person));
    if (token === null) throw new Error('no question waits');
    await turn(person, { rating: { token, score: 4, word: 'nhanh' } }, 2);
    await turn(person, { rating: { token, score: 1, word: 'lần nữa' } });
    expect(await ratings().waiting(visitor(person))).toBeNull();
    expect(await ratings().ask(visitor(person), dossier, agency)).toBe(false);
    const other = randomUUID();
    await turn(other, {});
    await turn(other, { rating: { token, score: 1, word: 'của người khác' } });
    const month = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit' }).format(new Date());
    const own = (await ratingsByAgency(database.pool, month)).filter((each) => each.agency === agency);
    expect(own).toEqual([{ agency, count: 1, mean: 4, scores: [0, 0, 0, 1, 0], words: [{ score: 4, word: 'nhanh' }] }]);
    expect(await ratingsByAgency(database.pool, '2020-01')).toEqual([]);
    const { rows } = await database.pool.query('select * from ratings where agency = $1', [agency]);
    expect(Object.keys(rows[0]).sort()).toEqual(['agency', 'channel', 'id', 'month', 'score', 'word']);
  });

  test('whoever deletes the conversation is not asked about the same dossier again, and nothing names them', async () => {
    const person = randomUUID();
    await turn(person, {});
    await ratings().ask(visitor(person), dossier, 'Phường A');
    await history().forget('web', person);
    await turn(person, {});
    expect(await ratings().ask(visitor(person), dossier, 'Phường A')).toBe(false);
    expect(await ratings().waiting(visitor(person))).toBeNull();
  });
});
