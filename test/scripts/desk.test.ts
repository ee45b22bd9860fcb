import { describe, expect, test } from 'vitest';
import { sealedCase } from '../../knowledge/case-body.ts';
import { sealFor } from '../../knowledge/seals.ts';
import { readConfig } from '../../scripts/config.ts';
import { deskCommands } from '../../scripts/desk/commands.ts';
import { readRequest } from '../../scripts/desk/request.ts';
import { aCase } from '../fakes/case.ts';
import { kinds } from '../support/databases.ts';
import { settingsOf } from '../support/server.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('the desk, on $name', (kind) => {
  const database = useDatabase(kind);

  test('tells when a petition came, and when it was answered, by a clock in Vietnam', async () => {
    const code = 'PA-261122-0007-K3M7';
    await database.pool.query(
      `with petition as (
         insert into petitions (code, language, text, place, happened, files, at) values ($1, 'vi', 'ổ gà', 'chợ', '', false, '2026-11-22T18:30:00Z') returning id
       ) insert into petition_replies (petition_id, text, at) select id, 'sẽ vá', '2026-11-22T23:05:00Z' from petition`,
      [code],
    );
    let out = '';
    const say = { out: (text: string) => (out += text), err: () => {} };
    const desk = deskCommands({ config: readConfig(settingsOf(database.place)), pool: database.pool });
    await desk({ kind: 'petitions', all: false }, say, AbortSignal.timeout(60_000));
    expect(out).toContain(`${code}\t2026-11-23 01:30\t`);
    await desk({ kind: 'show', code }, say, AbortSignal.timeout(60_000));
    expect(out).toContain('received 2026-11-23 01:30');
    expect(out).toContain('Reply 2026-11-23 06:05: sẽ vá');
  });

  test('says which messages were given up lately, on which channel and why', async () => {
    const notes = async () => {
      let out = '';
      const desk = deskCommands({ config: readConfig(settingsOf(database.place)), pool: database.pool });
      await desk(readRequest([], { by: 'Lan' }), { out: (text: string) => (out += text), err: () => {} }, AbortSignal.timeout(60_000));
      return out;
    };
    expect(await notes()).not.toContain('NOT DELIVERED');
    await database.pool.query(
      `insert into undelivered (channel, kind, reason, attempts, at) values ('telegram', 'given-up', '403', 1, now()),
         ('telegram', 'given-up', '403', 1, now()), ('zalo', 'given-up', '-213', 1, now()), ('zalo', 'given-up', '-217', 1, now() - interval '8 days')`,
    );
    expect(await notes()).toMatch(/NOT DELIVERED in 7 days: (2 × telegram 403, 1 × zalo -213|1 × zalo -213, 2 × telegram 403)\n/);
  });

  test('shows what is masked in a petition only when it is asked for in full, and keeps who has read it', async () => {
    const code = 'PA-261122-0008-K3M7';
    const seal = await sealFor(database.pool, null, 'petitions');
    await database.pool.query(
      `insert into petitions (code, language, text, place, happened, files, sealed) values ($1, 'vi', 'số •••••••321 lừa tiền', '', '', false, $2)`,
      [code, JSON.stringify({ text: seal.seal('số 0987654321 lừa tiền') })],
    );
    const desk = deskCommands({ config: readConfig(settingsOf(database.place)), pool: database.pool });
    const show = async (...words: string[]) => {
      let out = '';
      const request = readRequest(['show', code], { full: words.includes('--full'), by: 'Lan ở bàn 3' });
      await desk(request, { out: (text: string) => (out += text), err: () => {} }, AbortSignal.timeout(60_000));
      return out;
    };
    const masked = await show();
    expect(masked).toContain('số •••••••321 lừa tiền');
    expect(masked).toContain(`show ${code} --full`);
    expect(masked).not.toContain('Read in full');
    expect(await show('--full')).toContain('What:     số 0987654321 lừa tiền');
    const later = await show();
    expect(later).not.toContain('0987654321');
    expect(later).toMatch(/Read in full \d{4}-\d\d-\d\d \d\d:\d\d by Lan ở bàn 3\n/);
    expect(() => readRequest(['show', code], { full: true, by: ' ' })).toThrow('--as NAME');
  });

  test('lists filings without an answer in them, shows one in full, and keeps who has read it', async () => {
    const draft = aCase({
      form: '1.001193',
      answers: { 'case.registered': { value: 'no', shown: 'Chưa' }, 'child.name': { value: 'Lê An', shown: 'Lê An' } },
    });
    const seal = await sealFor(database.pool, null, 'cases');
    await database.pool.query(
      `with conversation as (insert into conversations (channel, person) values ('web', 'desk-test') returning id)
       insert into cases (id, code, conversation_id, form, state, body, revision) select $1, $2, id, $3, 'open', $4, 1 from conversation`,
      [draft.id, draft.code, draft.form, sealedCase(draft, seal)],
    );
    const desk = deskCommands({ config: readConfig(settingsOf(database.place)), pool: database.pool });
    const said = async (...words: string[]) => {
      let out = '';
      const request = readRequest(words, { by: 'Lan ở bàn 3' });
      await desk(request, { out: (text: string) => (out += text), err: () => {} }, AbortSignal.timeout(60_000));
      return out;
    };
    const list = await said('cases');
    expect(list).toContain(draft.code);
    expect(list).toContain('Đăng ký khai sinh');
    expect(list).not.toContain('Lê An');
    expect(await said('case', draft.code)).toContain('Lê An');
    expect(await said('case', draft.code)).toMatch(/Read .* by Lan ở bàn 3\nRead .* by Lan ở bàn 3/);
    await expect(said('case', 'BN-000000-0000-AAAA')).rejects.toThrow('There is no filing');
  });
});
